"""Verified numbers to save on a phone, under names that give nothing away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from selfcheck.assessment import Assessment
from selfcheck.content import words
from selfcheck.documents.contacts import discreet_names, to_save
from selfcheck.web import document_button as button
from selfcheck.web import documents_made as made
from selfcheck.web import markup, state

_FORM = "contacts"


def draw(assessment: Assessment) -> None:
    """Draw the button that saves whom the assessment names; nothing where it names nobody."""
    known = to_save(assessment)
    if not known:
        return
    says = words("downloads")["contacts"]
    markup.draw(markup.heading(says["title"]), markup.paragraph(says["lead"]))
    plain = st.checkbox(says["plain"], key=state.draft_key(_FORM, "plain"))
    (discreet, *_), name = discreet_names(known), known[0].name
    markup.draw(markup.paragraph(says["plain_says"].format(discreet=discreet, plain=name)))
    button.draw(says["button"], partial(made.contacts, known, plain=bool(plain)), "contacts")
