"""The only clock: the faces read it once, and hand the day on."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """Return the day in Britain, whatever the machine's own clock is set to.

    SELFCHECK_TODAY=2026-11-22 stands in for it in tests and screenshots.
    """
    if given := os.environ.get("SELFCHECK_TODAY"):
        return date.fromisoformat(given)
    return datetime.now(ZoneInfo("Europe/London")).date()
