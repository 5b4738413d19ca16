"""One contact as a card for a phone.

vCard 3.0 (RFC 2426) and not 4.0 (RFC 6350): the contacts app of many Android phones
refuses the newer one. The few fields used here mean the same in both.
"""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID, uuid5

from icalendar import Component
from icalendar.prop import vText

from selfcheck import content
from selfcheck.documents.contacts import numbers
from selfcheck.organisations import Organisation

_OURS = UUID("0b8c1d52-52d5-4c3f-8f5e-5b0f2a3f7a41")


class _Card(Component):
    name = "VCARD"
    # The version must come first.
    canonical_order = ("VERSION", "FN", "N")  # type: ignore[assignment] # None in their class


def card(known: Organisation, name: str, *, plain: bool) -> bytes:
    """Return one contact; what it is for is told only if `plain`."""
    made = _Card()
    made.add("version", "3.0")
    made.add("fn", vText(name))
    made.add("n", ("", name, "", "", ""))
    made.add("uid", str(uuid5(_OURS, known.id)))
    for kind, number in numbers(known):
        made.add("tel", number, parameters={"TYPE": kind})
    if plain:
        made.add("url", known.web)
        made.add("note", vText(" ".join(_note(known))))
    told: bytes = made.to_ical()
    return told


def _note(known: Organisation) -> Iterator[str]:
    words, support = content.words("contacts"), content.words("support")
    yield support["says"][known.id]
    if known.text:
        yield words["text"].format(text=known.text)
    if known.hours:
        yield words["hours"].format(hours=known.hours)
    yield from (support["cautions"][code] for code in known.cautions)
