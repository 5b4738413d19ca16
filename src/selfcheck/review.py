"""Section 104 of the 2014 Act, in the Act's order: whether a case meets the threshold.

Nothing is counted twice and nothing drawn: pages, letters and the command line show
the Review this file returns.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selfcheck import areas, law
from selfcheck.case import Case, Nation, Response, YesNo
from selfcheck.complaints import Complaint, Told, Verdict, countable, judge, told
from selfcheck.findings import Condition, Value
from selfcheck.local_conditions import ConditionHeld, hold_conditions
from selfcheck.periods import ONE_DAY
from selfcheck.procedure import Procedure, RouteKind, Threshold, complaints_threshold
from selfcheck.routes import Route, RouteName, RouteOutcome, best, counted_routes, resting_on
from selfcheck.stretches import Stretches, union


class ReviewOutcome(StrEnum):
    MET = "met"  # s.104(4): the bodies must decide that the threshold is met
    ARGUABLE = "arguable"  # only a looser count reaches the number
    DISCRETIONARY = "discretionary"  # s.104(5): the bodies must decide
    REPORT_FIRST = "report_first"  # nothing reported to a relevant body yet
    NOT_AVAILABLE = "not_available"  # no case review exists here, or on that day


@dataclass(frozen=True, slots=True)
class Counts:
    """How many reports count on the day assessed, by incident and one by one."""

    separate_incidents: int
    complaints: int


@dataclass(frozen=True, slots=True)
class Review:
    """Whether the threshold is met on `on`, by when to apply, and everything it rests on.

    All days are included ends. `apply_by` is the last day of the present stretch,
    `apply_advised` the day to name (a day sooner where the law leaves `apply_by` in
    doubt). `lapsed_on` is the first day on which the threshold was no longer met.
    `closing` are the reports whose windows end on `apply_by`. `speaks_for` and `notices`
    are codes with words in `content/`.
    """

    on: date
    outcome: ReviewOutcome
    area: str | None
    procedure: Procedure | None
    threshold: Threshold
    complaints: tuple[Complaint, ...] = ()
    counts: Counts = Counts(0, 0)
    routes: tuple[Route, ...] = ()
    met_from: date | None = None
    apply_by: date | None = None
    apply_advised: date | None = None
    lapsed_on: date | None = None
    closing: tuple[str, ...] = ()
    stretches: Stretches = ()
    conditions: tuple[ConditionHeld, ...] = ()
    speaks_for: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


def review(case: Case, procedure: Procedure | None, asb: Condition, on: date) -> Review:
    """Return the review of a case on a day, under an area's procedure or the Act's own.

    `asb` is the condition that the behaviour caused harassment, alarm or distress
    (s.105(4)). Reports made after `on` are ignored: this is how it stood on that day.
    """
    threshold = complaints_threshold(procedure)
    unavailable = _why_not_available(case, on)
    if unavailable:
        return Review(
            on, ReviewOutcome.NOT_AVAILABLE, case.area, procedure, threshold, notices=(unavailable,)
        )
    reports = told(case)
    complaints = judge(reports, threshold, on)
    counted = counted_routes(reports, procedure, on)
    outcome = _outcome(reports, counted, asb, on)
    applies = outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE)
    when = _when_to_apply(reports, procedure, counted, on) if applies else _When()
    met = union(stretch for route in counted for stretch in route.met)
    return Review(
        on=on,
        outcome=outcome,
        area=case.area,
        procedure=procedure,
        threshold=threshold,
        complaints=complaints,
        counts=_counts(complaints),
        routes=counted + _open_routes(case, procedure, outcome),
        met_from=when.met_from,
        apply_by=when.apply_by,
        apply_advised=when.advised,
        closing=when.closing,
        lapsed_on=_lapsed_on(met, on),
        stretches=met,
        conditions=hold_conditions(case, procedure, complaints, on),
        speaks_for=_speaks_for(case),
        notices=tuple(_notices(case, procedure, complaints, asb, on)),
    )


# ---- available at all ------------------------------------------------------------


def _why_not_available(case: Case, on: date) -> str | None:
    # Part 6 of the 2014 Act extends to England and Wales alone.
    if case.nation in (Nation.SCOTLAND, Nation.NORTHERN_IRELAND):
        return case.nation.value
    return None if law.rules_on(on) else "before_the_act"


# ---- s.104(4) and (5) ------------------------------------------------------------


def _outcome(
    reports: tuple[Told, ...], counted: tuple[Route, ...], asb: Condition, on: date
) -> ReviewOutcome:
    if not countable(reports, on):
        return ReviewOutcome.REPORT_FIRST
    if asb.value is Value.NO:
        # s.105(4): without harassment, alarm or distress the count alone is not enough.
        return ReviewOutcome.DISCRETIONARY
    outcome, _ = best(counted, on)
    if outcome is RouteOutcome.MET:
        return ReviewOutcome.MET
    if outcome is RouteOutcome.ARGUABLE:
        return ReviewOutcome.ARGUABLE
    return ReviewOutcome.DISCRETIONARY


def _counts(complaints: tuple[Complaint, ...]) -> Counts:
    qualifying = [c for c in complaints if c.verdict in (Verdict.COUNTS, Verdict.SAME_INCIDENT)]
    return Counts(len({c.incident for c in qualifying}), len(qualifying))


def _open_routes(
    case: Case, procedure: Procedure | None, outcome: ReviewOutcome
) -> tuple[Route, ...]:
    """Return the routes that count nothing: vulnerability, other local ones, s.104(5)."""
    routes = []
    for local in procedure.routes if procedure else ():
        if local.kind is RouteKind.VULNERABLE:
            vulnerable = _vulnerable(case)
            routes.append(Route(RouteName.VULNERABILITY, vulnerable, note=local.note))
        if local.kind is RouteKind.OTHER:
            routes.append(Route(RouteName.OTHER, RouteOutcome.DISCRETIONARY, note=local.note))
    if outcome is not ReviewOutcome.REPORT_FIRST:
        discretion = procedure.route(RouteKind.DISCRETION) if procedure else None
        note = discretion.note if discretion else None
        routes.append(Route(RouteName.DISCRETION, RouteOutcome.DISCRETIONARY, note=note))
    return tuple(routes)


def _vulnerable(case: Case) -> RouteOutcome:
    match case.answers.vulnerable:
        case YesNo.YES:
            return RouteOutcome.DISCRETIONARY
        case YesNo.NO:
            return RouteOutcome.NOT_MET
        case _:
            return RouteOutcome.UNKNOWN


# ---- s.104(11): from when and until when -----------------------------------------


@dataclass(frozen=True, slots=True)
class _When:
    met_from: date | None = None
    apply_by: date | None = None
    advised: date | None = None
    closing: tuple[str, ...] = ()


def _when_to_apply(
    reports: tuple[Told, ...],
    procedure: Procedure | None,
    counted: tuple[Route, ...],
    on: date,
) -> _When:
    outcome, present = best(counted, on)
    if present is None:
        return _When()
    periods = {route.threshold.apply_within for route in counted if route.threshold}
    counting = frozenset[str]().union(*(resting_on(route, reports, on) for route in counted))
    closing = [
        r
        for r in reports
        if r.report in counting and any(r.last_day(p) == present.last for p in periods)
    ]
    advised = present.last
    if any(p.deadline(r.reported_on).borderline for r in closing for p in periods):
        _, sure = best(counted_routes(reports, procedure, on, advised=True), on)
        # On the doubtful last day itself there is no surer day left than today.
        advised = min(sure.last, present.last) if sure else on
    return _When(
        met_from=present.first if outcome is RouteOutcome.MET else None,
        apply_by=present.last,
        advised=advised,
        closing=tuple(report.report for report in closing),
    )


def _lapsed_on(met: Stretches, on: date) -> date | None:
    over = [stretch for stretch in met if stretch.last < on]
    present = any(stretch.covers(on) for stretch in met)
    return over[-1].last + ONE_DAY if over and not present else None


# ---- what speaks for it, and what must be said -----------------------------------


def _speaks_for(case: Case) -> tuple[str, ...]:
    """Return which of s.104(5)'s three things the answers speak of."""
    answers = case.answers
    persistent = YesNo.YES in (answers.repeated, answers.still_happening) or len(case.incidents) > 1
    harmed = bool(answers.harm) or YesNo.YES in (answers.vulnerable, answers.fear_of_violence)
    unheard = answers.response in (Response.NONE, Response.NOT_ENOUGH)
    return tuple(
        code
        for code, speaks in (
            ("persistence", persistent),
            ("harm", harmed),
            ("response", unheard),
        )
        if speaks
    )


def _notices(
    case: Case,
    procedure: Procedure | None,
    complaints: tuple[Complaint, ...],
    asb: Condition,
    on: date,
) -> list[str]:
    """Return what must be said beside the outcome, the most important first."""
    checks = (
        ("no_distress", asb.value is Value.NO),
        ("distress_unanswered", asb.value is Value.UNKNOWN),
        ("reports_not_dated", _reports_not_dated(case)),
        ("nation_unanswered", case.nation is None and case.area is None),
        ("area_unanswered", case.area is None),
        ("council_ended", _council_ended(case, on)),
        ("procedure_not_seen", procedure is not None and procedure.source is None),
        ("figures_not_seen", _figures_not_seen(procedure)),
        ("confidence_low", _low_confidence(procedure)),
        ("short_report_limit", _short_report_limit(procedure)),
        ("borderline", any(c.borderline for c in complaints)),
    )
    return [code for code, applies in checks if applies]


def _reports_not_dated(case: Case) -> bool:
    """Say whether somebody responded, so was told, but no report stands in the diary."""
    responded = (Response.NONE, Response.NOT_ENOUGH, Response.DEALT_WITH)
    return case.answers.response in responded and not any(case.reports())


def _council_ended(case: Case, on: date) -> bool:
    area = areas.area(case.area) if case.area else None
    return bool(area and area.has_ended(on))


def _figures_not_seen(procedure: Procedure | None) -> bool:
    return bool(procedure and procedure.source and procedure.complaints is None)


def _low_confidence(procedure: Procedure | None) -> bool:
    return bool(procedure and procedure.source and procedure.source.confidence == "low")


def _short_report_limit(procedure: Procedure | None) -> bool:
    """Say whether the area's reporting limit is shorter than any month."""
    limit = complaints_threshold(procedure).report_within
    return limit.unit == "day" and limit.amount < 28
