"""One search for an area, by its name, its postcode or its code."""

from __future__ import annotations

from datetime import date

from selfcheck.areas.found import Found, MatchedBy, Outcome, as_it_stands
from selfcheck.areas.index import area
from selfcheck.areas.names import by_name, by_whole_name
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


def find_exactly(query: str, on: date) -> Found:
    """Return what a code or a whole name leads to on a day, for lists read without asking.

    No postcode, no part of a name and no near miss is taken. A code is taken as it is,
    even where the council has ended.
    """
    if len(query) > LONGEST_QUERY:
        return Found(Outcome.TOO_LONG)
    key = plain(query)
    coded = area(key.upper())
    if coded:
        return Found(Outcome.AREA, (coded,), MatchedBy.CODE, coded.code)
    return as_it_stands(by_whole_name(query), on) if key else Found(Outcome.EMPTY)
