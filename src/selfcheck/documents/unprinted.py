"""Texts made fit to print: hidden signs out, long words breakable, missing signs named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Any

from selfcheck import content
from selfcheck.documents.parts import printable

# Signs that turn the direction of what follows could turn the page's own words as well.
_DIRECTIONS = re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n(?: ?\n)+")
# Longer than any word that stands in a column; such a run may break after every few.
_LONG_RUN = re.compile(r"[^\s\u200b]{15,}")
_PIECE = 4
_BREAK = "\u200b"
# Joiners and selectors that belong to the sign before them.
_JOINERS = "\u200c\u200d\ufe0e\ufe0f"
_MOST_NAMED = 3


def fit(text: str | None) -> str:
    """Return a text ready to print, "" for none; empty lines and hidden signs left out."""
    if not text:
        return ""
    plain = _SPACES.sub(" ", _DIRECTIONS.sub("", printable(text)))
    return _LONG_RUN.sub(_breakable, _EMPTY_LINES.sub("\n", plain).strip())


def _breakable(run: re.Match[str]) -> str:
    pieces, piece = [], ""
    for character in run[0]:
        if len(piece) >= _PIECE and not _belongs_to_the_last(piece[-1], character):
            pieces.append(piece)
            piece = ""
        piece += character
    return _BREAK.join([*pieces, piece])


def _belongs_to_the_last(last: str, character: str) -> bool:
    return character in _JOINERS or last == "\u200d" or unicodedata.category(character)[0] == "M"


# ---- signs no font here has ----------------------------------------------------------


def named(value: Any, missing: Collection[str]) -> Any:
    """Return data with the characters that cannot be printed named in its texts."""
    letters = {c for c in missing if _is_letter(c)}
    runs = [_run(some) for some in (letters, set(missing) - letters) if some]
    return _named(value, runs)


def _run(signs: Collection[str]) -> re.Pattern[str]:
    """Return what finds some signs in a row, with what stands between them."""
    any_of, between = "".join(map(re.escape, sorted(signs))), f"{_JOINERS}{_BREAK} "
    return re.compile(f"[{any_of}](?:[{any_of}{between}]*[{any_of}])?[{_JOINERS}]*")


def _named(value: Any, runs: Iterable[re.Pattern[str]]) -> Any:
    if isinstance(value, str):
        for run in runs:
            value = run.sub(lambda found: f"{_BREAK}{_name_of(found[0])}{_BREAK}", value)
        return value
    if isinstance(value, list):
        return [_named(one, runs) for one in value]
    if isinstance(value, dict):
        return {key: _named(one, runs) for key, one in value.items()}
    return value


def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _name_of(run: str) -> str:
    """Return what stands for a run of signs: its script and length, or each sign's name."""
    words = content.words("pack")["unprinted"]
    signs = [c for c in run if c not in f"{_JOINERS}{_BREAK} "]
    if not signs:
        return ""
    if _is_letter(signs[0]):
        script = unicodedata.name(signs[0], words["unknown"]).split()[0]
        script = words["scripts"].get(script, script.capitalize())
        code = "one_letter" if len(signs) == 1 else "letters"
        return str(words[code]).format(count=f"{len(signs):,}", script=script)
    names = [unicodedata.name(c, f"U+{ord(c):04X}").lower() for c in dict.fromkeys(signs)]
    code = "signs" if len(signs) == len(names) else "many"
    if len(names) > _MOST_NAMED:
        code = "many_kinds"
    first = ", ".join(names[:_MOST_NAMED])
    return str(words[code]).format(names=first, count=f"{len(signs):,}")
