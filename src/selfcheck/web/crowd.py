"""How many people are here, and what someone is told who finds no room.

A process that takes in everyone runs out of memory and fails all of them. So a page is
refused before that, in plain words with the phone numbers; whoever is in already stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from starlette.responses import HTMLResponse

from selfcheck.web import settings, shell

_open = {"sessions": 0}
TRY_AGAIN_SECONDS = 30


@contextmanager
def one_more() -> Iterator[None]:
    """Count one open tab for as long as its websocket is open."""
    _open["sessions"] += 1
    try:
        yield
    finally:
        _open["sessions"] -= 1


def sessions() -> int:
    """Return how many tabs are open."""
    return _open["sessions"]


def is_full() -> bool:
    """Say whether a new visitor is to be sent elsewhere, or asked to come back."""
    return sessions() >= settings.max_sessions()


def asks_for_a_page(method: str, path: str, asked: Mapping[str, str]) -> bool:
    """Say whether a person wants to come in, rather than a tab that is in already."""
    wants_html = "text/html" in asked.get("accept", "")
    return method == "GET" and wants_html and not path.startswith(("/_stcore/", "/exit", "/health"))


def no_room() -> HTMLResponse:
    """Return the page for a full server: it tries again by itself, and has the numbers."""
    headers = {"retry-after": str(TRY_AGAIN_SECONDS)}
    return HTMLResponse(shell.full_document(TRY_AGAIN_SECONDS), status_code=503, headers=headers)
