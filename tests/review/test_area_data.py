"""What is said of an area's page, and of what is not known; the words for it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selfcheck.complaints import Verdict
from selfcheck.content import words
from selfcheck.procedure import (
    ConditionKind,
    Procedure,
    RouteKind,
    Standing,
    complaints_threshold,
)
from selfcheck.review import ReviewOutcome
from selfcheck.routes import RouteName, RouteOutcome
from tests.review.stories import (
    MAY,
    THREE,
    on,
)
from tests.stories import case, incident, procedure


def test_without_an_area_the_act_applies_and_says_so() -> None:
    found = on("2026-11-22", THREE)

    assert found.threshold.from_the_act == ("number", "period", "report_within")
    assert "area_unanswered" in found.notices


def test_a_gap_in_a_page_is_filled_by_the_act_and_named() -> None:
    number_only = procedure(complaints={"needed": 3})

    assert on("2026-11-22", THREE, number_only).threshold.from_the_act == (
        "period",
        "report_within",
    )


SEEN = {
    "url": "https://testshire.example/asb",
    "note": "The council's page",
    "checked_on": "2026-11-01",
    "confidence": "high",
    "kind": "own_page",
}
NUMBER = {"needed": 3}


def within(amount: int, unit: str) -> dict[str, Any]:
    return {"needed": 3, "report_within": {"amount": amount, "unit": unit}}


@pytest.mark.parametrize(
    ("rule", "notices"),
    [
        (None, ()),
        (procedure(source=SEEN, complaints=NUMBER), ()),
        (procedure(), ("procedure_not_seen",)),
        (procedure(complaints=NUMBER), ("procedure_not_seen",)),
        (procedure(source=SEEN), ("figures_not_seen",)),
        (procedure(source=SEEN | {"confidence": "low"}, complaints=NUMBER), ("confidence_low",)),
        (procedure(source=SEEN | {"confidence": "medium"}, complaints=NUMBER), ()),
        (procedure(source=SEEN, complaints=within(27, "day")), ("short_report_limit",)),
        (procedure(source=SEEN, complaints=within(28, "day")), ()),
        (procedure(source=SEEN, complaints=within(1, "month")), ()),
        (
            procedure(source=SEEN | {"confidence": "low"}),
            ("figures_not_seen", "confidence_low"),
        ),
    ],
)
def test_what_must_be_said_of_an_areas_page(
    rule: Procedure | None, notices: tuple[str, ...]
) -> None:
    assert on("2026-11-22", case(*THREE.incidents, area="E06000001"), rule).notices == notices


@pytest.mark.parametrize(
    ("where", "notices"),
    [
        ({"nation": None}, ("nation_unanswered", "area_unanswered")),
        ({"nation": "wales"}, ("area_unanswered",)),
        ({"nation": None, "area": "E06000001"}, ()),
    ],
)
def test_where_somebody_lives_is_asked_for_until_the_area_is_known(
    where: dict[str, Any], notices: tuple[str, ...]
) -> None:
    assert on("2026-11-22", case(*THREE.incidents, **where)).notices == notices


@pytest.mark.parametrize(
    ("day", "notices"), [("2027-03-31", ()), ("2027-04-01", ("council_ended",))]
)
def test_a_council_that_has_ended_is_named_as_such(day: str, notices: tuple[str, ...]) -> None:
    woking = case(incident("2027-03-01", "2027-03-02"), area="E07000217")

    assert on(day, woking).notices == notices


@pytest.mark.parametrize(
    ("response", "notices"),
    [
        ("none", ("reports_not_dated",)),
        ("not_enough", ("reports_not_dated",)),
        ("dealt_with", ("reports_not_dated",)),
        ("too_early", ()),
        (None, ()),
    ],
)
def test_who_was_answered_but_has_no_report_in_the_diary_is_asked_for_its_day(
    response: str | None, notices: tuple[str, ...]
) -> None:
    asked = {"response": response}
    untold = case(incident("2026-10-01"), area="E06000001", answers=asked)
    dated = case(incident("2026-10-01", "2026-10-02"), area="E06000001", answers=asked)

    assert on("2026-11-22", untold).notices == notices
    assert on("2026-11-22", dated).notices == ()


def test_a_borderline_report_is_said_last_of_all() -> None:
    found = on("2026-11-30", case(MAY))

    assert found.notices == ("area_unanswered", "borderline")


def test_the_answer_hands_back_the_day_the_area_and_its_rule() -> None:
    rule = procedure(complaints={"needed": 4})
    found = on("2026-11-22", case(*THREE.incidents, area="E06000001"), rule)

    assert (found.on, found.area, found.procedure) == (date(2026, 11, 22), "E06000001", rule)
    assert found.threshold == complaints_threshold(rule)


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("headline", ReviewOutcome),
        ("verdict", Verdict),
        ("verdict_short", Verdict),
        ("route", RouteName),
        ("route_outcome", RouteOutcome),
        ("condition", ConditionKind),
        ("standing", Standing),
    ],
)
def test_every_code_has_words_and_every_word_a_code(part: str, codes: Any) -> None:
    assert set(words("review")[part]) == {code.value for code in codes}


def test_every_kind_of_local_route_is_a_route_people_are_shown() -> None:
    shown = {"vulnerable": "vulnerability"}

    assert {shown.get(kind, kind.value) for kind in RouteKind} <= {name.value for name in RouteName}
