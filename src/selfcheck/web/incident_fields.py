"""The fields of the incident form, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from html import escape

import streamlit as st

from selfcheck import diary
from selfcheck.casefile import Problem
from selfcheck.content import weekday_date, words
from selfcheck.web import incident_draft as draft
from selfcheck.web import parts

_WITH_A_FIELD = {(name,) for name in (*draft.TEXTS, *draft.REPORT_TEXTS, "date", "time", "to")}


def day(prefix: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw three fields for a day, and the day they make in words."""
    says = words("diary")
    with st.container(key=f"sc_group_{prefix}day"):
        st.markdown(f"**{label}**" + (f"  \n{help_text}" if help_text else ""))
        wrong(problems, "date")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
            for part, width in zip(draft.DAY_PARTS, (56, 72, 84), strict=True):
                key = draft.key(f"{prefix}{part}")
                st.text_input(says["parts"][part], key=key, width=width, autocomplete="off")
    place = st.empty()
    if isinstance(read := draft.read_day(prefix), date):
        place.markdown(says["form"]["that_is"].format(day=weekday_date(read)))


def text(field: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw a field of one line with what is wrong with it."""
    wrong(problems, field.rpartition("_")[2] if field.startswith("r") else field)
    st.text_input(parts.label(label, help_text), key=draft.key(field), autocomplete="off")


def long_text(field: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw a field of several lines with what is wrong with it."""
    wrong(problems, field.rpartition("_")[2] if field.startswith("r") else field)
    st.text_area(parts.label(label, help_text), key=draft.key(field))


def choose(field: str, label: str, of: type[StrEnum], help_text: str = "") -> None:
    """Draw a choice of one, none to begin with."""
    st.radio(
        parts.label(label, help_text),
        [option.value for option in of],
        format_func=lambda value: diary.choice(of.__name__, value),
        index=None,
        key=draft.key(field),
    )


def wrong(problems: Sequence[Problem], field: str) -> None:
    """Say beside a field what is wrong with it."""
    _say([problem for problem in problems if problem.place[:1] == (field,)])


def wrong_elsewhere(problems: Sequence[Problem]) -> None:
    """Say what is wrong with the whole, such as a diary that is full."""

    def has_field(problem: Problem) -> bool:
        own = problem.place[2:] if problem.place[:1] == ("reports",) else problem.place
        return own[:1] in _WITH_A_FIELD

    _say([problem for problem in problems if not has_field(problem)])


def _say(problems: Sequence[Problem]) -> None:
    # Its place is kept when it has nothing to say: were it to come and go, the browser
    # would draw the fields below it anew, and whoever is typing there would lose focus.
    place = st.empty()
    said = (f'<p class="sc-wrong">{escape(diary.problem_says(p))}</p>' for p in problems)
    if body := "".join(said):
        place.html(body)


def of_report(problems: Iterable[Problem], number: int) -> list[Problem]:
    """Return the problems of one report, each with its place in that report."""
    return [
        Problem(problem.code, problem.place[2:], problem.values)
        for problem in problems
        if problem.place[:2] == ("reports", number)
    ]
