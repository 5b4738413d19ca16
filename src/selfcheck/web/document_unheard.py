"""Letters for when nobody answered, it was refused, or too little was done."""

from __future__ import annotations

from functools import partial
from itertools import groupby

import streamlit as st

from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.content import long_date, words
from selfcheck.documents.complaint import Step, complaint_texts
from selfcheck.documents.letter import NoLetter
from selfcheck.documents.parts import Details, Letter
from selfcheck.documents.refused import challenge_text, request_for_decision_text
from selfcheck.web import document_applied as applied
from selfcheck.web import document_button as button
from selfcheck.web import document_paper as paper
from selfcheck.web import documents_made as made
from selfcheck.web import markup


def draw(case: Case, assessment: Assessment, *, can_apply: bool) -> None:
    """Draw the letters that follow an application, then those of a complaint, in order."""
    found = complaint_texts(case, assessment)
    if not (can_apply or found):
        return
    says = words("downloads")["unheard"]
    markup.draw(markup.heading(says["title"], 3), markup.paragraph(says["lead"]))
    if can_apply:
        _draw_after_applying(case, assessment)
    if found:
        _draw_steps(found)


def _draw_after_applying(case: Case, assessment: Assessment) -> None:
    says, on = words("downloads")["unheard"], applied.day()
    details = Details(applied_on=on)
    asked = request_for_decision_text(case, assessment, details)
    _draw_letter(asked, "decision", says["decision"])
    if on is None:
        markup.draw(markup.paragraph(says["when"]))
        return
    try:
        challenge = challenge_text(case, assess(case, on), details)
    except NoLetter:
        markup.draw(markup.paragraph(says["then_none"].format(day=long_date(on))))
    else:
        _draw_letter(challenge, "challenge", says["challenge"])


def _draw_steps(found: tuple[tuple[Step, Letter], ...]) -> None:
    says = words("downloads")["unheard"]
    markup.draw(markup.heading(says["complain"], 3), markup.paragraph(says["complain_lead"]))
    numbered = enumerate(found, 1)
    for body, own in groupby(numbered, key=lambda one: one[1][0].about):
        markup.draw(markup.heading(says[body], 4))
        for place, (number, (step, letter)) in enumerate(own, 1):
            title = says["step"].format(number=place, title=step.title)
            _draw_letter(letter, "complaint", title, at=str(number))
            limit = says["limit"].format(limit=step.limit)
            sure = step.limit_status != "secondary"
            markup.draw(markup.paragraph(limit if sure else f"{limit} {says['check']}"))


def _draw_letter(letter: Letter, file: str, title: str, *, at: str = "") -> None:
    """Draw a letter folded away, to be read and taken along."""
    label = words("downloads")["unheard"]["download"].format(title=title)
    with st.expander(title):
        markup.draw(paper.whole(letter))
        button.draw(label, partial(made.letter, letter), file, at=at)
