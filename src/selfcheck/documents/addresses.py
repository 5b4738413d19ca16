"""Who writes and to whom: the head and the foot of a letter."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content
from selfcheck.areas import Area
from selfcheck.case import Applicant, YesNo
from selfcheck.documents.facts import Facts, area_name
from selfcheck.documents.parts import Details, Line, blank, given, given_day, lines, typed
from selfcheck.procedure import Contact


def sender(details: Details) -> tuple[str, ...]:
    """Return the writer's name, address and date, a marked blank for each not given."""
    day = given_day(details.signed_on, "date")
    address = given(details.address, "address").splitlines()
    return (given(details.name, "name"), *(line for line in address if line.strip()), day)


def point_of_contact(facts: Facts) -> tuple[str, ...]:
    """Return where the area takes applications (section 104(3)(a))."""
    procedure = facts.review.procedure
    if facts.area is None or procedure is None:
        return (*_to(Contact(), None), blank("send_to"))
    ways = tuple(_ways(procedure.contact))
    return (*_to(procedure.contact, facts.area), *(ways or (blank("send_to"),)))


def for_whom(facts: Facts) -> str:
    """Return who is helped or which business writes, or a blank for the name."""
    named = "person_helped" if facts.case.on_behalf else "business"
    return given(facts.details.for_whom, named)


def agreement(facts: Facts) -> tuple[Line, ...]:
    """Return that the person helped agrees, a blank for it, or nothing for oneself."""
    if not facts.case.on_behalf:
        return ()
    agreed: str = content.words("letter")["opening"]["agreed"]
    return lines(agreed if facts.case.consent is YesNo.YES else blank("agreed"))


def closing(facts: Facts, *, enclosed: bool) -> tuple[str, ...]:
    """Return the end of a letter, from the farewell to what is enclosed."""
    return tuple(_closing(facts, enclosed=enclosed))


def _closing(facts: Facts, *, enclosed: bool) -> Iterator[str]:
    words = content.words("letter")
    yield words["farewell"]
    yield blank("signature")
    yield given(facts.details.name, "name")
    if facts.case.applicant in (Applicant.ON_BEHALF, Applicant.BUSINESS_OR_GROUP):
        yield words["for_whom"].format(for_whom=for_whom(facts))
    if reference := typed(facts.case.reference):
        yield words["my_reference"].format(reference=reference)
    if enclosed:
        yield words["enclosed"]


def _to(contact: Contact, area: Area | None) -> Iterator[str]:
    words = content.words("letter")["to"]
    yield words[contact.lead_body or "other"].format(
        area=area_name(area) if area else blank("council"),
        police=police(area),
        policing_body=area.policing_body if area else "",
    )


def police(area: Area | None) -> str:
    """Return the name of an area's police force, or a blank for it."""
    if area is None:
        return blank("force")
    named: str = content.words("letter")["to"]["police_force"]
    force = area.police_force
    return force if force.endswith("Police") else named.format(force=force)


def _ways(contact: Contact) -> Iterator[str]:
    words = content.words("letter")["to"]
    if contact.post:
        yield contact.post
    if contact.email:
        yield words["email"].format(email=contact.email)
    if contact.form_url and not contact.email:
        yield words["form"].format(form=contact.form_url)
