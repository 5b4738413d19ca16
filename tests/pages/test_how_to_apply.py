from __future__ import annotations

import pytest

from selfcheck import areas, examples
from selfcheck.content import words
from tests.pages import drawn, told
from tests.stories import case, incident
from tests.web.conftest import OpenPage

PAGE = "how_to_apply"
LEEDS, BURY, GUILDFORD, ISLINGTON, CARDIFF = (
    "E08000035",
    "E08000002",
    "E07000209",
    "E09000019",
    "W06000015",
)


def test_without_a_council_it_asks_for_one_and_says_what_holds_anywhere(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE)
    says = drawn.text(page)

    assert told.heading(page) == "How to apply"
    assert "Choose your council first." in says
    assert "Who may apply" in says
    assert "What to have ready" in says
    told.button(page, "Choose your council").click().run()
    assert told.heading(told.stay_on(page, "questions")).startswith("Which council area")


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_every_story_can_read_it(open_page: OpenPage, name: str) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load(name)))

    assert ("There is nothing to apply for here" in says) == (name == "scotland")
    assert ("What to have ready" in says) == (name != "scotland")


def test_the_channels_of_the_area_can_be_touched(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(area=LEEDS))
    html, says = drawn.html(page), drawn.text(page)

    assert 'href="tel:01132475533"' in html
    assert "Open the page on westyorkshire.police.uk" in says
    assert "Post: Community Trigger, Community Safety, 3rd Floor" in says
    assert "The council takes applications." in says
    assert "Checked on 22 November 2026. Confidence: medium." in says


def test_an_area_whose_page_was_not_seen_gets_words_to_search_for(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=BURY)))

    assert "We have not seen how this council takes applications." in says
    assert "Bury ASB Case Review" in says
    assert "We have not seen this council's own page about Case Reviews." in says
    assert "The law sets no time limit" in says


def test_101_is_said_to_be_the_police_line(open_page: OpenPage) -> None:
    area = next(a for a in areas.all_areas() if areas.procedure(a.code).contact.phone == "101")

    says = drawn.text(open_page(PAGE, case=case(area=area.code, nation=area.nation)))

    assert "Phone: 101 This is the police line" in says


def test_the_clocks_are_told_as_lengths_and_never_as_dates(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=ISLINGTON)))
    clocks = says.partition("How soon, as their page puts it")[2].partition("What it is not")[0]

    assert "within 5 working days of your application." in clocks
    assert "They hold the review: within 21 working days." in clocks
    assert "2026" not in clocks


def test_a_copied_page_says_that_its_address_may_differ(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=ISLINGTON)))

    assert "We read a copy of the page" in says


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ({}, "Anyone who has been affected can apply."),
        ({"applicant": "on_behalf", "consent": "yes"}, "because they agree."),
        ({"applicant": "on_behalf", "consent": "no"}, "You told us that they do not agree."),
        ({"applicant": "on_behalf"}, "Ask the person you are helping if they agree."),
        ({"applicant": "business_or_group"}, "A business or a community group can apply too."),
    ],
)
def test_who_may_apply_fits_who_asks(
    open_page: OpenPage, facts: dict[str, str], sentence: str
) -> None:
    assert sentence in drawn.text(open_page(PAGE, case=case(area=LEEDS, **facts)))


def test_the_areas_own_appeal_comes_first_then_the_body_over_the_police(
    open_page: OpenPage,
) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=GUILDFORD)))
    unheard = says.partition("If they refuse or do not listen")[2]

    assert "We read that an appeal goes to the Surrey Police and Crime Commissioner." in unheard
    assert "In your area this is: Police and Crime Commissioner for Surrey." in unheard
    assert unheard.index("Appeal in your area") < unheard.index("Complain about the council")
    assert "within 28 days of the outcome" in unheard


def test_wales_has_its_own_ombudsman(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=CARDIFF, nation="wales")))

    assert "Public Services Ombudsman for Wales" in says
    assert "Local Government and Social Care Ombudsman" not in says


@pytest.mark.parametrize(
    ("home", "landlords"), [("council_tenant", True), ("owner", False), ("private_tenant", False)]
)
def test_the_housing_ombudsman_is_for_tenants_of_social_landlords(
    open_page: OpenPage, home: str, landlords: bool
) -> None:
    says = drawn.text(open_page(PAGE, case=case(area=LEEDS, answers={"home": home})))

    assert ("Housing Ombudsman" in says) == landlords


@pytest.mark.parametrize(
    ("nation", "ombudsman"),
    [
        ("scotland", "Scottish Public Services Ombudsman"),
        ("northern_ireland", "Northern Ireland Public Services Ombudsman"),
    ],
)
def test_where_there_is_no_review_it_says_how_to_report_and_complain(
    open_page: OpenPage, nation: str, ombudsman: str
) -> None:
    says = drawn.text(open_page(PAGE, case=case(nation=nation)))

    assert "There is nothing to apply for here" in says
    assert "Your council" in says
    assert ombudsman in says
    assert "Who may apply" not in says


def test_a_council_that_has_ended_is_to_be_chosen_again(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", "2027-04-02")
    page = open_page(PAGE, case=case(area=GUILDFORD))

    assert "This council has ended" in drawn.text(page)
    assert "guildford.gov.uk/asbcasereview" not in drawn.html(page)
    assert "Choose your council" in told.labels(page)


def test_the_day_to_apply_by_is_the_one_on_the_case_review_page(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))

    assert "Apply by Tuesday 23 February 2027." in says


def test_nothing_a_person_typed_is_on_the_page(open_page: OpenPage) -> None:
    typed = incident("2026-11-02", "2026-11-03", what_happened="MARKER", evidence="MARKER")
    page = open_page(PAGE, case=case(typed, area=LEEDS))

    assert "MARKER" not in drawn.html(page) + drawn.text(page)


def test_every_clock_and_lead_that_areas_name_has_words() -> None:
    said = words("how_to_apply")
    seen = [areas.procedure(area.code) for area in areas.all_areas()]

    assert {clock.event for one in seen for clock in one.clocks} <= set(said["clock"])
    assert {one.contact.lead_body for one in seen} - {None} == set(said["lead"])
