"""Short messages under the menu, trouble with keeping answers, and the foot of the page."""

from __future__ import annotations

from html import escape

import streamlit as st

from selfcheck.content import words
from selfcheck.web import client_bar, markup, own_file, parts, save_file, state, store, unread

_START = "start"


def draw(here: str) -> None:
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
            _draw_saving(here)
    if here != _START:
        unread.draw_link()


def _draw_saving(here: str) -> None:
    """Draw the way to keep what is here: one file, or one with all clients."""
    if state.clients().open is None:
        save_file.save_button(key="save_now")
    elif here != client_bar.PAGE:
        parts.link(client_bar.PAGE, words("clients")["files"]["save_all"])


def footer(here: str) -> None:
    """Draw the foot of a page: save what there is, open a file, and what this is.

    What the page has of its own is not offered twice.
    """
    if here != _START:
        own_file.draw_folded(here)
    if here != "about":
        link = markup.page_link("about", words("frame")["about_link"])
        markup.draw(markup.element("p", link, "sc-foot-end"))
