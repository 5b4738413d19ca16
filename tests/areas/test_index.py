from __future__ import annotations

import re
from collections import Counter
from datetime import date

import pytest

from selfcheck.areas import Area, all_areas, area
from selfcheck.areas.index import read_table
from selfcheck.areas.spelling import plain, slug


def test_there_are_296_areas_in_england_and_22_in_wales() -> None:
    assert Counter(area.nation for area in all_areas()) == {"england": 296, "wales": 22}


def test_areas_stand_in_order_of_code_and_each_once() -> None:
    codes = [area.code for area in all_areas()]

    assert codes == sorted(set(codes))


def test_no_two_areas_share_a_name_or_a_file() -> None:
    slugs = {slug(area.name) for area in all_areas()}

    assert len(slugs) == len(all_areas())


@pytest.mark.parametrize("here", all_areas(), ids=lambda here: here.code)
def test_a_row_is_sound(here: Area) -> None:
    assert re.fullmatch(r"(E0[6-9]|W06)\d{6}", here.code)
    assert (here.code[0] == "W") == (here.nation == "wales")
    assert here.region
    assert here.type
    assert here.police_force
    assert here.policing_body
    # Words about a council that ended name the day and the one that followed.
    assert (here.ends_on is None) == (here.followed_by is None)


@pytest.mark.parametrize("name", ["areas.csv", "other_names.csv"])
def test_no_cell_has_stray_spaces_and_no_row_too_many_cells(name: str) -> None:
    for row in read_table(name):
        assert None not in row
        assert None not in row.values()
        assert [cell for cell in row.values() if cell != cell.strip()] == []


def test_every_district_lies_in_a_county_and_no_welsh_area_does() -> None:
    for here in all_areas():
        if here.code.startswith(("E07", "E08", "E09")):
            assert here.county, here.name
        if here.nation == "wales":
            assert here.county is None, here.name


@pytest.mark.parametrize(
    ("county", "councils"),
    [
        ("Surrey", 11),
        ("Kent", 13),
        ("London", 33),
        ("Greater Manchester", 10),
        ("Tyne and Wear", 5),
        ("Berkshire", 6),
        ("Cumbria", 2),
    ],
)
def test_a_county_has_its_councils(county: str, councils: int) -> None:
    assert sum(area.county == county for area in all_areas()) == councils


def test_an_area_is_found_by_its_code() -> None:
    leeds = area("E08000035")

    assert leeds is not None
    assert (leeds.name, leeds.nation, leeds.police_force) == ("Leeds", "england", "West Yorkshire")


@pytest.mark.parametrize("code", ["", "E08000999", "S12000033", "e08000035", "Leeds"])
def test_another_code_is_no_area(code: str) -> None:
    assert area(code) is None


def test_surreys_eleven_districts_end_on_31_march_2027_and_nobody_elses() -> None:
    ending = {here for here in all_areas() if here.ends_on}

    assert ending == {here for here in all_areas() if here.county == "Surrey"}
    assert {here.ends_on for here in ending} == {date(2027, 3, 31)}
    assert {here.followed_by for here in ending} == {"East Surrey or West Surrey"}


# ---- other names -----------------------------------------------------------------


def test_every_other_name_leads_to_an_area_and_is_no_areas_own_name() -> None:
    names = {area.name for area in all_areas()}
    keys = {plain(name) for name in names}

    for row in read_table("other_names.csv"):
        assert row["area"] in names, row
        assert plain(row["name"]) not in keys, row


def test_no_two_other_names_are_spelt_alike() -> None:
    spelt = Counter(plain(row["name"]) for row in read_table("other_names.csv"))

    assert [key for key, count in spelt.items() if count > 1] == []


def test_a_former_district_has_the_year_it_ended_and_nothing_else_has_one() -> None:
    for row in read_table("other_names.csv"):
        assert row["kind"] in {"former", "alias", "town"}, row
        assert bool(re.fullmatch(r"20[012]\d", row["year"])) == (row["kind"] == "former"), row
