"""Every question and choice has words, and what people read can be read by most."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import pytest

from selfcheck import case, content
from selfcheck.content import words
from selfcheck.definitions import DEFINITIONS
from selfcheck.findings import Outcome
from tests.readability import hardest, parts, plain, reading_age, sentences, too_long

CHOICES = {
    name: set(kind)
    for name, kind in inspect.getmembers(case, inspect.isclass)
    if issubclass(kind, StrEnum) and kind is not StrEnum
}

# ---- questions and choices -------------------------------------------------------


def test_every_question_has_words_and_every_word_a_question() -> None:
    asked = {*case.Answers.model_fields, "applicant", "consent", "nation", "area"}

    assert set(words("questions")) == asked


@pytest.mark.parametrize("key", words("questions"))
def test_a_question_is_asked_of_both_and_says_why(key: str) -> None:
    question = words("questions")[key]

    assert (
        {"ask", "ask_on_behalf", "why"}
        <= set(question)
        <= {
            "ask",
            "ask_on_behalf",
            "why",
            "help",
        }
    )
    assert question["ask"].endswith("?")
    assert question["ask_on_behalf"].endswith("?")


def test_every_choice_has_words_and_every_word_a_choice() -> None:
    named = {name: set(of) for name, of in words("choices").items() if not name.endswith("_help")}

    assert named == CHOICES


def test_more_is_said_only_about_choices_there_are() -> None:
    helped = {name: set(of) for name, of in words("choices").items() if name.endswith("_help")}

    assert all(of <= CHOICES[name.removesuffix("_help")] for name, of in helped.items())


# ---- definitions and urgent words ------------------------------------------------


def test_every_definition_has_words_and_every_word_a_definition() -> None:
    assert set(words("definitions")) == {definition.label for definition in DEFINITIONS}


@pytest.mark.parametrize("label", words("definitions"))
def test_a_definition_says_what_it_means_and_how_it_stands(label: str) -> None:
    entry = words("definitions")[label]
    outcomes = {outcome.value for outcome in Outcome}

    assert set(entry) - {"document"} == {"title", "plain", "law_adds"} | outcomes


def test_the_document_is_quoted_word_for_word_and_only_where_it_defines() -> None:
    quoted = {
        k: entry["document"] for k, entry in words("definitions").items() if "document" in entry
    }

    assert quoted == {
        "harassment": (
            "the act of systematic and/or continued, unwanted and annoying actions of one "
            "party or a group, including threats and demands"
        ),
        "stalking": "unwanted or obsessive attention by an individual or group",
    }


def test_no_outcome_judges_the_person_or_states_a_chance() -> None:
    said = " ".join(
        entry[outcome.value] for entry in words("definitions").values() for outcome in Outcome
    )

    assert not re.search(r"victim|likely|probabl|chance|\bscore|%", said)


def test_begging_is_not_called_a_crime() -> None:
    assert "we do not say that it is a crime" in words("definitions")["begging"]["law_adds"]


# ---- reading age -----------------------------------------------------------------

READING_AGE = 11.0
CONTENT = sorted(path.stem for path in content.HERE.glob("*.toml"))


def strings(value: Any) -> Iterator[str]:
    """Yield every string people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list):
        for inner in value.values() if isinstance(value, Mapping) else value:
            yield from strings(inner)


@pytest.mark.parametrize("name", CONTENT)
def test_an_eleven_year_old_can_read_it(name: str) -> None:
    found = [sentence for paragraph in strings(words(name)) for sentence in sentences(paragraph)]

    assert reading_age(found) <= READING_AGE, f"{name}\n{hardest(found)}"


@pytest.mark.parametrize("name", CONTENT)
def test_no_sentence_is_longer_than_a_breath(name: str) -> None:
    assert too_long(part for paragraph in strings(words(name)) for part in parts(paragraph)) == []


def test_the_measure_tells_plain_words_from_hard_ones() -> None:
    easy = "You can tell the police. They will ask you what happened."
    hard = (
        "Notwithstanding the aforementioned provisions, complainants must demonstrate persistence."
    )

    assert reading_age(sentences(easy)) < READING_AGE
    assert reading_age(sentences(hard)) > READING_AGE


def test_the_name_of_an_act_is_left_out_and_the_rest_is_not() -> None:
    told = plain("The Anti-social Behaviour, Crime and Policing Act 2014 says so.")

    assert told == "the Act says so."
