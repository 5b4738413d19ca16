"""Reminders for a calendar (RFC 5545): days to report, to apply, to hear back and to ask again.

Every day comes from the assessment or from `applying`; none is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from selfcheck import applying, content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case, Incident
from selfcheck.what_if import Action

_TO_REPORT = (Action.REPORT_INCIDENT, Action.KEEP_REPORTING)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One day not to be missed.

    `key` is the same in every file made for this case; `discreet` gives nothing away,
    `plain` and `note` say it.
    """

    key: str
    day: date
    discreet: str
    plain: str
    note: str


def reminders(
    case: Case, assessment: Assessment, applied_on: date | None = None
) -> tuple[Reminder, ...]:
    """Return the days to be reminded of, the first day first.

    Once applied, the replies due take the place of the last day to apply.
    """
    found = [*_to_report(case, assessment)]
    found += _applied(assessment, applied_on) if applied_on else _to_apply(assessment)
    return tuple(sorted(found, key=lambda reminder: (reminder.day, reminder.key)))


def make_reminders(
    case: Case, assessment: Assessment, *, plain: bool = False, applied_on: date | None = None
) -> bytes | None:
    """Return the reminders as a calendar file, or None where there are none.

    A later file updates what an earlier one put into a calendar. Titles give nothing away
    unless `plain`.
    """
    found = reminders(case, assessment, applied_on)
    if not found:
        return None
    # The library for it is loaded only here: a page asks far more often which days there are.
    from selfcheck.documents.calendar_file import calendar_file  # noqa: PLC0415

    return calendar_file(found, case.reference, assessment.on, plain=plain)


# ---- which days ----------------------------------------------------------------------


def _to_report(case: Case, assessment: Assessment) -> Iterator[Reminder]:
    incidents = {incident.id: incident for incident in case.incidents}
    for step in assessment.next_steps:
        if step.action in _TO_REPORT and step.by and step.incident:
            title = _report_title(incidents[step.incident])
            note = content.say("next_steps", step.reason)
            yield _reminder("report", step.by, title, note, step.incident)


def _report_title(incident: Incident) -> str:
    code = "report_approximate" if incident.approximate else "report"
    happened = content.long_date(incident.date)
    return str(content.words("reminders")["plain"][code]).format(happened=happened)


def _to_apply(assessment: Assessment) -> Iterator[Reminder]:
    for step in assessment.next_steps:
        if step.action is Action.APPLY and step.by:
            title = content.words("reminders")["plain"]["apply"]
            yield _reminder("apply", step.by, title, content.say("next_steps", step.reason))


def _applied(assessment: Assessment, applied_on: date) -> Iterator[Reminder]:
    words, procedure = content.words("reminders"), assessment.review.procedure
    for awaited in applying.replies_due(procedure, applied_on):
        note = words["note"]["reply"].format(clock=explain.clock(awaited.clock))
        yield _reminder("reply", awaited.by, words["plain"]["reply"], note, awaited.clock.event)
    day = applying.ask_again_on(procedure, applied_on)
    yield _reminder("ask_again", day, words["plain"]["ask_again"], words["note"]["ask_again"])


def _reminder(code: str, day: date, plain: str, note: str, about: str = "") -> Reminder:
    discreet = content.words("reminders")["discreet"][code]
    return Reminder(f"{code}/{about}", day, discreet, plain, note)
