"""Distress, nations and days on which there was no case review."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selfcheck.assessment import assess
from selfcheck.procedure import (
    complaints_threshold,
)
from selfcheck.review import Review, ReviewOutcome
from tests.review.stories import (
    DISCRETIONARY,
    MET,
    THREE,
    on,
)
from tests.stories import case, incident, procedure


def test_without_distress_the_count_alone_is_not_enough_and_that_is_said_first() -> None:
    found = assess(case(*THREE.incidents, answers={"distress": "no"}), date(2026, 11, 22)).review

    assert found.outcome is DISCRETIONARY
    assert found.notices[0] == "no_distress"
    assert found.apply_by is None


def test_distress_not_answered_is_asked_for_and_lowers_nothing() -> None:
    found = assess(case(*THREE.incidents, answers={"distress": None}), date(2026, 11, 22)).review

    assert found.outcome is MET
    assert "distress_unanswered" in found.notices


TWO_NEEDED = procedure(complaints={"needed": 2})


@pytest.mark.parametrize("nation", ["scotland", "northern_ireland"])
def test_elsewhere_nothing_is_computed(nation: str) -> None:
    found = on("2026-11-22", case(*THREE.incidents, nation=nation))

    day, area, act = date(2026, 11, 22), "E06000001", complaints_threshold(None)
    unavailable = ReviewOutcome.NOT_AVAILABLE
    assert found == Review(day, unavailable, None, None, act, notices=(nation,))
    # An area chosen before the nation was is handed back with its rule.
    chosen = case(*THREE.incidents, nation=nation, area=area)
    assert on("2026-11-22", chosen, TWO_NEEDED) == Review(
        day, unavailable, area, TWO_NEEDED, complaints_threshold(TWO_NEEDED), notices=(nation,)
    )


@pytest.mark.parametrize(
    ("day", "outcome", "first_notice"),
    [
        ("2014-10-19", ReviewOutcome.NOT_AVAILABLE, "before_the_act"),
        ("2014-10-20", DISCRETIONARY, "area_unanswered"),
    ],
)
def test_before_the_act_there_was_no_case_review(
    day: str, outcome: ReviewOutcome, first_notice: str
) -> None:
    found = on(day, case(incident("2014-10-01", "2014-10-02")))

    assert found.outcome is outcome
    assert found.notices[0] == first_notice


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        ({"repeated": "yes"}, ("persistence",)),
        ({"still_happening": "yes"}, ("persistence",)),
        ({"harm": ["fear_at_home"]}, ("harm",)),
        ({"vulnerable": "yes"}, ("harm",)),
        ({"response": "none"}, ("response",)),
        ({"fear_of_violence": "yes"}, ("harm",)),
        ({"response": "not_enough"}, ("response",)),
        ({"response": "dealt_with"}, ()),
        ({"response": "too_early"}, ()),
        ({"harm": []}, ()),
        ({"repeated": "no", "still_happening": "unsure"}, ()),
        ({"vulnerable": "no", "fear_of_violence": "unsure"}, ()),
        (
            {"response": "none", "harm": ["fear_at_home"], "repeated": "yes"},
            ("persistence", "harm", "response"),
        ),
    ],
)
def test_what_speaks_for_a_review_at_the_bodies_discretion(
    answers: dict[str, Any], codes: tuple[str, ...]
) -> None:
    found = on("2026-11-22", case(incident("2026-10-01", "2026-10-02"), answers=answers))

    assert found.speaks_for == codes


def test_a_second_incident_in_the_diary_speaks_of_persistence() -> None:
    told = case(incident("2026-10-01", "2026-10-02"), incident("2026-10-08"))

    assert on("2026-11-22", told).speaks_for == ("persistence",)
