from selfcheck.web import about_parts, parts

parts.heading(parts.title("about"))
about_parts.draw_section("can")
about_parts.draw_sources()
about_parts.draw_section("privacy")
about_parts.draw_section("accessibility")
about_parts.draw_licences()
