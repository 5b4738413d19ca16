"""The few things every page draws: its heading, links to other pages, and typed text."""

from __future__ import annotations

from html import escape
from typing import NoReturn

import streamlit as st

from selfcheck.web import markup, menu, state


def title(page: str) -> str:
    """Return a page's title, from content/frame.toml."""
    return menu.title(page)


def safety_line() -> None:
    """Draw what to do in danger where there is no menu; the menu has it above itself."""
    st.html(menu.safety_line())


def heading(text: str, *below: str, place: str = "page") -> None:
    """Draw the page's one first-level heading, with the step of the journey above it.

    Focus moves to it when it is new: `place` tells headings apart that stand on the same
    page, such as questions. `below` are pieces of HTML that belong to it, in one element.
    """
    step = menu.step(state.here())
    above = [markup.paragraph(step, "sc-step")] if step else []
    markup.draw(*above, markup.page_heading(text, place), *below)


def paragraphs(*texts: str) -> None:
    """Draw words of ours, a paragraph each, as Markdown."""
    st.markdown("\n\n".join(texts))


def link(page: str, label: str | None = None) -> None:
    """Draw a link to a page by its name, under its title unless told otherwise."""
    st.page_link(menu.page(page), label=label or menu.title(page))


def go(page: str) -> NoReturn:
    """Leave for another page by its name; in a page's body, not in a callback."""
    st.switch_page(menu.page(page))


def label(name: str, hint: str | None = None) -> str:
    """Return a field's label: its name in bold, and its hint, if any, in a paragraph below.

    A label is spoken as it is written, so neither may hold Markdown. shell.css makes bold.
    """
    return f"{name}\n\n{hint}" if hint else name


def typed(text: str) -> None:
    """Draw what a person typed, as typed: never read as Markdown, HTML or a formula."""
    st.html(f'<p class="sc-typed" dir="auto">{escape(text)}</p>')
