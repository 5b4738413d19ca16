"""Where the browser tests find Chromium: named, Playwright's own, or the system's."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

HOW_TO_INSTALL = (
    "No Chromium found for the browser tests. `make test` installs one; by hand run "
    "`apt-get install chromium` (Debian) or `.venv/bin/playwright install chromium`, "
    "or set CHROMIUM to the path of one."
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium(playwright: Playwright) -> str | None:
    """Return the path of a Chromium that starts, or None."""
    return next((path for path in _candidates(playwright) if _starts(path)), None)


def _candidates(playwright: Playwright) -> Iterator[str]:
    if named := os.environ.get("CHROMIUM"):
        yield named
        return
    yield playwright.chromium.executable_path
    # A snap cannot see the profile folder that Playwright makes for it.
    yield from (path for name in NAMES if (path := shutil.which(name)) and "/snap/" not in path)


def _starts(path: str) -> bool:
    # Ubuntu's package of this name is a stub that only asks for snap: so it is started.
    if not Path(path).is_file():
        return False
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    with sync_playwright() as playwright:
        found = find_chromium(playwright)
    sys.exit(None if found else HOW_TO_INSTALL)
