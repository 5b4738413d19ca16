"""What follows from the session's case: worked out once a change, not once a click."""

from __future__ import annotations

from selfcheck import interview
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Kind
from selfcheck.charts import Chart, charts
from selfcheck.classify import classify
from selfcheck.findings import Finding
from selfcheck.web import state


def assessment() -> Assessment:
    """Return the assessment of the session's case today."""
    case, on = state.case(), state.today()
    return state.remembered("assessment", (case, on), lambda: assess(case, on))


def asked() -> tuple[str, ...]:
    """Return the questions that are asked of the session's case, answered or not."""
    case = state.case()
    return state.remembered("asked", case, lambda: interview.asked(case))


def findings() -> tuple[Finding, ...]:
    """Return what fits the session's case, without the rest of its assessment."""
    case = state.case()
    return state.remembered("findings", case, lambda: classify(case))


def charts_of(kind: Kind | None) -> tuple[Chart, ...]:
    """Return the charts of the session's case today, of one kind where one is named."""
    case, found = state.case(), assessment()
    of = (case, found.on, kind)
    return state.remembered("charts", of, lambda: charts(case, found, kind))
