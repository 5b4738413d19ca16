"""Exit this page, twenty times of twenty: nothing is left on screen, in history or in the tab."""

from __future__ import annotations

import json
import signal
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import Server, free_port
from tests.browser.switch import Switch
from tests.browser.tab import fields, told, until

MARKER = "Marker Street"
INCIDENTS = [{"id": f"i{n}", "date": f"2026-0{n}-02", "where": MARKER} for n in range(1, 10)]
ANSWERS = {"nation": "england", "area": "E08000035", "answers": {"repeated": "yes"}}
CASE = {"answers": ANSWERS, "incidents-0": INCIDENTS}
# Each page with the moment at which it is left, by each way out.
MOMENTS = {
    "": "at_rest",
    "questions": "reloaded",
    "check_answers": "running",
    "incidents": "hanging",
    "what_this_is": "down",
    "timeline": "at_rest",
    "case_review": "reloaded",
    "how_to_apply": "running",
    "help": "hanging",
    "form": "cut_off",
}


class Own(Server):
    """An app that may hang, fall or be cut off, behind an address that stays the same."""

    switch: Switch

    @property
    def address(self) -> str:
        """Return where the browser goes."""
        return self.switch.address


@pytest.fixture(scope="module")
def own(everyday: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """Return an app that stands again for the next test."""
    log = tmp_path_factory.mktemp("exit") / "log.txt"
    running = Own(log=log, SELFCHECK_EXIT_URL=f"{everyday}/weather")
    running.switch = Switch(running.start().port)
    yield running
    running.switch.close()
    running.kill()


@pytest.fixture(scope="module")
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """Return a browser that need not fetch the app's scripts anew for every tab."""
    context = browser.new_context()
    yield context
    context.close()


@pytest.fixture
def page(tabs: BrowserContext) -> Iterator[Page]:
    """Return a new tab, with a history and a storage of its own."""
    tab = tabs.new_page()
    yield tab
    tab.close()


def _click(page: Page) -> None:
    page.get_by_role("button", name="Exit this page").click(no_wait_after=True)


def _press_esc_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")


CASES = [
    pytest.param(page, moment, way, id=f"{page or 'start'}-{moment}-{way.__name__}")
    for page, moment in MOMENTS.items()
    for way in (_click, _press_esc_three_times)
]


@pytest.mark.parametrize(("name", "moment", "leave"), CASES)
def test_exit_leaves_nothing_behind(
    page: Page,
    own: Own,
    everyday: str,
    name: str,
    moment: str,
    leave: Callable[[Page], None],
) -> None:
    page.goto(f"{everyday}/before")
    open_with_a_case(page, own, name)
    come_to(page, own, moment)
    leave(page)
    page.wait_for_url(f"{everyday}/weather")
    if moment == "hanging":
        own.process.send_signal(signal.SIGCONT)  # type: ignore[union-attr] # it is running
    elif moment == "down":
        own.start()
    elif moment == "cut_off":
        own.switch.to = own.port

    for step in ("back", "back", "forward", "forward"):
        page.evaluate(f"setTimeout(() => history.{step}())")
        expect_nothing_of_ours(page)
    assert MARKER not in history(page)
    page.goto(own.address)
    expect(page.get_by_text("None yet")).to_be_attached()
    at_rest(page)
    assert told(page) == {"answers": {}, "drafts": {}}
    assert MARKER not in json.dumps(page.context.storage_state(indexed_db=True))


def open_with_a_case(page: Page, own: Own, name: str) -> None:
    """Open a page full of answers, half-typed text included, by way of another."""
    page.goto(f"{own.address}/help", wait_until="commit")
    shards = {f"selfcheck:kept:{part}": json.dumps(held) for part, held in CASE.items()}
    page.evaluate("shards => { stop(); Object.assign(sessionStorage, shards); }", shards)
    page.goto(f"{own.address}/{'incidents' if name == 'form' else name}")
    expect(page.get_by_text("9 written down")).to_be_attached()
    at_rest(page)
    if name == "form":
        page.get_by_role("button", name="Add an incident").click()
        page.get_by_role("textbox", name="What happened?").press_sequentially(MARKER)
        until(page, lambda: MARKER in str(fields(page)), lambda: fields(page))


def come_to(page: Page, own: Own, moment: str) -> None:
    """Bring about the moment of leaving."""
    if moment == "reloaded":
        page.reload()
        expect(page.get_by_text("9 written down")).to_be_attached()
    elif moment == "running":
        page.get_by_role("navigation").get_by_role("link", name="About").click(no_wait_after=True)
    elif moment == "hanging":
        own.process.send_signal(signal.SIGSTOP)  # type: ignore[union-attr] # it is running
        page.get_by_role("navigation").get_by_role("link", name="About").click(no_wait_after=True)
    elif moment == "down":
        own.kill()
    elif moment == "cut_off":
        own.switch.to = free_port()
        own.switch.cut()


def expect_nothing_of_ours(page: Page) -> None:
    """Watch the tab for a while: no answer is seen in it, and it ends at the everyday page."""
    for _ in range(12):
        try:
            title, seen = page.evaluate("[document.title, document.body?.innerText ?? '']")
        except Error:  # between two documents
            continue
        assert not any(word in seen for word in (MARKER, "written down", "Step "))
        assert title in ("Everyday", "Weather", "Self-check", "")  # ours until our script runs
        page.wait_for_timeout(10)
    blank = page.url == "about:blank"  # where the tab began
    expect(page).to_have_title("" if blank else "Everyday")


def history(page: Page) -> str:
    """Return every entry of the tab's history: its address and its title."""
    tab = page.context.new_cdp_session(page)
    return json.dumps(tab.send("Page.getNavigationHistory"))
