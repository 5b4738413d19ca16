"""Contacts to save on a phone: verified organisations, under names that give nothing away.

vCard 3.0 (RFC 2426) and not 4.0 (RFC 6350): the contacts app of many Android phones
refuses the newer one. The few fields used here mean the same in both.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from uuid import UUID, uuid5

from icalendar import Component
from icalendar.prop import vText

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.organisations import ORGANISATIONS, Organisation, Verified

_OURS = UUID("0b8c1d52-52d5-4c3f-8f5e-5b0f2a3f7a41")
# Nobody needs a contact for 999, and one in a list is called by mistake.
_EMERGENCY = "999"
_NUMBER = re.compile(r"\+?\d[\d ]*\d")


class _Card(Component):
    name = "VCARD"
    # The version must come first.
    canonical_order = ("VERSION", "FN", "N")  # type: ignore[assignment] # None in their class


def to_save(assessment: Assessment) -> tuple[Organisation, ...]:
    """Return the verified organisations of an assessment that have a number, in its order."""
    codes = dict.fromkeys((*assessment.report_to, *assessment.support))
    known = (ORGANISATIONS[code] for code in codes if code in ORGANISATIONS)
    return tuple(one for one in known if one.verified is Verified.YES and any(_numbers(one)))


def make_contacts(organisations: Iterable[Organisation], *, plain: bool = False) -> bytes | None:
    """Return the organisations as a contacts file, or None where there are none to save.

    Names give nothing away unless `plain`: "Contact VS". A second file updates the first.
    """
    known = tuple(organisations)
    names = [one.name for one in known] if plain else [*_discreet(known)]
    cards = [_card(one, name, plain=plain) for one, name in zip(known, names, strict=True)]
    return b"".join(cards) or None


def _card(known: Organisation, name: str, *, plain: bool) -> bytes:
    card = _Card()
    card.add("version", "3.0")
    card.add("fn", vText(name))
    card.add("n", ("", name, "", "", ""))
    card.add("uid", str(uuid5(_OURS, known.id)))
    for kind, number in _numbers(known):
        card.add("tel", number, parameters={"TYPE": kind})
    if plain:
        card.add("url", known.web)
        card.add("note", vText(" ".join(_note(known))))
    made: bytes = card.to_ical()
    return made


def _numbers(known: Organisation) -> Iterator[tuple[str, str]]:
    if known.phone and known.phone != _EMERGENCY:
        yield "VOICE", known.phone
    found = _NUMBER.search(known.text or "")
    if found and found[0] != _EMERGENCY:
        yield "CELL", found[0]


def _note(known: Organisation) -> Iterator[str]:
    words, support = content.words("contacts"), content.words("support")
    yield support["says"][known.id]
    if known.text:
        yield words["text"].format(text=known.text)
    if known.hours:
        yield words["hours"].format(hours=known.hours)
    yield from (support["cautions"][code] for code in known.cautions)


def _discreet(known: Iterable[Organisation]) -> Iterator[str]:
    """Yield names made of first letters, told apart by a number where two are the same."""
    words, seen = content.words("contacts"), Counter[str]()
    for one in known:
        name = words["discreet"].format(letters=_letters(one.name))
        seen[name] += 1
        yield words["same"].format(name=name, number=seen[name]) if seen[name] > 1 else name


def _letters(name: str) -> str:
    parts = re.findall(r"\w+", re.split(r"[,(]", name)[0])
    return "".join(part[0] for part in parts).upper() if len(parts) > 1 else parts[0][:2].upper()
