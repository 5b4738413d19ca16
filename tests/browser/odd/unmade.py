"""The real app, but for letters: no Word file of one can be made."""

from __future__ import annotations

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from selfcheck import web
from selfcheck.documents.parts import Letter
from selfcheck.web import documents_made, failure, headers, warm


def fail(_: Letter) -> bytes:
    """Fail as a library might, with words of the letter in the message."""
    raise ValueError("Marker in a letter")


setattr(documents_made, "letter", fail)  # noqa: B010 - a test's own failure, never shipped

# As in the real app.py, which Streamlit must be able to read without running it.
app = st.App(
    Path(web.__path__[0]) / "frame.py",
    lifespan=warm.lifespan,
    middleware=[Middleware(headers.Front)],
    on_script_error=failure.in_a_callback,
    routes=[Route("/health", warm.health)],
)
