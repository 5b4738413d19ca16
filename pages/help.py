from selfcheck.web import parts

parts.heading(parts.title("help"))
