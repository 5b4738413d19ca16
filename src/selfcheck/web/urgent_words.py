"""What must be said before anything else, with the numbers that answer it."""

from __future__ import annotations

from selfcheck import content
from selfcheck.case import Nation
from selfcheck.organisations import ORGANISATIONS, Organisation
from selfcheck.signposting import in_nation
from selfcheck.urgent import Urgent
from selfcheck.web import markup


def draw(urgent: tuple[Urgent, ...], nation: Nation | None, *, live: bool = False) -> None:
    """Draw each urgent thing in its order: danger now stands first.

    `live` has screen readers say it at once, where an answer has just brought it up.
    """
    if urgent:
        boxes = "".join(_box(one.code, nation) for one in urgent)
        markup.draw(f'<div role="alert">{boxes}</div>' if live else boxes)


def _box(code: str, nation: Nation | None) -> str:
    says = content.words("urgent")[code]
    numbers = (_reach(ORGANISATIONS[key]) for key in in_nation(says["do"], nation))
    listed = markup.items(number for number in numbers if number)
    inner = markup.heading(says["title"]) + markup.paragraph(says["text"]) + listed
    return markup.element("div", inner, "sc-urgent")


def _reach(known: Organisation) -> str:
    """Return an organisation with its number, or else where it is on the web."""
    ways = markup.ways_to_reach(known)
    if not ways:
        ways = [markup.link(known.web, markup.site(known.web))]
    return f"{markup.text(known.name)}: {', '.join(ways)}"
