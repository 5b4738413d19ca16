"""The part of the trace that writes out each report's two clocks and its verdict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from selfcheck import content, explain
from selfcheck.case import Case, Incident, Report, ReportedBy
from selfcheck.complaints import Complaint, Told, told
from selfcheck.findings import Value
from selfcheck.periods import Period
from selfcheck.picture import numbered
from selfcheck.procedure import ACT_REPORT_WITHIN, Threshold
from selfcheck.review import Review
from selfcheck.trace.line import Line, one_line

_CLOCKS = ("asbcpa2014.s104.11",)


def lines(case: Case, review: Review) -> Iterator[Line]:
    """Yield each report in the order they were made, with its clocks and its verdict."""
    words = _words()["report"]
    if not review.complaints:
        yield Line(words["none"])
        return
    written = {report.id: (incident, report) for incident, report in case.reports()}
    known = {one.report: one for one in told(case)}
    for number, complaint in numbered(review):
        incident, report = written[complaint.report]
        yield _headline(number, complaint, incident)
        yield from _about(report, known[report.id])
        yield from _first_clock(complaint, known[report.id], review.threshold)
        yield from _second_clock(complaint, review)
        yield from _verdict(complaint)


def _headline(number: int, complaint: Complaint, incident: Incident) -> Line:
    words = _words()["report"]
    happened = content.long_date(complaint.happened_on)
    if incident.approximate:
        happened = words["about"].format(day=happened)
    to = content.words("choices")["Body"][complaint.to]
    values = {"reported": content.long_date(complaint.reported_on), "happened": happened}
    return Line(words["one"].format(number=number, to=to, **values))


def _about(report: Report, known: Told) -> Iterator[Line]:
    words = _words()["report"]
    if report.by is not ReportedBy.ME:
        by = content.words("choices")["ReportedBy"][report.by]
        if report.person:
            by = words["labelled"].format(by=by, person=one_line(report.person))
        yield Line(words["by"].format(by=by), 1)
    if report.reference:
        reference = one_line(report.reference)
        yield Line(words["their_reference"].format(reference=reference), 1)
    if known.hate is not Value.NO:
        yield Line(words["hate" if known.hate is Value.YES else "hate_open"], 1)


# ---- from what happened to telling somebody ------------------------------------------


def _first_clock(complaint: Complaint, known: Told, threshold: Threshold) -> Iterator[Line]:
    words, within = _words()["report"], threshold.report_within
    in_time = known.in_time(within)
    text = words["first_clock_days" if within.unit == "day" else "first_clock"].format(
        happened=content.long_date(complaint.happened_on),
        last=content.long_date(complaint.report_by),
        reported=content.long_date(complaint.reported_on),
        result=words["in_time" if in_time else "too_late"],
        **_length(within),
    )
    yield Line(text, 1, _CLOCKS)
    yield from _first_doubt(complaint.happened_on, within)
    if not in_time and known.arguably_in_time(within):
        last = content.long_date(ACT_REPORT_WITHIN.deadline_within(complaint.happened_on).last)
        yield Line(words["act_saves"].format(last=last), 2, _CLOCKS)


def _first_doubt(happened_on: date, within: Period) -> Iterator[Line]:
    deadline = within.deadline_within(happened_on)
    if deadline.borderline:
        code = "first_clock_days_doubt" if within.unit == "day" else "missing_date"
        advised = content.long_date(deadline.advised)
        yield Line(_words()["report"][code].format(advised=advised), 2)


# ---- from telling somebody to applying -----------------------------------------------


def _second_clock(complaint: Complaint, review: Review) -> Iterator[Line]:
    words, within = _words()["report"], review.threshold.apply_within
    window, on = complaint.window, review.on
    result = "inside" if window.covers(on) else "over" if on > window.last else "before"
    text = words["second_clock"].format(
        reported=content.long_date(complaint.reported_on),
        last=content.long_date(window.last),
        on=content.long_date(on),
        result=words[result],
        **_length(within),
    )
    yield Line(text, 1, _CLOCKS)
    deadline = within.deadline(complaint.reported_on)
    if deadline.borderline:
        advised = content.long_date(deadline.advised)
        yield Line(words["missing_date"].format(advised=advised), 2)


def _verdict(complaint: Complaint) -> Iterator[Line]:
    verdict = explain.verdict(complaint)
    if complaint.borderline:
        verdict = f"{verdict} {content.words('review')['borderline']['verdict']}"
    yield Line(_words()["report"]["verdict"].format(verdict=verdict), 1)


def _length(period: Period) -> dict[str, str]:
    """Return a period in words with its verb: "six months" and "end"."""
    words = _words()
    figures, _, unit = explain.period(period).partition(" ")
    amount = words["number"].get(figures, figures) if period.unit == "month" else figures
    ends = words["report"]["ends_one" if period.amount == 1 else "ends_many"]
    return {"period": f"{amount} {unit}", "ends": ends}


def _words() -> dict[str, Any]:
    return dict(content.words("trace"))
