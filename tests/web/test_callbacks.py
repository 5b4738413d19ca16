"""A callback may come late: when the session has been emptied, or for what is gone already."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck.case import Case
from tests.web.conftest import FRAME, headings, kept

SORRY = "Sorry, something went wrong"


def _call_all_on_nothing() -> None:
    """Call one callback after the other, each in an empty session."""
    from functools import partial  # noqa: PLC0415

    import streamlit as st  # noqa: PLC0415 - Streamlit runs the text of this function alone

    from selfcheck.web import (  # noqa: PLC0415
        area_picker,
        exit_page,
        failure,
        incident_form,
        incident_import,
        incident_list,
        open_file,
        question_screen,
        start_parts,
        state,
        store,
    )
    from selfcheck.web import question_widgets as many  # noqa: PLC0415

    calls = [
        partial(area_picker._choose_from_list),
        partial(area_picker._choose_again),
        partial(failure._try_again),
        partial(incident_form._save),
        partial(incident_form._cancel),
        partial(incident_form.add_report),
        partial(incident_form._remove_report, "gone"),
        partial(incident_import._another_file),
        partial(incident_import._leave),
        partial(incident_list._change, "gone"),
        partial(incident_list._remove, "gone"),
        partial(open_file._put_away),
        partial(start_parts._start_again),
        partial(state.undo),
        partial(store._held),
        partial(store._failed),
        partial(store._back),
        partial(exit_page.forget),
    ]
    for key in ("repeated", "kinds"):
        calls += [
            partial(question_screen._continue, key),
            partial(question_screen._take_out, key),
            partial(question_screen._back, key),
        ]
    calls += [partial(does, "kinds") for does in (many._untick_none, many._untick_others)]
    done = []
    for call in calls:
        state.forget()
        call()
        done.append((call.func.__name__, state.case()))
    st.session_state["done"] = done


def test_no_callback_fails_or_makes_anything_up_in_a_session_that_knows_nothing() -> None:
    page = AppTest.from_function(_call_all_on_nothing, default_timeout=60).run()

    assert not page.exception
    done = page.session_state["done"]
    assert len(done) > 20
    assert [name for name, case in done if case != Case()] == []


def test_a_second_tap_on_what_is_gone_takes_nothing_else() -> None:
    pieces = [{"says": [f"Incident {n}."], "raw": None} for n in (1, 2)]
    page = _start_with({"draft_unread_pieces": json.dumps(pieces)})
    page.button(key="unread_0").click()
    page.session_state["_drafts"]["draft_unread_pieces"] = json.dumps(pieces[1:])
    page.run()

    assert "_failures" not in page.session_state
    assert json.loads(page.session_state["_drafts"]["draft_unread_pieces"]) == pieces[1:]


@pytest.mark.parametrize("damaged", [7, True, ["a"], "[", '{"a": 1}'])
def test_what_a_tab_held_half_filled_and_damaged_shuts_nobody_out(damaged: object) -> None:
    case = Case(reference="JB-0412")
    page = _start_with({"draft_unread_pieces": damaged}, case)
    for _ in range(2):
        assert headings(page)[-1] == SORRY
        next(button for button in page.button if button.label == "Try again").click().run()

    assert SORRY not in headings(page)
    assert kept(page) == case


def _start_with(drafts: dict[str, object], case: Case | None = None) -> AppTest:
    page = AppTest.from_file(FRAME, default_timeout=60)
    page.session_state["_store_nonce"] = "test"
    page.session_state["_store_ready"] = True
    page.session_state["_case"] = case or Case()
    page.session_state["_drafts"] = drafts
    return page.run()
