"""Exit this page: the server's part, and teaching people that it is there.

Leaving itself is done by client/exit.js, which needs neither the server nor Streamlit.
"""

from __future__ import annotations

import streamlit as st

from selfcheck.content import words
from selfcheck.web import markup, parts, state


def forget() -> None:
    """Empty the session of someone who has left."""
    state.forget()


def teach() -> None:
    """Show how to leave quickly: once, on the Start page, before the first question."""
    exit_words = words("frame")["exit"]
    with st.container(border=True, key="sc_teach", gap="xsmall"):
        st.header(exit_words["teach_title"], anchor=False)
        parts.paragraphs(exit_words["teach"])
        more = "".join(markup.paragraph(line) for line in exit_words["more"])
        markup.draw(markup.folded(exit_words["more_title"], more))
