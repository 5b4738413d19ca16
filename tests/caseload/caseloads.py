"""Caseloads for property tests: days on the edges of periods, local rules and bad rows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from selfcheck import areas
from selfcheck.procedure import ComplaintsRule, LocalRoute, Procedure, RouteKind, Source, Span
from tests.caseload.told_slowly import Row
from tests.strategies import AWKWARD_DAYS, ENGLISH_AREAS, TODAY, WELSH_AREAS

PLACES = (*ENGLISH_AREAS, *WELSH_AREAS)
LEAP_DAYS = (date(2023, 8, 29), date(2023, 8, 31), date(2024, 1, 29), date(2024, 1, 31))
DAYS = (*AWKWARD_DAYS, *LEAP_DAYS)

# What makes a row impossible to use, whatever else it holds.
BROKEN: tuple[dict[str, str], ...] = (
    {"happened_on": "31/02/2026"},
    {"happened_on": "2025-02-29"},
    {"reported_on": "29/02/2026"},
    {"reported_on": "soon"},
    {"reported_on": "46000"},
    {"reported_on": "3/9"},
    {"reported_on": "2027-01-01"},
    {"told": "the vicar"},
    {"hate": "perhaps so"},
    {"area": "Nowhere"},
    {"case": " "},
)
_SPANS = st.sampled_from(("6 months", "3 months", "12 months", "28 days", "180 days"))
_LIMITS = st.sampled_from(("1 month", "30 days", "7 days", "2 months", "10 working days"))


@st.composite
def procedures(draw: st.DrawFn, code: str) -> Procedure | None:
    """Return the area's own procedure, or one that nobody has published yet."""
    if draw(st.booleans()):
        return areas.procedure(code)
    here = areas.area(code)
    assert here is not None
    rule = st.builds(
        ComplaintsRule,
        needed=st.integers(1, 4),
        period=st.none() | _SPANS.map(Span.model_validate),
        report_within=st.none() | _LIMITS.map(Span.model_validate),
        separate_incidents=st.sampled_from((None, True, False)),
    )
    kinds = draw(st.sets(st.sampled_from((RouteKind.HATE, RouteKind.SEVERAL_PEOPLE))))
    return Procedure(
        code=code,
        name=here.name,
        complaints=draw(st.none() | rule),
        routes=tuple(draw(_route(kind)) for kind in sorted(kinds)),
        source=draw(st.none() | st.just(SOURCE)),
    )


SOURCE = Source.model_validate(
    {
        "url": "https://council.example/review",
        "note": "",
        "checked_on": date(2026, 11, 1),
        "confidence": "low",
        "kind": "own_page",
    }
)


def _route(kind: RouteKind) -> st.SearchStrategy[LocalRoute]:
    people = st.none() if kind is RouteKind.HATE else st.none() | st.integers(2, 3)
    return st.builds(
        LocalRoute,
        kind=st.just(kind),
        reports=st.none() | st.integers(1, 4),
        people=people,
        period=st.none() | _SPANS.map(Span.model_validate),
        report_within=st.none() | _LIMITS.map(Span.model_validate),
    )


def _all_procedures() -> st.SearchStrategy[dict[str, Procedure | None]]:
    return st.fixed_dictionaries({code: procedures(code) for code in PLACES})


PROCEDURES = _all_procedures()
ON = st.just(TODAY) | st.sampled_from(DAYS) | st.dates(date(2026, 3, 1), TODAY)


@st.composite
def _rows_of_a_case(draw: st.DrawFn, name: str) -> list[Row]:
    area = draw(st.sampled_from(("", *PLACES, *PLACES, "scotland")))
    start = draw(st.sampled_from(DAYS) | st.dates(date(2025, 11, 1), TODAY))
    rows = []
    for _ in range(draw(st.integers(1, 7))):
        gap = draw(st.sampled_from((0, 0, 1, 28, 29, 30, 31, 61, 181, 183)) | st.integers(0, 200))
        happened = min(start + timedelta(days=gap), TODAY)
        # A month, thirty days and a week: their last days, and the days beside them.
        delay = draw(st.sampled_from((0, 0, 1, 6, 7, 8, 27, 28, 29, 30, 31, 32)))
        fields: dict[str, Any] = {
            "case": name,
            "area": area if draw(st.integers(0, 5)) else draw(st.sampled_from(("", *PLACES))),
            "incident": draw(st.sampled_from(("", "a", "b", "c", "d", "e"))),
            "happened_on": happened if draw(st.integers(0, 5)) else None,
            "reported_on": min(happened + timedelta(days=delay), TODAY),
            "told": draw(st.sampled_from(("police", "council", "police", "school"))),
            "hate": draw(st.sampled_from(("", "no", "yes", "unsure"))),
            "person": draw(st.sampled_from(("", "", "A", " a", "Flat 2"))),
        }
        if not fields["incident"] and not fields["happened_on"]:
            fields["incident"] = "a"
        broken = draw(st.sampled_from(BROKEN)) if not draw(st.integers(0, 9)) else {}
        rows.append(Row(**fields, wrong=bool(broken), written=broken))
    return rows


@st.composite
def caseloads(draw: st.DrawFn, most: int = 6) -> list[Row]:
    """Return the rows of some cases, mixed as an export mixes them."""
    cases = [draw(_rows_of_a_case(f"C{n}")) for n in range(draw(st.integers(1, most)))]
    rows = [row for case in cases for row in case]
    return draw(st.permutations(rows))
