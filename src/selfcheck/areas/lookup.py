"""One search for an area, by its name, its postcode or its code."""

from __future__ import annotations

from datetime import date

from selfcheck.areas.found import Found, MatchedBy, Outcome, as_it_stands
from selfcheck.areas.index import area
from selfcheck.areas.names import by_name
from selfcheck.areas.postcodes import by_postcode
from selfcheck.areas.spelling import plain

LONGEST_QUERY = 100


def find(query: str, on: date) -> Found:
    """Return what a name or postcode leads to on a day; nothing typed is ever an error."""
    if len(query) > LONGEST_QUERY:
        return Found(Outcome.TOO_LONG)
    key = plain(query)
    if not key:
        return Found(Outcome.EMPTY)
    coded = area(key.upper())
    if coded:
        found = Found(Outcome.AREA, (coded,), MatchedBy.CODE, coded.code)
    elif any(letter.isdigit() for letter in key):
        found = by_postcode(query)
    else:
        found = by_name(query)
    return as_it_stands(found, on)
