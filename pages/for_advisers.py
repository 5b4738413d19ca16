from selfcheck.content import words
from selfcheck.web import client_list, markup, parts, state

says = words("clients")
markup.look()
parts.heading(parts.title("for_advisers"))
parts.paragraphs(says["lead"], says["kept"])
if state.clients().open is None:
    client_list.draw_new()
else:
    client_list.draw_list()
    title = says["this"]["title"].format(reference=state.case().reference)
    markup.draw(markup.heading(title))
    client_list.draw_ways_on()
    client_list.draw_notes()
    client_list.draw_rename_and_close()
    client_list.draw_new()
