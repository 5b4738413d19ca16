"""A callback may come late: when the session has been emptied, or for what is gone already."""

from __future__ import annotations

import json

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck.case import Case
from tests.web.conftest import FRAME, kept

SORRY = "Sorry, something went wrong"


def _call_all_on_nothing() -> None:
    """Call every callback that is bound to no value of its own, each in an empty session."""
    import streamlit as st  # noqa: PLC0415 - Streamlit runs the text of this function alone

    from selfcheck.web import (  # noqa: PLC0415
        area_picker,
        failure,
        incident_form,
        incident_import,
        incident_list,
        open_file,
        question_screen,
        question_widgets,
        start_parts,
        state,
        store,
    )

    calls = {
        "area": [area_picker._choose_from_list, area_picker._choose_again],
        "failure": [failure._try_again],
        "form": [incident_form._save, incident_form._cancel, incident_form.add_report],
        "import": [incident_import._another_file, incident_import._leave],
        "frame": [state.undo, open_file._put_away, start_parts._start_again],
        "tab": [store._failed, store._back, store._held, store.forget],
    }
    of_a_question = [
        question_screen._continue,
        question_screen._take_out,
        question_screen._back,
        question_widgets._untick_none,
        question_widgets._untick_others,
    ]
    done = []
    for call in (call for some in calls.values() for call in some):
        state.forget()
        call()
        done.append((call.__name__, state.case()))
    for call in of_a_question:
        for key in ("repeated", "kinds", "area"):
            state.forget()
            if key != "area" or call.__module__.endswith("screen"):
                call(key)
            done.append((call.__name__, state.case()))
    for call in (incident_list._change, incident_list._remove, incident_form._remove_report):
        state.forget()
        call("gone")
        done.append((call.__name__, state.case()))
    st.session_state["done"] = done


def test_no_callback_fails_or_makes_anything_up_in_a_session_that_knows_nothing() -> None:
    page = AppTest.from_function(_call_all_on_nothing, default_timeout=60).run()

    assert not page.exception
    done = page.session_state["done"]
    assert len(done) > 30
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
        assert page.title[-1].value == SORRY
        next(button for button in page.button if button.label == "Try again").click().run()

    assert [title.value for title in page.title if title.value == SORRY] == []
    assert kept(page) == case


def _start_with(drafts: dict[str, object], case: Case | None = None) -> AppTest:
    page = AppTest.from_file(FRAME, default_timeout=60)
    page.session_state["_store_nonce"] = "test"
    page.session_state["_store_ready"] = True
    page.session_state["_case"] = case or Case()
    page.session_state["_drafts"] = drafts
    return page.run()
