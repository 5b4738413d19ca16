"""What a search for an area can come to, as codes and values without words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from selfcheck.areas.index import Area
from selfcheck.findings import Plain, Reason


class Outcome(StrEnum):
    """What a search came to. Only AREA is an answer; the next three ask people to choose."""

    AREA = "area"
    HINT = "hint"
    SEVERAL = "several"
    LARGER_PLACE = "larger_place"
    ENDED = "ended"
    NOT_BEGUN = "not_begun"
    UNKNOWN_NAME = "unknown_name"
    UNKNOWN_POSTCODE = "unknown_postcode"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern_ireland"
    CHANNEL_ISLANDS = "channel_islands"
    ISLE_OF_MAN = "isle_of_man"
    EMPTY = "empty"
    TOO_LONG = "too_long"


class MatchedBy(StrEnum):
    """What the areas were found by."""

    NAME = "by_name"
    OTHER_NAME = "by_other_name"
    FORMER_NAME = "by_former_name"
    TOWN = "by_town"
    LARGER_PLACE = "by_larger_place"
    PART = "by_part"
    SPELLING = "by_spelling"
    POSTCODE = "by_postcode"
    PART_OF_POSTCODE = "by_part_of_postcode"
    CODE = "by_code"


@dataclass(frozen=True, slots=True)
class Found:
    """The result of a search: an outcome, its areas (best first) and how they matched.

    `because` is our own spelling of what matched (a former district, a town, a county,
    a postcode); it is empty where several names matched or none.
    """

    outcome: Outcome
    areas: tuple[Area, ...] = ()
    matched_by: MatchedBy | None = None
    because: str = ""

    def reasons(self) -> tuple[Reason, ...]:
        """Return the codes to say, in order: what was found, and what it was found by."""
        outcome = Reason(self.outcome.value, self._values())
        if self.matched_by is None:
            return (outcome,)
        return (outcome, Reason(self.matched_by.value, self._values()))

    def _values(self) -> dict[str, Plain]:
        values: dict[str, Plain] = {"number": len(self.areas), "because": self.because}
        if self.areas:
            first = self.areas[0]
            days = {"starts_on": first.starts_on, "ends_on": first.ends_on}
            values |= {"area": first.name, "followed_by": first.followed_by or ""}
            values |= {name: day for name, day in days.items() if day}
        return values


def as_it_stands(found: Found, on: date) -> Found:
    """Return what was found with only the councils that exist on a day.

    Where none of them does, the outcome says that they have ended, or not yet begun.
    """
    begun = tuple(area for area in found.areas if area.has_begun(on))
    current = tuple(area for area in begun if not area.has_ended(on))
    if current == found.areas:
        return found
    if current:
        alone = len(current) == 1 and found.outcome is Outcome.SEVERAL
        return replace(found, areas=current, outcome=Outcome.HINT if alone else found.outcome)
    if begun:
        return replace(found, areas=begun, outcome=Outcome.ENDED)
    return replace(found, outcome=Outcome.NOT_BEGUN)
