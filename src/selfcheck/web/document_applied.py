"""The day somebody applied: three plain fields, kept as they were typed, never in the case."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from selfcheck import diary
from selfcheck.casefile import Problem
from selfcheck.content import weekday_date, words
from selfcheck.problems import short
from selfcheck.web import state
from selfcheck.written import Unreadable, read_day

_FORM = "applied"
_PARTS = {"day": 56, "month": 72, "year": 84}


def day() -> date | None:
    """Return the day of applying, or None where none was given or it cannot be one."""
    read = _read()
    return read if isinstance(read, date) else None


def draw() -> None:
    """Draw the three fields, with the day they make or what is wrong with them."""
    says, parts = words("downloads")["applied"], words("diary")["parts"]
    with st.container(key="sc_group_applied"):
        st.markdown(f"**{says['label']}**  \n{says['help']}")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
            for part, width in _PARTS.items():
                key = state.draft_key(_FORM, part)
                st.text_input(parts[part], key=key, width=width, autocomplete="off")
        place, read = st.empty(), _read()
    if isinstance(read, date):
        place.markdown(says["that_is"].format(day=weekday_date(read)))
    elif read is not None:
        place.html(f'<p class="sc-wrong">{escape(read)}</p>')


def _read() -> date | str | None:
    """Return the day, what is wrong with it in words, or None while all three are empty."""
    given = [str(state.draft(_FORM, part) or "").strip() for part in _PARTS]
    if not any(given):
        return None
    if not all(given):
        return diary.problem_says(Problem("part_of_date"))
    read = read_day(" ".join(given))
    if isinstance(read, Unreadable):
        return diary.problem_says(Problem(str(read), values={"given": short(" ".join(given)[:20])}))
    future: str = words("downloads")["applied"]["future"]
    return future if read.day > state.today() else read.day
