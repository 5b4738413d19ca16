from __future__ import annotations

from datetime import date

import pytest

from selfcheck import examples, interview
from selfcheck.case import (
    Answers,
    Applicant,
    Case,
    FromWhom,
    Harm,
    Incident,
    Kind,
    Nation,
    SchoolOrWork,
    YesNo,
)
from selfcheck.content import words
from selfcheck.web import answer_list
from tests.pages.told import button, heading, labels, links, stay_on, text
from tests.web.conftest import OpenPage, kept

LEEDS = Case(
    applicant=Applicant.SELF,
    nation=Nation.ENGLAND,
    area="E08000035",
    answers=Answers(kinds=(), repeated=YesNo.NO, harm=(Harm.SLEEP_OR_HEALTH, Harm.OTHER)),
)


def test_without_answers_it_leads_to_the_questions(open_page: OpenPage) -> None:
    page = open_page("check_answers")

    assert "You have not answered anything yet." in text(page)
    assert "Go to the questions" in links(page)
    assert labels(page) == []


def test_every_answer_stands_there_in_words(open_page: OpenPage) -> None:
    told = text(open_page("check_answers", LEEDS))

    assert "<p>Leeds</p>" in told
    assert "<p>None of these</p>" in told
    assert "<p>Sleep or health, Something else</p>" in told
    assert "<p>Me</p>" in told


def test_every_button_says_which_question_it_changes(open_page: OpenPage) -> None:
    found = labels(open_page("check_answers", LEEDS))

    assert "Change :small[Which council area is it happening in?]" in found
    assert "Answer :small[Is it still going on?]" in found
    assert len(found) == len(set(found))


def test_answered_and_unanswered_together_are_all_that_is_asked(open_page: OpenPage) -> None:
    found = labels(open_page("check_answers", LEEDS))

    assert {label.partition(" :small[")[2].removesuffix("]") for label in found} == {
        interview_words(key) for key in interview.asked(LEEDS)
    }


def interview_words(key: str) -> str:
    return str(words("questions")[key]["ask"])


def test_change_leads_to_the_question_and_back(open_page: OpenPage) -> None:
    page = open_page("check_answers", LEEDS)
    page = button(page, "Change :small[Has it happened more than once?]").click().run()

    assert heading(page) == "Has it happened more than once?"
    assert page.radio[0].value == "no"

    stay_on(page, "questions").radio[0].set_value("yes").run()
    page = button(page, "Continue").click().run()

    assert heading(page) == "Check your answers"
    assert kept(page).answers.repeated is YesNo.YES


def test_back_from_a_change_returns_without_changing(open_page: OpenPage) -> None:
    page = open_page("check_answers", LEEDS)
    page = button(page, "Change :small[Has it happened more than once?]").click().run()
    stay_on(page, "questions").radio[0].set_value("yes").run()
    page = button(page, "Back").click().run()

    assert heading(page) == "Check your answers"
    assert kept(page) == LEEDS


def test_what_does_not_go_together_is_pointed_out_with_its_question(open_page: OpenPage) -> None:
    case = LEEDS.model_copy(
        update={
            "incidents": tuple(Incident(id=f"i{n}", date=date(2026, 9, n)) for n in range(1, 5))
        }
    )
    page = open_page("check_answers", case)

    assert "your diary has 4 different occasions. Which is right?" in text(page)

    page = button(page, "Look again at").click().run()

    assert heading(page) == "Has it happened more than once?"


def test_several_things_that_do_not_go_together_each_have_their_button(
    open_page: OpenPage,
) -> None:
    answers = Answers(
        unwanted=YesNo.NO,
        distress=YesNo.NO,
        harm=(Harm.OTHER,),
        bullying=YesNo.NO,
        school_or_work=SchoolOrWork.WORK,
    )

    found = labels(open_page("check_answers", Case(answers=answers)))

    assert len([label for label in found if label.startswith("Look again at")]) == 3


def test_answers_that_go_together_bring_no_warning(open_page: OpenPage) -> None:
    assert "Look again at" not in " ".join(labels(open_page("check_answers", LEEDS)))


def test_the_way_on_leads_to_the_incidents_and_the_result(open_page: OpenPage) -> None:
    page = open_page("check_answers", LEEDS)

    assert {"Write down what happened and when", "See what this is"} <= set(links(page))


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_it_shows_every_answer_of_an_example(open_page: OpenPage, name: str) -> None:
    case = examples.load(name)
    answered = [key for key in interview.KEYS if interview.answer_to(case, key) is not None]

    found = labels(open_page("check_answers", case))

    assert len([label for label in found if label.startswith("Change")]) == len(answered)


@pytest.mark.parametrize(
    ("key", "answer", "says"),
    [
        ("kinds", (Kind.BEGGING,), "Begging"),
        ("from_whom", FromWhom.UNKNOWN, "I do not know"),
        ("area", "W06000015", "Cardiff"),
        ("targeted_because_of", (), "None of these"),
    ],
)
def test_an_answer_in_words(key: str, answer: object, says: str) -> None:
    assert answer_list.answer_words(key, answer) == says
