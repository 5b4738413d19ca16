"""Reminders for a calendar: which, in plain words or in words that give nothing away."""

from __future__ import annotations

from functools import partial

import streamlit as st

from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.documents.reminders import reminders
from selfcheck.review import ReviewOutcome
from selfcheck.web import document_applied as applied
from selfcheck.web import document_button as button
from selfcheck.web import documents_made as made
from selfcheck.web import markup, state

_FORM = "reminders"


def are_plain() -> bool:
    """Say whether titles may say what they are about; they do not unless asked to."""
    return bool(state.draft(_FORM, "plain"))


def draw(case: Case, assessment: Assessment) -> None:
    """Draw the reminders there are; nothing where there can be none."""
    if assessment.review.outcome is ReviewOutcome.NOT_AVAILABLE:
        return
    says = words("downloads")["reminders"]
    found = reminders(case, assessment, applied.day())
    lead = says["lead"] if found else words("reminders")["nothing"]
    markup.draw(markup.heading(says["title"]), markup.paragraph(lead))
    if found:
        st.checkbox(says["plain"], key=state.draft_key(_FORM, "plain"))
        example = says["plain_says"].format(discreet=found[0].discreet, plain=found[0].plain)
        markup.draw(markup.paragraph(example))
        make = partial(
            made.reminders, case, assessment, plain=are_plain(), applied_on=applied.day()
        )
        button.draw(says["button"], make, "reminders")
    with st.expander(says["applied"], expanded=applied.day() is not None):
        applied.draw()
