import streamlit as st

from selfcheck import charts
from selfcheck.case import Case, Kind
from selfcheck.content import words
from selfcheck.web import assessed, chart_table, parts, state

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


def show(chart: charts.Chart) -> None:
    """Draw a question, its answer, the figure and the same facts as a table."""
    st.header(chart.title, anchor=False)
    parts.paragraphs(f"**{chart.finding}**")
    if chart.figure is None:
        return
    st.plotly_chart(
        chart.figure, config={"staticPlot": True, "displayModeBar": False}, alt=chart.alt
    )
    if chart.notes:
        parts.paragraphs(" ".join(chart.notes))
    chart_table.draw(chart)


parts.heading(parts.title("timeline"))
case = state.case()
if case.incidents:
    kind = chosen_kind(case)
    for chart in charts.charts(case, assessed.assessment(), kind):
        show(chart)
else:
    parts.paragraphs(SAYS["empty"])
    parts.link("incidents", SAYS["add"])
