from selfcheck.content import words
from selfcheck.web import answer_list, parts

says = words("check_answers")
parts.heading(parts.title("check_answers"))
if answer_list.is_empty():
    parts.paragraphs(says["nothing_yet"])
    parts.link("questions", says["to_questions"])
else:
    answer_list.draw_contradictions()
    answer_list.draw_answered()
    answer_list.draw_unanswered()
    answer_list.draw_ways_on()
