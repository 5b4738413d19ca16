"""A file as rows of text: CSV of any common kind, or Excel.

Nothing is left out in silence: what is not read is counted in the table's notes.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck import content
from selfcheck.case import MAX_INCIDENTS, MAX_REPORTS
from selfcheck.casefile import MAX_BYTES
from selfcheck.diary_table import columns, excel
from selfcheck.diary_table.guard import unguard
from selfcheck.findings import Plain, Reason

MAX_ROWS = MAX_INCIDENTS * MAX_REPORTS
MAX_COLUMNS = 100
_DELIMITERS = ",;\t|"
# Headings are looked for in the first rows: people put a title or a name above them.
_ROWS_WITH_HEADINGS = 10
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


class TableError(ValueError):
    """A file that cannot be read as a list; the message is a plain sentence."""

    def __init__(self, code: str, **values: Plain) -> None:
        self.code = code
        super().__init__(content.words("diary_table")["file"][code].format(**values))


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number as a spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings and rows of a list; `notes` say what was left out or is doubtful.

    Without headings in the file, `headings` are empty texts.
    """

    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[Reason, ...] = ()


def open_table(data: bytes) -> Table:
    """Return the list in a file, whatever its name; TableError says why there is none."""
    if len(data) > MAX_BYTES:
        raise TableError("too_large")
    if not data.strip(b"\0 \r\n\t"):
        raise TableError("empty")
    if refused := excel.why_not_excel(data):
        raise TableError(refused)
    notes: list[Reason] = []
    try:
        lines = excel.lines(data, notes) if excel.is_excel(data) else _csv_lines(data, notes)
        rows = list(_limited(lines))
    except excel.BrokenExcel as problem:
        raise TableError(problem.code) from None
    return _with_headings(rows, notes)


def _limited(lines: Iterator[list[str]]) -> Iterator[Row]:
    for number, line in enumerate(lines, 1):
        if number > MAX_ROWS + _ROWS_WITH_HEADINGS:
            raise TableError("too_many_rows", limit=f"{MAX_ROWS:,}")
        while line and not line[-1].strip():
            line.pop()
        if len(line) > MAX_COLUMNS:
            raise TableError("too_many_columns", limit=MAX_COLUMNS)
        yield Row(number, tuple(unguard(cell) for cell in line))


def _with_headings(rows: list[Row], notes: list[Reason]) -> Table:
    """Return the rows as a table: the row that names the most columns is the headings."""
    filled = [row for row in rows if row.cells]
    if not filled:
        raise TableError("empty")
    candidates = [row for row in filled[:_ROWS_WITH_HEADINGS] if columns.are_headings(row.cells)]
    named = max(candidates, key=lambda row: len(columns.guess(row.cells)), default=None)
    first = named.number if named else 0
    below = [row for row in filled if row.number > first]
    if not below:
        raise TableError("no_rows")
    above = len(filled) - len(below) - (1 if named else 0)
    notes += _count("row_above", "rows_above", above)
    notes += _count("empty_row", "empty_rows", below[-1].number - first - len(below))
    if named:
        return Table(named.cells, tuple(below), tuple(notes))
    width = max(len(row.cells) for row in below)
    return Table(("",) * width, tuple(below), (*notes, Reason("no_headings")))


def _count(one: str, many: str, count: int) -> list[Reason]:
    return [Reason(one if count == 1 else many, {"count": count})] if count else []


# ---- CSV -------------------------------------------------------------------------


def _csv_lines(data: bytes, notes: list[Reason]) -> Iterator[list[str]]:
    text = _text(data, notes)
    if found := _SEPARATOR_LINE.match(text):
        # Excel's own first line, which says how the cells are parted.
        return _parsed(text[found.end() :], found[1])
    return _parsed(text, _delimiter(text))


def _text(data: bytes, notes: list[Reason]) -> str:
    try:
        if data.startswith(_UTF_16):
            return data.decode("utf-16")
        return _printable(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        notes.append(Reason("old_letters"))
    try:
        return _printable(data.decode("cp1252"))
    except UnicodeDecodeError:
        raise TableError("not_text") from None


def _printable(text: str) -> str:
    if "\0" in text or text.startswith("%PDF"):
        raise TableError("not_a_table")
    return text


def _delimiter(text: str) -> str:
    """Return what parts the cells: the mark that gives the most cells the most evenly."""

    def evenness(mark: str) -> tuple[int, int]:
        widths = [len(line) for line in _some_lines(text, mark) if line]
        usual = max(set(widths), key=widths.count, default=0)
        return (widths.count(usual) * (usual > 1), usual)

    return max(_DELIMITERS, key=evenness)


def _some_lines(text: str, mark: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text[:20_000], newline=""), delimiter=mark)
    try:
        return [line for line, _ in zip(reader, range(20), strict=False)]
    except csv.Error:
        return []


def _parsed(text: str, mark: str) -> Iterator[list[str]]:
    # Strict: a quotation mark that is never closed would swallow all rows below it.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        yield from reader
    except csv.Error as problem:
        code = "long_cell" if "field larger" in str(problem) else "open_quote"
        raise TableError(code, line=reader.line_num) from None
