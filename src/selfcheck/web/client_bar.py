"""Which client is on screen, said on every page; nothing at all for a resident."""

from __future__ import annotations

from html import escape

import streamlit as st

from selfcheck.content import words
from selfcheck.web import parts, state

PAGE = "for_advisers"


def draw(here: str) -> None:
    """Draw the reference of the client on screen, and the way to the others."""
    if state.clients().open is None:
        return
    says = words("clients")["bar"]
    reference = f"<strong>{escape(state.case().reference or '')}</strong>"
    with st.container(key="sc_client", horizontal=True, vertical_alignment="center"):
        st.html(f"<p>{escape(says['open']).format(reference=reference)}</p>")
        if here != PAGE:
            parts.link(PAGE, says["change"])
