from selfcheck.web import parts

parts.heading(parts.title("what_this_is"))
