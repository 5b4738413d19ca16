"""A list of reports, CSV or Parquet, as batches of text with the line of each row.

Every cell comes as text and is read later. What cannot be parted into cells is handed on
with the code of what is wrong, so that it is reported like any other bad row.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from selfcheck.caseload.csv_rows import DELIMITERS, Record, Shape, records
from selfcheck.caseload.layout import CaseloadError, Layout, layout_of
from selfcheck.caseload.plain_csv import batches as plain_batches
from selfcheck.caseload.plain_csv import is_plain
from selfcheck.caseload.rows import TEXTS
from selfcheck.diary_table.guard import unguard

SCHEMA = pa.schema(
    [("line", pa.int64()), *((name, pa.string()) for name in TEXTS), ("fault", pa.string())]
)
ROWS_AT_ONCE = 50_000
LONGEST_HEADING = 100_000  # bytes
_PARQUET = b"PAR1"


@dataclass(frozen=True, slots=True)
class Source:
    """An open list: its layout and its rows, which can be taken once."""

    layout: Layout
    batches: Iterator[pa.RecordBatch]

    def as_reader(self) -> pa.RecordBatchReader:
        """Return the rows as a stream that an engine can read."""
        return pa.RecordBatchReader.from_batches(SCHEMA, self.batches)


def open_list(file: BinaryIO) -> Source:
    """Return the list in a file; CaseloadError says why there is none."""
    first = file.read(4)
    file.seek(0)
    if not first:
        raise CaseloadError("empty")
    return _open_parquet(file) if first == _PARQUET else _open_csv(file)


# ---- CSV -----------------------------------------------------------------------------


def _open_csv(file: BinaryIO) -> Source:
    if file.read(2) in (b"PK", b"\xff\xfe", b"\xfe\xff", b"%P"):
        raise CaseloadError("not_csv")
    file.seek(0)
    heading, number = _heading_line(file)
    below = file.tell()
    text = heading.removeprefix(codecs.BOM_UTF8).decode("utf-8", "surrogateescape")
    delimiter = max(DELIMITERS, key=text.count)
    cells = next(csv.reader([text], delimiter=delimiter), [])
    layout = layout_of(cells)
    plain = is_plain(file, heading.strip())
    file.seek(below)
    way = _quickly if plain else _carefully
    return Source(layout, way(file, layout, Shape(delimiter, layout.width), number + 1, cells))


def _heading_line(file: BinaryIO) -> tuple[bytes, int]:
    """Return the first line with something in it, and its number."""
    for number in count(1):
        line = file.readline(LONGEST_HEADING)
        if not line:
            raise CaseloadError("empty")
        if line.removeprefix(codecs.BOM_UTF8).strip():
            return line, number
    raise AssertionError


def _quickly(
    file: BinaryIO, layout: Layout, shape: Shape, line: int, headings: Sequence[str]
) -> Iterator[pa.RecordBatch]:
    """Yield rows that are lines; from the first that is none, go on carefully."""
    below, first = file.tell(), line
    # A heading may stand there twice where its column is not used.
    names = [f"column {place}" for place in range(layout.width)]
    try:
        for batch in plain_batches(file, shape.delimiter, names):
            yield _numbered(batch, layout, names, line)
            line += len(batch)
    except pa.ArrowInvalid:
        file.seek(below)
        for _ in range(line - first):
            file.readline()
        yield from _carefully(file, layout, shape, line, headings)


def _carefully(
    file: BinaryIO, layout: Layout, shape: Shape, line: int, headings: Sequence[str]
) -> Iterator[pa.RecordBatch]:
    text = io.TextIOWrapper(file, encoding="utf-8", errors="surrogateescape")
    for group in records(text, shape, line):
        yield _batch(group, layout, headings)


def _numbered(
    batch: pa.RecordBatch, layout: Layout, names: Sequence[str], line: int
) -> pa.RecordBatch:
    rows = len(batch)
    columns: list[Any] = [pa.array(range(line, line + rows), pa.int64())]
    for name in TEXTS:
        place = layout.where.get(name)
        columns.append(_empty(rows) if place is None else batch.column(names[place]))
    return pa.record_batch([*columns, pa.nulls(rows, pa.string())], schema=SCHEMA)


def _empty(rows: int) -> Any:
    return pa.repeat(pa.scalar(""), rows)


def _batch(group: Sequence[Record], layout: Layout, headings: Sequence[str]) -> pa.RecordBatch:
    filled = [record for record in group if any(cell.strip(" \t") for cell in record.cells)]
    judged = [_judged(record, layout.width, headings) for record in filled]
    cells = [record.cells for record in judged]
    columns: list[Any] = [pa.array([record.line for record in judged], pa.int64())]
    for name in TEXTS:
        place = layout.where.get(name)
        values = [""] * len(cells) if place is None else [row[place] for row in cells]
        columns.append(pa.array(_unguarded(values), pa.string()))
    columns.append(pa.array([record.fault for record in judged], pa.string()))
    return pa.record_batch(columns, schema=SCHEMA)


def _judged(record: Record, width: int, headings: Sequence[str]) -> Record:
    """Return a record as wide as the headings, with what is wrong with its shape."""
    cells, fault = record.cells, record.fault
    if len(cells) == width and cells != headings:
        return record
    if cells == headings:
        return record._replace(fault="headings_again")
    extra = any(cell.strip() for cell in cells[width:])
    if len(cells) < width:
        fault = fault or "too_few_cells"
    elif extra:
        fault = fault or "too_many_cells"
    return Record(record.line, [*cells[:width], *[""] * (width - len(cells))], fault)


def _unguarded(values: list[str]) -> list[str]:
    """Return texts without the apostrophe that keeps spreadsheets from running them."""
    if not any(value.startswith("'") for value in values):
        return values
    return [unguard(value) for value in values]


# ---- Parquet -------------------------------------------------------------------------


def _open_parquet(file: BinaryIO) -> Source:
    try:
        table = pq.ParquetFile(file)
    except pa.ArrowInvalid:
        raise CaseloadError("broken_parquet") from None
    layout = layout_of(table.schema_arrow.names)
    return Source(layout, _parquet_batches(table, layout))


def _parquet_batches(table: pq.ParquetFile, layout: Layout) -> Iterator[pa.RecordBatch]:
    names = table.schema_arrow.names
    line = 1
    for batch in table.iter_batches(
        ROWS_AT_ONCE, columns=[names[n] for n in layout.where.values()]
    ):
        columns: list[Any] = [pa.array(range(line, line + len(batch)), pa.int64())]
        for name in TEXTS:
            place = layout.where.get(name)
            given = None if place is None else batch.column(names[place])
            columns.append(_as_text(given, len(batch), name))
        columns.append(pa.nulls(len(batch), pa.string()))
        line += len(batch)
        yield pa.record_batch(columns, schema=SCHEMA)


def _as_text(values: Any, rows: int, column: str) -> Any:
    """Return a column as text, days as YYYY-MM-DD, nothing as an empty text."""
    if values is None:
        return _empty(rows)
    if pa.types.is_timestamp(values.type):
        values = values.cast(pa.date32(), safe=False)
    try:
        return pc.fill_null(values.cast(pa.string()), "")
    except pa.ArrowException:
        raise CaseloadError("not_text", column=column, kind=str(values.type)) from None
