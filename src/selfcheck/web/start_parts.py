"""The parts of the Start page: carrying on, whom it is for, what follows, and examples."""

from __future__ import annotations

import streamlit as st

from selfcheck.case import Applicant, Case
from selfcheck.content import words
from selfcheck.web import (
    open_file,
    parts,
    question_place,
    question_widgets,
    settings,
    state,
)


def draw_started() -> None:
    """Draw the ways on for someone who has answers here already."""
    if state.case() == Case():
        return
    says = words("start")["started"]
    with st.container(border=True, key="sc_started"):
        st.header(says["title"], anchor=False)
        parts.link("questions", says["go_on"])
        parts.link("what_this_is")
        parts.link("case_review")
        st.button(says["again"], on_click=_start_again)


def draw_who() -> None:
    """Draw a button for each person this can be for; each one begins the questions."""
    says = words("start")["who"]
    st.header(says["title"], anchor=False)
    for applicant in Applicant:
        st.button(
            says[applicant], type="primary", width="stretch", on_click=_begin, args=(applicant,)
        )


def draw_what_follows() -> None:
    """Draw what the answers will lead to, and that they stay with whoever gives them."""
    says = words("start")
    st.header(says["see"]["title"], anchor=False)
    parts.paragraphs("\n".join(f"- {one}" for one in says["see"]["list"]), says["see"]["stop"])
    parts.paragraphs(f"**{says['privacy']['title']}.** {says['privacy']['text']}")


def draw_examples() -> None:
    """Draw the examples, unfolded where the app was started to show them."""
    if state.clients().open is not None:
        return
    with st.expander(words("case_file")["examples"]["title"], expanded=settings.demo()):
        open_file.draw_examples()


def _begin(applicant: Applicant) -> None:
    question_widgets.keep_answer("applicant", applicant)
    question_place.leave_for("questions")


def _start_again() -> None:
    before = state.case()
    state.drop_all_drafts()
    state.keep(Case())
    state.say(words("start")["started"]["emptied"], undo=before)
