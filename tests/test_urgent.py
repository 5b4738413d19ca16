"""What is said before anything else, and on what it rests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from selfcheck.case import Case
from selfcheck.classify import classify
from selfcheck.urgent import URGENT_QUESTIONS, urgent
from tests.stories import case, incident
from tests.strategies import cases

STALKED = {"repeated": "yes", "unwanted": "yes", "obsessive_attention": "yes"}


def codes(*incidents: Any, **answers: Any) -> list[str]:
    found = case(*incidents, answers=answers)
    return [one.code for one in urgent(found, classify(found))]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, []),
        ({"immediate_danger": "yes"}, ["call_999"]),
        ({"immediate_danger": "unsure"}, ["call_999"]),
        ({"immediate_danger": "no"}, []),
        ({"harm": ["thoughts_of_self_harm"]}, ["crisis_support"]),
        (STALKED, ["tell_police_stalking"]),
        ({**STALKED, "obsessive_attention": "unsure"}, []),
        (
            {**STALKED, "obsessive_attention": "unsure", "fear_of_violence": "yes"},
            ["tell_police_stalking", "tell_police_violence"],
        ),
        ({"kinds": ["violence_or_threats"]}, ["tell_police_violence"]),
        ({"relationship": "partner_or_ex"}, ["domestic_abuse"]),
        ({"relationship": "neighbour"}, []),
    ],
)
def test_what_is_urgent(answers: dict[str, Any], expected: list[str]) -> None:
    assert codes(**answers) == expected


def test_danger_now_comes_before_everything() -> None:
    found = codes(
        immediate_danger="yes",
        harm=["thoughts_of_self_harm"],
        relationship="family",
        **STALKED,
    )

    assert found == ["call_999", "crisis_support", "tell_police_stalking", "domestic_abuse"]


def test_violence_in_the_diary_alone_is_urgent() -> None:
    violent = incident("2026-09-01", kinds=["violence_or_threats"])
    found = case(violent)
    told = urgent(found, classify(found))

    assert [(one.code, one.because) for one in told] == [("tell_police_violence", ("i2026-09-01",))]


@given(cases())
def test_what_is_urgent_rests_on_what_the_screen_of_a_question_can_show(found: Case) -> None:
    because = {key for one in urgent(found, classify(found)) for key in one.because}

    assert because <= {"stalking", *URGENT_QUESTIONS, *(one.id for one in found.incidents)}
