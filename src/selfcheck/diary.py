"""The diary: incidents added, changed and removed, and what is missing in it.

Nothing here decides whether a report counts or when time is up: that is read off the
assessment's complaints and next steps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import count
from typing import Any, Literal

from selfcheck import casefile, content
from selfcheck.assessment import Assessment
from selfcheck.case import MAX_INCIDENTS, Case, Incident
from selfcheck.casefile import Problem
from selfcheck.complaints import RELEVANT_BODIES, Complaint
from selfcheck.review import ReviewOutcome
from selfcheck.what_if import Action, NextStep

# Longer numbers are left alone: one more might not fit into an id.
_NUMBERED = re.compile(r"([ir])(\d{1,9})")

Letter = Literal["i", "r"]


# ---- adding, changing, removing --------------------------------------------------


def new_ids(case: Case, letter: Letter) -> Iterator[str]:
    """Yield ids that no incident and no report of the case has: i7, i8, ..."""
    used = (found for found in map(_NUMBERED.fullmatch, _ids(case.incidents)) if found)
    highest = max((int(found[2]) for found in used if found[1] == letter), default=0)
    return (f"{letter}{number}" for number in count(highest + 1))


def new_id(case: Case, letter: Letter) -> str:
    """Return an id for a new incident ("i") or report ("r")."""
    return next(new_ids(case, letter))


def read(case: Case, raw: dict[str, Any], on: date) -> Incident | list[Problem]:
    """Return an incident about to be written down, checked as one in a case file is.

    With the id of an incident of the case it is a change to that one. Otherwise return
    what is wrong, each with its place in the incident.
    """
    others = [incident for incident in case.incidents if incident.id != raw.get("id")]
    if len(others) >= MAX_INCIDENTS:
        return [Problem("diary_full", (), {"limit": f"{MAX_INCIDENTS:,}"})]
    return casefile.read_incident(raw, on, set(_ids(others)))


def add(case: Case, incident: Incident) -> Case:
    """Return the case with one more incident."""
    return _with(case, (*case.incidents, incident))


def replace(case: Case, incident: Incident) -> Case:
    """Return the case with the incident of that id as it is now; added if there is none."""
    if all(incident.id != held.id for held in case.incidents):
        return add(case, incident)
    return _with(case, tuple(incident if i.id == incident.id else i for i in case.incidents))


def remove(case: Case, incident_id: str) -> Case:
    """Return the case without an incident and its reports."""
    return _with(case, tuple(i for i in case.incidents if i.id != incident_id))


def find(case: Case, incident_id: str | None) -> Incident | None:
    """Return the incident of that id, or None."""
    return next((i for i in case.incidents if i.id == incident_id), None)


def latest(case: Case) -> Incident | None:
    """Return the incident that happened last; of two at the same time, the one added last."""
    return max(reversed(case.incidents), key=_when, default=None)


# ---- reading it ------------------------------------------------------------------


class Gap(StrEnum):
    """What an incident lacks before a report of it can count."""

    NOT_REPORTED = "not_reported"
    TOLD_OTHERS = "told_others"


@dataclass(frozen=True, slots=True)
class Entry:
    """An incident with its reports' verdicts and what it lacks.

    `step` is the assessment's step for this incident, None where none is left; `left`
    the days from the day assessed to the day it names, 0 for the day itself. `over` says
    that the time to report it has passed.
    """

    incident: Incident
    complaints: tuple[Complaint, ...] = ()
    gap: Gap | None = None
    step: NextStep | None = None
    left: int | None = None
    over: bool = False


def entries(case: Case, assessment: Assessment) -> tuple[Entry, ...]:
    """Return the diary as it stands on the day assessed, newest incident first.

    Of two at the same time, the one added last comes first.
    """
    complaints = {complaint.report: complaint for complaint in assessment.review.complaints}
    steps = {step.incident: step for step in assessment.next_steps if step.incident}
    in_order = sorted(enumerate(case.incidents), key=lambda held: (_when(held[1]), held[0]))
    return tuple(
        _entry(incident, complaints, steps.get(incident.id), assessment)
        for _, incident in reversed(in_order)
    )


def _entry(
    incident: Incident,
    complaints: dict[str, Complaint],
    step: NextStep | None,
    assessment: Assessment,
) -> Entry:
    found = tuple(complaints[r.id] for r in incident.reports if r.id in complaints)
    gap = _gap(incident, assessment.on)
    available = assessment.review.outcome is not ReviewOutcome.NOT_AVAILABLE
    return Entry(
        incident=incident,
        complaints=found,
        gap=gap,
        step=step if gap else None,
        left=(step.by - assessment.on).days if gap and step and step.by else None,
        over=gap is not None and step is None and available,
    )


def _gap(incident: Incident, on: date) -> Gap | None:
    told = [report for report in incident.reports if report.date <= on]
    if incident.date > on or any(report.to in RELEVANT_BODIES for report in told):
        return None
    return Gap.TOLD_OTHERS if told else Gap.NOT_REPORTED


# ---- in words --------------------------------------------------------------------


def gap_says(entry: Entry) -> str | None:
    """Return what an incident lacks and by when, in a few sentences; None for nothing."""
    if entry.gap is None:
        return None
    words = content.words("diary")
    opening = words["gap"]["not_reported"]
    if entry.gap is Gap.TOLD_OTHERS:
        bodies = {report.to for report in entry.incident.reports}
        opening = words["told_only"][bodies.pop() if len(bodies) == 1 else "several"]
    return " ".join([opening, *_deadline(entry, words)])


def _deadline(entry: Entry, words: Any) -> Iterator[str]:
    step = entry.step
    if step is None or step.by is None or entry.left is None:
        if entry.over:
            yield words["deadline"]["over"]
        return
    code = "meets" if step.action is Action.REPORT_INCIDENT else "last_day"
    if entry.incident.approximate:
        code = f"{code}_approximate"
    yield words["deadline"][code].format(by=content.long_date(step.by))
    left = {0: "today", 1: "one"}.get(entry.left, "many")
    yield words["left"][left].format(days=entry.left)


def problem_says(problem: Problem) -> str:
    """Return what is wrong in a sentence, for a face that shows it beside its field."""
    ours = content.words("diary")["problems"]
    if problem.code not in ours:
        return content.sentence("problems", problem.code, **problem.values)
    return str(ours[problem.code]).format_map(
        {name: content.shown(value) for name, value in problem.values.items()}
    )


def when_says(incident: Incident) -> str:
    """Return when an incident happened: weekday, day and time, "about" where unsure."""
    words = content.words("diary")["when"]
    day = content.weekday_date(incident.date)
    if incident.approximate:
        day = words["about"].format(day=content.long_date(incident.date))
    return words["at"].format(day=day, time=incident.time) if incident.time else day


def choice(of: str, value: str) -> str:
    """Return a choice of the case file in words, by its class and its value."""
    return str(content.words("choices")[of][value])


# ---- shared ----------------------------------------------------------------------


def _with(case: Case, incidents: tuple[Incident, ...]) -> Case:
    return case.model_copy(update={"incidents": incidents})


def _when(incident: Incident) -> tuple[date, str]:
    return incident.date, incident.time or ""


def _ids(incidents: Iterable[Incident]) -> Iterator[str]:
    for incident in incidents:
        yield incident.id
        yield from (report.id for report in incident.reports)
