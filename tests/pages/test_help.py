from __future__ import annotations

import re

import pytest

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.content import words
from selfcheck.organisations import ORGANISATIONS, Verified
from selfcheck.web import markup
from tests.pages import drawn, told
from tests.stories import case
from tests.web.conftest import OpenPage

PAGE = "help"


def named(html: str) -> list[str]:
    return [name.replace("&#x27;", "'") for name in re.findall(r"<h3>([^<]+)</h3>", html)]


def test_before_anything_is_said_everyone_stands_by_need(open_page: OpenPage) -> None:
    page = open_page(PAGE)

    assert told.heading(page) == "Help and support"
    assert "Answer the questions, and we can show who helps" in drawn.text(page)
    assert "Help by need" in drawn.text(page)
    assert "<summary>Danger now, and reporting to the police</summary>" in drawn.html(page)
    assert "Samaritans" in drawn.text(page)


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_those_who_help_with_this_come_first_and_in_order(open_page: OpenPage, name: str) -> None:
    story = examples.load(name)
    support = assess(story, examples.TOLD_ON).support

    shown = named(drawn.html(open_page(PAGE, case=story)))

    assert support
    assert shown[: len(support)] == [ORGANISATIONS[key].name for key in support]


def test_everyone_who_serves_the_nation_is_there_and_nobody_else(open_page: OpenPage) -> None:
    story = examples.load("scotland")

    shown = named(drawn.html(open_page(PAGE, case=story)))

    here = {one.name for one in ORGANISATIONS.values() if one.serves(story.nation)}
    # The plain 101 of the police stands without its number, which is said below the name.
    plain = {name.removesuffix(", 101").removesuffix(", 999") for name in here}
    assert set(shown) == plain


def test_without_a_nation_it_asks_for_one(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(nation=None, answers={"unwanted": "yes"}))

    told.button(page, "Say where it is happening").click().run()

    assert told.heading(told.stay_on(page, "questions")) == "Where is it happening?"


def test_a_number_can_be_called_and_hours_come_with_a_caution(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=examples.load("stalking_danger"))

    assert 'href="tel:08088020300"' in drawn.html(page)
    assert "Opening times can change. Check before calling." in drawn.text(page)


def test_details_seen_only_elsewhere_say_to_check_the_website(open_page: OpenPage) -> None:
    shelter = ORGANISATIONS["shelter"]
    says = drawn.text(open_page(PAGE, case=case()))

    assert shelter.verified is Verified.SECONDARY
    about = says.partition(shelter.name)[2][:400]
    assert "We have not seen these details on their own pages." in about


def test_an_unverified_number_is_never_drawn() -> None:
    known = ORGANISATIONS["samaritans"].model_copy(update={"verified": Verified.NO})

    assert markup.ways_to_reach(ORGANISATIONS["samaritans"])
    assert markup.ways_to_reach(known) == []


def test_every_organisation_has_its_place_by_need() -> None:
    placed = {key for need in words("help")["needs"] for key in need["do"]}

    assert placed == set(ORGANISATIONS)
