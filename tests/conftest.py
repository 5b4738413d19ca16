from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import settings
from playwright.sync_api import Playwright

from tests.chromium import HOW_TO_INSTALL, find_chromium

# The same examples on every run and every machine, however slow it is.
settings.register_profile("selfcheck", derandomize=True, deadline=None)
settings.load_profile("selfcheck")


@pytest.fixture(scope="session")
def browser_type_launch_args(
    browser_type_launch_args: dict[str, Any], playwright: Playwright
) -> dict[str, Any]:
    """Return how the browser is started: with the Chromium found, or a failure that helps."""
    chromium = find_chromium(playwright)
    if chromium is None:
        pytest.fail(HOW_TO_INSTALL)
    return {
        **browser_type_launch_args,
        "executable_path": chromium,
        # Containers give little shared memory; nothing but the app is to be fetched.
        "args": ["--disable-dev-shm-usage", "--disable-background-networking", "--disable-sync"],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Return what every page opens with: a reader in Britain."""
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end how much was tried: the sum of each count that tests recorded."""
    counts: Counter[str] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            if report.when == "call":
                counts.update({n: c for n, c in report.user_properties if isinstance(c, int)})
    for name, count in counts.items():
        terminalreporter.write_line(f"{name}: {count}")
