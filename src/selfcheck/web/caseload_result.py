"""What became of a list: the summary, the cases that must act soonest, and the bad rows."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from selfcheck import charts, content
from selfcheck.charts.chart import Chart
from selfcheck.charts.outcomes import outcomes
from selfcheck.content import words
from selfcheck.web import chart_parts, document_button, parts

if TYPE_CHECKING:
    from selfcheck.caseload.run import Result
    from selfcheck.caseload.summary import Summary

SHOWN = 50


def draw(result: Result) -> None:
    """Draw all there is to say about a list."""
    from selfcheck.caseload.summary import summary

    says = words("caseload")["page"]
    found = summary(result.cases, result.rejected)
    chart = outcomes(found.outcomes)
    st.header(chart.title, anchor=False)
    _draw_summary(found, chart.finding)
    if chart.figure:
        chart_parts.draw_figure(chart)
        st.html(charts.as_html(chart))
    document_button.draw(
        says["download"], lambda: _as_csv(result.cases), "caseload", look="primary"
    )
    _draw_soonest(result)
    _draw_rejected(result, found)


def _draw_summary(found: Summary, finding: str) -> None:
    says = words("caseload")["summary"]
    within = [says["within"].format(days=days, count=n) for days, n in found.within.items()]
    parts.paragraphs(f"**{finding}**", *(f"{line}." for line in within))
    if found.no_area:
        parts.paragraphs(f"{says['no_area'].format(count=found.no_area)}.")


def _draw_soonest(result: Result) -> None:
    says = words("caseload")["page"]["soonest"]
    if not result.cases.num_rows:
        return
    rows = [_case(row) for row in result.cases.slice(0, SHOWN).to_pylist()]
    st.header(says["title"], anchor=False)
    parts.paragraphs(says["lead"].format(count=len(rows)))
    _table(says["title"], says["columns"], rows)


def _case(row: dict[str, Any]) -> tuple[str, ...]:
    outcome = words("caseload")["summary"]["outcome"][row["outcome"]].capitalize()
    by = content.long_date(row["next_step_by"]) if row["next_step_by"] else ""
    left = "" if row["days_left"] is None else str(row["days_left"])
    return row["case"], by, left, outcome, row["area_name"] or ""


def _draw_rejected(result: Result, found: Summary) -> None:
    says = words("caseload")["page"]["bad"]
    number = sum(found.rejected.values())
    if not number:
        parts.paragraphs(words("caseload")["summary"]["none_rejected"])
        return
    st.header(says["title"].format(count=number), anchor=False)
    parts.paragraphs(says["lead"])
    rows = [(str(row["line"]), row["says"]) for row in result.rejected.slice(0, SHOWN).to_pylist()]
    _table(says["table"], says["columns"], rows)
    document_button.draw(says["download"], lambda: _as_csv(result.rejected), "caseload_bad")


def _table(title: str, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
    chart = Chart(title, "", None, tuple(columns), lambda: rows, "")
    st.html(charts.as_html(chart))


def _as_csv(table: Any) -> bytes:
    from selfcheck.caseload.writing import write_csv

    file = io.BytesIO()
    write_csv(table, file)
    return file.getvalue()
