"""The first sheet of an Excel file as lines of text."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

from selfcheck.findings import Reason

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A file of 2 MB can hold a thousand times that when it is made to.
_MAX_UNPACKED = 60_000_000
# More than is ever taken in, so that going beyond the limits is seen, and said.
_MAX_WIDTH = 256
_MAX_HEIGHT = 50_000


class BrokenExcel(ValueError):
    """An Excel file that cannot be read; the code says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def is_excel(data: bytes) -> bool:
    """Say whether a file is a modern Excel file."""
    return data.startswith(_ZIP)


def why_not_excel(data: bytes) -> str | None:
    """Return why a file of an office program cannot be read, or None."""
    if data.startswith(_OLE):
        return "old_excel"
    if not is_excel(data):
        return None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            unpacked = sum(part.file_size for part in packed.infolist())
            names = packed.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return "broken_excel"
    if unpacked > _MAX_UNPACKED:
        return "too_large_inside"
    if "mimetype" in names:
        return "open_document"
    return None if "xl/workbook.xml" in names else "not_a_table"


def lines(data: bytes, notes: list[Reason]) -> Iterator[list[str]]:
    """Yield the rows of the first sheet that has any, empty ones too, as text.

    The other sheets with something in them are counted in `notes`. Raises BrokenExcel.
    """
    from openpyxl import load_workbook  # noqa: PLC0415 - slow to load, and few bring an Excel file

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        filled = [sheet for sheet in book.worksheets if _has_rows(sheet)]
        if len(filled) > 1:
            code = "other_sheet" if len(filled) == 2 else "other_sheets"
            notes.append(Reason(code, {"count": len(filled) - 1}))
        for row in _rows(filled[0]) if filled else ():
            yield [_text(cell) for cell in row]
    except Exception as problem:  # a damaged file can fail anywhere, in any way
        raise BrokenExcel("broken_excel") from problem


def _has_rows(sheet: Any) -> bool:
    return any(cell is not None for row in _rows(sheet) for cell in row)


def _rows(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # Some programs write a wrong size into the sheet; the rows themselves know better.
    sheet.reset_dimensions()
    rows: Iterator[tuple[Any, ...]] = sheet.iter_rows(max_col=_MAX_WIDTH, values_only=True)
    return islice(rows, _MAX_HEIGHT)


def _text(cell: Any) -> str:
    """Return a cell as text: days year first, times by the clock, 3.0 as 3."""
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case datetime():
            has_time = (cell.hour, cell.minute) != (0, 0)
            return f"{cell:%Y-%m-%d %H:%M}" if has_time else f"{cell:%Y-%m-%d}"
        case date():
            return cell.isoformat()
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            minutes = int(cell.total_seconds()) // 60
            return f"{minutes // 60:02}:{minutes % 60:02}"
        case float() if cell.is_integer():
            return str(int(cell))
    return str(cell).replace("_x000D_", "")
