"""One comparison for every engine: the screening of a caseload beside the review of each case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pyarrow as pa

from selfcheck.caseload import engine, rules, screening
from selfcheck.caseload.rows import TEXTS
from selfcheck.procedure import Procedure
from tests.caseload import told_slowly
from tests.caseload.told_slowly import Row
from tests.strategies import TODAY

COLUMNS = (
    "outcome separate_incidents complaints met_from apply_by next_step next_step_by days_left"
    " borderline"
).split()


def as_texts(rows: list[Row]) -> pa.Table:
    """Return the rows as the reader hands them on, the headings being line 1."""
    cells = [row.texts() for row in rows]
    return pa.table(
        {
            "line": pa.array(range(2, len(rows) + 2), pa.int64()),
            **{name: pa.array([one[name] for one in cells], pa.string()) for name in TEXTS},
            "fault": pa.array([None] * len(rows), pa.string()),
        }
    )


def compare(
    backend: Any, rows: list[Row], procedures: Mapping[str, Procedure | None], on: date
) -> None:
    """Assert that an engine says of every case what the review says, and of every bad row."""
    texts = engine.keep(backend, "texts", as_texts(rows))
    used = rules.rules_of({rules.NO_AREA: None, **procedures})
    found = screening.screen(texts, on, TODAY, used)
    answers = {row["case"]: row for row in found.cases.to_pyarrow().to_pylist()}
    rejected = {row["line"] for row in found.rejected.to_pyarrow().to_pylist()}
    kept = told_slowly.usable(rows)
    expected = {
        name: told_slowly.answer(case, procedures.get(case.area or ""), on)
        for name, case in told_slowly.cases(kept).items()
    }

    assert rejected == set(range(2, len(rows) + 2)) - set(kept)
    assert {
        name: {column: row[column] for column in COLUMNS} for name, row in answers.items()
    } == expected
