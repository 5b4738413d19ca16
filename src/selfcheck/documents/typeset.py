"""PDF by typst: tagged, PDF/UA-1, with the fonts typst carries and no others.

What a document says goes in as data alone, never as typst's own language, so nothing a
person typed can be taken for a command.
"""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from selfcheck.documents import unprinted

if TYPE_CHECKING:
    import typst

Data = dict[str, Any]

HERE = Path(__file__).parent
# As the compiler says it of each sign that none of its fonts has.
_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)+)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
# How often signs the fonts lack are taken out before the standard is given up.
_TRIES = 4


class PdfNotInstalledError(Exception):
    """The typesetter is not installed: `pip install "selfcheck[pack]"` brings it."""


def pdf(template: str, data: Data, on: date) -> bytes:
    """Return a template filled with data, dated a day, as PDF/UA-1.

    Signs that no font here has are named in words, and `data.unprinted` is true. Should
    that not be enough, the standard alone is given up and `data.standard` is false.
    Raises PdfNotInstalledError without the typesetter.
    """
    typst = _typst()
    data = {**data, "unprinted": False, "standard": True}
    for _ in range(_TRIES):
        try:
            return _compile(template, data, on, ["ua-1"])
        except typst.TypstError as error:
            missing = _missing(error)
            if not missing:
                raise
            data = {**unprinted.named(data, missing), "unprinted": True}
    return _compile(template, {**data, "standard": False}, on, [])


def _compile(template: str, data: Data, on: date, standards: list[str]) -> bytes:
    made: bytes = _typst().compile(
        (HERE / template).read_bytes(),
        format="pdf",
        pdf_standards=standards,
        sys_inputs={"data": json.dumps(data)},
        ignore_system_fonts=True,
        # The day assessed, so that the same case makes the same file.
        timestamp=int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp()),
    )
    return made


def _missing(error: typst.TypstError) -> frozenset[str]:
    """Return the characters an error says no font has."""
    named = "".join(_plain(found) for found in _MISSING.findall(error.diagnostic))
    # A letter that can be printed is named too where a mark upon it cannot.
    return frozenset(c for c in named if c > "\u024f") or frozenset(named)


def _plain(escaped: str) -> str:
    return _ESCAPED.sub(lambda m: chr(int(m[1], 16)) if m[1] else m[2], escaped)


def _typst() -> Any:
    try:
        import typst  # noqa: PLC0415 - only documents that need it pay for it, or need it at all
    except ImportError:
        raise PdfNotInstalledError from None
    return typst
