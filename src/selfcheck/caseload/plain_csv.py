"""The quick way through a CSV file in which every line is a row, as nearly all are.

A first look over the bytes proves that lines and rows are the same, so that the number
of a row is its line. Anything else goes the careful way of `csv_rows.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

import pyarrow as pa
from pyarrow import csv

from selfcheck.caseload.csv_rows import UNSHOWABLE

BLOCK = 1 << 22  # bytes
_UNSEEN = bytes({*range(32), 127} - {9, 10, 13})
_EMPTY = re.compile(rb"\n[,;\t|\" ]*\r?\n")
_GUARDED = re.compile(rb"[,;\t|\n\"]'")


def is_plain(file: BinaryIO, heading: bytes) -> bool:
    """Say whether every line below the heading is surely a row of its own.

    `file` stands at the line below the heading, and is left somewhere else.
    """
    before = b"\n"
    while block := file.read(BLOCK):
        # To the end of a line, so that no line is looked at in halves.
        block += file.readline()
        if heading in block or not _lines_are_rows(before + block):
            return False
        before = block[-1:]
    return True


def _lines_are_rows(block: bytes) -> bool:
    """Say whether there is no empty line, no sign to look into, and no text over two lines."""
    if _EMPTY.search(block) or block.count(b"\r") != block.count(b"\r\n"):
        return False
    if len(block.translate(None, _UNSEEN)) != len(block):
        return False
    if b"'" in block and _GUARDED.search(block):
        return False
    if b'"' in block and any(line.count(b'"') % 2 for line in block.split(b"\n")):
        return False
    return block.isascii() or _is_readable(block)


def _is_readable(block: bytes) -> bool:
    try:
        text = block.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not UNSHOWABLE.search(text)


def batches(file: BinaryIO, delimiter: str, names: Sequence[str]) -> Iterator[pa.RecordBatch]:
    """Yield the rows below the heading, all text; pa.ArrowInvalid where one has other cells.

    `file` stands at the line below the heading; `names` are its columns, each once.
    """
    stream = csv.open_csv(
        file,
        read_options=csv.ReadOptions(block_size=BLOCK, column_names=list(names)),
        parse_options=csv.ParseOptions(delimiter=delimiter, newlines_in_values=False),
        convert_options=csv.ConvertOptions(
            column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False
        ),
    )
    yield from stream
