from selfcheck.web import parts

parts.heading(parts.title("how_to_apply"))
