"""When a page fails: plain words on screen, the answers kept, and only the type in the log."""

from __future__ import annotations

import logging

import streamlit as st

from selfcheck.content import words
from selfcheck.web import markup, parts, state

_FAILURES = "_failures"
_log = logging.getLogger("selfcheck")


def show(problem: Exception) -> None:
    """Say that something went wrong. The exception's text may quote an answer: leave it out."""
    _log.error("A page failed: %s", type(problem).__name__)
    st.session_state[_FAILURES] = st.session_state.get(_FAILURES, 0) + 1
    says = words("frame")["failure"]
    markup.draw(markup.page_heading(says["title"], "failure"))
    parts.paragraphs(*says["says"])
    st.button(says["again"], on_click=_try_again)


def clear() -> None:
    """Forget earlier failures: the page has drawn."""
    st.session_state.pop(_FAILURES, None)


def _try_again() -> None:
    # A half-filled field that a page cannot draw must not shut its owner out for good.
    if st.session_state.get(_FAILURES, 0) > 1:
        state.drop_all_drafts()


def in_a_callback(problem: Exception) -> bool:
    """Show a failure that happened before any page was drawn; Streamlit's own stays hidden."""
    parts.safety_line()
    show(problem)
    return True
