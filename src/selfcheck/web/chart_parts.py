"""A chart on a page: its question and answer, the figure, and the same facts as a table."""

from __future__ import annotations

import streamlit as st

from selfcheck import charts
from selfcheck.charts.finished import Finished
from selfcheck.content import words
from selfcheck.web import markup, state

_FORM = "timeline"
_AT_A_TIME = 60


def draw(chart: charts.Chart) -> None:
    """Draw a chart with all that belongs to it; its answer alone where it has no figure."""
    _draw_answer(chart)
    if chart.figure is not None:
        _draw_facts(chart)


def draw_when_asked(chart: charts.Chart) -> None:
    """Draw a chart's question and answer, and a button that shows the rest or hides it."""
    _draw_answer(chart)
    if chart.figure is None:
        return
    field = f"{chart.code}_drawn"
    drawn = bool(state.draft(_FORM, field))
    # The button stays where it is, and with it the focus of whoever pressed it.
    st.button(
        words("charts")[chart.code]["hide" if drawn else "show"],
        on_click=state.fill_draft,
        args=(_FORM, {field: not drawn}),
        key=f"timeline_draw_{chart.code}",
    )
    if drawn:
        _draw_facts(chart)


def draw_figure(chart: charts.Chart) -> None:
    """Draw the figure of a chart that has one, with words in its place for who cannot see it.

    Streamlit's theme would have every figure worked out twice in the browser; ours need none.
    """
    st.plotly_chart(
        Finished(chart.figure or {}),
        theme=None,
        config={"staticPlot": True, "displayModeBar": False},
        alt=chart.alt,
    )


def _draw_answer(chart: charts.Chart) -> None:
    title = markup.element("h2", markup.text(chart.title), "sc-chart")
    answer = markup.element("strong", markup.text(chart.finding))
    markup.draw(title, markup.element("p", answer))


def _draw_facts(chart: charts.Chart) -> None:
    draw_figure(chart)
    if chart.notes:
        markup.draw(markup.paragraph(" ".join(chart.notes)))
    _draw_table(chart)


def _draw_table(chart: charts.Chart) -> None:
    """Draw the table once it is unfolded: it takes the browser as long as a small page."""
    label, key = words("charts")["page"]["table"], f"timeline_table_{chart.code}"
    with st.expander(label, key=key, on_change="rerun") as place:
        if place.open:
            _draw_rows(chart)


def _draw_rows(chart: charts.Chart) -> None:
    """Draw the rows of the table; of very many the first, and a button for the next."""
    says = words("charts")["page"]
    field = f"{chart.code}_rows"
    shown = state.draft(_FORM, field) or _AT_A_TIME
    st.html(charts.as_html(chart, shown))
    more = min(len(chart.rows) - shown, _AT_A_TIME)
    if more > 0:
        st.button(
            says["more_rows"].format(count=more),
            on_click=state.fill_draft,
            args=(_FORM, {field: shown + more}),
            key=f"timeline_more_{chart.code}",
        )
