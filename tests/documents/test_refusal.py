"""Letters for when an application is refused or unheard, and complaints in their order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings

from selfcheck import examples
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Body, Case, Nation
from selfcheck.complaints import Verdict
from selfcheck.content import long_date, words
from selfcheck.documents.complaint import Step, complaint_texts, steps
from selfcheck.documents.letter import NoLetter
from selfcheck.documents.parts import Details
from selfcheck.documents.refused import challenge_text, request_for_decision_text
from selfcheck.documents.word import letter_file
from selfcheck.review import ReviewOutcome
from tests.documents import hostile
from tests.documents.reading import days, faults, headings, read, table_under, tamed
from tests.documents.reading import words as said
from tests.documents.test_letter import OPEN, THREE, days_of, text_of
from tests.stories import case, incident
from tests.strategies import TODAY, cases

REFUSED = words("refused")
COMPLAIN = words("complain")

# ---- they agree with the assessment ----------------------------------------------


def files(told: Case, assessment: Assessment, details: Details | None = None) -> list[bytes]:
    """Return every letter there is for when refused or unheard."""
    found = [letter for _, letter in complaint_texts(told, assessment, details)]
    if assessment.review.outcome in OPEN:
        found.append(challenge_text(told, assessment, details))
        found.append(request_for_decision_text(told, assessment, details))
    return [letter_file(letter) for letter in found]


def agree(told: Case, assessment: Assessment) -> None:
    """Assert that the letters read back hold the assessment's days and reports."""
    for file in files(told, assessment):
        text = said(read(file))

        assert faults(file) == []
        assert "None" not in text
        assert "{" not in text
        assert "}" not in text
        assert days(read(file)) <= days_of(told, assessment)
    if assessment.review.outcome in OPEN:
        agrees_on_reports(told, assessment)


def agrees_on_reports(told: Case, assessment: Assessment) -> None:
    """Assert that the challenge argues the outcome and the request lists every report."""
    outcome, complaints = assessment.review.outcome, assessment.review.complaints
    known = [c for c in complaints if c.verdict is not Verdict.AFTER_THIS_DAY]
    challenge = read(letter_file(challenge_text(told, assessment)))
    asked = read(letter_file(request_for_decision_text(told, assessment)))
    rows = table_under(asked, REFUSED["decision"]["complaints_heading"])

    assert REFUSED["challenge"][f"argument_{outcome}"] in headings(challenge)
    assert sorted(row[1] for row in rows) == sorted(long_date(c.reported_on) for c in known)


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_the_letters_of_each_example_agree_with_its_assessment(name: str) -> None:
    told = tamed(examples.load(name))

    agree(told, assess(told, examples.TOLD_ON))


@settings(max_examples=200)
@given(cases(most_incidents=3))
def test_the_letters_of_any_case_agree_with_its_assessment(told: Case) -> None:
    told = tamed(told)

    agree(told, assess(told, TODAY))


# ---- refused or unheard ----------------------------------------------------------


def test_a_challenge_argues_the_day_of_applying_not_today() -> None:
    applied = assess(THREE, date(2026, 11, 22))
    later = assess(THREE, date(2027, 1, 15))
    challenge = challenge_text(THREE, applied)

    assert later.review.outcome is ReviewOutcome.DISCRETIONARY
    assert "On 22 November 2026 these complaints passed both:" in text_of(challenge, "complaints")
    assert "must decide that the threshold is met" in text_of(challenge, "argument")
    assert "The decision should have been that the threshold is met." in text_of(
        challenge, "argument"
    )


def test_short_of_the_number_a_challenge_asks_how_each_thing_was_weighed() -> None:
    told = examples.load("one_short")
    argument = text_of(challenge_text(told, assess(told, examples.TOLD_ON)), "argument")

    assert "Section 104(5)" in argument
    assert "Please tell me how you weighed each of these:" in argument
    assert "104(4)" not in argument


def test_the_request_asks_for_the_decision_and_the_reasons() -> None:
    letter = request_for_decision_text(
        THREE, assess(THREE, TODAY), Details(applied_on=date(2026, 11, 3))
    )
    asks = text_of(letter, "asks")

    assert "on 3 November 2026" in text_of(letter, "opening")
    assert "Tell me your decision in writing." in asks
    assert "Give me your reasons." in asks


def test_there_is_nothing_to_ask_for_where_no_review_exists() -> None:
    told = examples.load("scotland")
    assessment = assess(told, examples.TOLD_ON)

    with pytest.raises(NoLetter):
        challenge_text(told, assessment)
    with pytest.raises(NoLetter):
        request_for_decision_text(told, assessment)


# ---- complaints: the right body in the right order -------------------------------


def told_to(nation: Nation, *bodies: str) -> Case:
    return case(
        incident("2026-10-01", *((f"2026-10-{n:02}", body) for n, body in enumerate(bodies, 2))),
        nation=nation,
    )


LANDLORD = "landlord_stage_1 landlord_stage_2 housing_ombudsman"


@pytest.mark.parametrize(
    ("nation", "order"),
    [
        (Nation.ENGLAND, f"council lgsco {LANDLORD} police police_review"),
        (Nation.WALES, "council psow landlord psow police police_review"),
        (Nation.SCOTLAND, "council spso landlord spso"),
        (Nation.NORTHERN_IRELAND, "council nipso landlord nipso"),
    ],
)
def test_each_nation_has_its_own_order(nation: Nation, order: str) -> None:
    told = told_to(nation, "police", "social_landlord", "council")

    assert [step.code for step in steps(told, assess(told, TODAY))] == order.split()


def test_only_bodies_that_were_told_or_take_applications_are_complained_about() -> None:
    told = told_to(Nation.ENGLAND, "police")
    at_leeds = told.model_copy(update={"area": "E08000035"})

    assert {step.about for step in steps(told, assess(told, TODAY))} == {Body.POLICE}
    assert {step.about for step in steps(at_leeds, assess(at_leeds, TODAY))} == {
        Body.COUNCIL,
        Body.POLICE,
    }


def test_every_step_has_words_a_limit_and_how_surely_it_is_known() -> None:
    assert set(COMPLAIN["step"]) == set(COMPLAIN["limit"])
    for limit in COMPLAIN["limit"].values():
        assert limit["status"] in {"verified", "secondary", "not_seen"}
        assert ("source" in limit) is (limit["status"] != "not_seen")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("landlord_stage_1", "5 working days"),
        ("landlord_stage_2", "20 working days"),
        ("housing_ombudsman", "12 months"),
        ("lgsco", "12 months"),
        ("psow", "within a year"),
        ("police_review", "28 days"),
    ],
)
def test_the_time_limits_are_given(code: str, says: str) -> None:
    assert says in Step(Body.COUNCIL, code).limit


def test_a_letter_names_the_next_step_and_how_sure_its_time_is() -> None:
    told = told_to(Nation.ENGLAND, "social_landlord")
    (_, first), (_, second), _ = complaint_texts(told, assess(told, TODAY))

    assert "I can ask for stage 2." in text_of(first, "next")
    assert "As I understand it, I have 12 months" in text_of(second, "next")


def test_a_complaint_lists_only_the_reports_made_to_that_body() -> None:
    told = told_to(Nation.ENGLAND, "police", "council", "police")
    found = complaint_texts(told, assess(told, TODAY))
    (police, *_) = [letter for step, letter in found if step.code == "police"]
    letter = read(letter_file(police))
    rows = table_under(letter, COMPLAIN["reported_heading"])

    assert [row[1] for row in rows] == ["2 October 2026", "4 October 2026"]


def test_a_body_that_only_took_the_application_is_complained_about_for_that() -> None:
    told = told_to(Nation.ENGLAND, "police").model_copy(update={"area": "E08000035"})
    (_, letter), *_ = complaint_texts(told, assess(told, TODAY))

    assert letter.title == "Complaint about an application for an ASB Case Review"


# ---- hostile text ----------------------------------------------------------------


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_any_text_makes_sound_letters(kind: str) -> None:
    told = hostile.case_of(hostile.TEXTS[kind])
    details = hostile.details_full_of(hostile.TEXTS[kind])
    made = files(told, assess(told, hostile.ON), details)

    assert len(made) > 2
    assert [fault for file in made for fault in faults(file)] == []
