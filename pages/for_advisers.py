from selfcheck.content import words
from selfcheck.web import (
    assessed,
    client_files,
    client_list,
    client_trace,
    client_what_if,
    markup,
    parts,
    state,
)

says = words("clients")


def draw_client() -> None:
    """Draw all there is to do for the client on screen."""
    held, found = state.case(), assessed.assessment()
    markup.draw(markup.heading(says["this"]["title"].format(reference=held.reference)))
    client_list.draw_answer(found.review)
    client_list.draw_ways_on()
    client_list.draw_notes()
    client_list.draw_rename_and_close()
    client_trace.draw(held, found)
    client_what_if.draw(held, found)
    client_files.draw_summaries(held, found)


parts.heading(parts.title("for_advisers"))
parts.paragraphs(says["lead"], says["kept"])
client_files.draw_told()
if state.clients().open is None:
    client_list.draw_new()
    client_files.draw_open()
else:
    client_list.draw_list()
    client_list.draw_one_more()
    client_files.draw_open()
    client_files.draw_save_all()
    draw_client()
