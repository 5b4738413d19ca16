"""Clients in one tab: kept apart, put away in the tab, and read back whatever it held."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from selfcheck.case import Answers, Case, Incident, YesNo
from selfcheck.web import shards
from selfcheck.web.clients import Clients, prefix

ON_SCREEN = Case(reference="JB-0412", answers=Answers(repeated=YesNo.YES))
OTHER = Case(
    reference="2026/118",
    incidents=(Incident(id="i1", date=date(2026, 9, 2), what_happened="Shouting “$x$”"),),
    adviser_notes="rings on Tuesdays",
)
CLIENTS = Clients(open=1, order=(1, 3), put_by={3: OTHER}, last=4)
DRAFTS = {
    "draft_client1_incident_where": "by the shop",
    "draft_client3_incident_where": "on the stairs",
    "draft_client3_incident_when": date(2026, 9, 2),
}


def bodies() -> dict[str, str]:
    written = shards.written(ON_SCREEN, DRAFTS, {}, CLIENTS)
    return {name: shard.body for name, shard in written.items()}


def told(held: dict[str, str]) -> shards.Told:
    return shards.read({"nonce": "n", "shards": held})


# ---- which there are -------------------------------------------------------------------


def test_a_new_client_is_on_screen_and_the_one_before_is_put_by() -> None:
    one = Clients().with_new(Case())
    two = one.with_new(ON_SCREEN)

    assert (one.open, one.put_by) == (1, {})
    assert (two.open, two.order, two.put_by) == (2, (1, 2), {1: ON_SCREEN})


def test_switching_changes_places_and_nothing_else() -> None:
    held, case = CLIENTS.switched(3, ON_SCREEN)

    assert case == OTHER
    assert held == Clients(open=3, order=(1, 3), put_by={1: ON_SCREEN}, last=4)
    assert held.switched(1, case) == (CLIENTS, ON_SCREEN)


def test_the_next_client_is_on_screen_when_one_is_closed() -> None:
    held, case = CLIENTS.closed()

    assert case == OTHER
    assert held == Clients(open=3, order=(3,), put_by={}, last=4)
    assert held.closed() == (Clients(last=4), Case())


def test_a_number_is_never_used_twice() -> None:
    held, _ = CLIENTS.closed()

    assert held.with_new(OTHER).open == 5


def test_fields_of_no_two_clients_can_have_one_name() -> None:
    assert not prefix(12).startswith(prefix(1))
    assert prefix(None) == ""


# ---- in the tab ------------------------------------------------------------------------


def test_every_client_is_written_and_read_back_whole_with_what_is_half_filled() -> None:
    back = told(bodies())

    assert back == shards.Told("n", False, ON_SCREEN, DRAFTS, False, CLIENTS)


def test_a_resident_leaves_no_trace_of_clients_in_the_tab() -> None:
    names = set(shards.written(ON_SCREEN, {}, {}))

    assert names == {"answers", "drafts"}


def test_what_is_half_filled_for_one_client_is_in_no_others_shard() -> None:
    held = bodies()

    assert "by the shop" in held["drafts"]
    assert "on the stairs" not in held["drafts"]
    assert "by the shop" not in held["client-3"]


def test_a_client_who_is_put_by_is_not_written_again() -> None:
    before = shards.written(ON_SCREEN, DRAFTS, {}, CLIENTS)
    changed = ON_SCREEN.model_copy(update={"adviser_notes": "x"})
    after = shards.written(changed, DRAFTS, before, CLIENTS)

    assert after["client-3"] is before["client-3"]
    assert after["answers"] is not before["answers"]


def test_a_damaged_client_loses_only_itself_and_it_is_said() -> None:
    back = told(bodies() | {"client-3": '{"case": {"refer'})

    assert back.damaged
    assert back.case == ON_SCREEN
    assert back.clients == Clients(open=1, order=(1,), put_by={}, last=4)


def test_clients_come_back_without_their_index() -> None:
    held = bodies()
    del held["clients"]
    back = told(held)

    assert back.damaged
    assert back.case == ON_SCREEN
    assert back.clients == Clients(open=4, order=(3, 4), put_by={3: OTHER}, last=4)


def test_what_claims_to_be_another_clients_half_filled_field_is_left_out() -> None:
    body = json.dumps({"case": {}, "drafts": {"draft_client1_incident_where": "mixed"}})
    back = told(bodies() | {"client-3": body})

    assert back.drafts["draft_client1_incident_where"] == "by the shop"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=10,
)
INDEX = st.fixed_dictionaries({"open": JSON, "order": JSON, "last": JSON})
CLIENT = st.fixed_dictionaries({"case": JSON, "drafts": JSON})
NAMES = st.sampled_from(["answers", "drafts", "clients", "client-1", "client-2", "client-x"])


@given(st.dictionaries(NAMES, (JSON | INDEX | CLIENT).map(json.dumps) | st.text()))
def test_nothing_a_tab_may_hold_breaks_the_reading_of_clients(held: dict[str, str]) -> None:
    back = told(held)
    found = back.clients

    assert set(found.order) == {*found.put_by, *({found.open} - {None})}
    assert len(found.cases(back.case)) == len(found.order)
    assert found.last >= max(found.order, default=0)


# ---- room ------------------------------------------------------------------------------


def test_room_is_counted_as_browsers_count_it() -> None:
    smile = Case(adviser_notes="🙂" * 100)
    plain = Case(adviser_notes="aa" * 100)

    assert shards.room_for(smile) == shards.room_for(plain)
    assert shards.room_taken(shards.written(plain, {}, {})) > 200
