"""Look up an area by its name, in whole or in part, or by another name for it.

Only the whole name of a council, another name for it or its former name is an answer.
A town, a part of a name or a near miss is a hint that people must confirm.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from selfcheck.areas.found import Found, MatchedBy, Outcome
from selfcheck.areas.index import Area
from selfcheck.areas.name_list import Name, NameKind, best_first, every_name, names_by_key
from selfcheck.areas.spelling import plain, shorter_forms

SHORTEST_PART = 3
NEAREST = 0.8
MOST_NEAREST = 5

_ELSEWHERE = {
    "scotland": Outcome.SCOTLAND,
    "northern ireland": Outcome.NORTHERN_IRELAND,
    "channel islands": Outcome.CHANNEL_ISLANDS,
    "jersey": Outcome.CHANNEL_ISLANDS,
    "guernsey": Outcome.CHANNEL_ISLANDS,
    "isle of man": Outcome.ISLE_OF_MAN,
}
_SMALL_WORDS = frozenset("and of the on upon in with".split())

_MATCHED_BY = {
    NameKind.CURRENT: MatchedBy.NAME,
    NameKind.ALIAS: MatchedBy.OTHER_NAME,
    NameKind.FORMER: MatchedBy.FORMER_NAME,
    NameKind.TOWN: MatchedBy.TOWN,
    NameKind.LARGER_PLACE: MatchedBy.LARGER_PLACE,
}


def by_name(query: str) -> Found:
    """Return the area or areas a name may mean; nothing typed is ever an error."""
    elsewhere = _ELSEWHERE.get(plain(query))
    if elsewhere:
        return Found(elsewhere)
    return _whole(query) or _part(query) or _nearest(query) or Found(Outcome.UNKNOWN_NAME)


def by_whole_name(query: str) -> Found:
    """Return what a whole name leads to and nothing less sure: never a part or a near miss."""
    elsewhere = _ELSEWHERE.get(plain(query))
    return Found(elsewhere) if elsewhere else _whole(query) or Found(Outcome.UNKNOWN_NAME)


def _whole(query: str) -> Found | None:
    """Return what a whole name leads to; "Ashford, Kent" is tried as "Ashford" too."""
    for attempt in (query, query.partition(",")[0]):
        for key in shorter_forms(plain(attempt)):
            names = names_by_key().get(key)
            if names:
                return _one_or_more(names, council_only=_names_a_council(attempt))
    return None


def _names_a_council(query: str) -> bool:
    return not {"council", "cyngor"}.isdisjoint(plain(query).split())


def _one_or_more(names: tuple[Name, ...], *, council_only: bool) -> Found:
    """Return the best of several names spelt alike.

    "Dorset" is a council and the county that Bournemouth lies in, so both are shown;
    "Dorset Council" is the council alone.
    """
    best = names[0]
    if best.kind is NameKind.LARGER_PLACE:
        return _found(Outcome.LARGER_PLACE, names, best)
    if best.kind is NameKind.TOWN:
        return _choice(names, MatchedBy.TOWN)
    rivals = [] if council_only or best.kind is NameKind.FORMER else _rivals(best, names)
    if rivals:
        return _found(Outcome.SEVERAL, [best, *rivals], best)
    return _found(Outcome.AREA, [best], best)


def _rivals(best: Name, alike: tuple[Name, ...]) -> list[Name]:
    """Return the towns and larger places spelt like a council that lead to other areas."""
    names = alike + names_by_key()[plain(best.area.name)]
    wider = (NameKind.TOWN, NameKind.LARGER_PLACE)
    return [name for name in names if name.kind in wider and name.area is not best.area]


def _part(query: str) -> Found | None:
    """Return areas with the words typed in a name, or words that begin so, or a name that does."""
    forms = list(shorter_forms(plain(query)))
    for words in (forms[0].split(), forms[-1].split()):
        asked = [word for word in words if word not in _SMALL_WORDS]
        if len("".join(asked)) < SHORTEST_PART:
            continue
        for test in (_has_words, _has_beginnings, _has_letters):
            matches = [name for name in every_name() if test(name, asked)]
            if matches:
                return _choice(matches, MatchedBy.PART)
    return None


def _has_words(name: Name, asked: list[str]) -> bool:
    return set(asked) <= set(name.words)


def _has_beginnings(name: Name, asked: list[str]) -> bool:
    return all(any(word.startswith(start) for word in name.words) for start in asked)


def _has_letters(name: Name, asked: list[str]) -> bool:
    return " ".join(asked) in " ".join(name.words)


def _nearest(query: str) -> Found | None:
    """Return the areas whose names look most like a name nobody has."""
    key = list(shorter_forms(plain(query)))[-1]
    if len(key) <= SHORTEST_PART:
        return None
    near = get_close_matches(key, names_by_key(), n=MOST_NEAREST, cutoff=NEAREST)
    matches = [name for found in near for name in names_by_key()[found]]
    return _choice(matches, MatchedBy.SPELLING) if matches else None


def _choice(names: Iterable[Name], matched_by: MatchedBy) -> Found:
    """Return a hint for one area, a choice for several."""
    ordered = sorted(names, key=best_first)
    areas = _each_once(ordered)
    if len(areas) == 1:
        return Found(Outcome.HINT, areas, matched_by, ordered[0].written)
    return Found(Outcome.SEVERAL, areas, matched_by)


def _found(outcome: Outcome, names: Iterable[Name], best: Name) -> Found:
    areas = _each_once(sorted(names, key=best_first))
    return Found(outcome, areas, _MATCHED_BY[best.kind], best.written)


def _each_once(names: Iterable[Name]) -> tuple[Area, ...]:
    return tuple(dict.fromkeys(name.area for name in names))
