"""What areas set themselves: counts, windows and routes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selfcheck.procedure import (
    Procedure,
)
from selfcheck.review import ReviewOutcome
from selfcheck.routes import Route, RouteName, RouteOutcome
from tests.review.stories import (
    ARGUABLE,
    DISCRETIONARY,
    FIVE_PEOPLE,
    HATE_ROUTE,
    MET,
    by,
    on,
    verdicts,
)
from tests.stories import case, incident, procedure


def test_a_twelve_month_area_looks_further_back() -> None:
    older = case(
        incident("2026-01-10", "2026-01-11"),
        incident("2026-02-10", "2026-02-11"),
        incident("2026-03-10", "2026-03-11"),
    )
    year = procedure(complaints={"needed": 3, "period": {"amount": 12, "unit": "month"}})

    assert on("2026-11-22", older).outcome is DISCRETIONARY
    assert on("2026-11-22", older, year).outcome is MET
    assert on("2026-11-22", older, year).apply_by == date(2027, 1, 10)


def test_a_local_limit_shorter_than_the_acts_month_leaves_the_count_arguable() -> None:
    told = case(
        incident("2025-04-01", "2025-04-10"),
        incident("2025-04-22", "2025-04-23"),
        incident("2025-05-05", "2025-05-05"),
    )
    week = procedure(complaints={"needed": 3, "report_within": {"amount": 7, "unit": "day"}})
    found = on("2025-06-01", told, week)

    assert verdicts(found) == ["reported_too_late", "counts", "counts"]
    assert found.outcome is ARGUABLE
    assert "short_report_limit" in found.notices


def test_within_thirty_days_counts_the_thirtieth_day_after() -> None:
    thirty = procedure(complaints={"needed": 1, "report_within": {"amount": 30, "unit": "day"}})
    found = on("2025-08-01", case(incident("2025-07-01", "2025-07-31")), thirty)

    assert verdicts(found) == ["counts"]
    assert found.complaints[0].borderline


@pytest.mark.parametrize(
    ("facts", "answers", "outcome"),
    [
        ({"targeted": "yes"}, {}, MET),
        ({"kinds": ["hate_incident"]}, {}, MET),
        ({}, {"targeted": "yes"}, ARGUABLE),
        ({"targeted": "no"}, {"targeted": "yes"}, DISCRETIONARY),
        ({}, {}, DISCRETIONARY),
    ],
)
def test_one_hate_report_is_enough_where_the_area_has_such_a_route(
    facts: dict[str, Any], answers: dict[str, Any], outcome: ReviewOutcome
) -> None:
    told = case(incident("2026-10-01", "2026-10-02", **facts), answers=answers)

    assert on("2026-11-22", told, HATE_ROUTE).outcome is outcome


def test_a_hate_route_may_have_a_shorter_period() -> None:
    three_months = procedure(
        routes=[{"kind": "hate", "reports": 1, "period": {"amount": 3, "unit": "month"}}]
    )
    told = case(incident("2026-08-20", "2026-08-22", targeted="yes"))

    assert on("2026-11-21", told, three_months).apply_by == date(2026, 11, 21)
    assert on("2026-11-22", told, three_months).outcome is DISCRETIONARY


@pytest.mark.parametrize(
    ("people", "outcome"),
    [
        ((None, "A", "B"), MET),
        ((None, "A", "a "), DISCRETIONARY),  # the same label, typed twice
        ((None, None, "A"), DISCRETIONARY),
        ((None, None, "A", "B"), MET),
    ],
)
def test_several_people_are_told_apart_by_their_labels(
    people: tuple[str | None, ...], outcome: ReviewOutcome
) -> None:
    assert on("2026-11-22", by(*people), FIVE_PEOPLE).outcome is outcome


def test_a_neighbour_without_a_label_is_not_counted_as_somebody_new() -> None:
    told = case(
        incident("2026-10-01", "2026-10-01"),
        incident("2026-10-03", "2026-10-03", by="neighbour", person="A"),
        incident("2026-10-05", "2026-10-05", by="neighbour"),
    )

    route = on("2026-11-22", told, FIVE_PEOPLE).routes[1]

    assert (route.have, route.people, route.outcome) == (3, 2, RouteOutcome.NOT_MET)


def test_five_people_reporting_one_incident_are_arguable_where_incidents_must_differ() -> None:
    party = incident("2026-10-01", "2026-10-01")
    reports = tuple(
        party.reports[0].model_copy(update={"id": f"r{n}", "by": "neighbour", "person": str(n)})
        for n in range(3)
    )
    told = case(party.model_copy(update={"reports": reports}))

    assert on("2026-11-22", told, FIVE_PEOPLE).outcome is ARGUABLE


def test_a_vulnerability_route_is_the_bodies_to_decide() -> None:
    area = procedure(routes=[{"kind": "vulnerable", "note": "A senior manager may call one."}])
    told = case(incident("2026-10-01", "2026-10-02"), answers={"vulnerable": "yes"})
    found = on("2026-11-22", told, area)

    assert [(r.route.value, r.outcome.value) for r in found.routes] == [
        ("complaints", "not_met"),
        ("vulnerability", "discretionary"),
        ("discretion", "discretionary"),
    ]
    assert found.outcome is DISCRETIONARY


@pytest.mark.parametrize(
    ("vulnerable", "outcome"),
    [
        ("yes", RouteOutcome.DISCRETIONARY),
        ("no", RouteOutcome.NOT_MET),
        ("unsure", RouteOutcome.UNKNOWN),
        (None, RouteOutcome.UNKNOWN),
    ],
)
def test_a_vulnerability_route_waits_for_the_answer(
    vulnerable: str | None, outcome: RouteOutcome
) -> None:
    area = procedure(routes=[{"kind": "vulnerable"}])
    told = case(incident("2026-10-01"), answers={"vulnerable": vulnerable})

    assert on("2026-11-22", told, area).routes[1:] == (Route(RouteName.VULNERABILITY, outcome),)


def test_routes_that_count_nothing_are_listed_in_order_with_what_the_area_says() -> None:
    area = procedure(
        routes=[
            {"kind": "vulnerable", "note": "A senior manager may call one."},
            {"kind": "hate", "reports": 1, "note": "Not shown here: it is counted."},
            {"kind": "other", "note": "A councillor may ask."},
            {"kind": "discretion", "note": "High harm."},
        ]
    )
    told = case(incident("2026-10-01", "2026-10-02"), answers={"vulnerable": "yes"})
    open_to_them = RouteOutcome.DISCRETIONARY

    assert on("2026-11-22", told, area).routes[2:] == (
        Route(RouteName.VULNERABILITY, open_to_them, note="A senior manager may call one."),
        Route(RouteName.OTHER, open_to_them, note="A councillor may ask."),
        Route(RouteName.DISCRETION, open_to_them, note="High harm."),
    )


@pytest.mark.parametrize("area", [None, procedure()])
def test_discretion_is_open_where_the_area_says_nothing_of_it(area: Procedure | None) -> None:
    found = on("2026-11-22", case(incident("2026-10-01", "2026-10-02")), area)

    assert found.routes[1:] == (Route(RouteName.DISCRETION, RouteOutcome.DISCRETIONARY),)
