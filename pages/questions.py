from selfcheck.web import parts, question_place, question_screen

if page := question_place.page_to_leave_for():
    parts.go(page)
if key := question_place.current():
    question_screen.draw(key)
else:
    question_screen.draw_end()
