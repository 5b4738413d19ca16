from __future__ import annotations

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.case import Answers, Body, Case, Incident, Report, YesNo
from selfcheck.web import shards

INCIDENTS = tuple(
    Incident(
        id=f"i{n}",
        date=date(2026, 9, 2),
        what_happened="Shouted “$x$ <b>” at me",
        reports=(Report(id="r1", date=date(2026, 9, 3), to=Body.POLICE),),
    )
    for n in range(70)
)
CASE = Case(
    reference="JB-0412", answers=Answers(repeated=YesNo.YES, targeted=None), incidents=INCIDENTS
)
DRAFTS = {
    "draft_incident_when": date(2026, 9, 2),
    "draft_incident_time": time(22, 15),
    "draft_incident_sure": False,
    "draft_incident_kinds": ["stalking"],
    "draft_incident_where": None,
}


def told(bodies: dict[str, str], typed: dict[str, str] | None = None) -> shards.Told:
    return shards.read({"nonce": "n", "shards": bodies, "typed": typed or {}})


def bodies_of(case: Case) -> dict[str, str]:
    return {name: shard.body for name, shard in shards.written(case, DRAFTS, {}).items()}


def test_what_is_written_is_read_back_whole() -> None:
    back = told(bodies_of(CASE))

    assert back == shards.Told("n", False, CASE, DRAFTS, False)


def test_incidents_are_cut_by_thirty_two() -> None:
    names = sorted(bodies_of(CASE))

    assert names == ["answers", "drafts", "incidents-0", "incidents-1", "incidents-2"]


def test_a_shard_whose_part_is_the_same_is_not_written_again() -> None:
    before = shards.written(CASE, DRAFTS, {})
    longer = CASE.model_copy(update={"incidents": (*INCIDENTS, INCIDENTS[0])})
    after = shards.written(longer, DRAFTS, before)

    assert after["incidents-0"] is before["incidents-0"]
    assert after["answers"] is before["answers"]
    assert after["incidents-2"] is not before["incidents-2"]


def test_typed_text_not_yet_sent_wins_over_the_draft() -> None:
    back = told(bodies_of(CASE), {"draft_incident_where": "at the bus st", "other": "x"})

    assert back.drafts["draft_incident_where"] == "at the bus st"
    assert "other" not in back.drafts


def test_a_damaged_shard_loses_only_itself() -> None:
    back = told(bodies_of(CASE) | {"incidents-1": '[{"id": "i32", "da'})

    assert back.damaged
    assert back.case.incidents == INCIDENTS[:32] + INCIDENTS[64:]
    assert back.case.answers == CASE.answers


def test_a_damaged_field_loses_only_itself() -> None:
    answers = '{"reference":"JB-0412","answers":{"repeated":"yes","unwanted":"perhaps"}}'
    incident = {"id": "i1", "date": "2026-09-02", "time": "25:99", "where": "here"}
    impossible = {"id": "i2", "date": "2026-02-31"}
    back = told({"answers": answers, "incidents-0": json.dumps([incident, impossible])})

    assert back.damaged
    assert back.case.reference == "JB-0412"
    assert back.case.answers == Answers(repeated=YesNo.YES)
    assert back.case.incidents == (Incident(id="i1", date=date(2026, 9, 2), where="here"),)


def test_an_incident_that_stands_in_two_shards_is_read_once() -> None:
    one = '[{"id":"i1","date":"2026-09-02"}]'

    assert len(told({"incidents-0": one, "incidents-1": one}).case.incidents) == 1


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)
NAMES = st.sampled_from(["answers", "drafts", "incidents-0", "incidents-x", "incidents-", "other"])


@given(st.dictionaries(NAMES, JSON.map(json.dumps) | st.text()), JSON)
def test_nothing_a_tab_may_hold_breaks_the_reading(bodies: dict[str, str], message: object) -> None:
    assert isinstance(told(bodies).case, Case)
    assert shards.read(message).case == Case()


@pytest.mark.parametrize("message", [None, "", {"at": "soon"}, {"at": [1]}, [], {"typed": 3}])
def test_a_damaged_word_of_being_back_is_no_moment(message: object) -> None:
    assert shards.moment_of(message) is None
    assert shards.typed_of(message) == {}


def test_a_tab_that_is_back_says_when_and_what_was_typed() -> None:
    message = {"at": 1_795_000_000_000, "typed": {"draft_incident_where": "Leeds", "other": "x"}}

    assert shards.moment_of(message) == 1_795_000_000_000
    assert shards.typed_of(message) == {"draft_incident_where": "Leeds"}
