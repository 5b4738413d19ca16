"""What if: a case with imagined changes, assessed by the same rules as the real one.

Nothing here is a rule. A change makes another Case, and `assess` is asked once more; the
case it began with is never touched.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from selfcheck import areas
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Body, Case, Incident, Report
from selfcheck.findings import Reason

# Ids of what is imagined; a case file's own are refused if they are used twice.
NEW_INCIDENT, NEW_REPORT = "imagined-incident", "imagined-report"


@dataclass(frozen=True, slots=True)
class NewReport:
    """One more report to imagine, of a new incident or of one in the diary (`incident`)."""

    reported_on: date
    happened_on: date
    to: Body = Body.POLICE
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Imagined:
    """Changes to imagine. `on` is the day of applying, before or after today.

    `moved` gives reports another day, `unmade` names those that never were.
    """

    on: date
    area: str | None = None
    moved: Mapping[str, date] = field(default_factory=dict)
    unmade: frozenset[str] = frozenset()
    added: NewReport | None = None


class CannotImagineError(Exception):
    """A change that could not have happened; `reason` has its words in `content/imagined.toml`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.code)
        self.reason = reason


def imagine(case: Case, changes: Imagined) -> Case:
    """Return the case with the changes made.

    Raises CannotImagineError for a report before its incident and an area that is not one.
    """
    incidents = tuple(_changed(incident, changes) for incident in case.incidents)
    changed = case.model_copy(update={"incidents": incidents})
    if changes.added:
        changed = _with_report(changed, changes.added)
    return _moved_to(changed, changes.area) if changes.area else changed


def assess_imagined(case: Case, changes: Imagined) -> Assessment:
    """Return the assessment of the imagined case on the imagined day."""
    return assess(imagine(case, changes), changes.on)


def _changed(incident: Incident, changes: Imagined) -> Incident:
    reports = tuple(
        _on_another_day(report, incident, changes.moved.get(report.id))
        for report in incident.reports
        if report.id not in changes.unmade
    )
    return incident.model_copy(update={"reports": reports})


def _on_another_day(report: Report, incident: Incident, day: date | None) -> Report:
    if day is None:
        return report
    _check(day, incident.date)
    return report.model_copy(update={"date": day})


def _with_report(case: Case, new: NewReport) -> Case:
    """Return the case with one more report, of its own incident or of a new one."""
    report = Report(id=NEW_REPORT, date=new.reported_on, to=new.to)
    known = next((i for i in case.incidents if i.id == new.incident), None)
    _check(new.reported_on, known.date if known else new.happened_on)
    if known is None:
        incident = Incident(id=NEW_INCIDENT, date=new.happened_on, reports=(report,))
        return case.model_copy(update={"incidents": (*case.incidents, incident)})
    told = known.model_copy(update={"reports": (*known.reports, report)})
    others = tuple(told if i is known else i for i in case.incidents)
    return case.model_copy(update={"incidents": others})


def _moved_to(case: Case, code: str) -> Case:
    area = areas.area(code)
    if area is None:
        raise CannotImagineError(Reason("unknown_area"))
    return case.model_copy(update={"area": area.code, "nation": area.nation})


def _check(reported_on: date, happened_on: date) -> None:
    if reported_on < happened_on:
        values = {"reported": reported_on, "happened": happened_on}
        raise CannotImagineError(Reason("report_before_incident", values))
