from selfcheck.web import exit_page, parts

parts.heading(parts.title("start"))
exit_page.teach()
parts.link("questions")
