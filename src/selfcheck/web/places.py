"""Where to report, in order, each with what to say and a number to call."""

from __future__ import annotations

from collections.abc import Iterable

from selfcheck import content
from selfcheck.organisations import ORGANISATIONS
from selfcheck.web import markup


def listed(codes: Iterable[str]) -> str:
    """Return places to report to, first place first."""
    return markup.items(map(_place, codes), ordered=True)


def _place(code: str) -> str:
    says = content.words("report_to")[code]
    place = f"<strong>{markup.text(says['title'])}.</strong> {markup.text(says['text'])}"
    known = ORGANISATIONS.get(code)
    if known is None:
        return place
    ways = markup.ways_to_reach(known) or [markup.link(known.web, markup.site(known.web))]
    return f"{place}<br>{', '.join(ways)}"
