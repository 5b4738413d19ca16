"""The pages in the order people meet them, and the menu that says where you are."""

from __future__ import annotations

from copy import copy
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from selfcheck import interview
from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.web import state

_PACKAGE = Path(__file__).parents[1]


@cache
def pages_folder() -> Path:
    """Return where the pages are: inside an installed package, or at the top of a checkout."""
    for folder in (_PACKAGE / "pages", _PACKAGE.parents[1] / "pages"):
        if (folder / "start.py").is_file():
            return folder
    raise FileNotFoundError("The pages of the app are missing from this installation.")


def names() -> list[str]:
    """Return the pages' names, in order; each is also its file's and its address."""
    return list(words("frame")["pages"])


def title(page: str) -> str:
    """Return a page's title."""
    return str(words("frame")["pages"][page]["title"])


def step(page: str) -> str | None:
    """Say which step of the journey a page is, or None."""
    frame = words("frame")
    steps = [place["step"] for place in frame["pages"].values() if "step" in place]
    here = frame["pages"].get(page, {}).get("step")
    return here and str(frame["step"]).format(step=here, steps=max(steps))


def page(name: str) -> st.Page:
    """Return Streamlit's page of that name, to link or to go to."""
    return _page(pages_folder() / f"{name}.py", name)


@cache
def _page(file: Path, name: str) -> st.Page:
    # Made once: Streamlit looks for the file on the disk each time.
    return st.Page(
        file,
        title=str(words("frame")["tab_title"]).format(page=title(name)),
        default=name == names()[0],
    )


def pages() -> list[st.Page]:
    """Return all pages, for one run: Streamlit notes in them which one it may run."""
    return [copy(page(name)) for name in names()]


def safety_line() -> str:
    """Return what to do in danger, as HTML."""
    return f'<p class="sc-safety">{words("frame")["safety"]["html"]}</p>'


def draw(here: str, case: Case | None) -> None:
    """Draw what to do in danger, and a link to each page with what is done there in words.

    Without a case, which the tab is still to tell, it says that this is awaited instead.

    All in one element: twelve of Streamlit's own links took longer to draw than most pages.
    client/links.js makes a tap on one lead there without loading the app again. The last one
    leads to the foot of the page at hand: client/focus.js moves focus there.
    """
    frame = words("frame")
    links = [_link(name, here, "" if case is None else _progress(name, case)) for name in names()]
    links.append(f'<a class="sc-to-file" href="#file">{escape(frame["file_link"])}</a>')
    menu = f'<nav class="sc-menu" aria-label="{escape(frame["menu"])}">{"".join(links)}</nav>'
    waiting = f'<p class="sc-waiting">{escape(frame["waiting"])}</p>' if case is None else ""
    st.html(safety_line() + menu + waiting)


def _link(name: str, here: str, progress: str) -> str:
    is_here = name == here
    says = ". ".join(filter(None, [words("frame")["progress"]["here"] * is_here, progress]))
    current = ' aria-current="page"' if is_here else ""
    more = f" <span>{escape(says)}</span>" if says else ""
    return f'<a href="{address(name)}"{current}>{escape(title(name))}{more}</a>'


def address(name: str) -> str:
    """Return a page's address, as a link on any page has it."""
    return "./" if name == names()[0] else name


def _progress(name: str, case: Case) -> str:
    says = words("frame")["progress"]
    if name == "questions":
        return str(says[state.remembered("answered", case, lambda: _answered(case))])
    if name == "incidents":
        count = len(case.incidents)
        code = {0: "incidents_none", 1: "incidents_one"}.get(count, "incidents_some")
        return str(says[code]).format(count=count)
    return ""


def _answered(case: Case) -> str:
    """Return the code for how far the questions are answered."""
    if interview.next_question(case) is None:
        return "questions_all"
    begun = any(interview.answer_to(case, key) is not None for key in interview.asked(case))
    return "questions_some" if begun else "not_started"
