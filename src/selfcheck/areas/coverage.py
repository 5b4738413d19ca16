"""How many areas' own pages were seen, region by region, and how sure we are of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from selfcheck.areas.index import all_areas
from selfcheck.areas.procedure_files import procedure
from selfcheck.procedure import Procedure


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts of areas; `oldest` is the earliest day a page of theirs was checked."""

    region: str | None
    areas: int
    threshold_seen: int
    high: int
    medium: int
    low: int
    unseen: int
    oldest: date | None


def coverage() -> Iterator[Coverage]:
    """Yield each region by name, then all of them together with region None."""
    found = [(here.region, procedure(here.code)) for here in all_areas()]
    for region in sorted({region for region, _ in found}):
        yield _count(region, [one for where, one in found if where == region])
    yield _count(None, [one for _, one in found])


def _count(region: str | None, procedures: Iterable[Procedure]) -> Coverage:
    procedures = list(procedures)
    sources = [one.source for one in procedures if one.source]
    sure = Counter(source.confidence for source in sources)
    return Coverage(
        region=region,
        areas=len(procedures),
        threshold_seen=sum(one.complaints is not None for one in procedures),
        high=sure["high"],
        medium=sure["medium"],
        low=sure["low"],
        unseen=len(procedures) - len(sources),
        oldest=min((source.checked_on for source in sources), default=None),
    )
