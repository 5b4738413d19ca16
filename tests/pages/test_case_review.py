from __future__ import annotations

import re

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from selfcheck import areas, examples
from selfcheck.case import Case
from selfcheck.content import words
from tests.pages import drawn, told
from tests.stories import case, incident
from tests.web.conftest import OpenPage

PAGE = "case_review"
ANSWERS = {
    "clearly_met": ("and they must accept it.", "Apply by Tuesday 23 February 2027."),
    "one_short": ("but they can say no.", "Report the incident of 3 November 2026 by 2 December"),
    "same_incident": ("you have a good argument", "Apply by Friday 23 April 2027."),
    "lapsed": ("but they can say no.", "The threshold was met until 15 November 2026."),
    "hate_route": ("and they must accept it.", "This area accepts one reported hate incident."),
    "stalking_danger": ("but they can say no.", "by 19 December 2026"),
    "different_people": ("and they must accept it.", "Apply by Friday 12 March 2027."),
    "scotland": ("There is no case review to ask for.", "Scotland has no ASB Case Review."),
}


def test_nothing_told_yet_says_what_a_review_is_and_where_to_begin(open_page: OpenPage) -> None:
    page = open_page(PAGE)

    assert told.heading(page) == "Case Review"
    assert "A Case Review makes the council, the police and others look" in drawn.text(page)
    assert {"Answer the questions", "Go to your incidents"} <= set(told.links(page))


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_each_story_has_its_headline_and_its_day(open_page: OpenPage, name: str) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load(name)))

    assert [part for part in ANSWERS[name] if part not in says] == []


@pytest.mark.parametrize("name", [name for name in examples.EXAMPLES if name != "scotland"])
def test_every_report_has_its_verdict(open_page: OpenPage, name: str) -> None:
    story = examples.load(name)

    html = drawn.html(open_page(PAGE, case=story))

    assert html.count("<tr ") - 1 == len(list(story.reports()))


def test_reports_stand_in_the_order_they_were_made_each_with_both_days(
    open_page: OpenPage,
) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("one_short")))
    table = says.partition("Your reports, one by one")[2]

    first = "Report 1 Happened: 12 July 2026 Reported: 20 August 2026 Told: Council"
    assert first in table
    assert "Does not count. It had to be reported by 11 August 2026." in table
    assert table.index("20 August 2026") < table.index("1 September 2026")


def test_the_picture_says_in_words_what_it_shows(open_page: OpenPage) -> None:
    html = drawn.html(open_page(PAGE, case=examples.load("different_people")))
    pictures = re.findall(r'<img class="sc-(\w+)" alt="([^"]+)"', html)

    assert [kind for kind, _ in pictures] == ["wide", "narrow"]
    assert pictures[0][1] == pictures[1][1]
    assert "Report 2, to the police on 13 September 2026" in pictures[0][1]
    assert "can be used until 12 March 2027" in pictures[0][1]
    assert pictures[0][1].endswith("Today is 22 November 2026. Apply by 12 March 2027.")


def test_nothing_reported_yet_says_to_report_first_and_where(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(incident("2026-11-03"), area="E08000035"))
    says = drawn.text(page)

    assert "Report what happened first." in says
    assert "Report the incident of 3 November 2026 by 2 December 2026" in says
    assert "Where you can report it" in says
    assert "<img" not in drawn.html(page)


def test_without_a_council_the_national_rule_is_used_and_one_press_chooses(
    open_page: OpenPage,
) -> None:
    page = open_page(PAGE, case=case(incident("2026-11-03", "2026-11-04")))

    assert "Choose your council. Until then, this uses the national rule." in drawn.text(page)
    assert "The national rule in the Anti-social Behaviour" in drawn.text(page)
    told.button(page, "Choose your council").click().run()
    assert told.heading(told.stay_on(page, "questions")).startswith("Which council area")


def test_northern_ireland_is_told_what_there_is_instead(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(incident("2026-11-03"), nation="northern_ireland"))
    says = drawn.text(page)

    assert "Northern Ireland has no ASB Case Review." in says
    assert "Police in Northern Ireland: call 101" in says
    assert "section 104" not in says
    assert "See how to complain" in told.links(page)


def test_a_council_that_has_ended_is_to_be_chosen_again(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", "2027-04-02")
    page = open_page(PAGE, case=case(incident("2027-03-03", "2027-03-04"), area="E07000209"))

    assert "This council has ended and a new one has taken over." in drawn.text(page)
    assert "Choose your council" in told.labels(page)


def test_a_local_condition_says_its_standing_and_what_can_be_told(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(incident("2026-11-03"), area="E06000005")))

    assert "They may ask whether enough was done about your reports." in says
    assert "apply all the same and quote section 104(4)" in says
    assert "We cannot tell from your answers if they will raise this." in says


def test_the_ways_to_qualify_say_how_far_each_is(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=case(incident("2026-11-03", "2026-11-04"))))

    assert "Reports of separate incidents ●○○ 1 of the 3 needed. Not met." in says


def test_a_report_close_to_the_line_says_so(open_page: OpenPage) -> None:
    close = incident("2026-10-05", "2026-11-03", approximate=True)

    says = drawn.text(open_page(PAGE, case=case(close)))

    assert "This is close to the line." in says


def test_the_rule_has_its_source_its_date_and_how_sure_we_are(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(incident("2026-11-03", "2026-11-04"), area="E08000035"))
    source = areas.procedure("E08000035").source

    assert source
    assert f'href="{source.url}"' in drawn.html(page)
    assert "Checked on 22 November 2026. Confidence: medium." in drawn.text(page)


def test_of_very_many_reports_those_that_count_come_first_the_rest_when_asked_for(
    open_page: OpenPage,
) -> None:
    told_late = [incident(f"2026-08-{day:02}", f"2026-10-{day:02}") for day in range(1, 29)]
    counted = [incident(f"2026-09-{day:02}", f"2026-09-{day:02}") for day in range(1, 29)]
    untold = [incident(f"2026-11-{day:02}") for day in range(1, 21)]
    page = open_page(PAGE, case=case(*told_late, *counted, *untold))
    html = drawn.html(page)

    assert html.count("<tr ") == 28 + 1
    assert html.count("so that it can count") == 20
    assert "Only the 10 that last the longest are drawn." in drawn.text(page)

    press(page, "Show 28 more reports that do not count")

    assert drawn.html(page).count("<tr ") == 56 + 2
    assert not labelled(page, "more reports")


def test_of_very_many_reports_that_count_some_are_shown_at_a_time(open_page: OpenPage) -> None:
    days = [*(f"2026-09-{day:02}" for day in range(1, 29))]
    days += [f"2026-10-{day:02}" for day in range(1, 22)]
    page = open_page(PAGE, case=case(*(incident(day, day) for day in days)))

    assert drawn.html(page).count("<tr ") == 40 + 1

    press(page, "Show 9 more reports that count")

    assert drawn.html(page).count("<tr ") == 49 + 1
    assert not labelled(page, "more reports")


def press(page: AppTest, label: str) -> None:
    (button,) = labelled(page, label)
    button.click().run()


def labelled(page: AppTest, words: str) -> list[Button]:
    return [button for button in page.button if words in button.label]


def test_nothing_a_person_typed_is_on_the_page(open_page: OpenPage) -> None:
    report = {"reference": "MARKER", "response": "MARKER", "to": "police", "by": "other"}
    typed = incident("2026-11-02", what_happened="MARKER").model_dump()
    typed["reports"] = [{"id": "r", "date": "2026-11-03", "person": "MARKER", **report}]
    page = open_page(PAGE, case=Case.model_validate({"incidents": [typed]}))

    assert "Report 1" in drawn.text(page)
    assert "MARKER" not in drawn.html(page) + drawn.text(page)


def test_every_fix_belongs_to_a_notice_and_has_its_label() -> None:
    said = words("case_review")

    assert set(said["fix"]) <= set(words("review")["notice"])
    assert set(said["fix"].values()) == set(said["fix_label"])
