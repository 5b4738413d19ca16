"""The clients of an adviser: a new one, the list, and what can be done with the one on screen."""

from __future__ import annotations

import streamlit as st

from selfcheck import explain
from selfcheck.assessment import assess
from selfcheck.case import MAX_TEXT, Answers, Case
from selfcheck.content import words
from selfcheck.review import Review
from selfcheck.web import client_actions as act
from selfcheck.web import markup, parts, save_file, state

_NOTES = "notes"


def draw_new() -> None:
    """Draw the form for the first client, who takes over what is here already."""
    says = words("clients")
    taking_over = state.case() != Case()
    st.header(says["new"]["title"], anchor=False)
    if taking_over:
        parts.paragraphs(says["have_answers"])
    _field(act.NEW, says["new"]["label"], says["new"]["help"])
    label = says["new"]["button_first" if taking_over else "button"]
    st.button(label, type="primary", on_click=act.open_new)


def draw_one_more() -> None:
    """Draw the form for one more client, behind a title to open."""
    says = words("clients")["new"]
    with st.expander(says["title"], expanded=bool(state.draft(act.NEW, act.PROBLEM))):
        _field(act.NEW, says["label"], says["help"])
        st.button(says["button"], on_click=act.open_new)


def draw_list() -> None:
    """Draw each client with the way to it; the one on screen is said to be so."""
    says, held = words("clients")["list"], state.clients()
    st.header(says["title"], anchor=False)
    count = len(held.order)
    parts.paragraphs(says["one" if count == 1 else "many"].format(count=count))
    with st.container(key="sc_clients", gap="xsmall"):
        for number, case in held.cases(state.case()):
            _draw_one(number, case, here=number == held.open)


def _draw_one(number: int, case: Case, *, here: bool) -> None:
    says, on = words("clients")["list"], state.today()
    stands = state.remembered(f"client {number}", (case, on), lambda: _stands(case))
    reference = markup.element("strong", markup.text(case.reference or ""))
    where = f" {markup.text(says['here'])}" if here else ""
    with st.container(key=f"sc_client_{number}", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{reference}{where}<br>{markup.text(stands)}</p>")
        if not here:
            label = says["open"].format(reference=case.reference)
            key = f"open_client_{number}"
            st.button(label, key=key, on_click=act.switch, args=(number,), wrap=True)


def _stands(case: Case) -> str:
    """Return how a case stands today in one sentence: the day to act by, if there is one."""
    if _is_empty(case):
        return str(words("clients")["list"]["empty"])
    review = assess(case, state.today()).review
    return explain.act_by(review) or explain.headline(review)


def _is_empty(case: Case) -> bool:
    return not case.incidents and case.answers == Answers()


def draw_answer(review: Review) -> None:
    """Draw the answer for the client on screen in a sentence or two, if anything is told."""
    if _is_empty(state.case()):
        parts.paragraphs(words("clients")["this"]["nothing"])
        return
    act = explain.act_by(review)
    said = markup.paragraph(explain.headline(review))
    said += markup.paragraph(act, "sc-act") if act else ""
    markup.draw(markup.element("div", said, "sc-answer"))


def draw_ways_on() -> None:
    """Draw the ways from here into the case of the client on screen."""
    says = words("clients")["this"]
    for page in ("questions", "incidents", "case_review"):
        parts.link(page, says[page])


def draw_notes() -> None:
    """Draw the adviser's notes on the client on screen; they are kept as they are left."""
    says, held = words("clients")["notes"], state.clients()
    kept = state.case().adviser_notes or ""
    if state.draft(_NOTES, "of") != kept or state.draft(_NOTES, "text") is None:
        state.fill_draft(_NOTES, {"text": kept, "of": kept})
    key = state.draft_key(_NOTES, "text")
    if (state.draft(_NOTES, "text") or kept).strip() != kept:
        # Typed just before the page was loaded again, so nobody has heard of it yet.
        state.keep_notes(held.open, key)
    st.text_area(
        parts.label(says["label"], says["help"]),
        key=key,
        max_chars=MAX_TEXT,
        on_change=state.keep_notes,
        args=(held.open, key),
    )


def draw_rename_and_close() -> None:
    """Draw how to change the reference of the client on screen, and how to close it."""
    says, reference = words("clients"), state.case().reference
    unfolded = bool(state.draft(act.CLOSE, "asked") or state.draft(act.RENAME, act.PROBLEM))
    with st.expander(says["rename"]["title"], expanded=unfolded):
        _field(act.RENAME, says["rename"]["label"], says["new"]["help"])
        st.button(says["rename"]["button"], on_click=act.rename)
        label = says["close"]["button"].format(reference=reference)
        st.button(label, key="close_client", on_click=act.ask_to_close)
        if state.draft(act.CLOSE, "asked"):
            st.warning(says["close"]["ask"].format(reference=reference))
            with st.container(horizontal=True):
                save_file.save_button(key="save_before_closing")
                st.button(says["close"]["yes"], type="primary", on_click=act.close)
                st.button(says["close"]["no"], on_click=act.keep_open)


def _field(form: str, label: str, help_text: str) -> None:
    """Draw the field for a reference, with what is wrong with it before it."""
    if problem := state.draft(form, act.PROBLEM):
        st.html(f'<p class="sc-wrong">{markup.text(problem)}</p>')
    st.text_input(
        parts.label(label, help_text),
        key=state.draft_key(form, act.FIELD),
        max_chars=80,
        autocomplete="off",
    )
