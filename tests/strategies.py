"""Cases for property tests: believable ones, and days that lie on the edges of periods.

`cases()` gives valid Case objects whose dates are all up to `TODAY`, so that each of
them can be saved and opened again on that day.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from types import UnionType
from typing import Any, Union, get_args, get_origin

from hypothesis import strategies as st

from selfcheck.case import (
    Answers,
    Applicant,
    Body,
    Case,
    Incident,
    Kind,
    Nation,
    Report,
    ReportedBy,
    YesNo,
)

TODAY = date(2026, 11, 22)

# Month ends, days before them, leap days and the edges that law books argue about.
AWKWARD_DAYS = (
    date(2024, 2, 28),
    date(2024, 2, 29),
    date(2024, 8, 30),
    date(2024, 8, 31),
    date(2025, 8, 28),
    date(2025, 8, 31),
    date(2025, 12, 31),
    date(2026, 1, 1),
    date(2026, 1, 29),
    date(2026, 1, 31),
    date(2026, 2, 28),
    date(2026, 3, 1),
    date(2026, 3, 31),
    date(2026, 5, 22),
    date(2026, 5, 23),
    date(2026, 5, 31),
    date(2026, 8, 31),
    date(2026, 10, 22),
    date(2026, 10, 31),
    date(2026, 11, 21),
    date(2026, 11, 22),
)

# Areas whose procedures differ: the plain count, a hate route, several people, days
# instead of months, figures not seen, and no page seen at all.
ENGLISH_AREAS = (
    "E06000018",  # Nottingham
    "E08000036",  # Wakefield
    "E08000003",  # Manchester
    "E07000122",  # Pendle
    "E06000023",  # Bristol
    "E09000015",  # Harrow
)
WELSH_AREAS = ("W06000015", "W06000023")  # Cardiff, Powys

# Anything a person can type: letters of every script, line breaks and tabs, but no
# other control character and no lone surrogate.
_LETTERS = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\t")


def texts(longest: int = 40) -> st.SearchStrategy[str]:
    """Return texts people could have typed, up to `longest` characters."""
    return st.text(_LETTERS, max_size=longest)


def days(last: date = TODAY) -> st.SearchStrategy[date]:
    """Return days of the last two years up to `last`, awkward ones often."""
    awkward = [day for day in AWKWARD_DAYS if day <= last]
    recent = st.dates(last - timedelta(days=730), last)
    return st.sampled_from(awkward) | recent if awkward else recent


def answers() -> st.SearchStrategy[Answers]:
    """Return answers, each question answered, left open or told as unsure."""
    fields = {
        name: st.none() | _choices_of(field.annotation)
        for name, field in Answers.model_fields.items()
    }
    return st.builds(Answers, **fields)


@st.composite
def cases(
    draw: st.DrawFn,
    *,
    last: date = TODAY,
    most_incidents: int = 6,
    available: bool = False,
) -> Case:
    """Return valid cases with days up to `last`, which is included.

    With `available`, only cases from England and Wales that can have a review.
    """
    nation = draw(st.sampled_from((None, *Nation)))
    if available and nation in (Nation.SCOTLAND, Nation.NORTHERN_IRELAND):
        nation = Nation.ENGLAND
    entries = draw(st.lists(_raw_incidents(last), max_size=most_incidents))
    return Case(
        reference=draw(st.none() | texts(20)),
        applicant=draw(st.none() | st.sampled_from(Applicant)),
        consent=draw(st.none() | st.sampled_from(YesNo)),
        nation=nation,
        area=draw(_areas_of(nation)),
        answers=draw(answers()),
        incidents=_with_ids(entries),
        adviser_notes=draw(st.none() | texts()),
    )


@st.composite
def _raw_incidents(draw: st.DrawFn, last: date) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Return one incident's fields and those of its reports, without ids."""
    happened = draw(days(last))
    incident = {
        "date": happened,
        "time": draw(st.none() | st.sampled_from(("00:00", "09:05", "22:15", "23:59"))),
        "approximate": draw(st.booleans()),
        "kinds": tuple(draw(st.lists(st.sampled_from(Kind), max_size=3, unique=True))),
        "targeted": draw(st.none() | st.sampled_from(YesNo)),
        "what_happened": draw(st.none() | texts()),
        "where": draw(st.none() | texts()),
    }
    return incident, draw(st.lists(_raw_reports(happened, last), max_size=3))


@st.composite
def _raw_reports(draw: st.DrawFn, happened: date, last: date) -> dict[str, Any]:
    # Days after which the month to report ends, or has just ended, come up often.
    delay = draw(st.sampled_from((0, 1, 27, 28, 29, 30, 31, 32)) | st.integers(0, 400))
    return {
        "date": min(happened + timedelta(days=delay), last),
        "to": draw(st.sampled_from((Body.POLICE, Body.COUNCIL)) | st.sampled_from(Body)),
        "by": draw(st.sampled_from(ReportedBy)),
        "person": draw(st.sampled_from((None, None, "A", "B", "flat 12", "a "))),
        "reference": draw(st.none() | texts(12)),
    }


def _with_ids(
    entries: list[tuple[dict[str, Any], list[dict[str, Any]]]],
) -> tuple[Incident, ...]:
    """Return the incidents with ids of their own: i1, i1r1, i1r2, i2 and so on."""
    return tuple(
        Incident(
            id=f"i{number}",
            reports=tuple(
                Report(id=f"i{number}r{count}", **report) for count, report in enumerate(reports, 1)
            ),
            **incident,
        )
        for number, (incident, reports) in enumerate(entries, 1)
    )


def _areas_of(nation: Nation | None) -> st.SearchStrategy[str | None]:
    here = {
        None: (*ENGLISH_AREAS, *WELSH_AREAS),
        Nation.ENGLAND: ENGLISH_AREAS,
        Nation.WALES: WELSH_AREAS,
    }
    return st.sampled_from((None, *here.get(nation, ())))


def _choices_of(annotation: Any) -> st.SearchStrategy[Any]:
    """Return the values an answer can have: one choice, or a list without repeats."""
    if get_origin(annotation) in (Union, UnionType):
        annotation = next(part for part in get_args(annotation) if part is not type(None))
    if get_origin(annotation) is tuple:
        choice: type[StrEnum] = get_args(annotation)[0]
        return st.lists(st.sampled_from(choice), max_size=3, unique=True).map(tuple)
    return st.sampled_from(annotation)
