"""Qualifying complaints: section 104(10) to (12) of the 2014 Act.

A complaint is one report. It qualifies for an application on a day when it was made
in time after the incident, to a relevant body, and the day lies in its window.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from selfcheck.case import Body, Case, Kind, Report, ReportedBy, YesNo
from selfcheck.conditions import is_hate
from selfcheck.findings import Value
from selfcheck.periods import Period
from selfcheck.procedure import ACT_REPORT_WITHIN, Threshold
from selfcheck.stretches import Stretch

# Section 105(2) and (3): the bodies that must hold the review. The Act does not say
# to whom a complaint must go; one made only to somebody else is never counted silently.
RELEVANT_BODIES = frozenset({Body.POLICE, Body.COUNCIL, Body.SOCIAL_LANDLORD, Body.HEALTH_SERVICE})
# How far the true day may lie from one given as approximate.
APPROXIMATE_DAYS = timedelta(days=7)


class Verdict(StrEnum):
    COUNTS = "counts"
    REPORTED_TOO_LATE = "reported_too_late"
    TOO_OLD = "too_old"
    SAME_INCIDENT = "same_incident"
    NOT_TO_A_RELEVANT_BODY = "not_to_a_relevant_body"
    AFTER_THIS_DAY = "after_this_day"


class Told(NamedTuple):
    """One report with what the rule needs to know of its incident.

    `hate` is unknown where the person said they are targeted but not in which incident.
    """

    report: str
    incident: str
    happened_on: date
    reported_on: date
    to: Body
    person: str
    hate: Value = Value.NO
    approximate: bool = False

    def in_time(self, report_within: Period, *, advised: bool = False) -> bool:
        """Say whether it was reported in time (s.104(11)(a)); the last day is in time.

        With `advised`, the day in doubt at the end of some periods is left out.
        """
        deadline = report_within.deadline_within(self.happened_on)
        return self.reported_on <= (deadline.advised if advised else deadline.last)

    def arguably_in_time(self, report_within: Period) -> bool:
        """Say whether it was in time by the area's limit or by the Act's month.

        An area may specify "a different period". Whether it may cut the month short has
        not been tested, so what only the Act's month saves is arguable.
        """
        return self.in_time(report_within) or self.in_time(ACT_REPORT_WITHIN)

    def window(self, apply_within: Period, *, advised: bool = False) -> Stretch:
        """Return the days on which an application can rest on it (s.104(11)(b))."""
        return Stretch(self.reported_on, self.last_day(apply_within, advised=advised))

    def last_day(self, apply_within: Period, *, advised: bool = False) -> date:
        """Return the last day on which an application can rest on it."""
        deadline = apply_within.deadline(self.reported_on)
        return deadline.advised if advised else deadline.last


class Complaint(NamedTuple):
    """A report's verdict on the day assessed, with the two clocks it rests on.

    `report_by` is the last day its incident could be reported, `window` the days on
    which it can carry an application. `borderline` says the verdict would change if an
    approximate date moved by a week, or rests on a day the law leaves in doubt.
    """

    report: str
    incident: str
    happened_on: date
    reported_on: date
    to: Body
    verdict: Verdict
    report_by: date
    window: Stretch
    borderline: bool


def told(case: Case) -> tuple[Told, ...]:
    """Return every report of the case as the rule sees it, in the diary's order."""
    people = _people(case)
    left_open = Value.UNKNOWN if _says_targeted(case) else Value.NO
    found = []
    for incident in case.incidents:
        hate = Value.NO if incident.targeted else left_open
        hate = Value.YES if is_hate(incident) else hate
        for report in incident.reports:
            person = people[report.id]
            facts = (report.id, incident.id, incident.date, report.date, report.to, person)
            found.append(Told(*facts, hate, incident.approximate))
    return tuple(found)


def countable(reports: Iterable[Told], on: date) -> tuple[Told, ...]:
    """Return the reports made to a relevant body up to a day, which is included."""
    return tuple(r for r in reports if r.reported_on <= on and r.to in RELEVANT_BODIES)


def judge(reports: Sequence[Told], threshold: Threshold, on: date) -> tuple[Complaint, ...]:
    """Return a verdict for every report, in order, for an application on a day."""
    verdicts = [_verdict(report, threshold, on) for report in reports]
    if threshold.separate_incidents:
        verdicts = _one_an_incident(reports, verdicts, threshold)
    return tuple(
        Complaint(
            report=report.report,
            incident=report.incident,
            happened_on=report.happened_on,
            reported_on=report.reported_on,
            to=report.to,
            verdict=verdict,
            report_by=threshold.report_within.deadline_within(report.happened_on).last,
            window=report.window(threshold.apply_within),
            borderline=_borderline(report, threshold, on),
        )
        for report, verdict in zip(reports, verdicts, strict=True)
    )


def _verdict(report: Told, threshold: Threshold, on: date, *, advised: bool = False) -> Verdict:
    if report.reported_on > on:
        return Verdict.AFTER_THIS_DAY
    if report.to not in RELEVANT_BODIES:
        return Verdict.NOT_TO_A_RELEVANT_BODY
    if not report.in_time(threshold.report_within, advised=advised):
        return Verdict.REPORTED_TOO_LATE
    if on > report.last_day(threshold.apply_within, advised=advised):
        return Verdict.TOO_OLD
    return Verdict.COUNTS


def _borderline(report: Told, threshold: Threshold, on: date) -> bool:
    in_doubt = (
        report.approximate
        or threshold.report_within.deadline_within(report.happened_on).borderline
        or threshold.apply_within.deadline(report.reported_on).borderline
    )
    if not in_doubt:
        return False
    verdict = _verdict(report, threshold, on)
    if _verdict(report, threshold, on, advised=True) is not verdict:
        return True
    # An earlier day is the harder case and a later one the easier: the ends suffice.
    return report.approximate and any(
        _verdict(report._replace(happened_on=day), threshold, on) is not verdict
        for day in (
            report.happened_on - APPROXIMATE_DAYS,
            min(report.happened_on + APPROXIMATE_DAYS, report.reported_on),
        )
    )


def _one_an_incident(
    reports: Sequence[Told], verdicts: Sequence[Verdict], threshold: Threshold
) -> list[Verdict]:
    """Return the verdicts with one report an incident counting: the one that lasts longest."""
    chosen: dict[str, tuple[date, str]] = {}
    for report, verdict in zip(reports, verdicts, strict=True):
        if verdict is Verdict.COUNTS:
            last = report.last_day(threshold.apply_within)
            best = chosen.get(report.incident)
            if best is None or last > best[0]:
                chosen[report.incident] = (last, report.report)
    return [
        Verdict.SAME_INCIDENT
        if verdict is Verdict.COUNTS and chosen[report.incident][1] != report.report
        else verdict
        for report, verdict in zip(reports, verdicts, strict=True)
    ]


def _people(case: Case) -> dict[str, str]:
    """Return who made each report, two reports told apart only where the case does so.

    A report by "a neighbour" without a label is taken to be the first neighbour who
    has one, so that nobody is counted twice.
    """
    labelled: dict[ReportedBy, str] = {}
    for _, report in case.reports():
        if report.person:
            labelled.setdefault(report.by, _label(report))
    return {report.id: _person(report, labelled) for _, report in case.reports()}


def _person(report: Report, labelled: dict[ReportedBy, str]) -> str:
    if report.by is ReportedBy.ME:
        return ReportedBy.ME
    return _label(report) if report.person else labelled.get(report.by, report.by)


def _label(report: Report) -> str:
    return f"{report.by}: {(report.person or '').strip().casefold()}"


def _says_targeted(case: Case) -> bool:
    answers = case.answers
    return answers.targeted is YesNo.YES or Kind.HATE_INCIDENT in (answers.kinds or ())
