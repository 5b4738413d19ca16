"""HTML of ours, piece by piece: every word goes through `text`, which escapes it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import NamedTuple

import streamlit as st

from selfcheck import content
from selfcheck.organisations import Organisation
from selfcheck.web import menu


class _Html(NamedTuple):
    """HTML to draw as it stands: in a mere string Streamlit looks for an indent to take away."""

    body: str

    def _repr_html_(self) -> str:
        return self.body


def draw(*pieces: str) -> None:
    """Draw pieces of HTML, one after the other."""
    st.html(_Html(f'<div class="sc-words">{"".join(pieces)}</div>'))


def text(words: str) -> str:
    """Return words made safe for HTML."""
    return escape(words)


def paragraph(words: str, look: str = "") -> str:
    """Return a paragraph of words; `look` names its style."""
    return element("p", text(words), look)


def heading(words: str, level: int = 2) -> str:
    """Return a heading; the page's own is level 1."""
    return f"<h{level}>{text(words)}</h{level}>"


def page_heading(words: str, place: str) -> str:
    """Return a page's own heading; client/focus.js moves focus to it when its place is new."""
    return f'<h1 data-place="{escape(place)}">{text(words)}</h1>'


def element(tag: str, inner: str, look: str = "") -> str:
    """Return an element round HTML that is safe already."""
    return f'<{tag} class="{look}">{inner}</{tag}>' if look else f"<{tag}>{inner}</{tag}>"


def items(inner: Iterable[str], *, ordered: bool = False, look: str = "") -> str:
    """Return a list of items that are safe HTML already; nothing where there are none."""
    listed = "".join(f"<li>{item}</li>" for item in inner)
    return element("ol" if ordered else "ul", listed, look) if listed else ""


def link(url: str, words: str) -> str:
    """Return a link of ours, to a web page, a mail address or a number to call."""
    return f'<a href="{escape(url)}">{text(words)}</a>'


def page_link(page: str, words: str) -> str:
    """Return a link to a page of ours by its name; client/links.js makes a tap lead there."""
    return f'<a class="sc-page" href="{escape(menu.address(page))}">{text(words)}</a>'


def call(number: str) -> str:
    """Return a number that a phone can call when it is touched."""
    digits = "".join(mark for mark in number if mark.isdigit() or mark == "+")
    return link(f"tel:{digits}", number)


def site(url: str) -> str:
    """Return where a web address leads, as people know it: "leeds.gov.uk"."""
    return url.partition("//")[2].partition("/")[0].removeprefix("www.")


def folded(title: str, inner: str) -> str:
    """Return HTML behind a title that opens it."""
    return f'<details class="sc-more"><summary>{text(title)}</summary><div>{inner}</div></details>'


def name(known: Organisation) -> str:
    """Return an organisation's name without the number, which is said beside it."""
    return text(known.name.removesuffix(f", {known.phone}"))


def ways_to_reach(known: Organisation) -> list[str]:
    """Return an organisation's verified numbers as HTML: to call, to text, by textphone."""
    words = content.words("help")
    ways = [(words["call"], known.phone), (words["textphone"], known.textphone)]
    found = [f"{text(way)} {call(number)}" for way, number in ways if number]
    return [*found, *([f"{text(words['text'])} {text(known.text)}"] if known.text else [])]
