"""The app, as Streamlit or any ASGI server runs it: `streamlit run app.py`.

Each visit runs src/selfcheck/web/frame.py, which draws the frame and one of pages/ inside
it. Around it stand our security headers, /health for whoever runs the app, and /exit.
"""

from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from selfcheck import web
from selfcheck.web import failure, headers, warm

headers.pack_ahead()  # goes on while Streamlit sets itself up

app = st.App(
    Path(web.__path__[0]) / "frame.py",
    lifespan=warm.lifespan,
    middleware=[Middleware(headers.Front)],
    on_script_error=failure.in_a_callback,
    routes=[
        Route("/health", warm.health),
        Route("/exit", warm.leave),
    ],
)
