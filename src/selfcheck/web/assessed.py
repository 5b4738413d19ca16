"""The assessment of the session's case: made once a change, not once a click."""

from __future__ import annotations

from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.classify import classify
from selfcheck.findings import Finding
from selfcheck.web import state


def assessment() -> Assessment:
    """Return the assessment of the session's case today."""
    case, on = state.case(), state.today()
    return state.remembered("assessment", (case, on), lambda: assess(case, on))


def findings(case: Case) -> tuple[Finding, ...]:
    """Return what fits a case, the session's or one with an answer that is not kept yet."""
    return state.remembered("findings", case, lambda: classify(case))
