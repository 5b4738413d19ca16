"""What the charts show: the incidents of a case up to the day assessed, or those of one kind."""

from __future__ import annotations

from dataclasses import dataclass

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.case import Case, Incident, Kind, Report
from selfcheck.complaints import Complaint
from selfcheck.review import Review

SEVERAL = "several"
NO_KIND = "no_kind"
GROUPS = (*Kind, SEVERAL, NO_KIND)


@dataclass(frozen=True, slots=True)
class Shown:
    """The incidents to draw and their reports, the earliest first, and the whole assessment.

    `complaints` is what the assessment says of each report shown, by the report's id.
    `kind` is the one kind chosen, or None where all are shown.
    """

    incidents: tuple[Incident, ...]
    reports: tuple[tuple[Incident, Report], ...]
    complaints: dict[str, Complaint]
    assessment: Assessment
    kind: Kind | None = None

    @property
    def review(self) -> Review:
        """Return the review of the whole case."""
        return self.assessment.review


def only(shown: Shown) -> tuple[str, ...]:
    """Return the note that only one kind is counted, or nothing where all are."""
    if shown.kind is None or not shown.incidents:
        return ()
    return (str(content.words("charts")["page"]["only"]).format(kind=name(shown.kind)),)


def shown(case: Case, assessment: Assessment, kind: Kind | None = None) -> Shown:
    """Return what the charts show of a case, all of it or the incidents of one kind."""
    known = case.as_it_stood_on(assessment.on).incidents
    chosen = [incident for incident in known if kind is None or kind in incident.kinds]
    chosen.sort(key=lambda incident: (incident.date, incident.time or ""))
    reports = [(incident, report) for incident in chosen for report in incident.reports]
    reports.sort(key=lambda pair: pair[1].date)
    ids = {report.id for _, report in reports}
    complaints = {c.report: c for c in assessment.review.complaints if c.report in ids}
    return Shown(tuple(chosen), tuple(reports), complaints, assessment, kind)


def kinds_in(case: Case) -> tuple[Kind, ...]:
    """Return the kinds that the incidents of a case name, in the order questions list them."""
    named = {kind for incident in case.incidents for kind in incident.kinds}
    return tuple(kind for kind in Kind if kind in named)


def group(incident: Incident) -> str:
    """Return the one part of a bar an incident belongs to, so that it is counted once."""
    kinds = set(incident.kinds)
    if not kinds:
        return NO_KIND
    return SEVERAL if len(kinds) > 1 else next(iter(kinds))


def groups(incident: Incident) -> tuple[str, ...]:
    """Return every row along time that an incident has a mark in."""
    return tuple(dict.fromkeys(incident.kinds)) or (NO_KIND,)


def name(of: str) -> str:
    """Return a kind or a group in words."""
    own = content.words("charts")["group"]
    return str(own[of] if of in own else content.words("choices")["Kind"][of])
