from selfcheck import content, explain
from selfcheck.case import Case
from selfcheck.review import ReviewOutcome
from selfcheck.web import applying_words as draw
from selfcheck.web import (
    assessed,
    document_files,
    document_letter,
    document_unheard,
    markup,
    parts,
    places,
    state,
)

words = content.words("how_to_apply")


def draw_here(case: Case) -> None:
    """Draw how to apply in the area chosen, or what holds in any area."""
    area, procedure = draw.draw_where(case)
    markup.draw(draw.who(case), draw.ready(case))
    parts.link("incidents", words["to_incidents"])
    letter = document_letter.draw(case, found)
    document_files.draw(case, found, letter)
    then = draw.what_next(procedure) if procedure else ""
    markup.draw(then, draw.is_not(), draw.unheard(case, procedure, area))
    document_unheard.draw(case, found, can_apply=letter is not None)
    if procedure:
        draw.draw_source(procedure)


found = assessed.assessment()
parts.heading(parts.title("how_to_apply"))
held = state.case()
if found.review.outcome is ReviewOutcome.NOT_AVAILABLE:
    elsewhere = words["elsewhere"]
    markup.draw(
        markup.heading(elsewhere["title"]),
        markup.paragraph(elsewhere[str(held.nation)]),
        places.listed(found.report_to),
    )
    markup.draw(draw.unheard_elsewhere(held))
    document_unheard.draw(held, found, can_apply=False)
    document_files.draw(held, found, None)
else:
    said = [explain.headline(found.review), explain.act_by(found.review)]
    if held != Case():
        markup.draw(markup.paragraph(" ".join([words["from_review"], *(s for s in said if s)])))
        parts.link("case_review", words["to_review"])
    draw_here(held)
parts.link("help", words["to_help"])
