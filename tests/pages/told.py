"""What the page tests read off a page."""

from __future__ import annotations

import os
import re
from itertools import chain

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from selfcheck.web import menu
from tests.web.conftest import FRAME, headings

_PAGE_LINK = re.compile(r'<a class="sc-page"[^>]*>(.*?)</a>')


def heading(page: AppTest) -> str:
    return headings(page)[0]


def button(page: AppTest, label: str) -> Button:
    """Return the one button with a label, or whose label begins so."""
    (found,) = [one for one in page.button if one.label.startswith(label)]
    return found


def labels(page: AppTest) -> list[str]:
    return [one.label for one in page.button]


def text(page: AppTest) -> str:
    """Return all words drawn, HTML included but for the style."""
    html = [one.proto.body for one in page.get("html") if "<style>" not in one.proto.body]
    drawn = [*page.markdown, *page.warning, *page.error, *page.header]
    return "\n".join([*html, *(str(one.value) for one in drawn)])


def links(page: AppTest) -> list[str]:
    """Return the words of all links to pages of ours."""
    ours = [_PAGE_LINK.findall(one.proto.body) for one in page.get("html")]
    return [*(link.proto.label for link in page.get("page_link")), *chain.from_iterable(ours)]


def stay_on(page: AppTest, name: str) -> AppTest:
    """Stay on a page the app itself has led to; the harness goes back to the last it opened."""
    file = menu.pages_folder() / f"{name}.py"
    return page.switch_page(os.path.relpath(file, FRAME.parent)).run()
