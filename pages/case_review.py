from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.review import ReviewOutcome
from selfcheck.web import assessed, markup, parts, places, state, window_picture
from selfcheck.web import review_answer as answer
from selfcheck.web import review_reasons as reasons

words = content.words("case_review")


def draw_review(assessment: Assessment) -> None:
    """Draw the answer and what it rests on, where there are case reviews."""
    review = assessment.review
    answer.draw(review)
    answer.draw_notices(review)
    answer.draw_steps(assessment.next_steps)
    if review.outcome is ReviewOutcome.REPORT_FIRST:
        markup.draw(markup.heading(words["instead"]), places.listed(assessment.report_to))
        parts.link("incidents", words["to_incidents"])
    parts.link("how_to_apply", words["to_apply"])
    window_picture.draw(review)
    reasons.draw_reports(review)
    markup.draw(
        reasons.routes(review),
        reasons.conditions(review),
        reasons.speaks_for(review),
        reasons.rule(review),
    )
    parts.link("help", words["to_help"])


def draw_elsewhere(assessment: Assessment) -> None:
    """Draw what there is instead, where there are none."""
    answer.draw(assessment.review)
    answer.draw_notices(assessment.review)
    markup.draw(markup.heading(words["instead"]), places.listed(assessment.report_to))
    parts.link("how_to_apply", words["to_complain"])
    parts.link("help", words["to_help"])


found = assessed.assessment()
parts.heading(parts.title("case_review"))
if state.case() == Case():
    parts.paragraphs(words["what"], words["nothing_yet"])
    parts.link("questions", words["to_questions"])
    parts.link("incidents", words["to_incidents"])
elif found.review.outcome is ReviewOutcome.NOT_AVAILABLE:
    draw_elsewhere(found)
else:
    draw_review(found)
