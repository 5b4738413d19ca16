"""What if: an imagined answer beside the present one; the case itself is never changed."""

from __future__ import annotations

import streamlit as st

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.compared import changes_said, compare
from selfcheck.documents.parts import Table
from selfcheck.imagined import CannotImagineError, Imagined, assess_imagined
from selfcheck.web import document_paper as paper
from selfcheck.web import imagined_fields as fields
from selfcheck.web import markup, parts, state


def draw(case: Case, now: Assessment) -> None:
    """Draw the changes to imagine, then both answers beside each other."""
    says = content.words("imagined")
    markup.draw(markup.heading(says["title"]), markup.paragraph(says["lead"]))
    with st.expander(says["open"], expanded=fields.is_begun()):
        changes = _changes(case, now)
        try:
            imagined = assess_imagined(case, changes)
        except CannotImagineError as refused:
            code, values = refused.reason.code, refused.reason.values
            shown = {name: content.shown(value) for name, value in values.items()}
            st.error(says["refused"][code].format_map(shown))
            return
        _draw_compared(changes, now, imagined)


def _changes(case: Case, now: Assessment) -> Imagined:
    says = content.words("imagined")
    on = fields.on() or now.on
    area = fields.area()
    report, day = fields.report(now.review) if now.review.complaints else (None, None)
    markup.draw(markup.heading(says["added"]["title"], 3))
    return Imagined(
        on=on,
        area=None if area == case.area else area,
        moved={report: day} if report and day else {},
        unmade=frozenset([report]) if report and not day else frozenset(),
        added=fields.added(case),
    )


def _draw_compared(changes: Imagined, now: Assessment, imagined: Assessment) -> None:
    says = content.words("imagined")
    said = changes_said(changes, now)
    if not said:
        parts.paragraphs(says["nothing_yet"])
        return
    names = says["compare"]
    rows = tuple(
        (row.name, row.now, names["same"] if row.same else row.imagined)
        for row in compare(now, imagined)
    )
    columns = (names["what"], names["now"], names["imagined"])
    table = Table(names["says"], columns, rows, (3, 4, 4))
    marked = f"<strong>{markup.text(says['marked'])}</strong> {markup.text(' '.join(said))}"
    markup.draw(markup.element("p", marked, "sc-imagined"), paper.table(table))
    st.button(says["reset"], on_click=_reset)


def _reset() -> None:
    state.drop_draft(fields.FORM)
    state.say(content.words("imagined")["reset_done"])
