"""Cases to draw, and what stands in a figure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import plotly.graph_objects as go

from selfcheck.assessment import assess
from selfcheck.case import Body, Case, Incident, Kind, Report
from selfcheck.charts import Chart, charts

ON = date(2026, 11, 22)


def report(day: date, to: Body = Body.POLICE, response: str | None = None) -> Report:
    return Report(id=f"r-{day}-{to}", date=day, to=to, response=response)


def incident(day: date, *kinds: Kind, reports: Iterable[Report] = (), **fields: Any) -> Incident:
    return Incident(id=f"i-{day}", date=day, kinds=kinds, reports=tuple(reports), **fields)


def case_of(*incidents: Incident, **fields: Any) -> Case:
    return Case(incidents=incidents, **fields)


def told(case: Case, on: date = ON, kind: Kind | None = None) -> tuple[Chart, ...]:
    return charts(case, assess(case, on), kind)


def drawn(chart: Chart) -> go.Figure:
    """Return the figure as Plotly understands it; it raises for anything it does not know."""
    assert chart.figure is not None
    return go.Figure(chart.figure)


def marks(chart: Chart) -> list[Any]:
    return [trace for trace in drawn(chart).data if trace.mode == "markers"]


def bands(chart: Chart) -> list[Any]:
    return [trace for trace in drawn(chart).data if trace.fill == "toself"]


# Three incidents, each reported the next day; the number is reached on 5 November and
# the first report can be relied on until 2 March.
THREE = case_of(
    incident(date(2026, 9, 2), Kind.ABUSIVE_LANGUAGE, reports=[report(date(2026, 9, 3))]),
    incident(
        date(2026, 10, 3),
        Kind.STALKING,
        time="22:15",
        reports=[report(date(2026, 10, 4), Body.COUNCIL, "They sent a letter.")],
    ),
    incident(
        date(2026, 11, 4), Kind.ABUSIVE_LANGUAGE, time="23:40", reports=[report(date(2026, 11, 5))]
    ),
)
OVER = case_of(
    incident(date(2026, 3, 2), reports=[report(date(2026, 3, 3))]),
    incident(date(2026, 4, 3), reports=[report(date(2026, 4, 4))]),
    incident(date(2026, 5, 4), reports=[report(date(2026, 5, 5))]),
)
ONE_INCIDENT = case_of(
    incident(
        date(2026, 9, 2),
        Kind.HATE_INCIDENT,
        reports=[
            report(date(2026, 9, 3)),
            report(date(2026, 9, 4), Body.COUNCIL),
            report(date(2026, 9, 5)),
        ],
    )
)


def days(text: str) -> list[date]:
    """Return several days of one month, as in "2026-08-03 05 07"."""
    first, *more = text.split()
    return [date.fromisoformat(first), *(date.fromisoformat(f"{first[:8]}{day}") for day in more)]
