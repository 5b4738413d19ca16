"""Screen a list from beginning to end, on the engine asked for."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa

from selfcheck.caseload import engine
from selfcheck.caseload.reading import open_list
from selfcheck.caseload.screening import screen


@dataclass(frozen=True, slots=True)
class Result:
    """One row a case, who must act soonest first; the rows left out; headings not used."""

    cases: pa.Table
    rejected: pa.Table
    unused: tuple[str, ...]


def screen_list(file: BinaryIO, on: date, today: date, name: str = "duckdb") -> Result:
    """Return the screening of a list; CaseloadError says why it cannot be read.

    `on` is the day assessed, `today` the last day that can stand in the list.
    """
    source = open_list(file)
    with _loaded(source.as_reader(), name) as texts:
        found = screen(texts, on, today)
        cases, rejected = found.cases.to_pyarrow(), found.rejected.to_pyarrow()
    return Result(cases, rejected, source.layout.unused)


@contextmanager
def _loaded(rows: pa.RecordBatchReader, name: str) -> Iterator[Any]:
    """Give the rows as a table of an engine."""
    if name == "duckdb":
        yield engine.load(engine.duckdb(), rows)
        return
    with tempfile.TemporaryDirectory(prefix="caseload-") as folder:
        path = Path(folder, "texts.parquet")
        engine.write_parquet(rows, path)
        with engine.spark_session() as session:
            yield engine.spark(session).read_parquet(str(path))
