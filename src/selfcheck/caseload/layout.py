"""Which column of a list holds what, by its heading. Nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from selfcheck import content
from selfcheck.caseload.rows import TEXTS
from selfcheck.diary_table.columns import plain

REQUIRED = ("case", "reported_on", "told")
# One of these says which incident a report is about.
INCIDENT = ("incident", "happened_on")


class CaseloadError(ValueError):
    """A list that cannot be screened at all; the message is for people."""

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        super().__init__(content.words("caseload")["file"][code].format(**values))


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of each known column, counted from 0, and the headings not used."""

    where: dict[str, int]
    width: int
    unused: tuple[str, ...]


def layout_of(headings: Sequence[str]) -> Layout:
    """Return the layout that headings name; CaseloadError says what is missing or double."""
    where: dict[str, int] = {}
    unused = []
    for place, heading in enumerate(headings):
        column = _columns().get(plain(heading))
        if column is None:
            unused.append(heading.strip())
        elif column in where:
            first = headings[where[column]].strip()
            raise CaseloadError("two_columns", first=first, second=heading.strip(), column=column)
        else:
            where[column] = place
    missing = [name for name in REQUIRED if name not in where]
    if not any(name in where for name in INCIDENT):
        missing.append("happened_on")
    if missing:
        raise CaseloadError("columns", expected=_expected(missing), found=_found(headings))
    return Layout(where, len(headings), tuple(unused))


def known_headings(column: str) -> list[str]:
    """Return the headings by which a column is known, in small letters."""
    others: list[str] = content.words("caseload")["columns"][column]
    return list(dict.fromkeys((plain(column), *others)))


@cache
def _columns() -> dict[str, str]:
    return {heading: column for column in TEXTS for heading in known_headings(column)}


def _expected(missing: Sequence[str]) -> str:
    words = content.words("caseload")["file"]["expected"]
    return "\n".join(
        words.format(column=column, known=", ".join(known_headings(column))) for column in missing
    )


def _found(headings: Sequence[str]) -> str:
    shown = [
        "".join(letter for letter in heading[:40] if letter.isprintable())
        for heading in headings[:30]
    ]
    return ", ".join(shown)
