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
from duckdb import OutOfMemoryException

from selfcheck.caseload import engine
from selfcheck.caseload.layout import CaseloadError
from selfcheck.caseload.reading import Source, open_list
from selfcheck.caseload.screening import screen


@dataclass(frozen=True, slots=True)
class Result:
    """One row a case, who must act soonest first; the rows left out; headings not used."""

    cases: pa.Table
    rejected: pa.Table
    unused: tuple[str, ...]


def screen_list(file: BinaryIO, on: date, today: date) -> Result:
    """Return the screening of a list, in memory alone; CaseloadError says why there is none.

    `on` is the day assessed, `today` the last day that can stand in the list.
    """
    source = open_list(file)
    with _enough_memory():
        return _screened(source, engine.load(engine.duckdb(), source.as_reader()), on, today)


def screen_long_list(file: BinaryIO, on: date, today: date, name: str) -> Result:
    """Return the same on an engine that may lay what is too much into the temporary folder.

    Only whoever runs it can read there, and it is emptied at the end.
    """
    source = open_list(file)
    with (
        _enough_memory(),
        tempfile.TemporaryDirectory(prefix="caseload-") as folder,
        _loaded(source.as_reader(), name, Path(folder)) as texts,
    ):
        return _screened(source, texts, on, today)


@contextmanager
def _loaded(rows: pa.RecordBatchReader, name: str, folder: Path) -> Iterator[Any]:
    """Give the rows as a table of an engine."""
    if name == "duckdb":
        yield engine.load(engine.duckdb(folder), rows)
        return
    path = folder / "texts.parquet"
    engine.write_parquet(rows, path)
    with engine.spark_session() as session:
        yield engine.spark(session).read_parquet(str(path))


@contextmanager
def _enough_memory() -> Iterator[None]:
    try:
        yield
    except OutOfMemoryException:
        raise CaseloadError("too_much") from None


def _screened(source: Source, texts: Any, on: date, today: date) -> Result:
    found = screen(texts, on, today)
    cases, rejected = found.cases.to_pyarrow(), found.rejected.to_pyarrow()
    return Result(cases, rejected, source.layout.unused)
