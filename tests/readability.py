"""How hard words are to read: the sentences of a text, and the age it takes to read them."""

from __future__ import annotations

import re
from collections.abc import Iterable

import textstat

LONGEST_SENTENCE = 25

# Names of Acts and cases are taken out before measuring: nobody can put them plainer,
# and the words around them must be plain by themselves.
_LEGAL_NAMES = re.compile(
    r"(?:[A-Z][\w-]+,? (?:(?:and|of|from|to|the|[A-Z][\w-]+|\([A-Z]\w+\)),? )*Act \d{4})"
    r"|(?:[A-Z]\w* v [A-Z]\w+(?: \[\d{4}\])?)"
)
_SENTENCE_ENDS = re.compile(r"(?<=[.?!])\s+")


def reading_age(sentences: Iterable[str]) -> float:
    """Return the age in years it takes to read sentences.

    The Automated Readability Index counts letters and words, so it needs no word list.
    In its own table a score of 6 is a reader of ten to eleven.
    """
    return float(textstat.automated_readability_index(" ".join(sentences))) + 5


def sentences(paragraph: str) -> list[str]:
    """Return the sentences of a paragraph as measured; a label or a heading is none."""
    return [part for part in parts(paragraph) if part.endswith((".", "?", "!", ":"))]


def parts(paragraph: str) -> list[str]:
    """Return a paragraph as measured, cut where a sentence ends."""
    return _SENTENCE_ENDS.split(plain(paragraph).strip())


def plain(text: str) -> str:
    """Return a text as measured: a blank stands for a day, and dots end sentences only."""
    filled = re.sub(r"\{\w+\}", "2 May", text)
    return re.sub(r"(?<=\w)\.(?=\w)", "", _LEGAL_NAMES.sub("the Act", filled))


def too_long(measured: Iterable[str]) -> list[str]:
    """Return those with more words than can be said in a breath."""
    return [one for one in measured if len(one.split()) > LONGEST_SENTENCE]


def hardest(measured: Iterable[str], most: int = 8) -> str:
    """Return the hardest sentences, the hardest first, each with the age it takes.

    Those of a few words are left out: the measure says little about "Stalking."
    """
    told = (one for one in measured if len(one.split()) > 4)
    ordered = sorted(told, key=lambda one: reading_age([one]), reverse=True)
    return "\n".join(f"{reading_age([one]):5.1f}  {one}" for one in ordered[:most])
