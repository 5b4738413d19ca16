from __future__ import annotations

import pytest

from selfcheck import applying, areas
from selfcheck.case import Case, Nation
from selfcheck.content import words
from selfcheck.organisations import ORGANISATIONS
from tests.stories import case

NOT_SEEN = areas.procedure("E08000002")
HAS_APPEAL = areas.procedure("E07000209")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({}, "self"),
        ({"applicant": "self"}, "self"),
        ({"applicant": "business_or_group"}, "business_or_group"),
        ({"applicant": "on_behalf"}, "on_behalf_unanswered"),
        ({"applicant": "on_behalf", "consent": "yes"}, "on_behalf_yes"),
        ({"applicant": "on_behalf", "consent": "no"}, "on_behalf_no"),
        ({"applicant": "on_behalf", "consent": "unsure"}, "on_behalf_unsure"),
    ],
)
def test_who_applies_follows_from_who_it_is_for_and_consent(
    facts: dict[str, str], code: str
) -> None:
    assert applying.who_applies(case(**facts)) == code
    assert code in words("how_to_apply")["who"]


def test_a_tenant_of_a_social_landlord_has_its_name_ready() -> None:
    assert "landlord" in applying.to_have_ready(case(answers={"home": "council_tenant"}))
    assert "landlord" not in applying.to_have_ready(case(answers={"home": "owner"}))


def test_whoever_helps_has_consent_ready() -> None:
    assert "consent" in applying.to_have_ready(case(applicant="on_behalf"))
    assert "consent" not in applying.to_have_ready(case())


@pytest.mark.parametrize(
    ("facts", "ways"),
    [
        ({"answers": {"home": "owner"}}, ["council_england", "police"]),
        (
            {"answers": {"home": "housing_association_tenant"}},
            ["council_england", "landlord_england", "police"],
        ),
        ({"nation": "wales"}, ["ombudsman_wales", "police"]),
        # Nothing is known of where they live: both nations' ways are told.
        ({"nation": None}, ["council_england", "landlord_england", "ombudsman_wales", "police"]),
        ({"nation": None, "area": "W06000015"}, ["ombudsman_wales", "police"]),
    ],
)
def test_where_to_turn_depends_on_nation_and_home(
    facts: dict[str, object], ways: list[str]
) -> None:
    told = applying.if_unheard(case(**facts), NOT_SEEN)

    assert list(told) == ["ask_for_appeal", "policing_body", *ways]


@pytest.mark.parametrize("nation", ["scotland", "northern_ireland"])
def test_where_there_are_no_reviews_there_is_the_nations_ombudsman(nation: str) -> None:
    assert applying.if_unheard(case(nation=nation), None) == (f"ombudsman_{nation}",)


def test_an_areas_own_appeal_comes_first() -> None:
    assert applying.if_unheard(case(), HAS_APPEAL)[0] == "area_appeal"


def test_the_council_tells_the_nation_where_none_was_named() -> None:
    assert applying.nation_of(case(nation=None, area="W06000015")) is Nation.WALES
    assert applying.nation_of(Case()) is None


def test_every_code_has_words_and_every_word_a_code() -> None:
    said = words("how_to_apply")
    stories = [
        case(nation=nation, answers={"home": "council_tenant"}, applicant="on_behalf")
        for nation in Nation
    ]
    ways = {
        code
        for story in stories
        for procedure in (NOT_SEEN, HAS_APPEAL)
        for code in applying.if_unheard(story, procedure)
    }
    ready = {code for story in stories for code in applying.to_have_ready(story)}

    assert {code for code, says in said["unheard"].items() if isinstance(says, dict)} == ways
    assert set(said["ready"]) - {"title", "lead"} == ready


def test_every_way_names_organisations_there_are() -> None:
    ways = [says for says in words("how_to_apply")["unheard"].values() if isinstance(says, dict)]

    assert {key for way in ways for key in way["do"]} <= set(ORGANISATIONS)
