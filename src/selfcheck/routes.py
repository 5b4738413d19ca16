"""The ways to qualify, joined by OR: each with the stretches on which it is met.

`met` rests on the headline count (separate incidents, unless the area says otherwise).
`arguable` is looser: every report counts by itself (s.104(4) against s.104(12)), the
Act's month saves what a shorter local limit would not, and an incident whose motive
was left open may be a hate incident.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from selfcheck.complaints import Told, countable
from selfcheck.findings import Value
from selfcheck.procedure import (
    Procedure,
    RouteKind,
    Threshold,
    complaints_threshold,
    route_threshold,
)
from selfcheck.stretches import Stretch, Stretches, covering, intersection, union, where_enough


class RouteName(StrEnum):
    COMPLAINTS = "complaints"
    HATE = "hate"
    SEVERAL_PEOPLE = "several_people"
    VULNERABILITY = "vulnerability"
    OTHER = "other"
    DISCRETION = "discretion"


class RouteOutcome(StrEnum):
    """How a route stands. `discretionary` is the bodies' to decide; `unknown` not answered."""

    MET = "met"
    ARGUABLE = "arguable"
    NOT_MET = "not_met"
    DISCRETIONARY = "discretionary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Route:
    """One way to qualify; `have` and `need` are None where nothing is counted.

    `people` and `people_needed` are given on the several-people route alone.
    """

    route: RouteName
    outcome: RouteOutcome
    have: int | None = None
    need: int | None = None
    people: int | None = None
    people_needed: int | None = None
    threshold: Threshold | None = None
    met: Stretches = ()
    arguable: Stretches = ()
    note: str | None = None


Key = Callable[[Told], Hashable]


def resting_on(route: Route, reports: Sequence[Told], on: date) -> frozenset[str]:
    """Return the reports a counted route rests on, on a day; none where nothing is counted.

    Those that may count are among them unless the route is met without them.
    """
    if route.threshold is None:
        return frozenset()
    rule = _surely if route.outcome is RouteOutcome.MET else _perhaps
    return frozenset(
        report.report
        for report in countable(reports, on)
        if rule(report, route.route, route.threshold)
        and report.window(route.threshold.apply_within).covers(on)
    )


def counted_routes(
    reports: Sequence[Told],
    procedure: Procedure | None,
    on: date,
    *,
    advised: bool = False,
) -> tuple[Route, ...]:
    """Return the routes that count reports made up to `on`, which is included.

    With `advised`, days the law leaves in doubt at the end of a window are left out.
    """
    known = countable(reports, on)
    ordinary = complaints_threshold(procedure)
    routes = [_route(RouteName.COMPLAINTS, known, ordinary, on, advised=advised)]
    for kind, name in (
        (RouteKind.HATE, RouteName.HATE),
        (RouteKind.SEVERAL_PEOPLE, RouteName.SEVERAL_PEOPLE),
    ):
        local = procedure.route(kind) if procedure else None
        if local:
            threshold = route_threshold(local, ordinary)
            routes.append(_route(name, known, threshold, on, advised=advised))
    return tuple(routes)


def best(routes: Sequence[Route], on: date) -> tuple[RouteOutcome, Stretch | None]:
    """Return the best outcome of the counted routes on a day, and its present stretch."""
    for outcome, stretches in (
        (RouteOutcome.MET, union(s for route in routes for s in route.met)),
        (RouteOutcome.ARGUABLE, union(s for route in routes for s in route.arguable)),
    ):
        present = covering(stretches, on)
        if present:
            return outcome, present
    return RouteOutcome.NOT_MET, None


def _route(
    name: RouteName, known: Sequence[Told], threshold: Threshold, on: date, *, advised: bool
) -> Route:
    surely = [r for r in known if _surely(r, name, threshold)]
    perhaps = [r for r in known if _perhaps(r, name, threshold)]
    key = _by_incident if threshold.separate_incidents else _by_report
    loose = _by_report if threshold.people == 1 else _by_incident_and_person
    met = _stretches(surely, threshold, key, advised=advised)
    arguable = _stretches(perhaps, threshold, loose, advised=advised)
    people = threshold.people > 1
    return Route(
        route=name,
        outcome=_outcome(met, arguable, on),
        have=_count(surely, threshold, key, on),
        need=threshold.needed,
        people=_count(surely, threshold, _by_person, on) if people else None,
        people_needed=threshold.people if people else None,
        threshold=threshold,
        met=met,
        arguable=union((*met, *arguable)),
    )


def _surely(report: Told, name: RouteName, threshold: Threshold) -> bool:
    hate = name is not RouteName.HATE or report.hate is Value.YES
    return hate and report.in_time(threshold.report_within)


def _perhaps(report: Told, name: RouteName, threshold: Threshold) -> bool:
    hate = name is not RouteName.HATE or report.hate is not Value.NO
    return hate and report.arguably_in_time(threshold.report_within)


def _stretches(
    reports: Sequence[Told], threshold: Threshold, key: Key, *, advised: bool
) -> Stretches:
    windows = [(r, r.window(threshold.apply_within, advised=advised)) for r in reports]
    enough = where_enough(((key(r), window) for r, window in windows), threshold.needed)
    if threshold.people == 1:
        return enough
    people = where_enough(((r.person, window) for r, window in windows), threshold.people)
    return intersection(enough, people)


def _outcome(met: Stretches, arguable: Stretches, on: date) -> RouteOutcome:
    if covering(met, on):
        return RouteOutcome.MET
    return RouteOutcome.ARGUABLE if covering(arguable, on) else RouteOutcome.NOT_MET


def _count(reports: Sequence[Told], threshold: Threshold, key: Key, on: date) -> int:
    return len({key(r) for r in reports if r.last_day(threshold.apply_within) >= on})


def _by_incident(report: Told) -> Hashable:
    return report.incident


def _by_report(report: Told) -> Hashable:
    return report.report


def _by_person(report: Told) -> Hashable:
    return report.person


def _by_incident_and_person(report: Told) -> Hashable:
    return report.incident, report.person
