"""What to do next and by when, as told stories; each step is checked whole."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.case import Case
from selfcheck.findings import Condition, Reason, Value
from selfcheck.procedure import Procedure
from selfcheck.review import review
from selfcheck.what_if import Action, NextStep, next_steps
from tests.stories import case, incident, procedure

TODAY = date(2026, 11, 22)
DISTRESS = Condition("distress", Value.YES, Reason("distress_yes"))
NO_DISTRESS = Condition("distress", Value.NO, Reason("distress_no"))

JULY = incident("2026-07-18", "2026-07-19")
SEPTEMBER = incident("2026-09-02", "2026-09-03")
OCTOBER = incident("2026-10-19", "2026-10-20")
# The six months of a report made on 31 May end with November, or a day sooner.
MAY = incident("2026-05-31", "2026-05-31")

APPLY_ANYWAY = NextStep(Action.APPLY_ANYWAY, Reason("apply_anyway"))


def told(
    story: Case, rule: Procedure | None = None, on: date = TODAY, asb: Condition = DISTRESS
) -> list[NextStep]:
    return list(next_steps(story, review(story, rule, asb, on), rule))


def apply(by: date, *, reported: date, last: date | None = None) -> NextStep:
    reason = Reason("apply_before_one_lapses", {"by": by, "reported": reported})
    return NextStep(Action.APPLY, reason, by, last or by)


def report(
    action: Action, happened: date, by: date, *, last: date | None = None, about: bool = False
) -> NextStep:
    code = f"{action}_approximate" if about else str(action)
    reason = Reason(code, {"happened": happened, "by": by})
    return NextStep(action, reason, by, last or by, f"i{happened}")


def one_more(
    by: date, *, last: date | None = None, action: Action = Action.REPORT_NEW_INCIDENT
) -> NextStep:
    return NextStep(action, Reason(str(action), {"by": by}), by, last or by)


def fewest(count: int) -> NextStep:
    return NextStep(Action.FEWEST_REPORTS, Reason("fewest_reports", {"count": count}))


# ---- apply ---------------------------------------------------------------------------


def test_once_it_is_met_the_one_step_is_to_apply_before_the_first_report_lapses() -> None:
    # Six months beginning with 19 July 2026 end on 18 January 2027.
    assert told(case(JULY, SEPTEMBER, OCTOBER)) == [
        apply(date(2027, 1, 18), reported=date(2026, 7, 19))
    ]


def test_a_doubtful_last_day_is_kept_and_the_day_before_is_named() -> None:
    # There is no 31 November.
    assert told(case(MAY, SEPTEMBER, OCTOBER)) == [
        apply(date(2026, 11, 29), last=date(2026, 11, 30), reported=date(2026, 5, 31))
    ]


def test_on_a_doubtful_last_day_itself_today_is_named() -> None:
    last = date(2026, 11, 30)

    assert told(case(MAY, SEPTEMBER, OCTOBER), on=last) == [apply(last, reported=date(2026, 5, 31))]


def test_where_several_reports_lapse_together_the_first_of_them_is_named() -> None:
    # All three of these six months end with February 2026.
    end_of_august = [
        incident("2025-08-30", "2025-08-30"),
        incident("2025-08-29", "2025-08-29"),
        incident("2025-08-31", "2025-08-31"),
    ]

    assert told(case(*end_of_august), on=date(2025, 11, 22)) == [
        apply(date(2026, 2, 27), last=date(2026, 2, 28), reported=date(2025, 8, 29))
    ]


def test_a_report_to_a_school_is_never_named_as_one_that_lapses() -> None:
    end_of_august = [
        incident("2025-08-29", ("2025-08-29", "school")),
        incident("2025-08-30", "2025-08-30"),
        incident("2025-09-10", "2025-09-10"),
        incident("2025-09-11", "2025-09-11"),
    ]

    assert told(case(*end_of_august), on=date(2025, 11, 22))[0] == apply(
        date(2026, 2, 27), last=date(2026, 2, 28), reported=date(2025, 8, 30)
    )


def test_where_only_the_wider_count_is_reached_that_is_said_in_the_step_to_apply() -> None:
    party = incident(
        "2026-09-02", "2026-09-03", ("2026-09-04", "council"), ("2026-09-05", "police")
    )
    last = date(2027, 3, 2)
    reason = Reason("apply_arguable_before_one_lapses", {"by": last, "reported": date(2026, 9, 3)})

    assert told(case(party)) == [NextStep(Action.APPLY, reason, last, last), fewest(2)]


def test_without_distress_the_count_is_full_and_only_the_bodies_discretion_is_left() -> None:
    assert told(case(JULY, SEPTEMBER, OCTOBER), asb=NO_DISTRESS) == [APPLY_ANYWAY]


def test_where_there_is_no_case_review_there_is_no_step() -> None:
    assert told(case(JULY, SEPTEMBER, OCTOBER, nation="scotland")) == []


# ---- report an incident that has not been reported ---------------------------------------


def test_the_third_incident_is_to_be_reported_within_its_month() -> None:
    # One month beginning with 1 November ends on 30 November; the report of 3 September
    # carries an application until 2 March.
    assert told(case(SEPTEMBER, OCTOBER, incident("2026-11-01"))) == [
        report(Action.REPORT_INCIDENT, date(2026, 11, 1), date(2026, 11, 30)),
        one_more(date(2027, 3, 2)),
        APPLY_ANYWAY,
    ]


def test_the_third_incident_helps_only_while_the_first_report_still_counts() -> None:
    # Six months beginning with 26 May end on 25 November, before the month of the incident.
    late_in_may = incident("2026-05-26", "2026-05-26")

    assert told(case(late_in_may, OCTOBER, incident("2026-11-10"))) == [
        report(Action.REPORT_INCIDENT, date(2026, 11, 10), date(2026, 11, 25)),
        one_more(date(2026, 11, 25)),
        APPLY_ANYWAY,
    ]


def test_where_the_first_report_lapses_on_a_doubtful_day_the_day_before_is_named() -> None:
    assert told(case(MAY, OCTOBER, incident("2026-11-10"))) == [
        report(
            Action.REPORT_INCIDENT,
            date(2026, 11, 10),
            date(2026, 11, 29),
            last=date(2026, 11, 30),
        ),
        one_more(date(2026, 11, 29), last=date(2026, 11, 30)),
        APPLY_ANYWAY,
    ]


def test_on_that_doubtful_day_itself_today_is_named() -> None:
    last = date(2026, 11, 30)

    assert told(case(MAY, OCTOBER, incident("2026-11-10")), on=last) == [
        report(Action.REPORT_INCIDENT, date(2026, 11, 10), last),
        one_more(last),
        APPLY_ANYWAY,
    ]


def test_an_incident_whose_month_ends_on_a_missing_date_is_named_a_day_sooner() -> None:
    # One month beginning with 31 October: there is no 31 November.
    assert told(case(SEPTEMBER, OCTOBER, incident("2026-10-31")))[0] == report(
        Action.REPORT_INCIDENT, date(2026, 10, 31), date(2026, 11, 29), last=date(2026, 11, 30)
    )


@pytest.mark.parametrize(
    ("happened", "by", "last"),
    [
        # As if it had happened on 3 November.
        (date(2026, 11, 10), date(2026, 12, 2), date(2026, 12, 9)),
        # On 22 October it would be too late by now: so today.
        (date(2026, 10, 29), TODAY, date(2026, 11, 28)),
    ],
)
def test_an_uncertain_date_is_taken_a_week_earlier_but_never_before_today(
    happened: date, by: date, last: date
) -> None:
    story = case(SEPTEMBER, OCTOBER, incident(str(happened), approximate=True))

    assert told(story)[0] == report(Action.REPORT_INCIDENT, happened, by, last=last, about=True)


def test_an_incident_is_named_on_the_last_day_of_its_month_and_not_on_the_day_after() -> None:
    story = case(SEPTEMBER, OCTOBER, incident("2026-10-23"))

    assert told(story)[0] == report(Action.REPORT_INCIDENT, date(2026, 10, 23), TODAY)
    assert told(story, on=date(2026, 11, 23)) == [one_more(date(2027, 3, 2)), APPLY_ANYWAY]


def test_an_incident_told_only_to_a_school_is_still_to_be_reported() -> None:
    bullied = incident("2026-11-01", ("2026-11-02", "school"))

    assert told(case(SEPTEMBER, OCTOBER, bullied))[0] == report(
        Action.REPORT_INCIDENT, date(2026, 11, 1), date(2026, 11, 30)
    )


def test_an_incident_told_to_both_is_reported() -> None:
    both = incident("2026-11-01", ("2026-11-02", "school"), ("2026-11-03", "council"))

    assert told(case(both)) == [APPLY_ANYWAY, fewest(2)]


def test_one_report_that_is_not_enough_is_asked_for_so_that_it_can_count() -> None:
    assert told(case(incident("2026-11-01"), incident("2026-11-08"))) == [
        report(Action.KEEP_REPORTING, date(2026, 11, 1), date(2026, 11, 30)),
        report(Action.KEEP_REPORTING, date(2026, 11, 8), date(2026, 12, 7)),
        fewest(3),
    ]


def test_once_it_is_met_a_new_incident_is_still_to_be_reported() -> None:
    assert told(case(JULY, SEPTEMBER, OCTOBER, incident("2026-11-01", approximate=True))) == [
        report(
            Action.KEEP_REPORTING,
            date(2026, 11, 1),
            date(2026, 11, 24),  # as if it had happened on 25 October
            last=date(2026, 11, 30),
            about=True,
        ),
        apply(date(2027, 1, 18), reported=date(2026, 7, 19)),
    ]


def test_two_incidents_of_one_day_are_each_named() -> None:
    morning, evening = incident("2026-11-01", id="morning"), incident("2026-11-01", id="evening")

    steps = told(case(SEPTEMBER, OCTOBER, morning, evening))

    assert [(step.action, step.incident) for step in steps[:2]] == [
        (Action.REPORT_INCIDENT, "morning"),
        (Action.REPORT_INCIDENT, "evening"),
    ]


def test_what_happened_after_the_day_is_left_out() -> None:
    assert told(case(SEPTEMBER, OCTOBER, incident("2026-11-23"))) == [
        one_more(date(2027, 3, 2)),
        APPLY_ANYWAY,
    ]


def test_a_local_limit_in_days_gives_the_later_day_and_names_the_earlier() -> None:
    thirty = procedure(complaints={"needed": 3, "report_within": {"amount": 30, "unit": "day"}})

    assert told(case(SEPTEMBER, OCTOBER, incident("2026-11-01")), thirty)[0] == report(
        Action.REPORT_INCIDENT, date(2026, 11, 1), date(2026, 11, 30), last=date(2026, 12, 1)
    )


def test_what_can_be_reported_no_more_is_worth_reporting_all_the_same() -> None:
    anyway = NextStep(Action.REPORT_ANYWAY, Reason("report_anyway"))

    assert told(case(incident("2026-01-10"))) == [anyway, fewest(3)]
    assert told(case()) == [fewest(3)]


# ---- a new incident ----------------------------------------------------------------------


def test_one_more_is_enough_until_the_first_of_two_reports_lapses() -> None:
    assert told(case(SEPTEMBER, OCTOBER)) == [one_more(date(2027, 3, 2)), APPLY_ANYWAY]


def test_one_more_is_enough_on_the_very_day_the_first_lapses_and_then_two_are_needed() -> None:
    story, last = case(SEPTEMBER, OCTOBER), date(2027, 3, 2)

    assert told(story, on=last) == [one_more(last), APPLY_ANYWAY]
    assert told(story, on=date(2027, 3, 3)) == [APPLY_ANYWAY, fewest(2)]


def test_where_a_year_is_looked_at_one_more_is_enough_for_that_year() -> None:
    year = procedure(complaints={"needed": 3, "period": {"amount": 12, "unit": "month"}})

    assert told(case(SEPTEMBER, OCTOBER), year) == [one_more(date(2027, 9, 2)), APPLY_ANYWAY]


def test_where_one_report_is_enough_any_day_will_do() -> None:
    any_day = NextStep(Action.REPORT_NEW_INCIDENT, Reason("report_new_incident_any_day"))

    assert told(case(), procedure(complaints={"needed": 1})) == [any_day]


# ---- where the area has a hate route --------------------------------------------------------

ONE_OF_HATE = procedure(routes=[{"kind": "hate", "reports": 1}])
TWO_OF_HATE = procedure(routes=[{"kind": "hate", "reports": 2}])
ANY_DAY_OF_HATE = NextStep(
    Action.REPORT_NEW_HATE_INCIDENT, Reason("report_new_hate_incident_any_day")
)


def test_a_single_new_report_of_hate_is_enough_on_any_day() -> None:
    story = case(incident("2026-10-19", "2026-10-20", targeted="no"), answers={"targeted": "yes"})

    assert told(story, ONE_OF_HATE) == [APPLY_ANYWAY, ANY_DAY_OF_HATE, fewest(2)]


def test_a_second_report_of_hate_is_enough_while_the_first_counts() -> None:
    # Six months beginning with 20 October end on 19 April.
    story = case(incident("2026-10-19", "2026-10-20", targeted="yes"))

    assert told(story, TWO_OF_HATE) == [
        one_more(date(2027, 4, 19), action=Action.REPORT_NEW_HATE_INCIDENT),
        APPLY_ANYWAY,
        fewest(2),
    ]


@pytest.mark.parametrize("area", [None, procedure(), procedure(routes=[{"kind": "vulnerable"}])])
def test_without_a_hate_route_hate_is_not_asked_about(area: Procedure | None) -> None:
    story = case(incident("2026-10-19", "2026-10-20", targeted="yes"))

    assert told(story, area) == [APPLY_ANYWAY, fewest(2)]


def test_who_never_spoke_of_hate_is_not_asked_about_it() -> None:
    assert told(case(OCTOBER), ONE_OF_HATE) == [APPLY_ANYWAY, fewest(2)]


def test_an_unreported_incident_of_hate_can_be_enough_where_another_is_not() -> None:
    hate, noise = incident("2026-11-01", targeted="yes"), incident("2026-11-01", id="noise")

    assert told(case(hate, noise), ONE_OF_HATE)[:2] == [
        report(Action.REPORT_INCIDENT, date(2026, 11, 1), date(2026, 11, 30)),
        NextStep(
            Action.KEEP_REPORTING,
            Reason("keep_reporting", {"happened": date(2026, 11, 1), "by": date(2026, 11, 30)}),
            date(2026, 11, 30),
            date(2026, 11, 30),
            "noise",
        ),
    ]


# ---- where several people must have reported -------------------------------------------------

THREE_PEOPLE = procedure(
    complaints={"needed": 10}, routes=[{"kind": "several_people", "reports": 3, "people": 3}]
)
MINE = incident("2026-10-01", "2026-10-01")
ANNES = incident("2026-10-03", "2026-10-03", by="neighbour", person="Anne")
BOBS = incident("2026-10-05", "2026-10-05", by="neighbour", person="Bob")


def test_whoever_is_the_third_person_makes_it_enough_by_reporting() -> None:
    # Six months beginning with 3 October end on 2 April.
    assert told(case(ANNES, BOBS, incident("2026-11-01")), THREE_PEOPLE) == [
        report(Action.REPORT_INCIDENT, date(2026, 11, 1), date(2026, 11, 30)),
        one_more(date(2027, 4, 2)),
        APPLY_ANYWAY,
    ]


def test_whoever_has_reported_already_is_nobody_new() -> None:
    assert told(case(MINE, ANNES, incident("2026-11-01")), THREE_PEOPLE) == [
        report(Action.KEEP_REPORTING, date(2026, 11, 1), date(2026, 11, 30)),
        APPLY_ANYWAY,
        fewest(8),
    ]


def test_where_every_report_counts_by_itself_three_are_needed() -> None:
    every = procedure(complaints={"needed": 3, "separate_incidents": False})

    assert told(case(), every) == [fewest(3)]
