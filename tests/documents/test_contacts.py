"""Contacts: verified numbers only, read back by another reader, names that give nothing away."""

from __future__ import annotations

import pytest
import vobject

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.documents.contacts import make_contacts, to_save
from selfcheck.examples import EXAMPLES, TOLD_ON
from selfcheck.organisations import ORGANISATIONS, Organisation, Verified

CAN_BE_CALLED = [
    one
    for one in ORGANISATIONS.values()
    if one.verified is Verified.YES and one.phone and one.phone != "999"
]


def read(made: bytes | None) -> list[vobject.base.Component]:
    return list(vobject.readComponents((made or b"").decode()))


def numbers(card: vobject.base.Component) -> list[str]:
    return [line.value for line in card.contents.get("tel", [])]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_contact_of_an_example_is_verified_and_has_its_own_number(name: str) -> None:
    known = to_save(assess(examples.load(name), TOLD_ON))

    cards = read(make_contacts(known, plain=True))

    assert known
    assert [card.fn.value for card in cards] == [one.name for one in known]
    assert {one.verified for one in known} == {Verified.YES}
    for one, card in zip(known, cards, strict=True):
        assert one.phone is None or one.phone in numbers(card)
        assert card.url.value == one.web


def test_every_organisation_is_read_back_as_it_was_written() -> None:
    cards = read(make_contacts(CAN_BE_CALLED, plain=True))

    assert [card.fn.value for card in cards] == [one.name for one in CAN_BE_CALLED]
    assert [numbers(card)[0] for card in cards] == [one.phone for one in CAN_BE_CALLED]
    assert all(card.version.value == "3.0" for card in cards)
    assert all(card.note.value.endswith(".") for card in cards)


def test_discreet_names_say_nothing_and_can_be_told_apart() -> None:
    cards = read(make_contacts(CAN_BE_CALLED))

    names = [card.fn.value for card in cards]
    assert len(set(names)) == len(names)
    assert all(name.startswith("Contact ") and len(name) <= 16 for name in names)
    assert all(set(card.contents) == {"version", "fn", "n", "uid", "tel"} for card in cards)


def test_the_letters_of_a_name_stand_for_it() -> None:
    known = [ORGANISATIONS["victim_support"], ORGANISATIONS["police_101"]]

    assert [card.fn.value for card in read(make_contacts(known))] == ["Contact VS", "Contact PO"]


def test_two_with_the_same_letters_are_numbered() -> None:
    twice = [ORGANISATIONS["victim_support"], ORGANISATIONS["victim_support"]]

    names = [card.fn.value for card in read(make_contacts(twice))]

    assert names == ["Contact VS", "Contact VS 2"]


def test_a_text_number_is_saved_with_what_to_text() -> None:
    (card,) = read(make_contacts([ORGANISATIONS["shout"]], plain=True))

    assert "85258" in numbers(card)
    assert "SHOUT to 85258" in card.note.value


def test_999_is_never_saved_as_a_contact() -> None:
    assessment = assess(examples.load("stalking_danger"), TOLD_ON)
    emergency = [one for one in ORGANISATIONS.values() if "999" in (one.phone, one.text)]

    made = make_contacts(emergency)

    assert emergency
    assert "999" not in {number for card in read(made) for number in numbers(card)}
    assert "police_999" not in [one.id for one in to_save(assessment)]


def test_an_unverified_organisation_is_never_offered() -> None:
    assessment = assess(examples.load("clearly_met"), TOLD_ON)
    unverified = [one.id for one in ORGANISATIONS.values() if one.verified is not Verified.YES]

    offered = {one.id for one in to_save(assessment)}

    assert unverified
    assert offered.isdisjoint(unverified)


def test_a_second_file_updates_the_first() -> None:
    known: list[Organisation] = CAN_BE_CALLED

    first, second = read(make_contacts(known)), read(make_contacts(known, plain=True))

    assert [card.uid.value for card in first] == [card.uid.value for card in second]


def test_without_a_number_there_is_no_file() -> None:
    assert make_contacts([]) is None


def test_lines_are_folded_and_end_as_the_standard_says() -> None:
    made = make_contacts(CAN_BE_CALLED, plain=True)

    assert made
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert b"\n" not in made.replace(b"\r\n", b"")
    assert made.startswith(b"BEGIN:VCARD\r\nVERSION:3.0\r\n")
