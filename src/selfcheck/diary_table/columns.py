"""What each column of a list holds, guessed from its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from selfcheck import content
from selfcheck.written import Day, read_day

# In the order in which our own lists have them.
INCIDENT = (
    "date time approximate kinds targeted what_happened where effect evidence witnesses"
).split()
REPORT = "reported to by person reference response".split()
FIELDS = ("incident", *INCIDENT, *REPORT)

_NO_LETTER = re.compile(r"[\W_]+")


def guess(headings: Sequence[str]) -> dict[str, int]:
    """Return the column of each field whose heading is known, counted from 0.

    No column holds two fields, and no field stands in two columns: the closer wins.
    """
    found: dict[str, int] = {}
    for _, field, column in sorted(_likely(headings), key=lambda one: -one[0]):
        if field not in found and column not in found.values():
            found[field] = column
    return found


def are_headings(cells: Sequence[str]) -> bool:
    """Say whether a row holds headings: it names the date, and holds no day itself."""
    return "date" in guess(cells) and not any(isinstance(read_day(cell), Day) for cell in cells)


def label(field: str) -> str:
    """Return a field's heading in our own lists."""
    return str(content.words("diary_table")["columns"][field])


def plain(text: str) -> str:
    """Return a text in small letters and single blanks, to compare it."""
    return _NO_LETTER.sub(" ", text.casefold()).strip()


def unused(rows: Iterable[Sequence[str]], where: Mapping[str, int]) -> list[int]:
    """Return the columns that have something in them and go into no field."""
    filled = {column for row in rows for column, cell in enumerate(row) if cell.strip()}
    return sorted(filled - set(where.values()))


def _likely(headings: Sequence[str]) -> Iterator[tuple[float, str, int]]:
    """Yield how well each heading fits each field: the same words, or all of some."""
    for column, heading in enumerate(headings):
        given = plain(heading)
        words = set(given.split())
        for field in FIELDS:
            for known in _known(field):
                if given == known:
                    yield 100.0, field, column
                elif len(words) <= 8 and len(known) > 2 and words.issuperset(known.split()):
                    yield float(len(known)), field, column


@cache
def _known(field: str) -> tuple[str, ...]:
    others = content.words("diary_table")["known"]["columns"][field]
    return (plain(label(field)), *others)
