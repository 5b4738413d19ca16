"""A report in time, and the day to apply by where the law leaves it in doubt."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.case import Incident
from tests.review.stories import (
    MAY,
    MET,
    THREE,
    on,
    verdicts,
)
from tests.stories import case, incident, procedure


def test_a_report_on_the_last_day_of_the_month_is_in_time() -> None:
    told = case(incident("2025-03-01", "2025-03-31"))

    assert verdicts(on("2025-04-01", told)) == ["counts"]


def test_a_report_a_day_later_is_too_late() -> None:
    found = on("2025-04-02", case(incident("2025-03-01", "2025-04-01")))

    assert verdicts(found) == ["reported_too_late"]
    assert found.complaints[0].report_by == date(2025, 3, 31)
    assert not found.complaints[0].borderline


def test_a_report_on_a_day_the_law_leaves_in_doubt_counts_and_is_borderline() -> None:
    # One month beginning with 30 January 2026: there is no 30 February.
    found = on("2026-03-01", case(incident("2026-01-30", "2026-02-28")))

    assert verdicts(found) == ["counts"]
    assert found.complaints[0].borderline


def test_an_application_on_a_doubtful_last_day_is_borderline() -> None:
    # Six months beginning with 31 May 2026 end on 30 November 2026.
    found = on("2026-11-30", case(incident("2026-05-31", "2026-05-31")))

    assert verdicts(found) == ["counts"]
    assert found.complaints[0].borderline


def test_the_day_before_a_doubtful_last_day_is_not_borderline() -> None:
    found = on("2026-11-29", case(incident("2026-05-31", "2026-05-31")))

    assert not found.complaints[0].borderline


@pytest.mark.parametrize(
    ("reported", "verdict", "borderline"),
    [
        ("2026-09-20", "counts", False),  # in time even if it happened a week earlier
        ("2026-09-30", "counts", True),  # late if it happened a week earlier
        ("2026-10-03", "reported_too_late", True),  # in time if it happened a week later
        ("2026-10-20", "reported_too_late", False),
    ],
)
def test_an_uncertain_date_makes_a_verdict_borderline_within_a_week(
    reported: str, verdict: str, borderline: bool
) -> None:
    told = case(incident("2026-09-01", reported, approximate=True))
    complaint = on("2026-11-01", told).complaints[0]

    assert (complaint.verdict.value, complaint.borderline) == (verdict, borderline)


# Six months beginning with 31 May 2026: there is no 31 November.


@pytest.mark.parametrize(
    ("day", "advised"),
    [
        ("2026-11-22", date(2026, 11, 29)),
        ("2026-11-29", date(2026, 11, 29)),
        ("2026-11-30", date(2026, 11, 30)),
    ],
)
def test_the_day_before_a_doubtful_last_day_is_advised_and_on_that_day_today(
    day: str, advised: date
) -> None:
    found = on(day, case(MAY, *THREE.incidents[1:]))

    assert found.apply_by == date(2026, 11, 30)
    assert found.apply_advised == advised
    assert found.closing == ("i2026-05-31r1",)


def test_a_doubtful_day_does_not_matter_while_enough_other_reports_count() -> None:
    # The fourth report takes the place of that of 31 May until 18 January.
    found = on("2026-11-22", case(MAY, *THREE.incidents))

    assert found.apply_by == found.apply_advised == date(2027, 1, 18)
    assert found.closing == ("i2026-07-18r1",)


def test_on_the_doubtful_day_no_later_day_is_advised_though_a_wider_count_lasts_longer() -> None:
    # On 30 November the strict count rests on 31 May; the wider one goes on without it.
    twice = incident("2026-09-02", "2026-09-03", ("2026-09-04", "council"))

    found = on("2026-11-30", case(MAY, twice, THREE.incidents[2]))

    assert found.outcome is MET
    assert found.apply_by == found.apply_advised == date(2026, 11, 30)


def test_a_doubtful_day_is_judged_by_the_areas_own_period() -> None:
    # Twelve months beginning with 29 February 2028: there is no 29 February 2029.
    year = procedure(complaints={"needed": 1, "period": {"amount": 12, "unit": "month"}})

    found = on("2028-11-22", case(incident("2028-02-29", "2028-02-29")), year)

    assert found.apply_by == date(2029, 2, 28)
    assert found.apply_advised == date(2029, 2, 27)


def test_an_area_that_counts_in_days_leaves_no_day_in_doubt() -> None:
    days = procedure(complaints={"needed": 1, "period": {"amount": 183, "unit": "day"}})

    found = on("2026-11-22", case(MAY), days)

    assert found.apply_by == found.apply_advised == date(2026, 11, 29)


@pytest.mark.parametrize(
    "beside",
    [
        incident("2025-08-29", ("2025-08-29", "school")),
        incident("2025-07-01", "2025-08-29"),  # reported too late
        incident("2025-08-31", "2025-08-31"),  # not yet reported on the day assessed
    ],
)
def test_only_reports_that_count_are_named_as_those_that_lapse(beside: Incident) -> None:
    # Six months beginning with 29, 30 or 31 August all end with February.
    one = procedure(complaints={"needed": 1})

    found = on("2025-08-30", case(beside, incident("2025-08-30", "2025-08-30")), one)

    assert found.apply_by == date(2026, 2, 28)
    assert found.closing == ("i2025-08-30r1",)
