"""Enough reports in time: from which day, until which, and once before."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.review import ReviewOutcome
from tests.review.stories import (
    DISCRETIONARY,
    MET,
    REPORT_FIRST,
    THREE,
    on,
    verdicts,
)
from tests.stories import case, incident, procedure


def test_three_reports_of_separate_incidents_meet_the_threshold() -> None:
    found = on("2026-11-22", THREE)

    assert found.outcome is MET
    assert verdicts(found) == ["counts", "counts", "counts"]
    assert (found.counts.separate_incidents, found.counts.complaints) == (3, 3)


def test_it_is_met_from_the_third_report_until_the_first_is_six_months_old() -> None:
    found = on("2026-11-22", THREE)

    assert found.met_from == date(2026, 10, 20)
    # Six months beginning with 19 July 2026 end on 18 January 2027.
    assert found.apply_by == date(2027, 1, 18)
    assert found.apply_advised == date(2027, 1, 18)
    assert found.stretches == ((date(2026, 10, 20), date(2027, 1, 18)),)
    assert found.closing == ("i2026-07-18r1",)


@pytest.mark.parametrize(
    ("day", "outcome"),
    [
        ("2026-07-17", REPORT_FIRST),
        ("2026-10-19", DISCRETIONARY),
        ("2026-10-20", MET),
        ("2027-01-18", MET),
        ("2027-01-19", DISCRETIONARY),
        ("2028-01-01", DISCRETIONARY),
    ],
)
def test_the_outcome_changes_on_the_right_days(day: str, outcome: ReviewOutcome) -> None:
    assert on(day, THREE).outcome is outcome


def test_the_day_after_the_stretch_the_threshold_has_lapsed() -> None:
    found = on("2027-01-19", THREE)

    assert found.lapsed_on == date(2027, 1, 19)
    assert found.apply_by is None
    assert verdicts(found) == ["too_old", "counts", "counts"]


def test_a_stretch_still_running_has_not_lapsed() -> None:
    assert on("2027-01-18", THREE).lapsed_on is None


def test_as_it_stood_on_an_earlier_day_later_reports_are_ignored() -> None:
    found = on("2026-09-30", THREE)

    assert verdicts(found) == ["counts", "counts", "after_this_day"]
    assert found.outcome is DISCRETIONARY


# One report is enough: met from 1 March to 31 August 2024, and in the same months of 2025.
TWICE_MET = case(incident("2024-03-01", "2024-03-01"), incident("2025-03-01", "2025-03-01"))


@pytest.mark.parametrize(
    ("day", "lapsed"),
    [
        ("2024-02-28", None),
        ("2024-08-31", None),
        ("2024-09-01", date(2024, 9, 1)),
        ("2025-02-28", date(2024, 9, 1)),
        ("2025-03-01", None),
        ("2026-11-22", date(2025, 9, 1)),
    ],
)
def test_it_lapsed_on_the_day_after_the_latest_stretch_unless_it_is_met_again(
    day: str, lapsed: date | None
) -> None:
    assert on(day, TWICE_MET, procedure(complaints={"needed": 1})).lapsed_on == lapsed
