"""Open any page with Streamlit's own test harness, the tab's answer already given.

    def test_page_says_when_to_apply(open_page):
        page = open_page("case_review", case=my_case)

        assert headings(page) == ["Case Review"]

The day is 22 November 2026. What a page did to the case is read back with `kept(page)`.
A page that fails fails its test: the frame would otherwise show its plain words and go on.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import FileUploader

from selfcheck import web
from selfcheck.case import Case
from selfcheck.web import menu

FRAME = Path(web.__path__[0]) / "frame.py"
TODAY = "2026-11-22"

_HEADING = re.compile(r"<h1[^>]*>(.*?)</h1>")

OpenPage = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", TODAY)


@pytest.fixture
def open_page() -> OpenPage:
    """Return a function that opens a page by its file name, with a case in the session."""
    return opened


def opened(name: str, case: Case | None = None) -> AppTest:
    """Return a page opened by its file name, with a case in the session."""
    page = AppTest.from_file(FRAME, default_timeout=60)
    page.session_state["_store_nonce"] = "test"
    page.session_state["_store_ready"] = True
    page.session_state["_case"] = case or Case()
    page.run()
    if name != menu.names()[0]:
        file = menu.pages_folder() / f"{name}.py"
        page.switch_page(os.path.relpath(file, FRAME.parent)).run()
    assert not page.exception
    assert "_failures" not in page.session_state, "the page failed: see the log for its type"
    return page


def headings(page: AppTest) -> list[str]:
    """Return the first-level headings of a page: one, or a second where something failed."""
    drawn = [_HEADING.findall(one.proto.body) for one in page.get("html")]
    return [html.unescape(said) for said in chain.from_iterable(drawn)]


def kept(page: AppTest) -> Case:
    """Return the case as the page left it."""
    case = page.session_state["_case"]
    assert isinstance(case, Case)
    return case


def place_for_a_file(page: AppTest, name: str) -> FileUploader:
    """Open what is folded away at the foot of a page, and return the place for a file in it."""
    page.session_state[f"own_file_{name}"] = True
    return page.run().file_uploader[-1]
