"""From the press of a button to what it brings on the screen, in real Chromium.

Our app's screens and the least app, untouched and tuned, take turns: whatever else the
machine does meets all of them alike.
"""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from bench.apps import ALL, App, running
from bench.diaries import long_case
from selfcheck.web.shards import written
from tests.chromium import find_chromium

WARMING, CLICKS = 3, 30
_PAINTED = Path(__file__).with_name("painted.js").read_text("utf-8")
_WATCH = "([kind, want]) => { window.paint = painted(kind, want); }"
_KEEP = "for (const [name, body] of {}) sessionStorage.setItem('selfcheck:kept:' + name, body);"


class Press(NamedTuple):
    """What to press and how to know that it is done: a kind of painted.js, and its words."""

    button: Locator
    kind: str
    want: str = ""


# Each yields one press after the other, and does unmeasured what must come between.
Screen = Callable[[Page], Iterator[Press]]


class Measured(NamedTuple):
    """Milliseconds from press to paint of one screen, in the order measured."""

    name: str
    times: list[float]


def clicks() -> list[Measured]:
    """Return what was measured for the least apps and for each screen of ours."""
    with running(*ALL) as (ours, untouched, tuned), chromium() as browser:
        screens = [
            _opened(browser, untouched, "untouched", _the_one_button),
            _opened(browser, tuned, "tuned", _the_one_button),
            _opened(browser, ours, "a question", _a_question),
            _opened(browser, ours, "adding an incident", _an_incident, diary=10),
            _opened(browser, ours, "timeline of 10, unchanged", _the_same_chart, diary=10),
            _opened(browser, ours, "timeline of 10, changed", _another_chart, diary=10),
            _opened(browser, ours, "timeline of 200, unchanged", _the_same_chart, diary=200),
            _opened(browser, ours, "timeline of 200, changed", _another_chart, diary=200),
            _opened(browser, ours, "to Case Review, 201 reports", _to_case_review, diary=67),
            _opened(browser, ours, "to a question", _to_a_question, diary=10),
        ]
        found = {name: Measured(name, []) for name, _, _ in screens}
        for number in range(WARMING + CLICKS):
            for name, page, presses in screens:
                time = _time(page, next(presses))
                if number >= WARMING:
                    found[name].times.append(time)
        return list(found.values())


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium: the distribution's where there is one, otherwise Playwright's own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright))
        yield browser
        browser.close()


def rest(page: Page) -> None:
    """Wait until nothing runs, and the page has had time to settle."""
    page.wait_for_timeout(100)
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')


def _opened(
    browser: Browser, app: App, name: str, screen: Screen, diary: int = 0
) -> tuple[str, Page, Iterator[Press]]:
    page = with_diary_in(browser, app, diary)
    return name, page, screen(page)


def with_diary_in(browser: Browser, app: App, incidents: int) -> Page:
    """Return a tab that is open at the first page, with a diary of some incidents in it."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True).new_page()
    page.add_init_script(_PAINTED)
    if incidents:
        shards = written(long_case(incidents), {}, {})
        kept = [(name, shard.body) for name, shard in shards.items()]
        page.goto(f"{app.address}/health")
        page.evaluate(_KEEP.format(json.dumps(kept)))
    page.goto(app.address)
    expect(page.get_by_role("button").first).to_be_visible(timeout=30_000)
    rest(page)
    return page


def _time(page: Page, press: Press) -> float:
    rest(page)
    expect(press.button).to_have_count(1)
    page.evaluate(_WATCH, [press.kind, press.want])
    press.button.click()
    found: Any = page.evaluate("() => window.paint")
    return float(found)


# ---- the screens -------------------------------------------------------------------


def _the_one_button(page: Page) -> Iterator[Press]:
    for count in itertools.count(1):
        yield Press(page.get_by_role("button", name="Add", exact=True), "text", f"count={count}")


def _a_question(page: Page) -> Iterator[Press]:
    """Answer one question, now Yes and now No, and go on; then back again."""
    follow(page, "What is happening")
    while _heading(page) != "Is it something you do not want?":
        _press(page, "Skip")
    for answer in itertools.cycle(("Yes", "No")):
        page.get_by_role("radio", name=answer, exact=True).check(force=True)
        rest(page)
        way_on = page.get_by_role("button", name="Continue", exact=True)
        yield Press(way_on, "heading", "Has it happened more than once?")
        _press(page, "Back")


def _an_incident(page: Page) -> Iterator[Press]:
    """Save an incident in a diary of ten; then take it out again."""
    follow(page, "Your incidents")
    while True:
        _press(page, "Add an incident")
        for name, number in (("Day", "2"), ("Month", "9"), ("Year", "2026")):
            field = page.get_by_role("textbox", name=re.compile(f"^{name}")).first
            field.fill(number)
            field.press("Tab")
            rest(page)
        save = page.get_by_role("button", name="Save", exact=True)
        yield Press(save, "heading", "Your incidents")
        _press(page, "Undo")


def _the_same_chart(page: Page) -> Iterator[Press]:
    """Run the page of charts again with nothing changed: follow the link to where one is."""
    follow(page, "Your timeline")
    while True:
        yield Press(_link(page, "Your timeline"), "rest")


def _another_chart(page: Page) -> Iterator[Press]:
    """Show the incidents of one kind, then of the other."""
    follow(page, "Your timeline")
    for kind in itertools.cycle(("Abusive language", "Intimidating")):
        yield Press(page.locator("label").filter(has_text=kind), "rest")


def _to_case_review(page: Page) -> Iterator[Press]:
    while True:
        follow(page, "What this is")
        yield Press(_link(page, "Case Review"), "heading", "Case Review")


def _to_a_question(page: Page) -> Iterator[Press]:
    while True:
        follow(page, "Check your answers")
        yield Press(_link(page, "What is happening"), "rest")


# ---- what one does on a page ---------------------------------------------------------


def _link(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}"))


def follow(page: Page, name: str) -> None:
    """Go to a page by the menu."""
    _link(page, name).click()
    rest(page)


def _press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()
    rest(page)


def _heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text().strip()


def summary(found: list[Measured]) -> list[tuple[str, float, float, float, float]]:
    """Return each screen with its median, its 95th percentile, and its share of the least apps'."""
    untouched, tuned = median(found[0].times), median(found[1].times)
    return [
        (
            one.name,
            median(one.times),
            sorted(one.times)[int(0.95 * len(one.times))],
            median(one.times) / untouched,
            median(one.times) / tuned,
        )
        for one in found
    ]
