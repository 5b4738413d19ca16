"""Organisations that can help: what each does, its verified numbers, hours and cautions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from selfcheck import content
from selfcheck.case import Nation
from selfcheck.organisations import ORGANISATIONS
from selfcheck.signposting import in_nation
from selfcheck.web import markup


def listed(keys: Iterable[str]) -> str:
    """Return organisations, the most useful first."""
    return markup.items(map(_entry, keys), look="sc-plain")


def by_need(nation: Nation | None, without: Iterable[str]) -> str:
    """Return every organisation that serves a nation, folded away by need."""
    shown = set(without)
    folds = []
    for need in content.words("help")["needs"]:
        keys = [key for key in in_nation(need["do"], nation) if key not in shown]
        if keys:
            folds.append(markup.folded(need["title"], listed(keys)))
    return markup.element("div", "".join(folds), "sc-needs")


@cache
def _entry(key: str) -> str:
    words, says, known = content.words("help"), content.words("support"), ORGANISATIONS[key]
    numbers = "".join(
        markup.element("p", way, "sc-number sc-reach") for way in markup.ways_to_reach(known)
    )
    site = markup.link(known.web, words["website"].format(site=markup.site(known.web)))
    hours = [words["hours"].format(hours=known.hours)] if known.hours else []
    careful = " ".join([*hours, *(says["cautions"][code] for code in known.cautions)])
    return (
        f"{markup.element('h3', markup.name(known))}{markup.paragraph(says['says'][known.id])}"
        f'{numbers}<p class="sc-reach">{site}</p>'
        f"{markup.paragraph(careful, 'sc-quiet') if careful else ''}"
    )
