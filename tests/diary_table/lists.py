"""What a list that is brought in came to."""

from __future__ import annotations

from typing import Any

from selfcheck import diary
from selfcheck.case import Case
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import Plan, plan
from selfcheck.diary_table.opening import open_table
from selfcheck.written import Order
from tests.strategies import TODAY


def brought(data: bytes | str, case: Case | None = None, order: Order | None = None) -> Plan:
    """Return the plan of a list whose columns are as we guess them."""
    table = open_table(data.encode() if isinstance(data, str) else data)
    return plan(table, columns.guess(table.headings), case or Case(), TODAY, order)


def fates(found: Plan) -> list[tuple[int, str]]:
    return [(row.row.number, str(row.fate)) for row in found.rows]


def says(found: Plan, number: int) -> list[str]:
    (row,) = (row for row in found.rows if row.row.number == number)
    return [diary.problem_says(problem) for problem in row.problems]


def remarks(found: Plan, number: int) -> list[str]:
    (row,) = (row for row in found.rows if row.row.number == number)
    return [remark.code for remark in row.remarks]


def without_ids(case: Case) -> list[dict[str, Any]]:
    """Return the incidents as they are told, with neither ids nor empty texts."""
    return [_said(i.model_dump(mode="json", exclude={"id"})) for i in case.incidents]


def _said(told: dict[str, Any]) -> dict[str, Any]:
    reports = [
        {k: v for k, v in report.items() if k != "id" and str(v or "").strip()}
        for report in told.pop("reports", [])
    ]
    return {k: v for k, v in told.items() if v and str(v).strip()} | {"reports": reports}
