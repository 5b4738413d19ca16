"""One question on one screen: the question, its fields, why we ask, and the ways on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from selfcheck import explain, interview
from selfcheck.classify import classify
from selfcheck.content import words
from selfcheck.definitions import PLAIN_KINDS
from selfcheck.findings import Outcome
from selfcheck.urgent import URGENT_QUESTIONS, Urgent, urgent
from selfcheck.web import (
    area_picker,
    assessed,
    markup,
    parts,
    question_place,
    question_widgets,
    state,
    urgent_words,
)

_FIRST = "call_999"


def draw(key: str) -> None:
    """Draw the screen of one question."""
    wording = question_widgets.wording(key)
    made_urgent = _made_urgent(key)
    _draw_urgent(one for one in made_urgent if one.code == _FIRST)
    below = map(markup.paragraph, filter(None, [_progress(key), wording.get("help")]))
    parts.heading(wording["ask"], *below, place=f"question_{key}")
    if key == "area":
        area_picker.draw()
    else:
        question_widgets.draw(key)
    _draw_urgent(one for one in made_urgent if one.code != _FIRST)
    _draw_ways_on(key)
    why = markup.folded(words("asking")["why"], markup.paragraph(wording["why"]))
    markup.draw(why, _early_notice())


def draw_end() -> None:
    """Draw what stands here once every question has been answered."""
    says = words("asking")["end"]
    parts.heading(says["title"], place="question_end")
    parts.paragraphs(says["text"])
    parts.link("check_answers")
    parts.link("incidents")


def _progress(key: str) -> str:
    says = words("asking")["progress"]
    if page := question_place.back_to():
        return str(says["change"].format(page=parts.title(page)))
    number, about = interview.progress(state.case(), key)
    return str(says["question"].format(number=number, about=about))


def _made_urgent(key: str) -> list[Urgent]:
    """Return what is urgent because of what stands in this question's fields."""
    if key not in URGENT_QUESTIONS:
        return []
    case, answer = state.case(), _answer_in_fields(key)
    if answer is not None:
        case, _ = interview.with_answer(case, key, answer)
    findings = assessed.findings() if case == state.case() else classify(case)
    return [one for one in urgent(case, findings) if key in one.because]


def _draw_urgent(found: Iterable[Urgent]) -> None:
    for one in found:
        # Whoever cannot see the box appear must hear of it at once.
        title = markup.text(explain.urgent(one.code, state.case())["title"])
        markup.draw(f'<p class="sc-heard" role="alert">{title}</p>')
        urgent_words.draw((one,), state.case())


def _answer_in_fields(key: str) -> Any:
    return None if key == "area" else question_widgets.chosen(key)


# ---- the ways on -------------------------------------------------------------------


def _draw_ways_on(key: str) -> None:
    says = words("asking")["buttons"]
    answered = interview.answer_to(state.case(), key) is not None
    with st.container(horizontal=True, key="sc_ways_on"):
        if key != "area" or answered:
            st.button(says["continue"], type="primary", on_click=_continue, args=(key,))
        if answered:
            st.button(says["take_out"], on_click=_take_out, args=(key,))
        else:
            st.button(says["skip"], on_click=_leave, args=(key,))
        st.button(says["back"], on_click=_back, args=(key,))


def _continue(key: str) -> None:
    answer = _answer_in_fields(key)
    if key != "area":
        if answer is None:
            state.say(words("asking")["nothing_chosen"])
            return
        question_widgets.keep_answer(key, answer)
    _leave(key)


def _take_out(key: str) -> None:
    question_widgets.keep_answer(key, None)
    _leave(key)


def _leave(key: str) -> None:
    state.drop_draft(question_widgets.form(key))
    question_place.go_on(key)


def _back(key: str) -> None:
    state.drop_draft(question_widgets.form(key))
    question_place.go_back(key)


# ---- what is settled already ---------------------------------------------------------


def _early_notice() -> str:
    settled = settled_labels()
    if not settled:
        return ""
    says = words("asking")["early"]
    labels = markup.element("strong", markup.text(", ".join(settled)))
    said = markup.element("p", markup.text(says["text"]).format(labels=labels))
    way = markup.element("p", markup.page_link("what_this_is", says["see"]))
    return markup.element("div", said + way, "sc-early")


def settled_labels() -> list[str]:
    """Return the titles of what already fits, beyond the kinds a person named themselves."""
    return [
        words("definitions")[finding.label]["title"]
        for finding in assessed.findings()
        if finding.outcome is Outcome.FITS and finding.label not in PLAIN_KINDS
    ]
