"""The fields of a question: one choice or several, half filled until Continue is pressed."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, get_args, get_origin

import streamlit as st

from selfcheck import interview
from selfcheck.case import Answers, Case
from selfcheck.content import words
from selfcheck.web import parts, state

_CHOICE = "choice"
_NONE = "none-of-these"
_OF = "of"


def wording(key: str) -> Mapping[str, str]:
    """Return the words of a question; "ask" is put to whoever is answering."""
    question: dict[str, str] = words("questions")[key]
    if state.case().on_behalf:
        return question | {"ask": question["ask_on_behalf"]}
    return question


def choices(key: str) -> type[StrEnum]:
    """Return what a question offers to choose from."""
    inner = _kind_of_answer(key)
    found: type[StrEnum] = get_args(inner)[0] if get_origin(inner) is tuple else inner
    return found


def takes_many(key: str) -> bool:
    """Say whether several choices may be made."""
    return get_origin(_kind_of_answer(key)) is tuple


def _kind_of_answer(key: str) -> Any:
    model = Answers if key in Answers.model_fields else Case
    return get_args(model.model_fields[key].annotation)[0]


def form(key: str) -> str:
    """Return the name of a question's half-filled form; no name is the start of another."""
    return f"ask-{key.replace('_', '-')}"


def draw(key: str) -> None:
    """Draw a question's fields as they were left, or as last answered."""
    _fill_in_the_answer(key)
    if takes_many(key):
        _draw_many(key)
    else:
        _draw_one(key)


def chosen(key: str) -> Any:
    """Return what stands in the fields now: a choice, a tuple of them, or None for nothing."""
    name = form(key)
    if not takes_many(key):
        return state.draft(name, _CHOICE)
    ticked = tuple(choice for choice in choices(key) if state.draft(name, choice.value))
    return ticked or (() if state.draft(name, _NONE) else None)


def keep_answer(key: str, answer: Any) -> None:
    """Keep an answer, and say which others fell away with it, with a way back."""
    before = state.case()
    case, dropped = interview.with_answer(before, key, answer)
    state.keep(case)
    if dropped:
        asked = " ".join(wording(name)["ask"] for name in dropped)
        state.say(words("asking")["dropped"].format(questions=asked), undo=before)


def _fill_in_the_answer(key: str) -> None:
    # The answer may have changed since the fields were left, by Undo or an opened file.
    name, answer = form(key), interview.answer_to(state.case(), key)
    told = "-" if answer is None else str(list(answer) if takes_many(key) else answer)
    if state.draft(name, _OF) == told:
        return
    if takes_many(key):
        ticks = {choice.value: choice in (answer or ()) for choice in choices(key)}
        state.fill_draft(name, {**ticks, _NONE: answer == (), _OF: told})
    else:
        state.fill_draft(name, {_CHOICE: answer and str(answer), _OF: told})


def _draw_one(key: str) -> None:
    kind = choices(key)
    st.radio(
        wording(key)["ask"],
        [choice.value for choice in kind],
        index=None,
        format_func=lambda code: words("choices")[kind.__name__][code],
        key=state.draft_key(form(key), _CHOICE),
        label_visibility="collapsed",
    )


def _draw_many(key: str) -> None:
    kind, name = choices(key), form(key)
    says, more = words("choices")[kind.__name__], words("choices").get(f"{kind.__name__}_help", {})
    with st.container(key="sc_choices", gap="xsmall"):
        for choice in kind:
            st.checkbox(
                parts.label(says[choice], more.get(choice)),
                key=state.draft_key(name, choice.value),
                on_change=_untick_none,
                args=(key,),
            )
        st.checkbox(
            words("asking")["none_of_these"],
            key=state.draft_key(name, _NONE),
            on_change=_untick_others,
            args=(key,),
        )


def _untick_none(key: str) -> None:
    if any(state.draft(form(key), choice.value) for choice in choices(key)):
        state.fill_draft(form(key), {_NONE: False})


def _untick_others(key: str) -> None:
    if state.draft(form(key), _NONE):
        state.fill_draft(form(key), {choice.value: False for choice in choices(key)})
