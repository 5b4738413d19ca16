"""Section 104, as told stories: what happened, when it was reported, and what follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selfcheck.assessment import assess
from selfcheck.case import Case, Incident
from selfcheck.complaints import Verdict
from selfcheck.content import words
from selfcheck.findings import Condition, Reason, Value
from selfcheck.local_conditions import ConditionHeld
from selfcheck.procedure import (
    ConditionKind,
    Procedure,
    RouteKind,
    Standing,
    complaints_threshold,
)
from selfcheck.review import Review, ReviewOutcome, review
from selfcheck.routes import Route, RouteName, RouteOutcome
from tests.stories import case, incident, procedure

DISTRESS = Condition("distress", Value.YES, Reason("distress_yes"))
MET, ARGUABLE = ReviewOutcome.MET, ReviewOutcome.ARGUABLE
DISCRETIONARY, REPORT_FIRST = ReviewOutcome.DISCRETIONARY, ReviewOutcome.REPORT_FIRST


def on(day: str, told: Case, rule: Procedure | None = None) -> Review:
    return review(told, rule, DISTRESS, date.fromisoformat(day))


def verdicts(found: Review) -> list[str]:
    return [complaint.verdict.value for complaint in found.complaints]


THREE = case(
    incident("2026-07-18", "2026-07-19"),
    incident("2026-09-02", "2026-09-03"),
    incident("2026-10-19", "2026-10-20"),
)


# ---- three reports in time -----------------------------------------------------------


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


# ---- reported in time? --------------------------------------------------------------


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


# ---- the day to apply by, where the law leaves it in doubt ---------------------------

# Six months beginning with 31 May 2026: there is no 31 November.
MAY = incident("2026-05-31", "2026-05-31")


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


# ---- met before ----------------------------------------------------------------------

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


# ---- which reports count ------------------------------------------------------------


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


# ---- local rules --------------------------------------------------------------------


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


HATE_ROUTE = procedure(routes=[{"kind": "hate", "reports": 1}])


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


FIVE_PEOPLE = procedure(
    complaints={"needed": 10}, routes=[{"kind": "several_people", "reports": 3, "people": 3}]
)


def by(*people: str | None) -> Case:
    days = ("01", "03", "05", "07", "09")
    told = [
        incident(
            f"2026-10-{day}",
            f"2026-10-{day}",
            by="neighbour" if person else "me",
            person=person,
        )
        for day, person in zip(days, people, strict=False)
    ]
    return case(*told)


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


# ---- conditions areas add -----------------------------------------------------------


def held(found: Review, kind: ConditionKind) -> ConditionHeld:
    return next(one for one in found.conditions if one.condition.kind is kind)


def test_a_doubtful_condition_never_lowers_the_outcome() -> None:
    closed = procedure(conditions=[{"kind": "case_closed", "standing": "doubtful"}])
    still_open = case(*THREE.incidents, answers={"case_closed": "no"})
    found = on("2026-11-22", still_open, closed)

    assert found.outcome is MET
    assert held(found, ConditionKind.CASE_CLOSED).value is Value.NO


def test_a_window_counted_forward_from_the_first_report_is_shown_as_doubtful() -> None:
    forward = procedure(complaints={"needed": 3, "window": "forward_from_first_report"})
    told = case(
        incident("2026-01-10", "2026-01-11"),
        *THREE.incidents,
    )
    found = on("2026-11-22", told, forward)
    window = held(found, ConditionKind.WINDOW_FROM_FIRST_REPORT)

    assert found.outcome is MET
    assert window.condition.standing is Standing.DOUBTFUL
    assert window.value is Value.NO


@pytest.mark.parametrize(("day", "value"), [("2026-11-19", Value.YES), ("2026-11-20", Value.NO)])
def test_a_recent_report_is_looked_for_to_the_day(day: str, value: Value) -> None:
    recent = procedure(
        conditions=[
            {
                "kind": "recent_report",
                "standing": "doubtful",
                "within": {"amount": 1, "unit": "month"},
            }
        ]
    )

    assert held(on(day, THREE, recent), ConditionKind.RECENT_REPORT).value is value


@pytest.mark.parametrize(
    ("kind", "answers", "value"),
    [
        ("case_closed", {"case_closed": "yes"}, Value.YES),
        ("case_closed", {"case_closed": "unsure"}, Value.UNKNOWN),
        ("not_live_case", {"case_closed": "no"}, Value.NO),
        ("no_action_taken", {"response": "not_enough"}, Value.YES),
        ("no_action_taken", {"response": "dealt_with"}, Value.NO),
        ("no_action_taken", {"response": "too_early"}, Value.UNKNOWN),
        ("not_hate_crime", {"targeted": "yes"}, Value.NO),
        ("not_hate_crime", {"targeted": "no"}, Value.YES),
        ("not_hate_crime", {}, Value.UNKNOWN),
        ("not_anonymous", {}, Value.UNKNOWN),
        ("recent_report", {}, Value.UNKNOWN),
    ],
)
def test_a_condition_is_held_against_the_answers(
    kind: str, answers: dict[str, str], value: Value
) -> None:
    area = procedure(conditions=[{"kind": kind, "standing": "local"}])
    found = on("2026-11-22", case(incident("2026-10-01"), answers=answers), area)

    assert held(found, ConditionKind(kind)).value is value


def test_where_hate_crime_is_not_for_the_process_a_hate_report_still_counts() -> None:
    area = procedure(conditions=[{"kind": "not_hate_crime", "standing": "local"}])
    told = case(incident("2026-10-01", "2026-10-02", targeted="yes"))

    assert verdicts(on("2026-11-22", told, area)) == ["counts"]


# ---- distress, nations and days on which there was no such thing ----------------------


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


# ---- the area and its data ----------------------------------------------------------


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


# ---- words --------------------------------------------------------------------------


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
