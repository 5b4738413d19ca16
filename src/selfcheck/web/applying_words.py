"""How to apply, part by part: who, how to reach the area, what to have ready, what then."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfcheck import applying, areas, content, explain
from selfcheck.areas import Area
from selfcheck.assessment import procedure_of
from selfcheck.case import Case
from selfcheck.organisations import ORGANISATIONS, Organisation
from selfcheck.procedure import Contact, Procedure
from selfcheck.web import markup, review_answer, review_reasons, state

_PAGE = "how_to_apply"


def who(case: Case) -> str:
    """Return who may apply."""
    words = _words("who")
    return markup.heading(words["title"]) + markup.paragraph(words[applying.who_applies(case)])


def draw_where(case: Case) -> tuple[Area | None, Procedure | None]:
    """Draw how to reach the area chosen, or ask for one; return it and its procedure."""
    area, procedure = areas.area(case.area) if case.area else None, procedure_of(case)
    ended = area is not None and area.has_ended(state.today())
    if area is None or procedure is None or ended:
        words = content.words(_PAGE)
        why = words["contact"]["ended"] if ended else words["no_area"]
        markup.draw(markup.element("div", markup.paragraph(why), "sc-note"))
        review_answer.draw_question("area", words["choose_area"], back_to=_PAGE)
        return None, None
    draw_contact(area, procedure)
    return area, procedure


def draw_contact(area: Area, procedure: Procedure) -> None:
    """Draw the area's channels, or what to search for where none was seen."""
    words = _words("contact")
    ways = [*_ways(procedure.contact)]
    search = markup.text(words["search"].format(area=area.name))
    markup.draw(
        markup.heading(words["title"].format(area=area.name)),
        *_lead(procedure.contact, area),
        markup.items(ways, look="sc-plain"),
        markup.paragraph(words["search_more"] if ways else words["none"]),
        f'<p><span class="sc-search">{search}</span></p>',
        "" if ways else markup.paragraph(words["none_phone"]),
    )


def draw_source(procedure: Procedure) -> None:
    """Draw where the area's procedure was read and when."""
    words, read = _words("source"), procedure.source
    if read is None:
        markup.draw(markup.heading(words["title"]), markup.paragraph(words["none"]))
        return
    copied = markup.paragraph(words["mirror"]) if read.kind == "mirror" else ""
    markup.draw(markup.heading(words["title"]), review_reasons.source(read), copied)


def ready(case: Case) -> str:
    """Return the checklist of what to have ready."""
    words = _words("ready")
    listed = markup.items(markup.text(words[code]) for code in applying.to_have_ready(case))
    return markup.heading(words["title"]) + markup.paragraph(words["lead"]) + listed


def what_next(procedure: Procedure) -> str:
    """Return what happens next, with the area's own clocks as its page puts them."""
    words = _words("next")
    steps = (markup.text(words[code]) for code in ("decide", "review", "part", "tell"))
    clocks = markup.items(markup.text(explain.clock(clock)) for clock in procedure.clocks)
    how_soon = (
        markup.heading(words["clocks"], 3) + clocks
        if clocks
        else markup.paragraph(words["no_clocks"])
    )
    return markup.heading(words["title"]) + markup.items(steps, ordered=True) + how_soon


def is_not() -> str:
    """Return what a case review is not."""
    words = _words("is_not")
    return markup.heading(words["title"]) + markup.paragraph(words["text"])


def unheard(case: Case, procedure: Procedure | None, area: Area | None) -> str:
    """Return where to turn when refused or not heard."""
    words = content.words(_PAGE)["unheard"]
    lead = markup.heading(words["title"]) + markup.paragraph(words["lead"])
    return lead + _ways_on(case, procedure, area)


def unheard_elsewhere(case: Case) -> str:
    """Return where to turn in a nation without case reviews."""
    title = markup.heading(content.words(_PAGE)["unheard"]["title_elsewhere"])
    return title + _ways_on(case, None, None)


def _ways_on(case: Case, procedure: Procedure | None, area: Area | None) -> str:
    words = content.words(_PAGE)["unheard"]
    listed = (
        _unheard(words[code], _local(code, procedure, area))
        for code in applying.if_unheard(case, procedure)
    )
    return markup.items(listed, look="sc-plain")


# ---- the pieces ---------------------------------------------------------------------


def _lead(contact: Contact, area: Area) -> Iterator[str]:
    if contact.lead_body:
        says = _words("lead")[contact.lead_body].format(policing_body=area.policing_body)
        yield markup.paragraph(says)


def _ways(contact: Contact) -> Iterator[str]:
    words = _words("contact")
    if contact.form_url:
        label = words["form_link"].format(site=markup.site(contact.form_url))
        yield _way(words["form_url"], markup.link(contact.form_url, label))
    if contact.email:
        yield _way(words["email"], markup.link(f"mailto:{contact.email}", contact.email))
    if contact.phone:
        yield _way(words["phone"], markup.call(contact.phone), _about_phone(contact.phone))
    if contact.post:
        yield _way(words["post"], markup.text(contact.post))


def _way(name: str, how: str, more: str = "") -> str:
    return f"<strong>{markup.text(name)}:</strong> {how}{more}"


def _about_phone(phone: str) -> str:
    return markup.paragraph(_words("contact")["phone_101"]) if phone == "101" else ""


def _local(code: str, procedure: Procedure | None, area: Area | None) -> Iterable[str]:
    """Yield what is known of this area about one way to go on."""
    if code == "area_appeal" and procedure and procedure.appeal:
        yield markup.paragraph(explain.appeal(procedure.appeal))
    if code == "policing_body" and area:
        named = content.words(_PAGE)["unheard"][code]["named"]
        yield markup.paragraph(named.format(policing_body=area.policing_body))


def _unheard(says: dict[str, str], local: Iterable[str]) -> str:
    known = [ORGANISATIONS[key] for key in says["do"]]
    sites = "".join(markup.element("p", _reach(one), "sc-reach") for one in known)
    text = markup.heading(says["title"], 3) + markup.paragraph(says["text"])
    return f"{text}{''.join(local)}{sites}"


def _reach(known: Organisation) -> str:
    site = markup.link(known.web, markup.site(known.web))
    return "<br>".join([markup.name(known), *markup.ways_to_reach(known), site])


def _words(part: str) -> dict[str, str]:
    words: dict[str, str] = content.words(_PAGE)[part]
    return words
