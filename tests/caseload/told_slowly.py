"""A caseload read one row at a time, in plain Python: what the expression must agree with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from selfcheck.case import Answers, Body, Case, Incident, Nation, Report, ReportedBy, YesNo
from selfcheck.findings import Condition, Reason, Value
from selfcheck.procedure import Procedure
from selfcheck.review import Review, ReviewOutcome, review
from selfcheck.what_if import Action, next_steps

HARM = Condition("distress", Value.YES, Reason("distress_yes"))
HATE = {"": YesNo.NO, "no": YesNo.NO, "yes": YesNo.YES, "unsure": None}


@dataclass(frozen=True)
class Row:
    """One report as meant: days are days, and `wrong` says that the row cannot be used.

    `written` are the texts that stand in the list.
    """

    case: str
    area: str
    incident: str
    happened_on: date | None
    reported_on: date
    told: str
    hate: str
    person: str
    wrong: bool = False
    written: dict[str, str] = field(default_factory=dict)

    def texts(self) -> dict[str, str]:
        """Return the cells of this row."""
        happened = self.happened_on.isoformat() if self.happened_on else ""
        return {
            "case": self.case,
            "area": self.area,
            "incident": self.incident,
            "happened_on": happened,
            "reported_on": self.reported_on.isoformat(),
            "told": self.told,
            "hate": self.hate,
            "person": self.person,
        } | self.written

    @property
    def incident_key(self) -> str:
        """Return what tells this row's incident apart from others of its case."""
        return f"id {self.incident.strip()}" if self.incident.strip() else f"day {self.happened_on}"


def usable(rows: list[Row]) -> dict[int, Row]:
    """Return the rows that count by their line, days and areas as their case gives them."""
    good = {line: row for line, row in enumerate(rows, 2) if not row.wrong}
    areas: dict[str, str] = {}
    days: dict[tuple[str, str], date] = {}
    for row in good.values():
        if row.area:
            areas.setdefault(row.case, row.area)
        if row.happened_on:
            days.setdefault((row.case, row.incident_key), row.happened_on)
    kept: dict[int, Row] = {}
    seen: set[tuple[object, ...]] = set()
    for line, row in good.items():
        day = days.get((row.case, row.incident_key))
        same = (row.case, row.incident_key, row.reported_on, row.told, label(row))
        differs = bool(row.area) and row.area != areas[row.case]
        moved = row.happened_on is not None and row.happened_on != day
        early = day is not None and row.reported_on < day
        if differs or moved or early or same in seen:
            continue
        seen.add(same)
        kept[line] = replace(row, area=areas.get(row.case, ""), happened_on=day)
    return kept


def label(row: Row) -> str:
    return row.person.strip().lower()


def cases(rows: dict[int, Row]) -> dict[str, Case]:
    """Return each case as somebody would have written it into a case file."""
    told: dict[str, dict[str, dict[int, Row]]] = {}
    for line, row in rows.items():
        told.setdefault(row.case, {}).setdefault(row.incident_key, {})[line] = row
    return {name: _case(incidents) for name, incidents in told.items()}


def _case(incidents: dict[str, dict[int, Row]]) -> Case:
    area = next(row.area for rows in incidents.values() for row in rows.values())
    nation = area if area in ("scotland", "northern_ireland") else None
    return Case(
        nation=Nation(nation) if nation else None,
        area=None if nation or not area else area,
        answers=Answers(targeted=YesNo.YES),
        incidents=tuple(
            _incident(f"i{number}", rows) for number, rows in enumerate(incidents.values())
        ),
    )


def _incident(name: str, rows: dict[int, Row]) -> Incident:
    said = [row.hate for row in rows.values()]
    surest = next((one for one in ("yes", "unsure") if one in said), "no")
    days = [row.happened_on for row in rows.values() if row.happened_on]
    return Incident(
        id=name,
        date=days[0] if days else min(row.reported_on for row in rows.values()),
        targeted=HATE[surest],
        reports=tuple(
            Report(
                id=f"r{line}",
                date=row.reported_on,
                to=Body(row.told),
                by=ReportedBy.OTHER if label(row) else ReportedBy.ME,
                person=label(row) or None,
            )
            for line, row in rows.items()
        ),
    )


def answer(case: Case, procedure: Procedure | None, on: date) -> dict[str, object]:
    """Return what the review says of a case, under the names of the list's columns."""
    found = review(case, procedure, HARM, on)
    available = found.outcome is not ReviewOutcome.NOT_AVAILABLE
    step, by = _step(case, found, procedure)
    return {
        "outcome": found.outcome.value,
        "separate_incidents": found.counts.separate_incidents if available else None,
        "complaints": found.counts.complaints if available else None,
        "met_from": found.met_from,
        "apply_by": found.apply_by,
        "next_step": step,
        "next_step_by": by,
        "days_left": (by - on).days if by else None,
        "borderline": "borderline" in found.notices if available else None,
    }


def _step(case: Case, found: Review, procedure: Procedure | None) -> tuple[str, date | None]:
    steps = {step.action: step for step in next_steps(case, found, procedure)}
    if found.outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE):
        code = "apply" if found.outcome is ReviewOutcome.MET else "apply_arguable"
        return code, steps[Action.APPLY].by
    if found.outcome is not ReviewOutcome.DISCRETIONARY:
        return found.outcome.value, None
    if Action.REPORT_NEW_INCIDENT not in steps:
        return "apply_anyway", None
    by = steps[Action.REPORT_NEW_INCIDENT].by
    return ("report_new_incident" if by else "report_new_incident_any_day"), by
