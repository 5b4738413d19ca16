"""Councils end and begin on a day; what was found depends on the day asked about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from selfcheck.areas import Area, Found, MatchedBy, Outcome, all_areas, find, procedure
from selfcheck.areas.found import as_it_stands
from selfcheck.content import say

LAST_DAY = date(2027, 3, 31)
NEXT_DAY = date(2027, 4, 1)


def named(name: str) -> Area:
    return next(here for here in all_areas() if here.name == name)


@pytest.mark.parametrize("query", ["Woking", "Woking Borough Council", "GU21 6YL", "E07000217"])
def test_a_council_is_there_on_its_last_day_and_gone_the_next(query: str) -> None:
    before, after = find(query, LAST_DAY), find(query, NEXT_DAY)

    assert (before.outcome, after.outcome) == (Outcome.AREA, Outcome.ENDED)
    assert before.areas == after.areas == (named("Woking"),)


def test_people_are_told_when_it_ended_and_where_to_ask_now() -> None:
    first, *_ = find("Woking", NEXT_DAY).reasons()

    assert say("areas", first) == (
        "This council ended on 31 March 2027. Its work passed to East Surrey or West Surrey. "
        "Ask there, because we do not have the new rules yet."
    )


def test_the_whole_county_ends_with_its_councils() -> None:
    before, after = find("Surrey", LAST_DAY), find("Surrey", NEXT_DAY)

    assert before.outcome is Outcome.LARGER_PLACE
    assert after.outcome is Outcome.ENDED
    assert len(before.areas) == len(after.areas) == 11


def test_the_next_county_is_not_touched() -> None:
    assert find("Hampshire", NEXT_DAY) == find("Hampshire", LAST_DAY)


def test_a_choice_leaves_out_the_councils_that_have_ended() -> None:
    before, after = find("wal", LAST_DAY), find("wal", NEXT_DAY)

    assert {here.name for here in before.areas} - {here.name for here in after.areas} == {
        "Elmbridge"  # for Walton-on-Thames
    }


def test_a_choice_that_shrinks_to_one_becomes_a_hint() -> None:
    choice = Found(Outcome.SEVERAL, (named("Ashford"), named("Spelthorne")), MatchedBy.PART)

    left = as_it_stands(choice, NEXT_DAY)

    assert (left.outcome, left.areas) == (Outcome.HINT, (named("Ashford"),))


def test_a_council_that_has_not_begun_is_not_offered_before_its_first_day() -> None:
    coming = replace(
        named("Leeds"), code="E06000099", name="East Surrey", starts_on=date(2027, 4, 1)
    )
    found = Found(Outcome.AREA, (coming,), MatchedBy.NAME, "East Surrey")

    early, in_time = as_it_stands(found, LAST_DAY), as_it_stands(found, NEXT_DAY)

    assert (early.outcome, in_time.outcome) == (Outcome.NOT_BEGUN, Outcome.AREA)
    assert say("areas", early.reasons()[0]) == (
        "East Surrey does not start until 1 April 2027. "
        "Until then, use the name of your council today."
    )


def test_the_procedure_of_a_council_that_has_ended_can_still_be_read() -> None:
    assert procedure("E07000217").name == "Woking"
