from selfcheck import areas, content, explain
from selfcheck.assessment import procedure_of
from selfcheck.case import Case
from selfcheck.review import ReviewOutcome
from selfcheck.web import applying_words as draw
from selfcheck.web import (
    assessed,
    document_letter,
    markup,
    parts,
    places,
    review_answer,
    state,
)

words = content.words("how_to_apply")


def draw_here(case: Case) -> None:
    """Draw how to apply in the area chosen, or what holds in any area."""
    area, procedure = areas.area(case.area) if case.area else None, procedure_of(case)
    if area is None or procedure is None:
        markup.draw(markup.element("div", markup.paragraph(words["no_area"]), "sc-note"))
        review_answer.draw_question("area", words["choose_area"], back_to="how_to_apply")
    elif area.has_ended(state.today()):
        markup.draw(markup.element("div", markup.paragraph(words["contact"]["ended"]), "sc-note"))
        review_answer.draw_question("area", words["choose_area"], back_to="how_to_apply")
        area = procedure = None
    else:
        draw.draw_contact(area, procedure)
    draw.draw_who(case)
    draw.draw_ready(case)
    parts.link("incidents", words["to_incidents"])
    document_letter.draw(case, found)
    if procedure:
        draw.draw_next(procedure)
    draw.draw_is_not()
    draw.draw_unheard(case, procedure, area)
    if procedure:
        draw.draw_source(procedure)


found = assessed.assessment()
markup.look()
document_letter.look()
parts.heading(parts.title("how_to_apply"))
held = state.case()
if found.review.outcome is ReviewOutcome.NOT_AVAILABLE:
    elsewhere = words["elsewhere"]
    markup.draw(markup.heading(elsewhere["title"]), markup.paragraph(elsewhere[str(held.nation)]))
    places.draw(found.report_to)
    draw.draw_unheard_elsewhere(held)
else:
    said = [explain.headline(found.review), explain.act_by(found.review)]
    if held != Case():
        markup.draw(markup.paragraph(" ".join([words["from_review"], *(s for s in said if s)])))
        parts.link("case_review", words["to_review"])
    draw_here(held)
parts.link("help", words["to_help"])
