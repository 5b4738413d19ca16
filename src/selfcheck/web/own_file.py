"""Save the answers in a file and open such a file again: the same on every page."""

from __future__ import annotations

import streamlit as st

from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.web import client_bar, markup, open_file, save_file, state


def draw_section() -> None:
    """Draw it as a section of the start page; the menu leads here."""
    says = words("case_file")["file"]
    markup.draw(markup.element("h2", markup.text(says["title"]), "sc-file"))
    _draw_saving()
    if state.clients().open is not None:
        _lead_to_the_clients()
        return
    with st.expander(says["open"], key="own_file_start", on_change="rerun") as place:
        if place.open:
            open_file.draw()


def draw_folded(here: str) -> None:
    """Draw it as one line at the foot of a page; the menu leads here and unfolds it.

    What is in it takes the browser longer to draw than a question: only once it is unfolded.
    """
    title = words("case_file")["file"]["title"]
    with st.expander(title, key=f"own_file_{here}", on_change="rerun") as place:
        if not place.open:
            return
        _draw_saving()
        if state.clients().open is None:
            open_file.draw()
        elif here != client_bar.PAGE:
            _lead_to_the_clients()


def _draw_saving() -> None:
    if state.case() == Case():
        markup.draw(markup.paragraph(words("case_file")["file"]["nothing"]))
    save_file.save_button()


def _lead_to_the_clients() -> None:
    """With clients of an adviser open, a file is opened as a client of its own instead."""
    says = words("clients")["elsewhere"]
    link = markup.page_link(client_bar.PAGE, says["go"])
    markup.draw(markup.paragraph(says["start"]), markup.element("p", link))
