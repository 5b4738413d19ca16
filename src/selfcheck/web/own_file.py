"""Save the answers in a file and open such a file again: the same on every page."""

from __future__ import annotations

import streamlit as st

from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.web import client_bar, markup, open_file, parts, save_file, state


def draw(here: str) -> None:
    """Draw the button that saves and where a file can be opened; the menu leads here.

    With clients of an adviser open, a file is opened as a client of its own instead.
    """
    says = words("case_file")["file"]
    nothing = [markup.paragraph(says["nothing"])] if state.case() == Case() else []
    markup.draw(markup.element("h2", markup.text(says["title"]), "sc-file"), *nothing)
    save_file.save_button()
    if state.clients().open is None:
        # A place for a file takes the browser longer to draw than a question: only when asked.
        with st.expander(says["open"], key=f"own_file_{here}", on_change="rerun") as place:
            if place.open:
                open_file.draw()
    elif here != client_bar.PAGE:
        parts.paragraphs(words("clients")["elsewhere"]["start"])
        parts.link(client_bar.PAGE, words("clients")["elsewhere"]["go"])
