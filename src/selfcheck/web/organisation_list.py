"""Organisations that can help: what each does, its verified numbers, hours and cautions."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from selfcheck import content
from selfcheck.case import Nation
from selfcheck.organisations import ORGANISATIONS, Organisation
from selfcheck.signposting import in_nation
from selfcheck.web import markup


def draw(keys: Iterable[str]) -> None:
    """Draw organisations, the most useful first."""
    markup.draw(markup.items((_entry(ORGANISATIONS[key]) for key in keys), look="sc-plain"))


def draw_by_need(nation: Nation | None, without: Iterable[str]) -> None:
    """Draw every organisation that serves a nation, folded away by need."""
    shown = set(without)
    for need in content.words("help")["needs"]:
        keys = [key for key in in_nation(need["do"], nation) if key not in shown]
        if keys:
            with st.expander(need["title"]):
                draw(keys)


def _entry(known: Organisation) -> str:
    words, says = content.words("help"), content.words("support")
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
