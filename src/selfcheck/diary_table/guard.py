"""Cells that a spreadsheet would run as a formula, made harmless and back again.

An apostrophe before =, +, -, @ or a control character tells every spreadsheet that the
cell is text. A text that begins like a guarded one gets one more, so each comes back as
it was.
"""

from __future__ import annotations

import re

# The last four are the wide forms of =, +, - and @, which some programs read alike.
_RUNS = r"(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])"
_DANGEROUS = re.compile(rf"'*{_RUNS}")
_GUARDED = re.compile(rf"'+{_RUNS}")


def guard(cell: str) -> str:
    """Return a cell that no spreadsheet runs."""
    return f"'{cell}" if _DANGEROUS.match(cell) else cell


def unguard(cell: str) -> str:
    """Return a cell as it was before it was guarded."""
    return cell[1:] if _GUARDED.match(cell) else cell
