"""The same least app, tuned as ours is: compressed, its garbage set aside."""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from selfcheck.web import headers, warm

headers.pack_ahead()

app = st.App(
    Path(__file__).with_name("app.py"),
    lifespan=warm.lifespan,
    middleware=[Middleware(headers.Front)],
)
