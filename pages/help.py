from selfcheck import content
from selfcheck.findings import Outcome
from selfcheck.web import (
    assessed,
    document_contacts,
    markup,
    organisation_list,
    parts,
    review_answer,
    state,
)

words = content.words("help")
found, held = assessed.assessment(), state.case()
told = any(finding.outcome is not Outcome.NOT_ANSWERED for finding in found.findings)

parts.heading(parts.title("help"))
if told:
    lead = markup.heading(words["for_you"]) + markup.paragraph(words["for_you_text"])
    markup.draw(lead, organisation_list.listed(found.support))
else:
    parts.paragraphs(words["general"])
    parts.link("questions", words["to_questions"])
if held.nation is None:
    parts.paragraphs(words["no_nation"])
    review_answer.draw_question("nation", words["say_nation"], back_to="help")

document_contacts.draw(found)
others = organisation_list.by_need(held.nation, without=found.support if told else ())
markup.draw(markup.heading(words["others" if told else "everyone"]), others)
