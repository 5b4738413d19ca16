"""A CSV file as records, each with the line it begins on.

A quotation mark that is never closed would swallow every row below it. So a line with
one too many is joined to the next ones only where that makes a whole record; otherwise
that line alone is set aside, and reading goes on below it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple, TextIO

DELIMITERS = ",;\t|"
LINES_AT_ONCE = 20_000
# A text with line breaks in it may run over this many lines.
LONGEST_RECORD = 200
# How much is kept of a cell that is too long.
_KEPT = 100
UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
# How bytes that are no UTF-8 come out of reading with "surrogateescape".
_BAD_LETTER = re.compile("[\ud800-\udfff]")


class Record(NamedTuple):
    """The cells of a record, the line it begins on, and the code of what is wrong."""

    line: int
    cells: list[str]
    fault: str | None = None


class Shape(NamedTuple):
    """What parts the cells of a file, and how many cells a row has."""

    delimiter: str
    width: int


def records(file: TextIO, shape: Shape, line: int) -> Iterator[list[Record]]:
    """Yield records in groups; `line` is the number of the file's next line."""
    lines = iter(file)
    held: list[str] = []
    while True:
        group = held + list(islice(lines, LINES_AT_ONCE))
        if not group:
            return
        # The last lines wait for those below, which may belong to them.
        ended = len(group) < LINES_AT_ONCE
        found, used = _group(group, shape, line, ended=ended)
        yield found
        line += used
        held = group[used:]


def _group(
    lines: Sequence[str], shape: Shape, line: int, *, ended: bool
) -> tuple[list[Record], int]:
    """Return the records of some lines, and how many of the lines they took."""
    found: list[Record] = []
    start, last = 0, len(lines)
    if not ended and any(map(_is_odd, lines[-LONGEST_RECORD:])):
        last = max(len(lines) - LONGEST_RECORD, 1)
    while start < last:
        odd = next((n for n in range(start, last) if _is_odd(lines[n])), last)
        found += _plain(lines[start:odd], shape.delimiter, line + start)
        start = odd
        if start < last:
            record, taken = _over_lines(
                lines[start : start + LONGEST_RECORD], shape.delimiter, shape.width
            )
            found.append(record._replace(line=line + start))
            start += taken
    return found, start


def _is_odd(line: str) -> bool:
    return line.count('"') % 2 == 1


def _plain(lines: Sequence[str], delimiter: str, line: int) -> list[Record]:
    """Return one record a line, faults marked."""
    try:
        rows = list(csv.reader(lines, delimiter=delimiter))
    except csv.Error:
        return [_alone(text, delimiter, line + n) for n, text in enumerate(lines)]
    text = "".join(lines)
    if not UNSHOWABLE.search(text) and not _BAD_LETTER.search(text):
        return [Record(line + n, cells) for n, cells in enumerate(rows)]
    return [_checked(Record(line + n, cells)) for n, cells in enumerate(rows)]


def _alone(text: str, delimiter: str, line: int) -> Record:
    """Return one line as a record; it may hold a cell too long to read."""
    try:
        return _checked(Record(line, next(csv.reader([text], delimiter=delimiter), [])))
    except csv.Error:
        return Record(line, [cell[:_KEPT] for cell in text.split(delimiter)], "long_cell")


def _checked(record: Record) -> Record:
    text = "".join(record.cells)
    if _BAD_LETTER.search(text):
        cells = [_BAD_LETTER.sub("\ufffd", cell) for cell in record.cells]
        return Record(record.line, cells, "bad_letters")
    if UNSHOWABLE.search(text):
        cells = [UNSHOWABLE.sub("\ufffd", cell) for cell in record.cells]
        return Record(record.line, cells, "control_characters")
    return record


def _over_lines(lines: Sequence[str], delimiter: str, width: int) -> tuple[Record, int]:
    """Return a record that begins with an open quotation mark, and the lines it took."""
    for taken in range(2, len(lines) + 1):
        if _is_odd(lines[taken - 1]):
            found = list(csv.reader(lines[:taken], delimiter=delimiter))
            # Two rows that each lack a mark do not make one record.
            if len(found) == 1 and len(found[0]) == width:
                return _checked(Record(0, found[0])), taken
            break
    cells = lines[0].rstrip("\r\n").replace('"', "").split(delimiter)
    return Record(0, cells, "open_quote"), 1
