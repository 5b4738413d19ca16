"""Days and times as people write them: 3/11/26, 3rd Nov 2026, 2026-11-03, 10.15pm.

The day comes first, as in Britain, unless the reader of a table has found otherwise.
Nothing is guessed: what can be read in no way, or lacks its year, is refused with a code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selfcheck.content import MONTHS


class Order(StrEnum):
    """Which comes first in 03/11/2026."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class Unreadable(StrEnum):
    """Why something written is no day."""

    NOT_A_DAY = "not_a_day"
    NO_YEAR = "no_year"
    IMPOSSIBLE = "impossible_date"
    EITHER_WAY = "either_way"


@dataclass(frozen=True, slots=True)
class Day:
    """A day as written, whether it was written as "about", and the time beside it."""

    day: date
    approximate: bool = False
    time: str | None = None


_ABOUT = re.compile(r"^(?:about|approximately|approx\.?|around|circa|ca?\.|c(?= )|~)\s*", re.ASCII)
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?")
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b(?: of\b)?", re.ASCII)
_TIME_BESIDE = re.compile(
    r"(?:t|,?\s+(?:at\s+)?)(?P<time>\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]m)"
    r"(?:\.\d+)?(?:z|[+-]\d{2}:?\d{2})?$",
    re.ASCII,
)
_BETWEEN = r"\s*[-/. ]\s*"
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{1,2}})", re.ASCII)
_FIGURES = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}){_BETWEEN}(\d{{4}}|\d{{2}})", re.ASCII)
_DAY_NAME = re.compile(r"(\d{1,2})[-/. ]*([a-z]{3,9})\.?[-/. ]*'?(\d{4}|\d{2})", re.ASCII)
_NAME_DAY = re.compile(r"([a-z]{3,9})\.?[-/. ]*(\d{1,2})[-/. ]+'?(\d{4}|\d{2})", re.ASCII)
_NO_YEAR = re.compile(
    rf"\d{{1,2}}(?:{_BETWEEN}\d{{1,2}}|[-/. ]*[a-z]{{3,9}})|[a-z]{{3,9}} *\d{{1,2}}", re.ASCII
)
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.h]?(\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*(?:([ap])\.?m\.?)?", re.ASCII
)


def read_day(text: str, order: Order = Order.DAY_FIRST) -> Day | Unreadable:
    """Return the day a text names, or why it names none.

    A year of two figures is one of this century. Weekdays are not checked.
    """
    words, approximate, time = _tidy(text)
    parts = _parts(words, order)
    if isinstance(parts, Unreadable):
        return parts
    year, month, day = parts
    try:
        return Day(date(year, month, day), approximate, time)
    except ValueError:
        return Unreadable.IMPOSSIBLE


def read_time(text: str) -> str | None:
    """Return a time of day as HH:MM, or None where the text is none."""
    found = _CLOCK.fullmatch(text.strip().lower())
    if not found or not (found[2] or found[3]):
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else None


@dataclass(frozen=True, slots=True)
class Habit:
    """How the days of a table are written.

    `proved` says that some day can be read in this order alone; `mixed` that others can
    be read only in the other order, so a day that can be read both ways cannot be known.
    """

    order: Order = Order.DAY_FIRST
    proved: bool = False
    mixed: bool = False
    either_way: int = 0


def habit(texts: Iterable[str]) -> Habit:
    """Return the order in which the days of a table are written, from all of them."""
    day_first = month_first = either_way = 0
    for text in texts:
        found = _FIGURES.fullmatch(_tidy(text)[0])
        if found:
            first, second = int(found[1]), int(found[2])
            day_first += first > 12 >= second
            month_first += second > 12 >= first
            either_way += first <= 12 and second <= 12 and first != second
    order = Order.MONTH_FIRST if month_first and not day_first else Order.DAY_FIRST
    return Habit(order, bool(day_first or month_first), bool(day_first and month_first), either_way)


def reads_either_way(text: str) -> bool:
    """Say whether 03/11/2026 could be two different days."""
    return habit([text]).either_way == 1


def _tidy(text: str) -> tuple[str, bool, str | None]:
    """Return the words of a day alone, whether it is approximate, and the time beside it."""
    words = " ".join(text.strip().lower().split())
    about = _ABOUT.match(words)
    approximate = bool(about) or words.endswith("?")
    words = words[about.end() if about else 0 :].rstrip("? ")
    beside = _TIME_BESIDE.search(words)
    time = read_time(beside["time"]) if beside else None
    if beside and time:
        words = words[: beside.start()]
    words = _ORDINAL.sub("", _WEEKDAY.sub("", words)).replace(",", " ")
    return " ".join(words.split()), approximate, time


def _parts(words: str, order: Order) -> tuple[int, int, int] | Unreadable:
    """Return year, month and day as written, not yet known to exist."""
    if found := _YEAR_FIRST.fullmatch(words):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _FIGURES.fullmatch(words):
        first, second = int(found[1]), int(found[2])
        day, month = (first, second) if order is Order.DAY_FIRST else (second, first)
        return _year(found[3]), month, day
    for pattern, day_at, name_at in ((_DAY_NAME, 1, 2), (_NAME_DAY, 2, 1)):
        found = pattern.fullmatch(words)
        named = _month(found[name_at]) if found else None
        if found and named:
            return _year(found[3]), named, int(found[day_at])
    return Unreadable.NO_YEAR if _lacks_year(words) else Unreadable.NOT_A_DAY


def _lacks_year(words: str) -> bool:
    name = re.search(r"[a-z]+", words)
    return bool(_NO_YEAR.fullmatch(words)) and (not name or _month(name[0]) is not None)


def _year(written: str) -> int:
    return int(written) + (2000 if len(written) == 2 else 0)


def _month(name: str) -> int | None:
    """Return the month a name of three letters or more begins, such as "sept"."""
    if len(name) < 3:
        return None
    months = (number for number, month in enumerate(MONTHS, 1) if month.lower().startswith(name))
    return next(months, None)
