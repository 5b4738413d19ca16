"""What would change it: dated next steps, found by asking the same rule again.

Every step makes a change to the reports and asks `routes.counted_routes` once more;
there is no second rule. After the day assessed no window opens by itself, so coverage
only falls and the last day on which a change still helps can be found by halving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from selfcheck.case import Body, Case, Incident, ReportedBy, YesNo
from selfcheck.complaints import APPROXIMATE_DAYS, RELEVANT_BODIES, Told, countable, told
from selfcheck.conditions import is_hate
from selfcheck.findings import Plain, Reason, Value
from selfcheck.periods import ONE_DAY, Deadline
from selfcheck.procedure import Procedure, RouteKind, complaints_threshold
from selfcheck.review import Review, ReviewOutcome
from selfcheck.routes import RouteOutcome, best, counted_routes


class Action(StrEnum):
    """What to do. The first four are dated wherever the law sets a last day."""

    APPLY = "apply"
    REPORT_INCIDENT = "report_incident"  # and the threshold is met
    KEEP_REPORTING = "keep_reporting"  # it would count, but is not enough alone
    REPORT_NEW_INCIDENT = "report_new_incident"
    REPORT_NEW_HATE_INCIDENT = "report_new_hate_incident"
    FEWEST_REPORTS = "fewest_reports"
    REPORT_ANYWAY = "report_anyway"  # too late to count, but s.104(5) stays open
    APPLY_ANYWAY = "apply_anyway"  # s.104(5)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing to do, and by when.

    `by` is the day to name, `last_day` the last on which it works; both are inside the
    time, and they differ where the last day is in doubt. Both are None where no day
    ends it. `reason` has its words in `content/next_steps.toml`.
    """

    action: Action
    reason: Reason
    by: date | None = None
    last_day: date | None = None
    incident: str | None = None


def next_steps(case: Case, review: Review, procedure: Procedure | None) -> tuple[NextStep, ...]:
    """Return what would change the answer, in order of date, undated steps last."""
    if review.outcome is ReviewOutcome.NOT_AVAILABLE:
        return ()
    case = case.as_it_stood_on(review.on)
    question = _Question(procedure, _still_open(case, review), review.on)
    met_already = best(review.routes, review.on)[0] is RouteOutcome.MET
    to_report = [*_report(case, question, met_already=met_already)]
    steps = [*_apply(case, review), *to_report]
    if case.incidents and review.outcome is ReviewOutcome.REPORT_FIRST and not to_report:
        steps.append(NextStep(Action.REPORT_ANYWAY, Reason("report_anyway")))
    if not met_already:
        steps += [*_new_incident(case, question), *_fewest(question)]
    return tuple(sorted(steps, key=lambda step: (step.by is None, step.by or review.on)))


@dataclass(frozen=True, slots=True)
class _Question:
    """The rule, ready to be asked again with other reports or on another day."""

    procedure: Procedure | None
    reports: tuple[Told, ...]
    on: date

    def met_with(self, added: Sequence[Told], day: date, *, advised: bool = False) -> bool:
        """Say whether the threshold would be met on a day with some reports added."""
        reports = (*self.reports, *added)
        routes = counted_routes(reports, self.procedure, day, advised=advised)
        return best(routes, day)[0] is RouteOutcome.MET


def _still_open(case: Case, review: Review) -> tuple[Told, ...]:
    """Return the reports that can still carry an application on the day or later."""
    periods = {route.threshold.apply_within for route in review.routes if route.threshold}
    return tuple(
        report
        for report in countable(told(case), review.on)
        if any(report.last_day(period) >= review.on for period in periods)
    )


# ---- apply -----------------------------------------------------------------------


def _apply(case: Case, review: Review) -> Iterator[NextStep]:
    if review.outcome is ReviewOutcome.DISCRETIONARY:
        yield NextStep(Action.APPLY_ANYWAY, Reason("apply_anyway"))
    if not review.apply_by:
        return
    by = review.apply_advised or review.apply_by
    lapses = min(report.date for _, report in case.reports() if report.id in review.closing)
    met = review.outcome is ReviewOutcome.MET
    code = "apply_before_one_lapses" if met else "apply_arguable_before_one_lapses"
    values: dict[str, Plain] = {"by": by, "reported": lapses}
    yield NextStep(Action.APPLY, Reason(code, values), by, review.apply_by)


# ---- report an incident that has not been reported -------------------------------


def _report(case: Case, question: _Question, *, met_already: bool) -> Iterator[NextStep]:
    """Yield each incident that can still be reported in time, and what that would do."""
    found: dict[tuple[Value, Deadline], Deadline | None] = {}
    for incident in case.incidents:
        deadline = _time_left(incident, question)
        if deadline is None:
            continue
        same = (_hate(incident), deadline)
        if same not in found:
            found[same] = None if met_already else _flips(question, incident, deadline)
        enough = found[same]
        if enough:
            yield _step(Action.REPORT_INCIDENT, incident, enough)
        else:
            yield _step(Action.KEEP_REPORTING, incident, deadline)


def _step(action: Action, incident: Incident, deadline: Deadline) -> NextStep:
    code = f"{action}_approximate" if incident.approximate else str(action)
    reason = Reason(code, {"happened": incident.date, "by": deadline.advised})
    return NextStep(action, reason, deadline.advised, deadline.last, incident.id)


def _time_left(incident: Incident, question: _Question) -> Deadline | None:
    """Return by when an unreported incident must be reported, or None if that is over."""
    if any(report.to in RELEVANT_BODIES for report in incident.reports):
        return None
    within = complaints_threshold(question.procedure).report_within
    deadline = within.deadline_within(incident.date)
    if deadline.last < question.on:
        return None
    advised = deadline.advised
    if incident.approximate:
        # It may have happened up to a week earlier; the surest day is the day's own.
        advised = within.deadline_within(incident.date - APPROXIMATE_DAYS).advised
    return Deadline(deadline.last, max(advised, question.on))


def _flips(question: _Question, incident: Incident, deadline: Deadline) -> Deadline | None:
    """Return by when reporting it meets the threshold, or None if it never does."""

    def met(day: date, *, advised: bool = False) -> bool:
        return question.met_with([_reported(incident, day)], day, advised=advised)

    last = _last_day(met, question.on, deadline.last)
    if last is None:
        return None
    sure = _last_day(partial(met, advised=True), question.on, deadline.advised)
    return Deadline(last, sure or question.on)


def _reported(incident: Incident, day: date) -> Told:
    return _told(f"{incident.id} reported", incident.date, day, _hate(incident))


def _hate(incident: Incident) -> Value:
    return Value.YES if is_hate(incident) else Value.NO


# ---- a new incident --------------------------------------------------------------


def _new_incident(case: Case, question: _Question) -> Iterator[NextStep]:
    """Yield until when one report of a new incident would be enough by itself."""
    kinds = [(Action.REPORT_NEW_INCIDENT, Value.NO)]
    if _hate_route_matters(case, question):
        kinds.append((Action.REPORT_NEW_HATE_INCIDENT, Value.YES))
    for action, hate in kinds:
        step = _one_more(action, hate, question)
        if step:
            yield step


def _one_more(action: Action, hate: Value, question: _Question) -> NextStep | None:
    def met(day: date, *, advised: bool = False) -> bool:
        return question.met_with([_new(day, hate)], day, advised=advised)

    end = _horizon(question)
    if met(end):
        return NextStep(action, Reason(f"{action}_any_day"))
    last = _last_day(met, question.on, end)
    if last is None:
        return None
    sure = _last_day(partial(met, advised=True), question.on, end) or question.on
    return NextStep(action, Reason(str(action), {"by": sure}), sure, last)


def _fewest(question: _Question) -> Iterator[NextStep]:
    """Yield how many reports of new incidents, made now, would be enough: two or more."""
    needed = complaints_threshold(question.procedure).needed
    for count in range(1, needed + 1):
        added = [_new(question.on, Value.NO, number) for number in range(count)]
        if question.met_with(added, question.on):
            if count > 1:
                yield NextStep(Action.FEWEST_REPORTS, Reason("fewest_reports", {"count": count}))
            return


def _new(day: date, hate: Value, number: int = 0) -> Told:
    return _told(f"new incident {number}", day, day, hate)


def _hate_route_matters(case: Case, question: _Question) -> bool:
    """Say whether the area has a hate route and the case speaks of hate."""
    has_route = question.procedure is not None and question.procedure.route(RouteKind.HATE)
    told_of = case.answers.targeted is YesNo.YES or any(is_hate(i) for i in case.incidents)
    return bool(has_route) and told_of


# ---- shared ----------------------------------------------------------------------


def _told(name: str, happened: date, day: date, hate: Value) -> Told:
    """Return a report that could be made; no report of a diary has a name with a space."""
    return Told(name, name, happened, day, Body.POLICE, ReportedBy.ME, hate)


def _horizon(question: _Question) -> date:
    """Return a day, later than today, by which every window of today's reports is over."""
    ends = [
        report.last_day(route.threshold.apply_within)
        for route in counted_routes(question.reports, question.procedure, question.on)
        if route.threshold
        for report in question.reports
    ]
    return max(ends, default=question.on) + ONE_DAY


def _last_day(holds: Callable[[date], bool], first: date, last: date) -> date | None:
    """Return the last day from `first` to `last` on which something that ends holds."""
    if not holds(first):
        return None
    while first < last:
        middle = first + (last - first + ONE_DAY) // 2
        if holds(middle):
            first = middle
        else:
            last = middle - ONE_DAY
    return first
