"""Every name that leads to an area: its own, others for it, towns, and larger places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from types import MappingProxyType

from selfcheck.areas.index import Area, all_areas, read_table
from selfcheck.areas.spelling import plain
from selfcheck.case import Nation


class NameKind(IntEnum):
    """Whose name it is; the better answer first."""

    CURRENT = 0
    ALIAS = 1
    FORMER = 2
    TOWN = 3
    LARGER_PLACE = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One name and the area it leads to. A larger place has one of these for each area.

    `key` is the plain name without the county in brackets that tells towns apart;
    `words` are those of the whole of it.
    """

    written: str
    kind: NameKind
    area: Area
    key: str
    words: tuple[str, ...]


def _name(written: str, kind: NameKind, area: Area) -> Name:
    key = plain(written.partition(" (")[0])
    return Name(written, kind, area, key, tuple(plain(written).split()))


@cache
def every_name() -> tuple[Name, ...]:
    """Return every name there is, in no order."""
    return (*_own_names(), *_other_names(), *_larger_places())


def _own_names() -> Iterator[Name]:
    for area in all_areas():
        yield _name(area.name, NameKind.CURRENT, area)


def _other_names() -> Iterator[Name]:
    areas = {area.name: area for area in all_areas()}
    for row in read_table("other_names.csv"):
        yield _name(row["name"], NameKind[row["kind"].upper()], areas[row["area"]])


def _larger_places() -> Iterator[Name]:
    for area in all_areas():
        wales = "Wales" if area.nation is Nation.WALES else None
        for place in {area.county, area.police_force, wales} - {None}:
            yield _name(str(place), NameKind.LARGER_PLACE, area)


def best_first(name: Name) -> tuple[NameKind, str]:
    """Return what to sort by, so that the best answer comes first."""
    return name.kind, name.area.name


@cache
def names_by_key() -> Mapping[str, tuple[Name, ...]]:
    """Return the names spelt alike, the better answer first."""
    spelt: dict[str, list[Name]] = {}
    for name in sorted(every_name(), key=best_first):
        spelt.setdefault(name.key, []).append(name)
    return MappingProxyType({key: tuple(alike) for key, alike in spelt.items()})
