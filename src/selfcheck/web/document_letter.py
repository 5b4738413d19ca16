"""Your letter: read and changed on the page, then taken along as a Word file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from selfcheck.assessment import Assessment
from selfcheck.case import Applicant, Case
from selfcheck.content import words
from selfcheck.documents.letter import NoLetter, letter_text
from selfcheck.documents.parts import Details, Letter
from selfcheck.web import document_button as button
from selfcheck.web import document_paper as paper
from selfcheck.web import document_passages as passages
from selfcheck.web import documents_made as made
from selfcheck.web import markup, parts

_LONGEST_NAME, _LONGEST_ADDRESS = 200, 500


def draw(case: Case, assessment: Assessment) -> Letter | None:
    """Draw the letter and return it as it stands now; say why where there is none."""
    says = words("downloads")["letter"]
    try:
        facts = letter_text(case, assessment)
    except NoLetter as none:
        markup.draw(markup.heading(says["title"]), markup.paragraph(none.says()))
        return None
    markup.draw(markup.heading(says["title"]), markup.paragraph(says["lead"]))
    # A place of its own: were the warning to come and go, what is unfolded below would fold.
    with st.container():
        passages.draw_stale(facts)
    details = _details(case)
    written = letter_text(case, assessment, details) if details != Details() else facts
    letter = passages.with_changes(written)
    with st.expander(says["read"]):
        _draw_paper(letter, written, facts)
    _draw_left_blank(letter)
    button.draw(says["download"], partial(made.letter, letter), "letter", look="primary")
    markup.draw(markup.paragraph(says["after"]))
    return letter


def _draw_paper(letter: Letter, written: Letter, facts: Letter) -> None:
    """Draw a letter whole, with a way to change each part."""
    with st.container(key="sc_paper", gap="xsmall"):
        markup.draw(paper.head(letter))
        passages.draw(written, facts)
        markup.draw(paper.foot(letter))
    markup.draw(markup.paragraph(words("downloads")["letter"]["table"]))
    parts.link("incidents")


def _details(case: Case) -> Details:
    """Draw the fields for this letter alone, and return what stands in them, if anything.

    They are no drafts, so the tab keeps no copy: whoever leaves the page leaves none behind.
    """
    says = words("downloads")["details"]
    with st.expander(says["title"]):
        markup.draw(markup.paragraph(says["says"]))
        name = _field(says["name"], "name")
        whom = None
        if case.on_behalf:
            whom = _field(says["person_helped"], "for_whom")
        elif case.applicant is Applicant.BUSINESS_OR_GROUP:
            whom = _field(says["business"], "for_whom")
        address = st.text_area(says["address"], key="own_address", max_chars=_LONGEST_ADDRESS)
    return Details(name=name, address=address or None, for_whom=whom)


def _field(label: str, key: str) -> str | None:
    given = st.text_input(label, key=f"own_{key}", max_chars=_LONGEST_NAME, autocomplete="off")
    return given or None


def _draw_left_blank(letter: Letter) -> None:
    says = words("downloads")["letter"]
    blanks = [paper.marked(blank) for blank in paper.left_blank(letter)]
    if blanks:
        markup.draw(markup.paragraph(says["to_fill"]), markup.items(blanks))
    else:
        markup.draw(markup.paragraph(says["filled"]))
