"""The questions: their order, when they are asked, and what a changed answer takes along."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck import interview
from selfcheck.case import Answers, Case
from selfcheck.classify import classify
from selfcheck.interview import (
    KEYS,
    answer_to,
    asked,
    next_question,
    previous_question,
    progress,
    with_answer,
)
from tests.stories import case, incident
from tests.strategies import cases

AGAIN = {"repeated": "yes", "unwanted": "yes"}


def told(**given_: Any) -> Case:
    fields = {key: given_.pop(key) for key in ("nation", "area", "applicant") if key in given_}
    return case(answers={"distress": None, **given_}, **{"nation": None, **fields})


def test_every_answer_has_its_question() -> None:
    others = {"applicant", "consent", "nation", "area"}

    assert set(KEYS) == set(Answers.model_fields) | others
    assert len(KEYS) == len(set(KEYS))


def test_danger_is_asked_about_before_anything_else() -> None:
    assert next_question(Case()) == "immediate_danger"


@pytest.mark.parametrize(
    ("key", "given_", "is_asked"),
    [
        ("consent", {"applicant": "on_behalf"}, True),
        ("consent", {"applicant": "self"}, False),
        ("area", {"nation": "wales"}, True),
        ("area", {"nation": "scotland"}, False),
        ("vulnerable", {"nation": "northern_ireland"}, False),
        ("response", {"nation": "scotland"}, False),
        ("home", {"nation": "scotland"}, True),
        ("relationship", {"from_whom": "one_person"}, True),
        ("relationship", {"from_whom": "different_people"}, False),
        ("two_sided", {"from_whom": "one_group"}, True),
        ("two_sided", {"from_whom": "unknown"}, False),
        ("two_sided", {"from_whom": "one_group", "unwanted": "no"}, False),
        ("reasonable_purpose", {}, True),
        ("reasonable_purpose", {"unwanted": "no"}, False),
        ("reasonable_purpose", {"from_whom": "different_people"}, False),
        ("threats_or_demands", {"from_whom": "different_people"}, True),
        ("threats_or_demands", {"repeated": "no"}, False),
        ("obsessive_attention", {}, True),
        ("obsessive_attention", {"kinds": ["stalking"]}, False),
        ("obsessive_attention", {"repeated": "no"}, False),
        ("stalking_acts", {"obsessive_attention": "yes"}, True),
        ("stalking_acts", {"obsessive_attention": "unsure"}, True),
        ("stalking_acts", {"kinds": ["stalking"]}, True),
        ("stalking_acts", {"obsessive_attention": "no"}, False),
        ("targeted", {"kinds": ["hate_incident"]}, False),
        ("targeted_because_of", {"kinds": ["hate_incident"]}, True),
        ("targeted_because_of", {"targeted": "yes"}, True),
        ("targeted_because_of", {"targeted": "no"}, False),
        ("bullying", {"kinds": ["bullying"]}, False),
        ("school_or_work", {"kinds": ["bullying"]}, True),
        ("school_or_work", {"repeated": "no"}, False),
        ("online", {"kinds": ["malicious_communications"]}, True),
        ("online", {"kinds": ["other_asb"]}, False),
        ("online", {"kinds": ["other_asb"], "bullying": "yes"}, True),
        ("case_closed", {}, False),
        ("case_closed", {"nation": "england", "area": "E09000017"}, True),  # Hillingdon
        ("distress", {"unwanted": "no"}, True),
        ("fear_of_violence", {"unwanted": "no"}, True),
    ],
)
def test_a_question_is_asked_only_while_it_matters(
    key: str, given_: dict[str, Any], is_asked: bool
) -> None:
    assert (key in asked(told(**given_))) is is_asked


def test_repeated_is_not_asked_when_the_diary_shows_it() -> None:
    diary = case(incident("2026-09-02"), incident("2026-09-09"))

    assert "repeated" not in asked(diary)


def test_an_answer_already_given_can_still_be_looked_at() -> None:
    diary = case(incident("2026-09-02"), incident("2026-09-09"), answers={"repeated": "no"})

    assert "repeated" in asked(diary)


# ---- moving on and back ---------------------------------------------------------------


def test_the_next_question_is_the_next_one_not_answered() -> None:
    begun = told(immediate_danger="no", applicant="self", nation="england")

    assert next_question(begun) == "area"
    assert next_question(begun, after="area") == "kinds"


def test_a_skipped_question_is_not_asked_again_on_the_way() -> None:
    assert next_question(told(), after="kinds") == "unwanted"


def test_back_leads_to_the_question_before_whether_answered_or_not() -> None:
    assert previous_question(told(applicant="self"), before="nation") == "applicant"
    assert previous_question(told(), before="immediate_danger") is None


def test_progress_counts_the_questions_that_will_be_asked() -> None:
    number, of = progress(told(), "nation")

    assert number == 3
    assert of == len(asked(told()))


def test_a_question_looked_at_out_of_turn_is_counted_too() -> None:
    number, of = progress(told(applicant="self"), "consent")

    assert (number, of) == (3, len(asked(told(applicant="self"))) + 1)


# ---- changing an answer ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "key", "answer", "dropped"),
    [
        ({"applicant": "on_behalf"}, "applicant", "self", ()),
        ({"targeted": "yes", "targeted_because_of": ["race"]}, "targeted", "no", ()),
        ({"from_whom": "one_person", "two_sided": "no"}, "from_whom", "unknown", ("two_sided",)),
        (
            {"from_whom": "one_person", "relationship": "neighbour", "two_sided": "no"},
            "from_whom",
            "different_people",
            ("relationship", "two_sided"),
        ),
        (
            {"nation": "england", "area": "E08000035", "response": "none"},
            "nation",
            "scotland",
            ("area", "response"),
        ),
        ({"nation": "england", "area": "E08000035"}, "nation", "wales", ("area",)),
        ({**AGAIN, "reasonable_purpose": "no"}, "repeated", "no", ()),
    ],
)
def test_only_answers_that_hung_on_the_changed_one_fall_away(
    before: dict[str, Any], key: str, answer: str, dropped: tuple[str, ...]
) -> None:
    changed, fallen = with_answer(told(**before), key, answer)

    assert fallen == dropped
    assert answer_to(changed, key) == answer
    assert all(answer_to(changed, one) is None for one in dropped)


def test_consent_falls_away_when_it_is_for_oneself() -> None:
    helping, _ = with_answer(told(applicant="on_behalf"), "consent", "yes")

    assert with_answer(helping, "applicant", "self")[1] == ("consent",)


def test_an_answer_can_be_taken_back() -> None:
    assert with_answer(told(unwanted="yes"), "unwanted", None)[0].answers.unwanted is None


# ---- properties -----------------------------------------------------------------------


def choices(key: str) -> st.SearchStrategy[Any]:
    """Return a strategy for the answers to one of the classification's questions."""
    kind = next(one for one in get_args(Answers.model_fields[key].annotation) if one)
    if inner := get_args(kind):
        return st.lists(st.sampled_from(sorted(inner[0])), max_size=3)
    return st.sampled_from(sorted(kind))


CLASSIFYING = (
    "repeated",
    "two_sided",
    "reasonable_purpose",
    "obsessive_attention",
    "stalking_acts",
    "targeted",
    "bullying",
    "school_or_work",
)


@given(cases(), st.sampled_from(CLASSIFYING), st.data())
@settings(max_examples=150)
def test_an_answer_to_a_question_that_is_not_asked_changes_no_outcome(
    whole: Case, key: str, data: st.DataObject
) -> None:
    without, _ = with_answer(whole, key, None)
    if key in asked(without) or not _follows(key, without):
        return
    with_it, _ = with_answer(without, key, data.draw(choices(key)))

    assert [f.outcome for f in classify(with_it)] == [f.outcome for f in classify(without)]


def _follows(key: str, of: Case) -> bool:
    return next(q for q in interview.QUESTIONS if q.key == key).follows(of)


@given(cases())
@settings(max_examples=60)
def test_answering_what_is_asked_always_comes_to_an_end(whole: Case) -> None:
    key, seen = next_question(whole), []
    while key is not None:
        seen.append(key)
        key = next_question(whole, after=key)

    assert seen == sorted(seen, key=KEYS.index)
    assert len(seen) == len(set(seen))
