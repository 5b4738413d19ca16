"""Files to keep: the summary, the list of incidents, and everything in one file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.documents.parts import Letter
from selfcheck.web import document_applied as applied
from selfcheck.web import document_button as button
from selfcheck.web import document_reminders as reminders
from selfcheck.web import documents_made as made
from selfcheck.web import markup, state


def draw(case: Case, assessment: Assessment, letter: Letter | None) -> None:
    """Draw a button for each file there can be, reminders last; nothing before anything is told."""
    if case == Case():
        return
    says = words("downloads")["keep"]
    markup.draw(markup.heading(says["title"]), markup.paragraph(says["lead"]))
    if case.incidents:
        button.draw(says["log"], partial(made.log, case, assessment), "log")
        markup.draw(markup.paragraph(says["log_says"]))
    if made.can_make_pdf():
        button.draw(says["pack"], partial(made.pack, case, assessment), "pack")
        markup.draw(markup.paragraph(says["pack_says"]))
    elif case.incidents:
        markup.draw(markup.paragraph(says["no_pdf"]))
    make = partial(
        made.everything,
        case,
        assessment,
        letter,
        plain=reminders.are_plain(),
        applied_on=applied.day(),
    )
    button.draw(says["everything"], make, "everything", at=state.today().isoformat())
    markup.draw(markup.paragraph(says["everything_says"]))
    reminders.draw(case, assessment)


def draw_sheets() -> None:
    """Draw the blank diary sheets, in Word and as a PDF."""
    says = words("downloads")["sheet"]
    with st.container(horizontal=True):
        button.draw(says["word"], partial(made.sheet, state.today()), "sheet")
        if made.can_make_pdf():
            button.draw(says["pdf"], partial(made.sheet_pdf, state.today()), "sheet_pdf")
