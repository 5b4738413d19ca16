"""The councils of England and Wales: one row an area in areas.csv."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType

from selfcheck.case import Nation

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Area:
    """One area with its own review procedures (section 105 of the 2014 Act).

    `county` is the larger place several councils share; None where a council has no
    such neighbour. Both days are inside the area's life; None means no such day is known.
    """

    code: str
    name: str
    nation: Nation
    region: str
    county: str | None
    type: str
    police_force: str
    policing_body: str
    starts_on: date | None = None
    ends_on: date | None = None
    followed_by: str | None = None

    def has_begun(self, on: date) -> bool:
        """Say whether this council has begun by a day."""
        return self.starts_on is None or self.starts_on <= on

    def has_ended(self, on: date) -> bool:
        """Say whether this council's last day lies before a day."""
        return self.ends_on is not None and self.ends_on < on


def area(code: str) -> Area | None:
    """Return the area with an Office for National Statistics code, or None."""
    return _by_code().get(code)


def all_areas() -> tuple[Area, ...]:
    """Return every area in order of code, those that have ended or not begun included."""
    return tuple(_by_code().values())


def read_table(name: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file that stands beside this module."""
    text = (HERE / name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def _by_code() -> Mapping[str, Area]:
    return MappingProxyType({row["code"]: _area(row) for row in read_table("areas.csv")})


def _area(row: Mapping[str, str]) -> Area:
    return Area(
        code=row["code"],
        name=row["name"],
        nation=Nation(row["nation"]),
        region=row["region"],
        county=row["county"] or None,
        type=row["type"],
        police_force=row["police_force"],
        policing_body=row["policing_body"],
        starts_on=_day(row["starts_on"]),
        ends_on=_day(row["ends_on"]),
        followed_by=row["followed_by"] or None,
    )


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
