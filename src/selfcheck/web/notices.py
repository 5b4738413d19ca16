"""Short messages under the menu, trouble with keeping answers, and the foot of the page."""

from __future__ import annotations

from html import escape

import streamlit as st

from selfcheck.content import words
from selfcheck.web import parts, state, store


def draw() -> None:
    """Show the last message once, with Undo where there is a way back; then any trouble."""
    _, message = state.said()
    if message:
        with st.container(key="sc_said", horizontal=True, vertical_alignment="center"):
            st.html(f"<p>{escape(message)}</p>")
            if state.can_undo():
                st.button(words("frame")["undo"]["button"], on_click=state.undo, key="sc_undo")
    if code := store.trouble():
        st.warning(words("frame")["store"][code])
        if code != "damaged":
            _offer_file()


def _offer_file() -> None:
    st.download_button(
        words("frame")["store"]["save"],
        state.case().model_dump_json(indent=2, exclude_none=True),
        file_name="selfcheck.json",
        mime="application/json",
    )


def footer() -> None:
    """Draw the foot of the page."""
    with st.container(key="sc_footer"):
        parts.link("about", words("frame")["about_link"])
