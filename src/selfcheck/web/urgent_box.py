"""What must be said before anything else, in a box."""

from __future__ import annotations

import streamlit as st

from selfcheck.content import words


def draw(code: str) -> None:
    """Draw the words for one urgent thing; danger now in the strongest colour."""
    says = words("urgent")[code]
    box = st.error if code == "call_999" else st.warning
    box(f"**{says['title']}**\n\n{says['text']}")
