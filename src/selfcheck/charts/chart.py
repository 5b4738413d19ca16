"""What every chart is: a figure with its question, its answer and the same facts as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from selfcheck import content

Figure = dict[str, Any]
Row = tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """One question, answered: `finding` in a sentence, `rows` as a table, `figure` drawn.

    `figure` is None where there is nothing to draw. `notes` say how to read the figure
    and what is left out of it. `alt` stands for it where it cannot be seen. `code` names
    its words. `table` works out the rows once somebody asks for them.
    """

    title: str
    finding: str
    figure: Figure | None
    columns: Row
    table: Callable[[], Iterable[Row]] = field(repr=False, compare=False)
    alt: str
    notes: tuple[str, ...] = ()
    code: str = ""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Return the rows of the table; few people unfold it."""
        return tuple(self.table())


def words(part: str) -> dict[str, Any]:
    """Return the words of one chart."""
    found: dict[str, Any] = content.words("charts")[part]
    return found


def alt(title: str, finding: str) -> str:
    """Return what stands for a chart where it cannot be seen."""
    return str(words("page")["alt"]).format(title=title, finding=finding)


def counted(noun: str, n: int) -> str:
    """Return a number with its noun, such as "1 incident" or "no reports"."""
    code = {0: "none", 1: "one"}.get(n, "some")
    return str(words("count")[f"{noun}_{code}"]).format(n=n)


def short_date(day: date) -> str:
    """Return a day as short as a label in a chart needs, as in "2 Dec 2026"."""
    return f"{day.day} {content.MONTHS[day.month - 1][:3]} {day.year}"


def month_name(month: date) -> str:
    """Return the month a day lies in, as in "December 2026"."""
    return f"{content.MONTHS[month.month - 1]} {month.year}"
