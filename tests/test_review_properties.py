"""What must hold for every case: the rule against a slow count, one day at a time."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck.assessment import assess, procedure_of
from selfcheck.case import Body, Case, Incident, Report
from selfcheck.complaints import RELEVANT_BODIES
from selfcheck.periods import Period
from selfcheck.review import ReviewOutcome
from selfcheck.routes import RouteName
from selfcheck.what_if import Action, NextStep
from tests.strategies import AWKWARD_DAYS, ENGLISH_AREAS, TODAY, cases

ORDER = [
    ReviewOutcome.REPORT_FIRST,
    ReviewOutcome.DISCRETIONARY,
    ReviewOutcome.ARGUABLE,
    ReviewOutcome.MET,
]
DAYS = st.dates(date(2026, 3, 1), date(2027, 6, 30))
AREAS = [None, *ENGLISH_AREAS]


@st.composite
def busy(draw: st.DrawFn, area: str | None = None) -> Case:
    """Return a distressing case in England whose reports lie close to the counts and limits."""
    incidents = []
    for number in range(draw(st.integers(0, 5))):
        happened = draw(st.one_of(st.sampled_from(AWKWARD_DAYS[9:]), RECENT))
        delays = draw(st.lists(st.integers(0, 33), max_size=3))
        days = sorted(min(happened + timedelta(days=delay), TODAY) for delay in delays)
        incidents.append(
            {
                "id": f"i{number}",
                "date": happened,
                "approximate": draw(st.booleans()),
                "targeted": draw(st.sampled_from(["yes", "no", None])),
                "reports": [
                    {"id": f"i{number}r{index}", "date": day, "to": draw(BODIES)}
                    for index, day in enumerate(days)
                ],
            }
        )
    answers = {"distress": "yes", "targeted": draw(st.sampled_from(["yes", "no"]))}
    fields = {"nation": "england", "area": area, "answers": answers, "incidents": incidents}
    return Case.model_validate(fields)


RECENT = st.dates(date(2026, 4, 1), TODAY)
BODIES = st.sampled_from(["police", "council", "police", "school"])
LOCAL = st.sampled_from(AREAS).flatmap(busy)


def counted_slowly(case: Case, on: date) -> int:
    """Count the incidents with a report in time whose six months cover the day."""
    month, half_year = Period(1, "month"), Period(6, "month")
    return sum(
        any(
            report.to in RELEVANT_BODIES
            and report.date <= month.last_day(incident.date)
            and report.date <= on <= half_year.last_day(report.date)
            for report in incident.reports
        )
        for incident in case.incidents
    )


@given(busy(), DAYS)
def test_the_threshold_is_met_exactly_when_three_incidents_count(case: Case, on: date) -> None:
    found = assess(case, on).review
    ordinary = next(route for route in found.routes if route.route is RouteName.COMPLAINTS)

    assert ordinary.have == counted_slowly(case, on)
    assert (found.outcome is ReviewOutcome.MET) == (counted_slowly(case, on) >= 3)


@given(busy())
@settings(max_examples=20)
def test_every_day_of_a_stretch_and_no_other_is_a_day_on_which_it_is_met(case: Case) -> None:
    found = assess(case, TODAY).review
    day = date(2025, 10, 1)

    while day < date(2027, 8, 1):
        met = counted_slowly(case.as_it_stood_on(TODAY), day) >= 3
        assert met == any(stretch.covers(day) for stretch in found.stretches)
        day += timedelta(days=1)


@given(LOCAL, DAYS)
def test_the_dates_of_the_answer_are_the_ends_of_the_stretch_the_day_lies_in(
    case: Case, on: date
) -> None:
    found = assess(case, on).review
    if found.outcome is not ReviewOutcome.MET:
        return

    assert found.met_from is not None
    assert found.apply_by is not None
    assert (found.met_from, found.apply_by) in found.stretches
    assert found.met_from <= on <= found.apply_by
    assert found.lapsed_on is None


@given(LOCAL, DAYS)
def test_a_last_day_is_always_that_of_a_report_that_counts(case: Case, on: date) -> None:
    found = assess(case, on).review
    # Of one incident, a way to qualify may count further reports beside the first.
    may_count = {c.report for c in found.complaints if c.verdict in ("counts", "same_incident")}
    if found.apply_by is None:
        return

    assert found.closing
    assert may_count.issuperset(found.closing)


@given(LOCAL, st.dates(date(2026, 5, 1), TODAY), st.sampled_from(sorted(RELEVANT_BODIES)))
def test_adding_a_qualifying_report_never_makes_things_worse(
    case: Case, day: date, to: Body
) -> None:
    extra = Incident(id="extra", date=day, reports=(Report(id="extra-r", date=day, to=to),))
    more = case.model_copy(update={"incidents": (*case.incidents, extra)})

    before = assess(case, TODAY).review.outcome
    after = assess(more, TODAY).review.outcome

    assert ORDER.index(after) >= ORDER.index(before)


@given(busy(), DAYS)
def test_each_report_has_one_verdict_and_as_many_count_as_there_are_incidents(
    case: Case, on: date
) -> None:
    found = assess(case, on).review
    counting = [c.incident for c in found.complaints if c.verdict == "counts"]

    assert [c.report for c in found.complaints] == [report.id for _, report in case.reports()]
    assert len(counting) == len(set(counting)) == found.counts.separate_incidents
    assert found.counts.separate_incidents <= found.counts.complaints


@given(cases(), DAYS)
@settings(max_examples=40)
def test_the_same_case_and_day_give_the_same_assessment(case: Case, on: date) -> None:
    assert assess(case, on) == assess(case, on)


@given(LOCAL, st.dates(date(2026, 4, 1), TODAY))
def test_as_it_stood_on_a_day_is_as_if_nothing_later_had_been_written(case: Case, on: date) -> None:
    now, then = assess(case, on), assess(case.as_it_stood_on(on), on)

    assert now.findings == then.findings
    assert now.next_steps == then.next_steps
    assert now.review.outcome is then.review.outcome
    assert now.review.stretches == then.review.stretches


# ---- what would change it -----------------------------------------------------------


def reporting(case: Case, incident: str, day: date) -> Case:
    """Return the case with an incident reported to the police on a day."""
    report = Report(id="new-report", date=day, to=Body.POLICE)
    return case.model_copy(
        update={
            "incidents": tuple(
                one.model_copy(update={"reports": (*one.reports, report)})
                if one.id == incident
                else one
                for one in case.incidents
            )
        }
    )


def with_new_incident(case: Case, day: date, number: int = 0, *, hate: bool = False) -> Case:
    """Return the case with a new incident that happened and was reported on a day."""
    name = f"new{number}"
    incident = Incident.model_validate(
        {
            "id": name,
            "date": day,
            "targeted": "yes" if hate else "no",
            "reports": [{"id": f"{name}r", "date": day, "to": "police"}],
        }
    )
    return case.model_copy(update={"incidents": (*case.incidents, incident)})


def met(case: Case, on: date) -> bool:
    return assess(case, on).review.outcome is ReviewOutcome.MET


@given(LOCAL)
def test_every_date_a_step_names_flips_the_answer_and_the_day_after_does_not(case: Case) -> None:
    for step in assess(case, TODAY).next_steps:
        if step.by is None or step.last_day is None:
            continue
        after = step.last_day + timedelta(days=1)

        assert TODAY <= step.by <= step.last_day
        assert carried_out(case, step, step.by)
        assert carried_out(case, step, step.last_day)
        assert not carried_out(case, step, after)


def carried_out(case: Case, step: NextStep, day: date) -> bool:
    """Say whether doing what a step says on a day does what the step says it does."""
    match step.action:
        case Action.APPLY:
            return assess(case, day).review.outcome is assess(case, TODAY).review.outcome
        case Action.REPORT_INCIDENT:
            return met(reporting(case, str(step.incident), day), day)
        case Action.KEEP_REPORTING:
            return counts_when_reported(case, str(step.incident), day)
        case _:
            hate = step.action is Action.REPORT_NEW_HATE_INCIDENT
            return met(with_new_incident(case, day, hate=hate), day)


def counts_when_reported(case: Case, incident: str, day: date) -> bool:
    told = reporting(case, incident, day)
    found = assess(told, day).review
    verdicts = {c.report: c.verdict.value for c in found.complaints}
    return verdicts["new-report"] == "counts"


@given(LOCAL)
def test_the_fewest_reports_are_enough_and_one_fewer_is_not(case: Case) -> None:
    step = next((s for s in assess(case, TODAY).next_steps if s.action == "fewest_reports"), None)
    if step is None:
        return
    count = step.reason.values["count"]
    assert isinstance(count, int)
    for number in range(count - 1):
        case = with_new_incident(case, TODAY, number)

    assert not met(case, TODAY)
    assert met(with_new_incident(case, TODAY, count), TODAY)


@given(LOCAL)
def test_steps_come_in_order_of_date_and_undated_ones_last(case: Case) -> None:
    days = [step.by for step in assess(case, TODAY).next_steps]

    assert days == sorted(days, key=lambda day: (day is None, day or TODAY))


@given(cases())
@settings(max_examples=40)
def test_the_procedure_used_is_that_of_the_cases_own_area(case: Case) -> None:
    rule = procedure_of(case)

    assert assess(case, TODAY).review.procedure == rule
    assert rule is None or rule.code == case.area
