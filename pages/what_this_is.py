import streamlit as st

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.classify import is_to_be_shown
from selfcheck.findings import Finding, Outcome
from selfcheck.web import assessed, cards, markup, parts, places, state, urgent_words

words = content.words("what_this_is")


def draw_findings(case: Case, assessment: Assessment) -> None:
    """Draw a card for what fits or may fit, where to report it, and the rest folded away."""
    shown = [finding for finding in assessment.findings if is_to_be_shown(finding)]
    summary = cards.summary(shown) or markup.paragraph(words["none_fits"])
    markup.draw(markup.paragraph(words["lead"]), summary)
    for finding in shown:
        cards.draw(finding, case)
    markup.draw(
        markup.heading(words["report_to"]),
        markup.paragraph(words["report_to_text"]),
        places.listed(assessment.report_to),
    )
    draw_others([finding for finding in assessment.findings if finding not in shown], case)
    parts.link("case_review", words["to_review"])
    parts.link("help", words["to_help"])


def draw_others(others: list[Finding], case: Case) -> None:
    """Draw what does not fit or cannot be told, with what could still change it."""
    with st.expander(words["others"]):
        told = markup.items((cards.other(finding, case) for finding in others), look="sc-plain")
        questions = cards.open_questions(key for finding in others for key in finding.missing)
        then = markup.paragraph(words["others_questions"]) if questions else ""
        markup.draw(told, then)
        cards.draw_questions(questions, "others")


held, found = state.case(), assessed.assessment()
parts.heading(parts.title("what_this_is"))
urgent_words.draw(found.urgent, held)
if all(finding.outcome is Outcome.NOT_ANSWERED for finding in found.findings):
    parts.paragraphs(words["nothing_yet"])
    parts.link("questions", words["to_questions"])
else:
    draw_findings(held, found)
