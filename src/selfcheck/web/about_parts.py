"""The parts of the About page that are more than words: sources, data and version."""

from __future__ import annotations

from importlib.metadata import version

import streamlit as st

from selfcheck import law
from selfcheck.content import long_date, words
from selfcheck.web import markup, parts, state


def draw_section(name: str) -> None:
    """Draw a section of plain words under its title."""
    says = words("about")[name]
    st.header(says["title"], anchor=False)
    parts.paragraphs(*says["says"])


def draw_sources() -> None:
    """Draw what the rules rest on: every source, its link and how it was read."""
    says = words("about")["sources"]
    rules = law.rules_on(state.today())
    st.header(says["title"], anchor=False)
    if rules:
        checked, since = long_date(law.LAW_CHECKED_ON), long_date(rules.starts_on)
        parts.paragraphs(says["says"].format(checked=checked, since=since))
    with st.expander(says["list"]):
        markup.draw(markup.items(map(_source, law.SOURCES.values()), look="sc-plain"))


def draw_licences() -> None:
    """Draw the licences, whose data this uses, and which version this is."""
    says = words("about")["licences"]
    draw_section("licences")
    link = markup.link(says["licence_url"], says["licence_link"])
    number = says["version"].format(version=version("selfcheck"))
    markup.draw(
        markup.paragraph(says["data"]),
        markup.element("p", link, "sc-reach"),
        markup.paragraph(number),
    )


def _source(source: law.Provision) -> str:
    how = markup.text(words("about")["sources"][f"basis_{source.basis}"])
    name = markup.link(source.url, source.cite) if source.url else markup.text(source.cite)
    return f"{name}<br>{how}"
