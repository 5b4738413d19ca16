"""The reports of a case as rows: what happened, when it was told to whom, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selfcheck import content
from selfcheck.case import Incident, Kind, Report, ReportedBy
from selfcheck.complaints import Complaint, Verdict
from selfcheck.conditions import is_hate
from selfcheck.documents.facts import Facts, on_day
from selfcheck.documents.parts import Table, listed, typed
from selfcheck.routes import RouteName

_SHARES = (23, 16, 15, 16, 30)
_QUALIFIES = (Verdict.COUNTS, Verdict.SAME_INCIDENT)

Row = tuple[Incident, Report, Complaint]


def told_rows(facts: Facts) -> list[Row]:
    """Return every report up to the day with its incident and verdict, earliest first."""
    verdicts = {complaint.report: complaint for complaint in facts.review.complaints}
    rows = [(i, r, verdicts[r.id]) for i, r in facts.case.reports() if r.id in verdicts]
    return sorted(rows, key=lambda row: (row[0].date, row[1].date))


def rests_on(facts: Facts) -> list[Row]:
    """Return the reports the letter rests on."""
    return [row for row in told_rows(facts) if row[1].id in facts.rests_on]


def others(facts: Facts) -> list[Row]:
    """Return the reports up to the day that the letter does not rest on."""
    return [row for row in told_rows(facts) if row[1].id not in facts.rests_on]


def table(facts: Facts, rows: Iterable[Row], says: str, last: str) -> Table:
    """Return reports as a table; `last` names the heading of its last column."""
    headings = content.words("documents")["columns"]
    codes = ("happened", "reported", "told", "reference", last)
    return Table(
        says=says,
        columns=tuple(headings[code] for code in codes),
        rows=tuple(_cells(facts, *row) for row in rows),
        shares=_SHARES,
    )


def told_to(report: Report) -> str:
    """Return who was told, and by whom where it was not the person themselves."""
    words = content.words("documents")
    body: str = words["bodies"][report.to]
    if report.by is ReportedBy.ME:
        return body
    return str(words["told_by"]).format(to=body, by=words["by"][report.by])


def reference(report: Report) -> str:
    """Return a report's reference as typed, or that there is none."""
    return typed(report.reference) or str(content.words("documents")["no_reference"])


def kinds(incidents: Iterable[Incident]) -> str | None:
    """Return the kinds of behaviour in a row, each once; None where none was named."""
    named = {kind: None for incident in incidents for kind in incident.kinds}
    words: dict[str, str] = content.words("documents")["kinds"]
    if list(named) == [Kind.OTHER_ASB]:
        return words["other_asb_alone"]
    # "Other" behaviour can only follow what it is other than.
    in_order = sorted(named, key=lambda kind: kind is Kind.OTHER_ASB)
    return listed(words[kind] for kind in in_order) if named else None


def stands(complaint: Complaint, *, borderline: bool = True) -> str:
    """Return what a verdict means, with its dates, for whoever reads the document."""
    says = _why(str(complaint.verdict), complaint)
    close: str = content.words("documents")["why"]["borderline"]
    return f"{says} {close}" if borderline and complaint.borderline else says


def _cells(
    facts: Facts, incident: Incident, report: Report, complaint: Complaint
) -> tuple[str, ...]:
    happened = on_day(incident)
    named = kinds([incident])
    return (
        f"{happened}: {named}" if named else happened,
        content.long_date(report.date),
        told_to(report),
        reference(report),
        _counts_because(facts, incident, complaint),
    )


def _counts_because(facts: Facts, incident: Incident, complaint: Complaint) -> str:
    words = content.words("documents")["why"]
    if complaint.report not in facts.rests_on:
        return stands(complaint)
    says = _why(_code(facts, complaint), complaint)
    if facts.route and facts.route.route is RouteName.HATE:
        says += " " + words["hate" if is_hate(incident) else "hate_perhaps"]
    return says


def _code(facts: Facts, complaint: Complaint) -> str:
    """Return why a report the letter rests on counts: its verdict, or what saves it."""
    if complaint.verdict in _QUALIFIES:
        return str(complaint.verdict)
    ordinary = facts.route is None or facts.route.route is RouteName.COMPLAINTS
    return "in_the_month" if ordinary else "further_route"


def _why(code: str, complaint: Complaint) -> str:
    words: dict[str, Any] = content.words("documents")["why"]
    return str(words[code]).format(
        report_by=content.long_date(complaint.report_by),
        until=content.long_date(complaint.window.last),
    )
