"""What the words of three columns mean: the area, who was told, and whether it is hate.

Each different text is looked up once, with the same words that the diary's import knows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cache
from typing import NamedTuple

from selfcheck import areas, content
from selfcheck.areas import Outcome
from selfcheck.case import Body, Nation
from selfcheck.caseload.clocks import HATE, LEFT_OPEN, NOT_HATE
from selfcheck.caseload.rules import NO_AREA
from selfcheck.complaints import RELEVANT_BODIES
from selfcheck.diary_table.columns import plain

_BODIES = tuple(Body)
# The numbers that stand for bodies whose reports count.
RELEVANT = tuple(number for number, body in enumerate(_BODIES) if body in RELEVANT_BODIES)

_HATE = {"yes": HATE, "unsure": LEFT_OPEN, "no": NOT_HATE, "": NOT_HATE}
_POSTCODE = re.compile(r"[A-Za-z]{1,2}[0-9][A-Za-z0-9]? *[0-9][A-Za-z]{2}")
_CODE = re.compile(r"[EWSN][0-9]{8}")
_BETWEEN_BODIES = re.compile(r"[;,/&+|]| and ")


class Meaning(NamedTuple):
    """A text, what it means, and the code of what is wrong where it means nothing."""

    text: str
    value: str | int | None
    fault: str | None


def of_areas(texts: Iterable[str], on: date) -> Iterator[Meaning]:
    """Yield the place each text means: a code, a nation without reviews, or none."""
    for text in texts:
        if not text.strip():
            yield Meaning(text, NO_AREA, None)
            continue
        found = areas.find_exactly(text.strip(), on)
        if found.outcome is Outcome.AREA:
            yield Meaning(text, found.areas[0].code, None)
        elif found.outcome in (Outcome.SCOTLAND, Outcome.NORTHERN_IRELAND):
            yield Meaning(text, Nation(found.outcome).value, None)
        else:
            yield Meaning(text, None, _why_no_area(text.strip(), found.outcome))


def _why_no_area(text: str, outcome: Outcome) -> str:
    if _POSTCODE.fullmatch(text):
        return "area_is_a_postcode"
    if _CODE.fullmatch(text.upper()):
        return "unknown_area_code"
    return {
        Outcome.SEVERAL: "area_means_several",
        Outcome.HINT: "area_is_a_town",
        Outcome.LARGER_PLACE: "area_is_a_larger_place",
        Outcome.ENDED: "area_has_ended",
        Outcome.NOT_BEGUN: "area_has_not_begun",
        Outcome.CHANNEL_ISLANDS: "area_is_elsewhere",
        Outcome.ISLE_OF_MAN: "area_is_elsewhere",
    }.get(outcome, "unknown_area")


def of_bodies(texts: Iterable[str]) -> Iterator[Meaning]:
    """Yield the number of the body each text names."""
    for text in texts:
        body = _bodies().get(plain(text))
        if body is not None:
            yield Meaning(text, _BODIES.index(body), None)
        elif not text.strip():
            yield Meaning(text, None, "no_told")
        else:
            parts = [plain(part) for part in _BETWEEN_BODIES.split(text)]
            several = len(parts) > 1 and all(part in _bodies() for part in parts)
            yield Meaning(text, None, "told_several" if several else "unknown_told")


def of_hate(texts: Iterable[str]) -> Iterator[Meaning]:
    """Yield whether each text says yes, no or that it is not known; empty is no."""
    for text in texts:
        said = _yes_or_no().get(plain(text)) if text.strip() else ""
        fault = "unknown_hate" if said is None else None
        yield Meaning(text, None if said is None else _HATE[said], fault)


@cache
def _bodies() -> dict[str, Body]:
    return {word: Body(code) for word, code in _words_for("Body")}


@cache
def _yes_or_no() -> dict[str, str]:
    return dict(_words_for("YesNo"))


def _words_for(choice: str) -> Iterator[tuple[str, str]]:
    """Yield each word for a choice with its code: known words, our own, and the codes."""
    for code, words in content.words("diary_table")["known"][choice].items():
        yield from ((word, code) for word in words)
    for code, word in content.words("choices")[choice].items():
        yield plain(word), code
        yield plain(code), code


Look = Callable[[Iterable[str]], Iterator[Meaning]]
