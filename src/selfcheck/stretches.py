"""Stretches of days on which enough windows overlap.

Both ends of every window and stretch are inside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from datetime import date
from typing import NamedTuple

from selfcheck.periods import ONE_DAY


class Stretch(NamedTuple):
    """A run of days; both ends are inside it."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Say whether a day lies inside this stretch."""
        return self.first <= day <= self.last


Stretches = tuple[Stretch, ...]


def where_enough(windows: Iterable[tuple[Hashable, Stretch]], needed: int) -> Stretches:
    """Return the stretches on which windows of at least `needed` different keys overlap.

    Several windows with one key, such as two reports of one incident, count once a day.
    """
    by_key: dict[Hashable, list[Stretch]] = defaultdict(list)
    for key, window in windows:
        by_key[key].append(window)
    changes: dict[date, int] = defaultdict(int)
    for own in by_key.values():
        for stretch in own if len(own) == 1 else union(own):
            changes[stretch.first] += 1
            changes[stretch.last + ONE_DAY] -= 1
    return _at_least(needed, changes)


def union(stretches: Iterable[Stretch]) -> Stretches:
    """Return the days in any of the stretches, neighbours joined, in order."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if joined and stretch.first <= joined[-1].last + ONE_DAY:
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, stretch.last))
        else:
            joined.append(stretch)
    return tuple(joined)


def intersection(some: Stretches, others: Stretches) -> Stretches:
    """Return the days in both lists of stretches, in order."""
    shared = (
        Stretch(max(one.first, other.first), min(one.last, other.last))
        for one in some
        for other in others
    )
    return tuple(sorted(stretch for stretch in shared if stretch.first <= stretch.last))


def covering(stretches: Iterable[Stretch], day: date) -> Stretch | None:
    """Return the stretch that a day lies in, or None."""
    return next((stretch for stretch in stretches if stretch.covers(day)), None)


def _at_least(needed: int, changes: dict[date, int]) -> Stretches:
    found: list[Stretch] = []
    active, first = 0, None
    for day in sorted(changes):
        active += changes[day]
        if first is None and active >= needed:
            first = day
        elif first is not None and active < needed:
            found.append(Stretch(first, day - ONE_DAY))
            first = None
    return union(found)
