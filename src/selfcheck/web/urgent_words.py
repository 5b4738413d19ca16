"""What must be said before anything else, with the numbers that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from selfcheck import explain
from selfcheck.case import Case
from selfcheck.organisations import ORGANISATIONS, Organisation
from selfcheck.signposting import in_nation
from selfcheck.urgent import Urgent
from selfcheck.web import markup


def draw(urgent: tuple[Urgent, ...], case: Case, *, live: bool = False) -> None:
    """Draw each urgent thing in its order, danger now first; no number stands twice.

    `live` has screen readers say it at once, where an answer has just brought it up.
    """
    shown: set[str] = set()
    boxes = []
    for one in urgent:
        says = explain.urgent(one.code, case)
        numbers = [key for key in in_nation(says["do"], case.nation) if key not in shown]
        shown.update(numbers)
        boxes.append(_box(says, numbers))
    if boxes:
        drawn = "".join(boxes)
        markup.draw(f'<div role="alert">{drawn}</div>' if live else drawn)


def _box(says: Mapping[str, Any], numbers: Iterable[str]) -> str:
    listed = markup.items(_reach(ORGANISATIONS[key]) for key in numbers)
    inner = markup.heading(says["title"]) + markup.paragraph(says["text"]) + listed
    return markup.element("div", inner, "sc-urgent")


def _reach(known: Organisation) -> str:
    """Return an organisation with its number, or else where it is on the web."""
    site = markup.link(known.web, markup.site(known.web))
    return f"{markup.name(known)}: {', '.join(markup.ways_to_reach(known) or [site])}"
