import streamlit as st

from selfcheck import charts
from selfcheck.case import Case, Kind
from selfcheck.content import words
from selfcheck.web import assessed, chart_parts, parts, state

EVERY_KIND = "every_kind"
SAYS = words("charts")["page"]


def chosen_kind(case: Case) -> Kind | None:
    """Ask which incidents to show, where they name more than one kind; None for all."""
    kinds = charts.kinds_in(case)
    if len(kinds) < 2:
        return None
    names = words("choices")["Kind"]
    kind = st.radio(
        SAYS["kind"],
        (EVERY_KIND, *kinds),
        format_func=lambda kind: names.get(kind, SAYS[EVERY_KIND]),
        horizontal=True,
        key="timeline_kind",
    )
    return None if kind == EVERY_KIND else Kind(kind)


parts.heading(parts.title("timeline"))
case = state.case()
if case.incidents:
    kind = chosen_kind(case)
    first, *others = assessed.charts_of(kind)
    chart_parts.draw(first)
    for chart in others:
        chart_parts.draw_when_asked(chart)
else:
    parts.paragraphs(SAYS["empty"])
    parts.link("incidents", SAYS["add"])
