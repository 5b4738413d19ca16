from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.web import (
    exit_page,
    own_file,
    parts,
    question_place,
    settings,
    start_parts,
    state,
    unread,
)

if page := question_place.page_to_leave_for():
    parts.go(page)
says = words("start")
parts.heading(says["title"])
if settings.demo():
    start_parts.draw_examples()
start_parts.draw_started()
unread.draw()
parts.paragraphs(says["intro"])
exit_page.teach()
if state.case() == Case():
    start_parts.draw_who()
start_parts.draw_what_follows()
own_file.draw_section()
if not settings.demo():
    start_parts.draw_examples()
