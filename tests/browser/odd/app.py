"""The real app with two odd pages in place of Start and About: a form, and things that fail."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from selfcheck import web
from selfcheck.web import failure, headers, menu, warm

HERE = Path(__file__).parent
pages = Path(tempfile.mkdtemp()) / "pages"
shutil.copytree(menu.pages_folder(), pages)
shutil.copy(HERE / "form.py", pages / "start.py")
shutil.copy(HERE / "failing.py", pages / "about.py")
setattr(menu, "pages_folder", lambda: pages)  # noqa: B010 - a test's own pages, never shipped

# As in the real app.py, which Streamlit must be able to read without running it.
app = st.App(
    Path(web.__path__[0]) / "frame.py",
    lifespan=warm.lifespan,
    middleware=[Middleware(headers.Front)],
    on_script_error=failure.in_a_callback,
    routes=[Route("/health", warm.health)],
)
