"""Answers that do not go together are pointed out, and nothing is corrected."""

from __future__ import annotations

from typing import Any

import pytest

from selfcheck.case import Case
from selfcheck.content import say, words
from selfcheck.contradictions import contradictions
from selfcheck.interview import KEYS
from tests.stories import case, incident

FOUR = tuple(incident(f"2026-09-0{day}") for day in (1, 2, 3, 4))


def told(*incidents: Any, **answers: Any) -> Case:
    return case(*incidents, answers={"distress": None, **answers})


FOUND = [
    (told(*FOUR, repeated="no"), "once_but_diary_has_more", "repeated"),
    (told(unwanted="no", harm=["fear_at_home"]), "wanted_but_harmed", "unwanted"),
    (told(unwanted="no", distress="yes"), "wanted_but_harmed", "unwanted"),
    (
        told(incident("2026-09-01", targeted="yes"), targeted="no"),
        "not_targeted_but_hate_named",
        "targeted",
    ),
    (
        told(bullying="no", school_or_work="school"),
        "no_bullying_but_school_or_work",
        "bullying",
    ),
    (told(distress="no", harm=["sleep_or_health"]), "no_distress_but_harm", "distress"),
]


@pytest.mark.parametrize(("found", "code", "question"), FOUND, ids=[row[1] for row in FOUND])
def test_two_answers_that_do_not_go_together(found: Case, code: str, question: str) -> None:
    first = contradictions(found)[0]

    assert (first.reason.code, first.question) == (code, question)
    assert question in KEYS
    assert "{" not in say("contradictions", first.reason)


def test_a_reply_written_down_goes_with_nothing_having_been_done() -> None:
    told_police = incident("2026-09-01", "2026-09-02")
    report = told_police.reports[0].model_copy(update={"response": "They logged it."})
    found = told(told_police.model_copy(update={"reports": (report,)}), response="none")

    assert contradictions(found) == ()


@pytest.mark.parametrize(
    "found",
    [
        Case(),
        told(*FOUR, repeated="yes"),
        told(*FOUR),
        told(incident("2026-09-01"), repeated="no"),
        told(unwanted="yes", harm=["fear_at_home"], distress="yes"),
        told(distress="no", harm=[]),
    ],
)
def test_answers_that_go_together_are_left_alone(found: Case) -> None:
    assert contradictions(found) == ()


def test_every_contradiction_has_words_and_every_word_a_contradiction() -> None:
    assert set(words("contradictions")) == {row[1] for row in FOUND}
