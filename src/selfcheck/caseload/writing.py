"""Results as files: CSV that a spreadsheet opens safely, or Parquet."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pyarrow import csv

ENDINGS = (".csv", ".parquet")
# As in `diary_table.guard`: what a spreadsheet would run as a formula.
_RUNS = "^'*([\t\r\n]|[ \t\r\n]*[=+\\-@\uff1d\uff0b\uff0d\uff20])"


def write(table: pa.Table, path: Path) -> None:
    """Write a table as its file's ending says; OSError where that is not possible."""
    if path.suffix == ".parquet":
        pq.write_table(table, path)
        return
    with path.open("wb") as file:
        write_csv(table, file)


def write_csv(table: pa.Table, file: BinaryIO) -> None:
    """Write a table as CSV; Excel takes it for UTF-8 only if it begins with this mark."""
    file.write(codecs.BOM_UTF8)
    guarded = [_guarded(column) for column in table.columns]
    csv.write_csv(pa.table(guarded, names=table.column_names), file)


def _guarded(column: pa.ChunkedArray) -> pa.ChunkedArray:
    if not pa.types.is_string(column.type) and not pa.types.is_large_string(column.type):
        return column
    guarded = pc.binary_join_element_wise("'", column, "")
    return pc.if_else(pc.fill_null(pc.match_substring_regex(column, _RUNS), False), guarded, column)
