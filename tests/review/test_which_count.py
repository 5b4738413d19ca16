"""Which reports count: whose they are and which incident they tell of."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.assessment import assess
from selfcheck.routes import RouteName
from tests.review.stories import (
    ARGUABLE,
    DISCRETIONARY,
    MET,
    REPORT_FIRST,
    on,
    verdicts,
)
from tests.stories import case, incident, procedure


def test_three_reports_of_one_incident_are_arguable_only() -> None:
    told = case(
        incident("2026-09-02", "2026-09-03", ("2026-09-04", "council"), ("2026-09-05", "council"))
    )
    found = on("2026-11-22", told)

    assert found.outcome is ARGUABLE
    assert verdicts(found) == ["same_incident", "same_incident", "counts"]
    assert (found.counts.separate_incidents, found.counts.complaints) == (1, 3)
    assert found.apply_by == date(2027, 3, 2)
    assert found.met_from is None


def test_where_the_area_counts_every_report_they_meet_it() -> None:
    told = case(
        incident("2026-09-02", "2026-09-03", ("2026-09-04", "council"), ("2026-09-05", "council"))
    )
    every = procedure(complaints={"needed": 3, "separate_incidents": False})
    found = on("2026-11-22", told, every)

    assert found.outcome is MET
    assert verdicts(found) == ["counts", "counts", "counts"]


@pytest.mark.parametrize(
    "to", ["private_landlord", "school", "employer", "online_platform", "other"]
)
def test_a_report_to_a_body_outside_the_review_is_never_counted_silently(to: str) -> None:
    found = on("2026-11-22", case(incident("2026-10-01", ("2026-10-02", to))))

    assert verdicts(found) == ["not_to_a_relevant_body"]
    assert found.outcome is REPORT_FIRST


@pytest.mark.parametrize("to", ["police", "council", "social_landlord", "health_service"])
def test_a_report_to_a_relevant_body_counts(to: str) -> None:
    assert verdicts(on("2026-11-22", case(incident("2026-10-01", ("2026-10-02", to))))) == [
        "counts"
    ]


def test_nothing_reported_means_report_first() -> None:
    found = on("2026-11-22", case(incident("2026-10-01"), incident("2026-10-08")))

    assert found.outcome is REPORT_FIRST
    assert found.routes[-1].route is not RouteName.DISCRETION


def test_what_is_too_late_to_count_is_worth_reporting_all_the_same() -> None:
    old = case(incident("2026-01-10"))

    actions = [step.action.value for step in assess(old, date(2026, 11, 22)).next_steps]

    assert actions == ["report_anyway", "fewest_reports"]


def test_discretion_is_open_once_anything_was_reported() -> None:
    found = on("2026-11-22", case(incident("2020-10-01", "2020-10-02")))

    assert found.outcome is DISCRETIONARY
    assert found.routes[-1].route is RouteName.DISCRETION


def test_complaints_need_not_all_come_from_one_person() -> None:
    told = case(
        incident("2026-07-18", "2026-07-19"),
        incident("2026-09-02", "2026-09-03", by="neighbour", person="flat 12"),
        incident("2026-10-19", "2026-10-20", by="household"),
    )

    assert on("2026-11-22", told).outcome is MET
