from __future__ import annotations

import re

import pytest

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.case import Answers, Case
from selfcheck.classify import is_to_be_shown
from selfcheck.content import words
from selfcheck.definitions import DEFINITIONS
from tests.pages import drawn, told
from tests.stories import case, incident
from tests.web.conftest import OpenPage

PAGE = "what_this_is"
HALF = Case(answers=Answers(kinds=("abusive_language", "stalking"), repeated="yes"))
UNSURE_OF_PARTY = {"repeated": "yes", "unwanted": "yes", "reasonable_purpose": "no"}


def test_nothing_answered_yet_says_so_and_leads_to_the_questions(open_page: OpenPage) -> None:
    page = open_page(PAGE)

    assert told.heading(page) == "What this is"
    assert "You have not told us what is happening yet." in drawn.text(page)
    assert "Answer the questions" in told.links(page)
    assert [one.label for one in page.expander] == ["Save or open your answers"]


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_there_is_a_card_for_each_finding_to_act_on_in_the_documents_order(
    open_page: OpenPage, name: str
) -> None:
    story = examples.load(name)
    found = assess(story, examples.TOLD_ON).findings
    expected = [words("definitions")[f.label]["title"] for f in found if is_to_be_shown(f)]

    page = open_page(PAGE, case=story)

    cards = re.findall(r'<h2>([^<]+)</h2><span class="sc-tag', drawn.html(page))
    assert expected
    assert cards == expected


def test_danger_and_999_stand_before_anything_else(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("stalking_danger")))
    says = says.partition("Step 4 of 8 What this is")[2].strip()

    assert says.startswith("If you are in danger now, call 999")
    assert 'href="tel:999"' in drawn.html(open_page(PAGE, case=examples.load("stalking_danger")))
    assert says.index("call 999") < says.index("Tell the police about the stalking")
    assert says.index("Tell the police about the stalking") < says.index("Fits what you told us")


def test_no_number_stands_twice_among_the_urgent_words(open_page: OpenPage) -> None:
    html = drawn.html(open_page(PAGE, case=examples.load("stalking_danger")))
    urgent = "".join(re.findall(r'<div class="sc-urgent">.*?</ul></div>', html, re.DOTALL))

    assert urgent.count("sc-urgent") == 4
    assert urgent.count('href="tel:101"') == 1


def test_the_document_is_quoted_with_its_author(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))

    assert "ASB Help says: the act of systematic and/or continued, unwanted and annoying" in says
    assert "ASB Help, Harassment and Stalking" in says


def test_each_condition_says_its_value_in_words_with_the_days_it_rests_on(
    open_page: OpenPage,
) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))

    assert "✓ More than once: yes. Your diary has 6 different occasions" in says
    assert "In your diary: 14 June 2026, 19 July 2026, 22 August 2026, and 3 more." in says


def test_what_is_missing_is_told_and_one_press_away(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(answers=UNSURE_OF_PARTY))

    assert "? From one person or one group: not known. You have not said who" in drawn.text(page)
    told.button(page, "Answer: Who is doing it?").click().run()

    assert told.heading(told.stay_on(page, "questions")) == "Who is doing it?"


def test_a_question_is_put_to_whoever_helps_in_their_words(open_page: OpenPage) -> None:
    helped = case(answers=UNSURE_OF_PARTY, applicant="on_behalf")

    assert "Answer: Who is doing it to them?" in told.labels(open_page(PAGE, case=helped))


def test_a_diary_too_short_to_tell_leads_to_the_diary(open_page: OpenPage) -> None:
    far_apart = case(incident("2026-01-05"), incident("2026-08-05"), answers={"unwanted": "yes"})

    assert "Add to your diary" in told.links(open_page(PAGE, case=far_apart))


def test_only_questions_that_are_asked_now_are_offered(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=HALF)

    asked = [label for label in told.labels(page) if label.startswith("Answer: Have they done")]
    assert asked == []


def test_what_does_not_fit_is_folded_away_and_says_why(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=case(answers={"distress": "no", "unwanted": "no"}))
    folded, _ = page.expander

    assert folded.label == "What does not fit, and what we cannot tell yet"
    inside = " ".join(re.sub(r"<[^>]+>", " ", one.proto.body) for one in folded.get("html"))
    assert "You said it is wanted." in inside
    assert "Once is not nothing" not in inside


def test_someone_who_helps_is_not_spoken_to_as_the_one_it_happens_to(
    open_page: OpenPage,
) -> None:
    answers = {"kinds": ["stalking"], "stalking_acts": ["following"], "fear_of_violence": "yes"}
    mine = drawn.text(open_page(PAGE, case=case(answers=answers)))
    theirs = drawn.text(open_page(PAGE, case=case(answers=answers, applicant="on_behalf")))

    assert "They follow you." in mine
    assert "They follow you." not in theirs
    assert "Someone follows the person you are helping." in theirs
    assert "The person you are helping is afraid that violence will be used." in theirs


def test_every_definition_is_told_of_either_in_a_card_or_folded_away(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=HALF))
    titles = [words("definitions")[definition.label]["title"] for definition in DEFINITIONS]

    assert [title for title in titles if title not in says] == []


def test_it_names_no_score_and_no_chance(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))

    assert not re.search(r"\d\s*%|\bscore|probab|chance", says)


def test_nothing_a_person_typed_is_on_the_page(open_page: OpenPage) -> None:
    marked = incident("2026-11-02", "2026-11-03", what_happened="<b>MARKER</b>", where="MARKER")
    page = open_page(PAGE, case=case(marked, answers=UNSURE_OF_PARTY))

    assert "MARKER" not in drawn.html(page)
    assert "MARKER" not in drawn.text(page)


def test_where_to_report_stands_in_order_with_numbers(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))
    report = says.partition("Where to report, first place first")[2]

    assert report.index("Police: call 101 or report online.") < report.index("Your landlord:")
    assert "Call 101" in report


def test_every_condition_and_value_has_words() -> None:
    said = words("what_this_is")
    named = {c.name for d in DEFINITIONS for c in (rule(Case()) for rule in d.requires)}

    assert set(said["condition"]) == named
    assert set(said["value"]) == {"yes", "no", "unknown"}
    assert set(said["outcome"]) == {"fits", "may_fit", "does_not_fit", "not_answered"}
