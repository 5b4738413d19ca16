from selfcheck.content import words
from selfcheck.web import (
    assessed,
    client_list,
    client_trace,
    client_what_if,
    markup,
    parts,
    state,
)

says = words("clients")
markup.look()
parts.heading(parts.title("for_advisers"))
parts.paragraphs(says["lead"], says["kept"])
if state.clients().open is None:
    client_list.draw_new()
else:
    held, found = state.case(), assessed.assessment()
    client_list.draw_list()
    markup.draw(markup.heading(says["this"]["title"].format(reference=held.reference)))
    client_list.draw_ways_on()
    client_list.draw_notes()
    client_list.draw_rename_and_close()
    client_trace.draw(held, found)
    client_what_if.draw(held, found)
    client_list.draw_new()
