"""The diary as a CSV file, one row a report; and the rows of a list that did not go in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from selfcheck import content, diary
from selfcheck.case import Case, Incident, Report
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import Fate, Plan
from selfcheck.diary_table.guard import guard
from selfcheck.diary_table.opening import Table


def diary_csv(case: Case) -> bytes:
    """Return the diary as a CSV file that Excel opens and we can bring in again.

    An incident that nobody was told of has one row, any other one a report. Rows of the
    same incident have its number.
    """
    return _written([columns.label(field) for field in columns.FIELDS], _rows(case))


def left_out_csv(table: Table, where: Mapping[str, int], plan: Plan) -> bytes:
    """Return the rows that did not go in, as they were, with what is wrong beside each."""
    fields = {column: columns.label(field) for field, column in where.items()}
    headings = [fields.get(n, heading) for n, heading in enumerate(table.headings)]
    widest = max((len(planned.row.cells) for planned in plan.rows), default=0)
    headings += [""] * (widest - len(headings))
    title = content.words("diary")["bring_in"]["problem"]
    rows = (
        [
            *planned.row.cells,
            *[""] * (len(headings) - len(planned.row.cells)),
            " ".join(diary.problem_says(problem) for problem in planned.problems),
        ]
        for planned in plan.rows
        if planned.fate is Fate.PROBLEM
    )
    return _written([*headings, title], rows)


def _written(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([guard(heading) for heading in headings])
    writer.writerows([guard(cell) for cell in row] for row in rows)
    # Excel takes a file for UTF-8 only if it begins with this mark.
    return text.getvalue().encode("utf-8-sig")


def _rows(case: Case) -> Iterator[list[str]]:
    for number, incident in enumerate(case.incidents, 1):
        told = [str(number), *_incident(incident)]
        for report in incident.reports:
            yield [*told, *_report(report)]
        if not incident.reports:
            yield [*told, *[""] * len(columns.REPORT)]


def _incident(incident: Incident) -> list[str]:
    kinds = "; ".join(diary.choice("Kind", kind) for kind in incident.kinds)
    return [
        incident.date.isoformat(),
        incident.time or "",
        diary.choice("YesNo", "yes") if incident.approximate else "",
        kinds,
        diary.choice("YesNo", incident.targeted) if incident.targeted else "",
        incident.what_happened or "",
        incident.where or "",
        incident.effect or "",
        incident.evidence or "",
        incident.witnesses or "",
    ]


def _report(report: Report) -> list[str]:
    return [
        report.date.isoformat(),
        diary.choice("Body", report.to),
        diary.choice("ReportedBy", report.by),
        report.person or "",
        report.reference or "",
        report.response or "",
    ]
