"""The answer of the review: the headline, the day to act by, why, and what to do next."""

from __future__ import annotations

from html import escape

import streamlit as st

from selfcheck import content, explain
from selfcheck.review import Review
from selfcheck.web import markup, parts, question_place
from selfcheck.what_if import NextStep

_PAGE = "case_review"
_DIARY = "incidents"
_MOST_STEPS = 6


def draw(review: Review) -> None:
    """Draw the headline and the day to act by, with why in a sentence or two."""
    act = explain.act_by(review)
    said = [explain.lapsed(review), explain.outcome(review)]
    inner = [
        markup.heading(explain.headline(review)),
        markup.paragraph(act, "sc-act") if act else "",
        *(markup.paragraph(line) for line in said if line),
    ]
    markup.draw(markup.element("div", "".join(inner), "sc-answer"))


def draw_notices(review: Review) -> None:
    """Draw what must be said beside the answer, each with a way to put it right."""
    words = content.words(_PAGE)
    offered: set[str] = set()
    for code in review.notices:
        question = words["fix"].get(code)
        with st.container(border=True, key=f"sc_notice_{code}"):
            parts.paragraphs(explain.notice(code))
            if question and question not in offered:
                offered.add(question)
                draw_question(question, words["fix_label"][question])


def draw_question(question: str, label: str, back_to: str = _PAGE) -> None:
    """Draw a way straight to a question, or to the diary; from a question one comes back."""
    if question == _DIARY:
        parts.link(_DIARY, label)
    elif st.button(label, key=f"sc_fix_{question}"):
        question_place.ask(question, back_to=back_to)
        parts.go("questions")


def draw_steps(steps: tuple[NextStep, ...]) -> None:
    """Draw what to do next, the first day first; of very many, the last behind a title."""
    if not steps:
        return
    words = content.words(_PAGE)
    first, more = steps[:_MOST_STEPS], steps[_MOST_STEPS:]
    folded = markup.folded(words["more_steps"].format(count=len(more)), _steps(more))
    markup.draw(markup.heading(words["steps"]), _steps(first), folded if more else "")


def _steps(steps: tuple[NextStep, ...]) -> str:
    return markup.items((_step(step) for step in steps), ordered=True, look="sc-steps")


def _step(step: NextStep) -> str:
    says = markup.text(content.say("next_steps", step.reason))
    if step.by is None:
        return says
    day = escape(content.long_date(step.by))
    return says.replace(day, f"<strong>{day}</strong>", 1)
