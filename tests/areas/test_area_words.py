"""What a search came to can always be said, and nothing is said that cannot happen."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.areas import MatchedBy, Outcome, find
from selfcheck.content import say, words


def test_every_outcome_has_words_and_every_word_an_outcome() -> None:
    codes = {outcome.value for outcome in Outcome} | {match.value for match in MatchedBy}

    assert set(words("areas")) == codes


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("Leeds", ["Your council is Leeds.", "Leeds is the name of a council."]),
        (
            "NE8 1HH",
            ["Your council is Gateshead.", "We found it from the postcode NE8 1HH."],
        ),
        (
            "Northampton",
            [
                "Your council is West Northamptonshire.",
                (
                    "Northampton is the name of an old council. "
                    "West Northamptonshire took over from it."
                ),
            ],
        ),
        (
            "Kent",
            [
                (
                    "Kent has 13 councils. Choose yours: the one you pay council tax to. "
                    "If it is not in the list, type its name."
                ),
                "Kent is not one council. It is a larger place.",
            ],
        ),
        (
            "LS1 4ZZ",
            [
                (
                    "We do not know that postcode. "
                    "Check it, above all the letter O and the number 0. "
                    "If it is new, type the name of your council."
                )
            ],
        ),
        (
            "BT1 5GS",
            ["That is in Northern Ireland. The ASB Case Review is only for England and Wales."],
        ),
    ],
)
def test_a_search_is_answered_in_plain_words(query: str, said: list[str]) -> None:
    found = find(query, date(2026, 11, 22))

    assert [say("areas", reason) for reason in found.reasons()] == said


@pytest.mark.parametrize(
    "query",
    [
        *("", "x" * 101, "Atlantis", "Leeds", "Ynys Môn", "Grimsby", "Kent", "tower"),
        *("Newcastle", "Birmingam", "n1", "E08000035", "Dorset", "Jersey", "IM1 2HB"),
        *("EH1 1YJ", "ZZ1 1ZZ", "Woking", "Surrey"),
    ],
)
@pytest.mark.parametrize("on", [date(2026, 11, 22), date(2027, 4, 1)])
def test_no_sentence_lacks_a_value(query: str, on: date) -> None:
    said = [say("areas", reason) for reason in find(query, on).reasons()]

    assert said
    assert not any("{" in sentence or "  " in sentence or " ." in sentence for sentence in said)
