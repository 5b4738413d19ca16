"""A first visit: from starting the app to a page that can be used, and what comes over the line."""

from __future__ import annotations

from statistics import median
from time import perf_counter
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Page, expect

from bench.apps import OURS, UNTOUCHED, Kind, running
from bench.clicks import chromium, follow, rest, with_diary_in

STARTS = 9
# One that Streamlit drew: ours has another above it, which is there before the app is.
FIRST_BUTTON = '[data-testid="stButton"] button'
PAGES = ("What is happening", "Your incidents", "What this is", "Case Review", "Your timeline")


class Start(NamedTuple):
    """Seconds from starting the process to the first button in a fresh browser."""

    name: str
    seconds: list[float]


def starts() -> list[Start]:
    """Return the cold starts of our app and of the untouched least app, in turns."""
    found = [Start(kind.name, []) for kind in (OURS, UNTOUCHED)]
    with chromium() as browser:
        for _ in range(STARTS):
            for kind, start in zip((OURS, UNTOUCHED), found, strict=True):
                start.seconds.append(_cold(browser, kind))
    return found


def _cold(browser: Browser, kind: Kind) -> float:
    start = perf_counter()
    with running(kind) as (app,):
        page = browser.new_context().new_page()
        page.goto(app.address)
        expect(page.locator(FIRST_BUTTON).first).to_be_visible(timeout=60_000)
        taken = perf_counter() - start
        page.context.close()
    return taken


def bytes_of_visits() -> list[tuple[str, int]]:
    """Return what came over the line at the first visit, and then for each next page of ours."""
    found = []
    with running(OURS, UNTOUCHED) as (ours, untouched), chromium() as browser:
        for app in (untouched, ours):
            page = browser.new_context().new_page()
            count = _counting(page)
            page.goto(app.address)
            expect(page.locator(FIRST_BUTTON).first).to_be_visible(timeout=60_000)
            rest(page)
            page.wait_for_timeout(1_500)
            found.append((f"first visit, {app.kind.name}", count["bytes"]))
        page = with_diary_in(browser, ours, 10)
        count = _counting(page)
        for name in PAGES:
            before = count["bytes"]
            follow(page, name)
            page.wait_for_timeout(1_500)
            found.append((f"then {name}", count["bytes"] - before))
    return found


def _counting(page: Page) -> dict[str, int]:
    """Count the bytes that come from now on, as they go over the line: files and messages."""
    count = {"bytes": 0}
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")

    def file(event: dict[str, Any]) -> None:
        count["bytes"] += int(event["encodedDataLength"])

    def message(event: dict[str, Any]) -> None:
        # What is not text is told in base64: four letters for three bytes.
        count["bytes"] += len(event["response"]["payloadData"]) * 3 // 4

    line.on("Network.loadingFinished", file)
    line.on("Network.webSocketFrameReceived", message)
    return count


def ratio(found: list[Start]) -> float:
    """Return how many times as long our app takes as the untouched least one."""
    ours, untouched = (median(start.seconds) for start in found)
    return ours / untouched
