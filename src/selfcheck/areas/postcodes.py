"""Find the area of a postcode without a network, and never guess.

`postcodes.bin` knows every postcode of England, Wales and the border with Scotland in
the source named in README.md, those no longer in use included. A postcode that is not
in the source is unknown, even where all its neighbours lie in one area.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from selfcheck.areas.found import Found, MatchedBy, Outcome
from selfcheck.areas.index import area
from selfcheck.areas.postcode_file import Postcodes, sector_name, unpack
from selfcheck.areas.spelling import plain

HERE = Path(__file__).parent

SCOTLAND = "S92000003"

# Postcode areas (the first letters) that lie wholly outside England and Wales.
ELSEWHERE = {
    "BT": Outcome.NORTHERN_IRELAND,
    "GY": Outcome.CHANNEL_ISLANDS,
    "JE": Outcome.CHANNEL_ISLANDS,
    "IM": Outcome.ISLE_OF_MAN,
} | dict.fromkeys("AB DD EH FK G HS IV KA KW KY ML PA PH ZE".split(), Outcome.SCOTLAND)

# NPT and GIR are old postcodes without a figure in their first half.
_FIRST_HALF = r"(NPT|GIR|([A-Z]{1,2})[0-9][A-Z0-9]?)"
_WHOLE = re.compile(_FIRST_HALF + r"([0-9])([A-Z]{2})")
_BEGINNING = re.compile(_FIRST_HALF + r"(?: ([0-9]))?")


def by_postcode(query: str) -> Found:
    """Return the area of a postcode; the choice of areas where only its beginning was given."""
    tidy = plain(query).upper()
    shape = _WHOLE.fullmatch(tidy.replace(" ", "")) or _BEGINNING.fullmatch(tidy)
    if not shape:
        return Found(Outcome.UNKNOWN_POSTCODE)
    if shape[2] in ELSEWHERE:
        return Found(ELSEWHERE[shape[2]])
    if shape.re is _WHOLE:
        return _whole(shape[1], shape[3], shape[4])
    return _beginning(shape[1], shape[3] or "")


def _whole(first_half: str, figure: str, letters: str) -> Found:
    place = _postcodes().place(sector_name(first_half, figure), letters)
    if place == SCOTLAND:
        return Found(Outcome.SCOTLAND)
    here = area(place) if place else None
    if not here:
        return Found(Outcome.UNKNOWN_POSTCODE)
    return Found(Outcome.AREA, (here,), MatchedBy.POSTCODE, f"{first_half} {figure}{letters}")


def _beginning(first_half: str, figure: str) -> Found:
    places = _postcodes().places_beginning(sector_name(first_half, figure))
    areas = tuple(here for here in map(area, places) if here)
    if not areas:
        return Found(Outcome.SCOTLAND if places else Outcome.UNKNOWN_POSTCODE)
    outcome = Outcome.HINT if len(areas) == 1 else Outcome.SEVERAL
    because = f"{first_half} {figure}".rstrip()
    return Found(outcome, areas, MatchedBy.PART_OF_POSTCODE, because)


@cache
def _postcodes() -> Postcodes:
    return unpack((HERE / "postcodes.bin").read_bytes())
