"""The trace of the client on screen: each step with its law one press away, and as text."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import streamlit as st

from selfcheck import law
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.trace import Line, Section, as_text, head, trace
from selfcheck.web import markup, parts, state

_FORM = "trace"
_MANY = 100


def draw(case: Case, assessment: Assessment) -> None:
    """Draw every step behind titles to open, then the same as text to copy.

    Of very many reports, only when it is asked for: it is long to work out and to send.
    """
    says = words("clients")["trace"]
    markup.draw(markup.heading(says["title"]), markup.paragraph(says["lead"]))
    count = len(assessment.review.complaints)
    if count > _MANY and not st.checkbox(
        says["many"].format(count=count), key=state.draft_key(_FORM, "shown")
    ):
        return
    sections = "".join(_section(one) for one in trace(case, assessment))
    markup.draw(*(markup.paragraph(line) for line in head(case, assessment)[1:3]), sections)
    with st.expander(says["copy"]):
        parts.paragraphs(says["copy_says"])
        st.code(as_text(case, assessment), language=None, wrap_lines=True)


def _section(section: Section) -> str:
    inner = []
    for is_list, alike in groupby(section.lines, key=lambda line: line.depth > 0):
        lines = list(alike)
        inner.append(_points(lines) if is_list else "".join(map(_paragraph, lines)))
    return markup.folded(section.heading, "".join(inner))


def _points(lines: list[Line]) -> str:
    """Return points as a list, those below a point as a list inside it."""
    found: list[str] = []
    for line in lines:
        if line.depth > 1 and found:
            found[-1] += markup.items([_inner(line)])
        else:
            found.append(_inner(line))
    return markup.items(found).replace("</ul><ul>", "")


def _paragraph(line: Line) -> str:
    return f'<p><strong dir="auto">{markup.text(line.text)}</strong>{_links(line)}</p>'


def _inner(line: Line) -> str:
    return f'<span dir="auto">{markup.text(line.text)}</span>{_links(line)}'


def _links(line: Line) -> str:
    """Return a link to each source, named by what it is."""
    named = [*_cited(line.sources)]
    if line.url:
        named.append(markup.link(line.url, markup.site(line.url)))
    return "".join(f" <small>{one}</small>" for one in named)


def _cited(sources: Iterable[str]) -> Iterable[str]:
    for key in sources:
        source = law.SOURCES[key]
        yield markup.link(source.url, source.cite) if source.url else markup.text(source.cite)
