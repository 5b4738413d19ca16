"""Contacts to save on a phone: verified organisations, under names that give nothing away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.organisations import ORGANISATIONS, Organisation, Verified

# Nobody needs a contact for 999, and one in a list is called by mistake.
_EMERGENCY = "999"
_NUMBER = re.compile(r"\+?\d[\d ]*\d")


def to_save(assessment: Assessment) -> tuple[Organisation, ...]:
    """Return the verified organisations of an assessment that have a number, in its order."""
    codes = dict.fromkeys((*assessment.report_to, *assessment.support))
    known = (ORGANISATIONS[code] for code in codes if code in ORGANISATIONS)
    return tuple(one for one in known if one.verified is Verified.YES and any(numbers(one)))


def make_contacts(organisations: Iterable[Organisation], *, plain: bool = False) -> bytes | None:
    """Return the organisations as a contacts file, or None where there are none to save.

    Names give nothing away unless `plain`: "Contact VS". A second file updates the first.
    """
    known = tuple(organisations)
    if not known:
        return None
    # The library for it is loaded only here: a page asks far more often whom to save.
    from selfcheck.documents.contact_file import card  # noqa: PLC0415

    names = [one.name for one in known] if plain else discreet_names(known)
    return b"".join(card(one, name, plain=plain) for one, name in zip(known, names, strict=True))


def discreet_names(organisations: Iterable[Organisation]) -> list[str]:
    """Return names made of first letters, told apart by a number where two are the same."""
    return [*_discreet(organisations)]


def numbers(known: Organisation) -> Iterator[tuple[str, str]]:
    """Yield an organisation's numbers, each with its kind in a contacts file."""
    if known.phone and known.phone != _EMERGENCY:
        yield "VOICE", known.phone
    found = _NUMBER.search(known.text or "")
    if found and found[0] != _EMERGENCY:
        yield "CELL", found[0]


def _discreet(known: Iterable[Organisation]) -> Iterator[str]:
    words, seen = content.words("contacts"), Counter[str]()
    for one in known:
        name = words["discreet"].format(letters=_letters(one.name))
        seen[name] += 1
        yield words["same"].format(name=name, number=seen[name]) if seen[name] > 1 else name


def _letters(name: str) -> str:
    parts = re.findall(r"\w+", re.split(r"[,(]", name)[0])
    return "".join(part[0] for part in parts).upper() if len(parts) > 1 else parts[0][:2].upper()
