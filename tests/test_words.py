"""Every question and choice has words, and what people read can be read by most."""

from __future__ import annotations

import inspect
import re
import tomllib
from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from typing import Any

import pytest
import textstat
from markdown_it import MarkdownIt

from selfcheck import case
from selfcheck.content import words
from selfcheck.definitions import DEFINITIONS
from selfcheck.findings import Outcome

CHOICES = {
    name: set(kind)
    for name, kind in inspect.getmembers(case, inspect.isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum
}

# ---- questions and choices -------------------------------------------------------


def test_every_question_has_words_and_every_word_a_question() -> None:
    asked = {*case.Answers.model_fields, "applicant", "consent", "nation", "area"}

    assert set(words("questions")) == asked


@pytest.mark.parametrize("key", words("questions"))
def test_a_question_is_asked_of_both_and_says_why(key: str) -> None:
    question = words("questions")[key]

    assert (
        {"ask", "ask_on_behalf", "why"}
        <= set(question)
        <= {
            "ask",
            "ask_on_behalf",
            "why",
            "help",
        }
    )
    assert question["ask"].endswith("?")
    assert question["ask_on_behalf"].endswith("?")


def test_every_choice_has_words_and_every_word_a_choice() -> None:
    named = {name: set(of) for name, of in words("choices").items() if not name.endswith("_help")}

    assert named == CHOICES


def test_more_is_said_only_about_choices_there_are() -> None:
    helped = {name: set(of) for name, of in words("choices").items() if name.endswith("_help")}

    assert all(of <= CHOICES[name.removesuffix("_help")] for name, of in helped.items())


# ---- definitions and urgent words ------------------------------------------------


def test_every_definition_has_words_and_every_word_a_definition() -> None:
    assert set(words("definitions")) == {definition.label for definition in DEFINITIONS}


@pytest.mark.parametrize("label", words("definitions"))
def test_a_definition_says_what_it_means_and_how_it_stands(label: str) -> None:
    entry = words("definitions")[label]
    outcomes = {outcome.value for outcome in Outcome}

    assert set(entry) - {"document"} == {"title", "plain", "law_adds"} | outcomes


def test_the_document_is_quoted_word_for_word_and_only_where_it_defines() -> None:
    quoted = {
        k: entry["document"] for k, entry in words("definitions").items() if "document" in entry
    }

    assert quoted == {
        "harassment": (
            "the act of systematic and/or continued, unwanted and annoying actions of one "
            "party or a group, including threats and demands"
        ),
        "stalking": "unwanted or obsessive attention by an individual or group",
    }


def test_no_outcome_judges_the_person_or_states_a_chance() -> None:
    said = " ".join(
        entry[outcome.value] for entry in words("definitions").values() for outcome in Outcome
    )

    assert not re.search(r"victim|likely|probabl|chance|\bscore|%", said)


def test_begging_is_not_called_a_crime() -> None:
    assert "we do not say that it is a crime" in words("definitions")["begging"]["law_adds"]


# ---- reading age -----------------------------------------------------------------

# The Automated Readability Index counts letters and words, so it needs no word list.
# In its own table 6 is a reader of ten to eleven.
READING_AGE_TEN = 6.0
# Texts that must quote the law or use its terms, with their own ceiling.
CEILINGS: dict[str, float] = {}
LONGEST_SENTENCE = 25

# Names of Acts and cases are taken out before measuring: nobody can put them plainer,
# and the words around them must be plain by themselves.
LEGAL_NAMES = re.compile(
    r"(?:[A-Z][\w-]+,? (?:(?:and|of|from|to|the|[A-Z][\w-]+|\([A-Z]\w+\)),? )*Act \d{4})"
    r"|(?:[A-Z]\w* v [A-Z]\w+(?: \[\d{4}\])?)"
)
CONTENT = sorted(
    path.name
    for path in files("selfcheck.content").iterdir()
    if path.name.endswith((".toml", ".md"))
)


def strings(value: Any) -> Iterator[str]:
    """Yield every string people read; `document` holds another author's quoted words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "document":
                yield from strings(inner)


def paragraphs(name: str) -> Iterator[str]:
    text = files("selfcheck.content").joinpath(name).read_text("utf-8")
    if name.endswith(".toml"):
        yield from strings(tomllib.loads(text))
        return
    for block in MarkdownIt().parse(text):
        if block.type == "inline":
            yield "".join(
                part.content if part.type != "softbreak" else " " for part in block.children or ()
            )


def plain(text: str) -> str:
    """Return a text as measured: a blank stands for a day, and dots end sentences only."""
    filled = re.sub(r"\{\w+\}", "2 May", text)
    return re.sub(r"(?<=\w)\.(?=\w)", "", LEGAL_NAMES.sub("the Act", filled))


def sentences(name: str) -> list[str]:
    """Return the sentences of a content file; labels and headings are not sentences."""
    ends = re.compile(r"(?<=[.?!])\s+")
    found = (s for paragraph in paragraphs(name) for s in ends.split(plain(paragraph).strip()))
    return [sentence for sentence in found if sentence.endswith((".", "?", "!", ":"))]


def hardest(found: list[str]) -> str:
    ordered = sorted(found, key=textstat.automated_readability_index, reverse=True)
    lines = (f"{textstat.automated_readability_index(s):5.1f}  {s}" for s in ordered[:8])
    return "\n".join(lines)


@pytest.mark.parametrize("name", CONTENT)
def test_a_ten_year_old_can_read_it(name: str) -> None:
    found = sentences(name)
    ceiling = CEILINGS.get(name, READING_AGE_TEN)

    grade = textstat.automated_readability_index(" ".join(found))

    assert grade <= ceiling, f"{name}: {grade:.1f}, more than {ceiling}\n{hardest(found)}"


@pytest.mark.parametrize("name", CONTENT)
def test_no_sentence_is_longer_than_a_breath(name: str) -> None:
    too_long = [s for p in paragraphs(name) for s in re.split(r"(?<=[.?!])\s+", plain(p))]
    too_long = [s for s in too_long if len(s.split()) > LONGEST_SENTENCE]

    assert too_long == []


def test_the_measure_tells_plain_words_from_hard_ones() -> None:
    easy = "You can tell the police. They will ask you what happened."
    hard = (
        "Notwithstanding the aforementioned provisions, complainants must demonstrate persistence."
    )

    assert textstat.automated_readability_index(easy) < READING_AGE_TEN
    assert textstat.automated_readability_index(hard) > READING_AGE_TEN


def test_the_name_of_an_act_is_left_out_and_the_rest_is_not() -> None:
    told = plain("The Anti-social Behaviour, Crime and Policing Act 2014 says so.")

    assert told == "the Act says so."
