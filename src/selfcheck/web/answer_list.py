"""The answers as given, each with its way back to its question; what does not go together."""

from __future__ import annotations

from typing import Any

import streamlit as st

from selfcheck import areas, interview
from selfcheck.content import say, words
from selfcheck.contradictions import contradictions
from selfcheck.web import assessed, markup, parts, question_place, question_widgets, state

_PAGE = "check_answers"


def is_empty() -> bool:
    """Say whether no question has been answered."""
    return not _answered()


def draw_contradictions() -> None:
    """Draw what does not go together, each with the question to look at again."""
    found = contradictions(state.case())
    if not found:
        return
    says = words(_PAGE)["contradictions"]
    st.header(says["title"], anchor=False)
    for number, one in enumerate(found):
        with st.container(border=True, key=f"sc_contradiction_{number}"):
            parts.paragraphs(say("contradictions", one.reason))
            asks = question_widgets.wording(one.question)["ask"]
            _link_to(one.question, asks, says["look_again"], f"again_{number}")


def draw_answered() -> None:
    """Draw each question that has an answer, with the answer and a button to change it."""
    says = words(_PAGE)["answered"]
    st.header(says["title"], anchor=False)
    case = state.case()
    for key in _answered():
        answer = markup.paragraph(answer_words(key, interview.answer_to(case, key)))
        _draw_row(key, says["change"], f"change_{key}", answer)


def draw_unanswered() -> None:
    """Draw the questions that still matter and have no answer."""
    answered = _answered()
    missing = [key for key in assessed.asked() if key not in answered]
    if not missing:
        return
    says = words(_PAGE)["unanswered"]
    st.header(says["title"], anchor=False)
    parts.paragraphs(says["text"])
    for key in missing:
        _draw_row(key, says["answer"], f"answer_{key}")


def draw_ways_on() -> None:
    """Draw the links to what comes after the answers."""
    says = words(_PAGE)["next"]
    st.header(says["title"], anchor=False)
    parts.link("incidents", says["incidents"])
    parts.link("what_this_is", says["what_this_is"])


def answer_words(key: str, answer: Any) -> str:
    """Return an answer as people read it."""
    if key == "area":
        area = areas.area(answer)
        return area.name if area else str(answer)
    says = words("choices")[question_widgets.choices(key).__name__]
    if question_widgets.takes_many(key):
        return ", ".join(says[one] for one in answer) or str(words("asking")["none_of_these"])
    return str(says[answer])


def _answered() -> list[str]:
    case = state.case()
    return [key for key in interview.KEYS if interview.answer_to(case, key) is not None]


def _draw_row(key: str, label: str, button: str, answer: str = "") -> None:
    """Draw a question, its answer and a button that leads there."""
    asks = question_widgets.wording(key)["ask"]
    with st.container(key=f"sc_answer_{key}", horizontal=True, vertical_alignment="top"):
        markup.draw(markup.paragraph(asks, "sc-asked"), answer)
        _link_to(key, asks, label, button)


def _link_to(key: str, asks: str, label: str, button: str) -> None:
    """Draw a button that leads to a question and back here; its name says which one."""
    if st.button(f"{label} :small[{asks}]", key=button, type="tertiary"):
        question_place.ask(key, back_to=_PAGE)
        parts.go("questions")
