"""Postcodes of all kinds, with answers known from elsewhere, and the file they stand in."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.areas import MatchedBy, Outcome, all_areas, find
from selfcheck.areas.postcode_file import LETTERS, pack, unpack

ON = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("postcode", "name"),
    [
        ("LS1 4AP", "Leeds"),
        ("SW1A 1AA", "Westminster"),
        ("W1A 1AA", "Westminster"),
        ("EC2V 7HH", "City of London"),
        ("N1C 4AG", "Camden"),
        ("E20 1EJ", "Newham"),
        ("KT1 1EU", "Kingston upon Thames"),
        ("TW18 4AA", "Spelthorne"),
        ("RH1 1AA", "Reigate and Banstead"),
        ("GU21 6YL", "Woking"),
        ("M60 2LA", "Manchester"),
        ("B1 1BB", "Birmingham"),
        ("WV1 1SH", "Wolverhampton"),
        ("CV1 5FB", "Coventry"),
        ("ST4 1HH", "Stoke-on-Trent"),
        ("WR1 1AA", "Worcester"),
        ("L1 8JQ", "Liverpool"),
        ("S1 2HH", "Sheffield"),
        ("S70 2TA", "Barnsley"),
        ("DN55 1PT", "Doncaster"),
        ("HX7 8AA", "Calderdale"),
        ("SK13 1AA", "High Peak"),
        ("YO1 7HH", "York"),
        ("HU1 2AA", "Kingston upon Hull, City of"),
        ("TS1 9FX", "Middlesbrough"),
        ("NE1 8QH", "Newcastle upon Tyne"),
        ("NE8 1HH", "Gateshead"),
        ("SG1 1HN", "Stevenage"),
        ("SG13 8EQ", "East Hertfordshire"),
        ("CB23 6EA", "South Cambridgeshire"),
        ("PE1 1HF", "Peterborough"),
        ("NR2 1NH", "Norwich"),
        ("OX1 1BX", "Oxford"),
        ("BN1 1JA", "Brighton and Hove"),
        ("BH2 6DY", "Bournemouth, Christchurch and Poole"),
        ("PL1 2AA", "Plymouth"),
        ("EX1 1JN", "Exeter"),
        ("TR1 3AY", "Cornwall"),
        ("TR21 0LW", "Isles of Scilly"),
        ("PO30 1UD", "Isle of Wight"),
        ("CA1 1AA", "Cumberland"),
        ("CF10 4UW", "Cardiff"),
        ("SA1 3SN", "Swansea"),
        ("LL77 7TW", "Isle of Anglesey"),
        ("LL57 1DT", "Gwynedd"),
        ("SY23 3UE", "Ceredigion"),
        ("NP20 4UR", "Newport"),
        ("CH7 6NR", "Flintshire"),
    ],
)
def test_a_postcode_leads_to_its_council(postcode: str, name: str) -> None:
    found = find(postcode, ON)

    assert (found.outcome, [here.name for here in found.areas]) == (Outcome.AREA, [name])
    assert (found.matched_by, found.because) == (MatchedBy.POSTCODE, postcode)


@pytest.mark.parametrize(
    ("postcode", "name"),
    [
        ("CH1 2HQ", "Cheshire West and Chester"),
        ("SY5 9AA", "Shropshire"),
        ("SY10 7AA", "Shropshire"),
        ("SY15 6AA", "Powys"),
        ("HR3 5AA", "Powys"),
        ("LD3 7HR", "Powys"),
        ("NP16 5AA", "Monmouthshire"),
        ("NP16 7AA", "Forest of Dean"),
        ("GL16 8AA", "Forest of Dean"),
        ("TD15 1AA", "Northumberland"),
        ("CA6 4AA", "Cumberland"),
    ],
)
def test_a_border_postcode_leads_to_the_right_side(postcode: str, name: str) -> None:
    found = find(postcode, ON)

    assert (found.outcome, [here.name for here in found.areas]) == (Outcome.AREA, [name])


@pytest.mark.parametrize(
    ("postcode", "outcome"),
    [
        ("EH1 1YJ", Outcome.SCOTLAND),
        ("G2 1DU", Outcome.SCOTLAND),
        ("KW1 4YT", Outcome.SCOTLAND),
        ("ZE1 0AA", Outcome.SCOTLAND),
        ("DG16 5EA", Outcome.SCOTLAND),
        ("TD15 1TL", Outcome.SCOTLAND),
        ("TD9 0TU", Outcome.SCOTLAND),
        ("CA6 5AA", Outcome.SCOTLAND),
        ("EH1", Outcome.SCOTLAND),
        ("TD1", Outcome.SCOTLAND),
        ("BT1 5GS", Outcome.NORTHERN_IRELAND),
        ("bt48", Outcome.NORTHERN_IRELAND),
        ("JE2 3UE", Outcome.CHANNEL_ISLANDS),
        ("GY1 1AA", Outcome.CHANNEL_ISLANDS),
        ("GY9 3AA", Outcome.CHANNEL_ISLANDS),
        ("IM1 2HB", Outcome.ISLE_OF_MAN),
    ],
)
def test_a_postcode_elsewhere_says_where(postcode: str, outcome: Outcome) -> None:
    found = find(postcode, ON)

    assert (found.outcome, found.areas) == (outcome, ())


@pytest.mark.parametrize(
    "typed",
    [
        "ls14ap",
        "LS1 4AP",
        " ls1  4ap ",
        "L S 1 4 A P",
        "LS1-4AP",
        "\uff2c\uff33\uff11 \uff14\uff21\uff30",
    ],
)
def test_spaces_and_capitals_do_not_matter(typed: str) -> None:
    found = find(typed, ON)

    assert (found.outcome, found.because) == (Outcome.AREA, "LS1 4AP")


def test_an_old_postcode_still_leads_somewhere() -> None:
    assert find("NPT 0AD", ON).areas[0].name == "Newport"


@pytest.mark.parametrize(
    "typed",
    [
        "LS1 4ZZ",  # no such postcode, though every neighbour is in Leeds
        "LS1 4CC",  # C never ends a postcode
        "LS99 4AP",
        "ZZ1 1ZZ",
        "ZZ1",
        "QX9 9QX",
        "GIR 0AA",  # the source puts it nowhere
        "LS1 4A",
        "LS14APX",
        "LS1 4AP LS1 4AP",
        "1LS 4AP",
        "LS 4AP",
        "LSI 4AP",
        "LS1 OAP",
        "12345",
        "0",
        "E99999999",
        "23 High Street",
    ],
)
def test_what_is_no_postcode_is_refused_and_never_guessed(typed: str) -> None:
    found = find(typed, ON)

    assert (found.outcome, found.areas) == (Outcome.UNKNOWN_POSTCODE, ())


@pytest.mark.parametrize(
    ("typed", "outcome", "names"),
    [
        ("LS1", Outcome.HINT, {"Leeds"}),
        ("ls1 4", Outcome.HINT, {"Leeds"}),
        ("TD15", Outcome.HINT, {"Northumberland"}),
        ("N1", Outcome.SEVERAL, {"Islington", "Hackney", "Camden"}),
        ("EC1A", Outcome.SEVERAL, {"City of London", "Islington"}),
    ],
)
def test_the_start_of_a_postcode_is_never_an_answer(
    typed: str, outcome: Outcome, names: set[str]
) -> None:
    found = find(typed, ON)

    assert found.outcome is outcome
    assert {here.name for here in found.areas} >= names
    assert found.matched_by is MatchedBy.PART_OF_POSTCODE


def test_the_start_of_one_postcode_does_not_take_in_another() -> None:
    first, tenth = find("N1", ON), find("N10", ON)

    assert {here.name for here in tenth.areas} >= {"Haringey"}
    assert "Haringey" not in {here.name for here in first.areas}


# ---- the file --------------------------------------------------------------------


def test_the_file_is_small_and_knows_every_area() -> None:
    packed = files("selfcheck.areas").joinpath("postcodes.bin").read_bytes()
    codes = {here.code for here in all_areas()}

    assert len(packed) < 400_000
    assert set(unpack(packed).places) == {"S92000003"} | codes


def test_its_source_is_named_beside_it() -> None:
    readme = files("selfcheck.areas").joinpath("README.md").read_text("utf-8")
    said = " ".join(readme.split())

    assert "Contains OS data © Crown copyright and database right" in said
    assert "Contains Royal Mail data © Royal Mail copyright and database right" in said
    assert "Contains National Statistics data © Crown copyright and database right" in said
    assert "Open Government Licence v3.0" in said


PAIRS = st.text(alphabet=LETTERS, min_size=2, max_size=2)
SECTORS = st.sampled_from(["AA1 1", "AA1 2", "AA11 ", "B1  9", "ZZ9Z9"])
PLACES = st.sampled_from(["E06000001", "E06000002", "W06000001"])


@given(st.dictionaries(st.tuples(SECTORS, PAIRS), PLACES, min_size=1, max_size=60), SECTORS, PAIRS)
def test_every_postcode_put_in_comes_out_and_no_other(
    places: dict[tuple[str, str], str], sector: str, letters: str
) -> None:
    unpacked = unpack(pack(places))

    for (its_sector, its_letters), place in places.items():
        assert unpacked.place(its_sector, its_letters) == place
    assert unpacked.place(sector, letters) == places.get((sector, letters))
    assert set(unpacked.places_beginning(sector)) == {
        place for (its_sector, _), place in places.items() if its_sector == sector
    }
