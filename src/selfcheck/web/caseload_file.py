"""A list of reports given to the page: screened in memory, and let go with the page.

Nothing of it is written to the disk or kept in the tab. The engine is imported when a
list is given, so that no other page waits for it.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from importlib.util import find_spec
from typing import TYPE_CHECKING

import streamlit as st

from selfcheck.content import words
from selfcheck.web import state, turn

if TYPE_CHECKING:
    from selfcheck.caseload.run import Result

PAGE = "caseload"
MOST_MEGABYTES = 20
_HELD = "_caseload"
_LOOK_SECONDS = 0.05


def is_installed() -> bool:
    """Say whether the optional part that screens lists is there."""
    return all(find_spec(name) for name in ("ibis", "duckdb"))


def forget_elsewhere(page: str) -> None:
    """Let the last list go when its page has been left."""
    if page != PAGE:
        st.session_state.pop(_HELD, None)


def given() -> Result | None:
    """Draw the way in for a list, and return its screening, or None with what is wrong said."""
    says = words("caseload")["page"]
    file = st.file_uploader(
        says["label"], type=["csv"], key="caseload_list", max_upload_size=MOST_MEGABYTES
    )
    if file is None:
        st.session_state.pop(_HELD, None)
        return None
    held: tuple[str, Result] | None = st.session_state.get(_HELD)
    if held and held[0] == file.file_id:
        return held[1]
    return _screened(file.file_id, file.getvalue())


def _screened(name: str, data: bytes) -> Result | None:
    from selfcheck.caseload.layout import CaseloadError
    from selfcheck.caseload.run import screen_list

    today = state.today()
    try:
        with st.spinner(words("caseload")["page"]["waiting"]), turn.lent():
            result = _waited_for(lambda: screen_list(io.BytesIO(data), today, today))
    except CaseloadError as refused:
        _draw_refusal(str(refused))
        return None
    st.session_state[_HELD] = (name, result)
    return result


def _waited_for(work: Callable[[], Result]) -> Result:
    """Return what comes of some seconds' work in a thread of its own, or raise what it raises.

    Whoever taps or leaves meanwhile need not wait for it: each look lets the next run begin.
    """
    thread = ThreadPoolExecutor(1)
    coming = thread.submit(work)
    thread.shutdown(wait=False)
    while not wait([coming], _LOOK_SECONDS).done:
        state.here()
    return coming.result()


def _draw_refusal(says: str) -> None:
    first, *more = says.splitlines()
    st.error(first)
    for line in more:
        # Headings of the list stand in it: never read as Markdown.
        st.text(line.strip())
