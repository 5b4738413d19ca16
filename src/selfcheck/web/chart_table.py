"""The facts of a chart as a table, folded away under it; of very many, some at a time."""

from __future__ import annotations

import streamlit as st

from selfcheck import charts
from selfcheck.content import words
from selfcheck.web import state

_FORM = "timeline"
_AT_A_TIME = 60


def draw(chart: charts.Chart) -> None:
    """Draw the table, and a button that brings the next rows."""
    says = words("charts")["page"]
    with st.expander(says["table"]):
        shown = state.draft(_FORM, chart.title) or _AT_A_TIME
        st.html(charts.as_html(chart, shown))
        more = min(len(chart.rows) - shown, _AT_A_TIME)
        if more > 0:
            st.button(
                says["more_rows"].format(count=more),
                on_click=state.fill_draft,
                args=(_FORM, {chart.title: shown + more}),
                key=f"timeline_more_{chart.title}",
            )
