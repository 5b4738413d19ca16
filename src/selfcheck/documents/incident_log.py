"""The incident log in Word: every incident, every report of it and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from selfcheck import content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case, Incident, Report
from selfcheck.documents.complaint_table import kinds, reference, stands, told_to
from selfcheck.documents.facts import on_day
from selfcheck.documents.parts import Table, printable, typed
from selfcheck.documents.word import add, add_all, add_table, new_document
from selfcheck.documents.word_file import file_of

_TEXTS = ("where", "what_happened", "effect", "evidence", "witnesses")


def make_incident_log(case: Case, assessment: Assessment) -> bytes:
    """Return the log as a Word file, in order of date, A4 on its side.

    Everything in the case is in it; reports made after the day assessed say so.
    """
    words = _words()
    document = new_document(words["title"], assessment.on, landscape=True)
    add(document, words["title"], "Title")
    add(document, " ".join(_summary(case, assessment)))
    incidents = in_order(case)
    if incidents:
        add(document, words["incidents"], "Heading1")
        add_table(document, incident_table(incidents))
    reports = report_table(incidents, assessment)
    if reports:
        add(document, words["reports"], "Heading1")
        add_table(document, reports)
    add_all(document, _foot(assessment), "Note")
    return file_of(document)


def in_order(case: Case) -> list[Incident]:
    """Return the incidents in order of day and time, as they are numbered."""
    return sorted(case.incidents, key=lambda incident: (incident.date, incident.time or ""))


def incident_table(incidents: Sequence[Incident]) -> Table:
    """Return the incidents, numbered from 1, with all that was written down of each."""
    words = _words()
    return Table(
        says=words["incidents_say"],
        columns=tuple(words["incident_columns"]),
        rows=tuple(
            (str(number), _when(incident), _kinds(incident), _told(incident))
            for number, incident in enumerate(incidents, 1)
        ),
        shares=(6, 16, 20, 58),
    )


def report_table(incidents: Sequence[Incident], assessment: Assessment) -> Table | None:
    """Return every report, by its incident's number; None without any.

    Its verdict stands last, unless there is no case review to count it for.
    """
    words, held = _words(), [(n, i, r) for n, i in enumerate(incidents, 1) for r in i.reports]
    if not held:
        return None
    columns, shares = tuple(words["report_columns"]), (6, 13, 13, 13, 14, 21)
    verdicts = {complaint.report: complaint for complaint in assessment.review.complaints}
    if not verdicts:
        return Table(words["reports_say"], columns, tuple(_report(*one) for one in held), shares)
    rows = tuple((*_report(*one), stands(verdicts[one[2].id])) for one in held)
    return Table(words["reports_say"], (*columns, words["stands"]), rows, (*shares, 20))


def _report(number: int, incident: Incident, report: Report) -> tuple[str, ...]:
    return (
        str(number),
        on_day(incident),
        content.long_date(report.date),
        told_to(report),
        reference(report),
        typed(report.response) or str(_words()["no_answer"]),
    )


def _summary(case: Case, assessment: Assessment) -> Iterator[str]:
    words, review = _words(), assessment.review
    told = sum(1 for _ in case.reports())
    yield words["made"].format(day=content.long_date(assessment.on))
    yield _count(words, "incident", len(case.incidents))
    yield _count(words, "report", told)
    if review.complaints:
        counts = review.counts
        yield words["counts"].format(separate=counts.separate_incidents, all=counts.complaints)


def _foot(assessment: Assessment) -> Iterator[str]:
    """Yield the rule the verdicts rest on, or that there is no case review."""
    if not assessment.review.complaints:
        yield _words()["no_verdicts"]
        return
    rule = explain.rule_used(assessment.review)
    yield " ".join([_words()["rule"], *rule])
    yield from explain.procedure(assessment.review)[len(rule) :]


def _count(words: dict[str, Any], what: str, count: int) -> str:
    code = {0: "no", 1: "one"}.get(count, "some")
    return str(words[f"{code}_{what}"]).format(count=count)


def _when(incident: Incident) -> str:
    at: str = _words()["at"]
    day = on_day(incident)
    return at.format(day=day, time=incident.time) if incident.time else day


def _kinds(incident: Incident) -> str:
    named = kinds([incident])
    return named[0].upper() + named[1:] if named else str(_words()["no_kind"])


def _told(incident: Incident) -> str:
    """Return what was written down, each part with its name on a line of its own."""
    words = _words()
    parts = [(name, typed(getattr(incident, name))) for name in _TEXTS]
    said = [f"{words['part'][name]}: {text}" for name, text in parts if text]
    return printable("\n".join(said)) or str(words["nothing_more"])


def _words() -> dict[str, Any]:
    return dict(content.words("incident_log"))
