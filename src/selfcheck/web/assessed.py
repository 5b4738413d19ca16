"""The assessment of the session's case, the same for every page of one run."""

from __future__ import annotations

from selfcheck.assessment import Assessment, assess
from selfcheck.web import state


def assessment() -> Assessment:
    """Return the assessment of the session's case today."""
    return assess(state.case(), state.today())
