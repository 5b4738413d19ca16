"""What people type for a council, and what it leads to."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from selfcheck.areas import LONGEST_QUERY, MatchedBy, Outcome, all_areas, find
from selfcheck.areas.index import read_table
from selfcheck.areas.spelling import plain, shorter_forms

ON = date(2026, 11, 22)

# Councils that share their name with a town elsewhere or with a county others lie in.
SHARED = {
    "Ashford",
    "Buckinghamshire",
    "County Durham",
    "Dorset",
    "East Riding of Yorkshire",
    "North Yorkshire",
    "Shropshire",
    "Somerset",
    "Wiltshire",
}


@pytest.mark.parametrize("name", [here.name for here in all_areas()])
def test_a_councils_own_name_leads_to_it(name: str) -> None:
    found = find(name, ON)

    assert found.areas[0].name == name
    assert found.outcome is (Outcome.SEVERAL if name in SHARED else Outcome.AREA)
    assert found.matched_by is MatchedBy.NAME


@pytest.mark.parametrize("name", [here.name for here in all_areas()])
def test_with_council_behind_it_a_name_means_the_council_alone(name: str) -> None:
    found = find(f"{name} Council", ON)

    assert found.outcome is Outcome.AREA
    assert found.areas[0].name == name


@pytest.mark.parametrize("row", read_table("other_names.csv"), ids=lambda row: row["name"])
def test_another_name_leads_to_its_council_but_a_town_only_hints(row: dict[str, str]) -> None:
    found = find(row["name"], ON)

    assert row["area"] in {here.name for here in found.areas}
    if row["kind"] == "town":
        assert found.outcome in {Outcome.HINT, Outcome.SEVERAL}
    elif row["kind"] == "former":
        assert (found.outcome, found.matched_by) == (Outcome.AREA, MatchedBy.FORMER_NAME)
    else:
        assert found.areas[0].name == row["area"]
        assert found.matched_by is MatchedBy.OTHER_NAME


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("leeds", "Leeds"),
        ("  LEEDS  ", "Leeds"),
        ("Leeds City Council", "Leeds"),
        ("City of Leeds", "Leeds"),
        ("Leeds, West Yorkshire", "Leeds"),
        ("Ynys Môn", "Isle of Anglesey"),
        ("ynys mon", "Isle of Anglesey"),
        ("Cyngor Sir Ynys Môn", "Isle of Anglesey"),
        ("Cyngor Caerdydd", "Cardiff"),
        ("Cyngor Sir Benfro", "Pembrokeshire"),
        ("Cyngor Sir Ceredigion", "Ceredigion"),
        ("Cyngor Bwrdeistref Sirol Torfaen", "Torfaen"),
        ("Sir Gar", "Carmarthenshire"),
        ("Abertawe", "Swansea"),
        ("saint helens", "St. Helens"),
        ("St Helens", "St. Helens"),
        ("St. Albans", "St Albans"),
        ("Kings Lynn & West Norfolk", "King's Lynn and West Norfolk"),
        ("kings lynn", "King's Lynn and West Norfolk"),
        ("King’s Lynn", "King's Lynn and West Norfolk"),
        ("Tonbridge & Malling", "Tonbridge and Malling"),
        ("Bournemouth, Christchurch & Poole", "Bournemouth, Christchurch and Poole"),
        ("BCP", "Bournemouth, Christchurch and Poole"),
        ("B&NES", "Bath and North East Somerset"),
        ("London Borough of Camden Council", "Camden"),
        ("The Royal Borough of Kensington & Chelsea", "Kensington and Chelsea"),
        ("Royal Borough of Greenwich", "Greenwich"),
        ("City of Westminster", "Westminster"),
        ("City of London", "City of London"),
        ("City of London Corporation", "City of London"),
        ("newcastle-upon-tyne", "Newcastle upon Tyne"),
        ("Newcastle under Lyme Borough Council", "Newcastle-under-Lyme"),
        ("Hull", "Kingston upon Hull, City of"),
        ("Bristol City Council", "Bristol, City of"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Durham County Council", "County Durham"),
        ("Dorset Council", "Dorset"),
        ("Cornwall", "Cornwall"),
        ("E08000035", "Leeds"),
        ("Northampton", "West Northamptonshire"),
        ("Shepway District Council", "Folkestone and Hythe"),
        ("Bury", "Bury"),
    ],
)
def test_these_are_one_council(query: str, name: str) -> None:
    found = find(query, ON)

    assert (found.outcome, [here.name for here in found.areas]) == (Outcome.AREA, [name])


@pytest.mark.parametrize(
    ("query", "name", "matched_by", "because"),
    [
        ("Grimsby", "North East Lincolnshire", MatchedBy.TOWN, "Grimsby"),
        ("Bury St Edmunds", "West Suffolk", MatchedBy.TOWN, "Bury St Edmunds"),
        ("bury saint edmunds", "West Suffolk", MatchedBy.TOWN, "Bury St Edmunds"),
        ("Rainham", "Medway", MatchedBy.TOWN, "Rainham (Kent)"),
        ("Ashford (Surrey)", "Spelthorne", MatchedBy.PART, "Ashford (Surrey)"),
        ("tower", "Tower Hamlets", MatchedBy.PART, "Tower Hamlets"),
        ("Banstead", "Reigate and Banstead", MatchedBy.PART, "Reigate and Banstead"),
        ("Richmond", "Richmond upon Thames", MatchedBy.PART, "Richmond upon Thames"),
        ("Basing", "Basingstoke and Deane", MatchedBy.PART, "Basingstoke and Deane"),
        ("Birmingam", "Birmingham", MatchedBy.SPELLING, "Birmingham"),
        ("Sheffeild City Council", "Sheffield", MatchedBy.SPELLING, "Sheffield"),
        ("Wolverhamton", "Wolverhampton", MatchedBy.SPELLING, "Wolverhampton"),
        ("Grimbsy", "North East Lincolnshire", MatchedBy.SPELLING, "Grimsby"),
    ],
)
def test_these_are_hints_to_confirm(
    query: str, name: str, matched_by: MatchedBy, because: str
) -> None:
    found = find(query, ON)

    assert (found.outcome, [here.name for here in found.areas]) == (Outcome.HINT, [name])
    assert (found.matched_by, found.because) == (matched_by, because)


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("Newcastle", ["Newcastle upon Tyne", "Newcastle-under-Lyme"]),
        ("Kingston", ["Kingston upon Hull, City of", "Kingston upon Thames"]),
        ("Ashford", ["Ashford", "Spelthorne"]),
        ("Dorset", ["Dorset", "Bournemouth, Christchurch and Poole"]),
        ("Durham", ["County Durham", "Darlington", "Hartlepool"]),
        ("Wilts", ["Wiltshire", "Swindon"]),
        ("northamptonshire", ["North Northamptonshire", "West Northamptonshire"]),
    ],
)
def test_these_could_be_several_and_the_exact_one_stands_first(
    query: str, names: list[str]
) -> None:
    found = find(query, ON)

    assert [here.name for here in found.areas] == names
    assert found.outcome in {Outcome.SEVERAL, Outcome.LARGER_PLACE}


@pytest.mark.parametrize(
    ("query", "councils", "because"),
    [
        ("Kent", 13, "Kent"),
        ("Kent County Council", 13, "Kent"),
        ("essex", 14, "Essex"),
        ("Surrey", 11, "Surrey"),
        ("Sussex", 13, "Sussex"),
        ("West Sussex", 7, "West Sussex"),
        ("Devon", 10, "Devon"),
        ("London", 33, "London"),
        ("Greater London", 33, "London"),
        ("Greater Manchester", 10, "Greater Manchester"),
        ("Merseyside", 5, "Merseyside"),
        ("Tyne & Wear", 5, "Tyne and Wear"),
        ("Berkshire", 6, "Berkshire"),
        ("Cumbria", 2, "Cumbria"),
        ("Cleveland", 4, "Cleveland"),
        ("Gwent", 5, "Gwent"),
        ("Wales", 22, "Wales"),
    ],
)
def test_a_county_is_no_council_but_a_choice_of_them(
    query: str, councils: int, because: str
) -> None:
    found = find(query, ON)

    assert (found.outcome, found.because) == (Outcome.LARGER_PLACE, because)
    assert len(found.areas) == councils


@pytest.mark.parametrize(
    ("query", "outcome"),
    [
        ("Glasgow", Outcome.UNKNOWN_NAME),
        ("Atlantis", Outcome.UNKNOWN_NAME),
        ("council", Outcome.UNKNOWN_NAME),
        ("a", Outcome.UNKNOWN_NAME),
        ("of the", Outcome.UNKNOWN_NAME),
        ("Scotland", Outcome.SCOTLAND),
        ("Northern Ireland", Outcome.NORTHERN_IRELAND),
        ("Jersey", Outcome.CHANNEL_ISLANDS),
        ("isle of man", Outcome.ISLE_OF_MAN),
        ("", Outcome.EMPTY),
        ("   ", Outcome.EMPTY),
        ("?!", Outcome.EMPTY),
        ("\x00\x07\n", Outcome.EMPTY),
        ("x" * (LONGEST_QUERY + 1), Outcome.TOO_LONG),
    ],
)
def test_these_lead_to_no_council(query: str, outcome: Outcome) -> None:
    found = find(query, ON)

    assert (found.outcome, found.areas) == (outcome, ())


def test_control_characters_between_words_do_no_harm() -> None:
    assert find("Milton\x00\tKeynes\x1b", ON).areas[0].name == "Milton Keynes"


@pytest.mark.parametrize(
    ("written", "spelt"),
    [
        ("Ynys Môn", "ynys mon"),
        ("King’s Lynn & West Norfolk", "kings lynn and west norfolk"),
        ("St. Helens", "st helens"),
        ("Saint Helens", "st helens"),
        ("Stoke-on-Trent", "stoke on trent"),
        ("\uff2c\uff25\uff25\uff24\uff33", "leeds"),  # full-width letters, as some phones type them
    ],
)
def test_one_name_is_spelt_one_way(written: str, spelt: str) -> None:
    assert plain(written) == spelt


def test_endings_go_before_beginnings() -> None:
    forms = list(shorter_forms("the city of london corporation"))

    assert forms.index("city of london") < forms.index("london")


@given(st.text(max_size=LONGEST_QUERY + 20))
@example("İ" * 40)
@example("ﷺ" * LONGEST_QUERY)  # one character that spells eighteen
@example("٣٤ Leeds")
@example("²")
@example("St")
@example("-" * 60)
def test_nothing_anyone_types_is_an_error(query: str) -> None:
    found = find(query, ON)

    choice = {Outcome.AREA, Outcome.HINT, Outcome.SEVERAL, Outcome.LARGER_PLACE}

    assert bool(found.areas) == (found.outcome in choice)


@given(
    st.sampled_from([here.name for here in all_areas()]),
    st.sampled_from([str.upper, str.lower, str.title, lambda name: f"The {name}  council "]),
)
def test_case_and_common_words_do_not_matter(name: str, typed: object) -> None:
    assert callable(typed)

    assert find(typed(name), ON).areas[0].name == name
