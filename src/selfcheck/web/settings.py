"""What whoever runs the app may set, by environment variables; read when the app starts."""

from __future__ import annotations

import os
import re

EVERYDAY_PAGE = "https://www.bbc.co.uk/weather"
_HOST_SOURCE = re.compile(r"'none'|'self'|https?://[\w.*:-]+")


def exit_url() -> str:
    """Return the everyday page that Exit this page opens (SELFCHECK_EXIT_URL)."""
    url = os.environ.get("SELFCHECK_EXIT_URL", EVERYDAY_PAGE)
    if not url.startswith(("https://", "http://")):
        raise ValueError("SELFCHECK_EXIT_URL must begin with https://")
    return url


def frame_ancestors() -> str:
    """Return the sites that may show the app inside a page of theirs; nobody unless set.

    SELFCHECK_FRAME_ANCESTORS holds them with spaces between: "https://www.example.gov.uk".
    """
    sites = os.environ.get("SELFCHECK_FRAME_ANCESTORS", "'none'").split()
    if not sites or not all(_HOST_SOURCE.fullmatch(site) for site in sites):
        raise ValueError("SELFCHECK_FRAME_ANCESTORS must be addresses with spaces between")
    return " ".join(sites)


def max_sessions() -> int:
    """Return how many tabs one process takes in before it asks people to come back.

    SELFCHECK_MAX_SESSIONS sets it; 500 with a hundred incidents each take about 0.2 GB.
    """
    written = os.environ.get("SELFCHECK_MAX_SESSIONS", "500")
    if not written.isdecimal() or int(written) < 1:
        raise ValueError("SELFCHECK_MAX_SESSIONS must be a whole number, 1 or more")
    return int(written)


def demo() -> bool:
    """Say whether examples come first on the Start page (SELFCHECK_DEMO=1)."""
    return os.environ.get("SELFCHECK_DEMO") == "1"
