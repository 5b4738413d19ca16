"""What goes into the diary from a list, row by row, and why the rest does not.

One row is one report of an incident, or an incident that nobody was told of. Rows tell
of the same incident when they have the same incident number, or, where the list has no
numbers, the same date, time and words under "what happened".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from selfcheck import casefile, diary
from selfcheck.case import MAX_INCIDENTS, MAX_REPORTS, Case, Incident, Report
from selfcheck.casefile import Problem
from selfcheck.diary_table import columns
from selfcheck.diary_table.opening import Row, Table
from selfcheck.diary_table.rows import Read, read_row
from selfcheck.findings import Plain, Reason
from selfcheck.written import Habit, Order, habit


class Fate(StrEnum):
    """What becomes of a row."""

    NEW = "new"  # a new incident
    MORE = "more"  # another report of an incident of this list
    REPORT_ADDED = "report_added"  # a new report of an incident of the diary
    ALREADY = "already"  # in the diary, every word that counts
    SAME = "same"  # as another row of this list
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Planned:
    """One row, what becomes of it, and what it says as an incident where it can be read."""

    row: Row
    fate: Fate
    incident: Incident | None = None
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What becomes of every row, and the case with all that can go in."""

    rows: tuple[Planned, ...]
    case: Case
    habit: Habit

    def count(self, *fates: Fate) -> int:
        """Return how many rows have one of these fates."""
        return sum(1 for row in self.rows if row.fate in fates)


def plan(
    table: Table,
    where: Mapping[str, int],
    case: Case,
    on: date,
    order: Order | None = None,
) -> Plan:
    """Return what becomes of a list on a day. `where` is the column of each field.

    Without an `order` of day and month, the one that the days of the list prove is taken.
    """
    days = [
        row.cells[where[name]]
        for row in table.rows
        for name in ("date", "reported")
        if where.get(name, len(row.cells)) < len(row.cells)
    ]
    found = habit(days) if order is None else Habit(order, proved=True)
    planner = _Planner(case, on)
    rows = [planner.take(read_row(row, where, len(table.headings), found)) for row in table.rows]
    return Plan(tuple(rows), planner.result(), found)


@dataclass(slots=True)
class _Group:
    """One incident of the list: a new one, or one that the diary has already."""

    row: int
    raw: dict[str, Any]
    reports: list[dict[str, Any]] = field(default_factory=list)
    held: Incident | None = None


class _Planner:
    """Takes the rows one by one and remembers the incidents they tell of."""

    def __init__(self, case: Case, on: date) -> None:
        self._case = case
        self._on = on
        self._groups: dict[tuple[str, ...], _Group] = {}
        self._held: dict[tuple[str, ...], list[Incident]] = {}
        self._new = 0
        for incident in case.incidents:
            self._held.setdefault(_likeness(_plain_incident(incident)), []).append(incident)

    def take(self, read: Read) -> Planned:
        """Return what becomes of a row."""
        group = self._groups.get(_key(read)) if read.number or "date" in read.incident else None
        if group and "date" not in read.incident:
            read.incident["date"] = group.raw["date"]
        elif "date" not in read.incident and not _has(read.problems, "date"):
            read.problems.append(Problem("no_date", ("date",)))
        if read.problems:
            return Planned(read.row, Fate.PROBLEM, None, tuple(read.problems))
        checked = casefile.read_incident(_whole(read), self._on, set())
        if not isinstance(checked, Incident):
            return Planned(read.row, Fate.PROBLEM, None, tuple(_by_column(checked)))
        fate, problem, remark = self._place(read, group)
        remarks = (*read.remarks, *([remark] if remark else []))
        if problem:
            return Planned(read.row, Fate.PROBLEM, checked, (problem,))
        return Planned(read.row, fate, checked, (), remarks)

    def _place(
        self, read: Read, group: _Group | None
    ) -> tuple[Fate, Problem | None, Reason | None]:
        if group is None:
            return self._begin(read)
        if differing := _differing(group.raw, read.incident):
            values: dict[str, Plain] = {"row": group.row, "field": columns.label(differing)}
            return Fate.PROBLEM, Problem("differs", (differing,), values), None
        if group.held is not None:
            return self._of_held(read, group)
        known = read.report in group.reports and not read.number
        if not read.report or known:
            return Fate.SAME, None, Reason("same", {"row": group.row})
        if len(group.reports) >= MAX_REPORTS:
            return Fate.PROBLEM, _too_many_reports(group), None
        group.raw |= {k: v for k, v in read.incident.items() if k not in group.raw}
        group.reports.append(read.report)
        return Fate.MORE, None, Reason("more", {"row": group.row})

    def _begin(self, read: Read) -> tuple[Fate, Problem | None, Reason | None]:
        """Place the first row of an incident: in the diary already, or new."""
        alike = self._held.get(_likeness(read.incident), [])
        held = alike.pop(0) if alike else None
        group = _Group(read.row.number, dict(read.incident), held=held)
        if held is None:
            if len(self._case.incidents) + self._new >= MAX_INCIDENTS:
                return (
                    Fate.PROBLEM,
                    Problem("diary_full", (), {"limit": f"{MAX_INCIDENTS:,}"}),
                    None,
                )
            self._new += 1
        self._groups[_key(read)] = group
        if held is not None:
            return self._of_held(read, group)
        group.reports += [read.report] if read.report else []
        return Fate.NEW, None, None

    def _of_held(self, read: Read, group: _Group) -> tuple[Fate, Problem | None, Reason | None]:
        """Place a row that tells of an incident of the diary: its report may be new."""
        held = group.held
        if held is None:
            raise ValueError("not in the diary")
        ours = [*(_plain_report(report) for report in held.reports), *group.reports]
        said = _plain(read.report)
        known = next((report for report in ours if _same_report(report, said)), {})
        if said and not known:
            if len(ours) >= MAX_REPORTS:
                return Fate.PROBLEM, _too_many_reports(group), None
            group.reports.append(said)
            return Fate.REPORT_ADDED, None, Reason("report_added")
        differs = _differing(_plain_incident(held), _plain(read.incident))
        differs = differs or next((k for k in said if k not in known), None)
        return Fate.ALREADY, None, Reason("details_differ" if differs else "already")

    def result(self) -> Case:
        """Return the case with everything that goes in, the new incidents last."""
        incident_ids = diary.new_ids(self._case, "i")
        report_ids = diary.new_ids(self._case, "r")
        changed: dict[str, Incident] = {}
        new: list[Incident] = []
        for group in self._groups.values():
            reports = tuple(
                Report.model_validate({"id": next(report_ids), **report})
                for report in group.reports
            )
            if group.held is None:
                raw = {"id": next(incident_ids), **group.raw, "reports": reports}
                new.append(Incident.model_validate(raw))
            elif reports:
                whole = {"reports": (*group.held.reports, *reports)}
                changed[group.held.id] = group.held.model_copy(update=whole)
        kept = tuple(changed.get(incident.id, incident) for incident in self._case.incidents)
        if not new and not changed:
            return self._case
        return self._case.model_copy(update={"incidents": (*kept, *new)})


def _whole(read: Read) -> dict[str, Any]:
    reports = [{"id": "r", **read.report}] if read.report else []
    return {"id": "i", **read.incident, "reports": reports}


def _key(read: Read) -> tuple[str, ...]:
    """Return what ties the rows of one incident together."""
    if read.number:
        return ("number", read.number)
    if not columns.plain(read.incident.get("what_happened", "")):
        return ("row", str(read.row.number))
    return _likeness(read.incident)


def _likeness(raw: Mapping[str, Any]) -> tuple[str, ...]:
    """Return by what an incident is known again: the day, the time and what happened.

    Without words, everything else that is said of it has to be the same too.
    """
    what = columns.plain(raw.get("what_happened") or "")
    known = (str(raw.get("date")), raw.get("time") or "", what)
    if what:
        return known
    rest = sorted((k, str(v)) for k, v in _plain(raw).items() if k not in ("date", "time"))
    return (*known, *(f"{name}: {value}" for name, value in rest))


def _plain_incident(incident: Incident) -> dict[str, Any]:
    return _plain(incident.model_dump(mode="json", exclude={"id", "reports"}))


def _plain_report(report: Report) -> dict[str, Any]:
    return _plain(report.model_dump(mode="json", exclude={"id"}))


def _plain(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return only what is said; what the models fill in by themselves is left out."""
    said = {k: v for k, v in raw.items() if v and not (isinstance(v, str) and not v.strip())}
    return {k: v for k, v in said.items() if (k, v) != ("by", "me")}


def _same_report(held: Mapping[str, Any], said: Mapping[str, Any]) -> bool:
    """Say whether two tell of one report: the same day, body and person, and no other words."""
    who = ("date", "to", "by", "person")
    return all(held.get(k) == said.get(k) for k in who) and not _differing(held, said)


def _differing(held: Mapping[str, Any], said: Mapping[str, Any]) -> str | None:
    """Return the first field of which both speak, and not alike."""

    def unlike(one: Any, other: Any) -> bool:
        if isinstance(one, str) and isinstance(other, str):
            return columns.plain(one) != columns.plain(other)
        return bool(one != other)

    return next((k for k, v in said.items() if k in held and unlike(held[k], v)), None)


def _has(problems: list[Problem], place: str) -> bool:
    return any(problem.place == (place,) for problem in problems)


def _too_many_reports(group: _Group) -> Problem:
    return Problem("too_many_reports", (), {"row": group.row, "limit": MAX_REPORTS})


def _by_column(problems: list[Problem]) -> Iterator[Problem]:
    """Yield problems of a case file with the list's own fields as their places."""
    for problem in problems:
        place = problem.place
        if place[:1] == ("reports",):
            name = str(place[-1])
            place = ("reported",) if name == "date" else (name,)
        yield Problem(problem.code, place, problem.values)
