"""What is half typed survives; what fails keeps the answers; both in real Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest, kept
from tests.browser.server import ROOT, Server

Visit = Callable[[str, str], None]
HALF = "He shouted $x$ **and** <b>ban"


@pytest.fixture
def odd(tmp_path: Path) -> Iterator[Server]:
    """Return the app with a form on its Start page and failures on its About page."""
    script = ROOT / "tests" / "browser" / "odd" / "app.py"
    running = Server(script=script, log=tmp_path / "log.txt").start()
    yield running
    running.kill()


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Server]:
    """Return the app on a machine so busy that two runs of one session would meet."""
    site = ROOT / "tests" / "browser" / "odd" / "slow"
    running = Server(log=tmp_path / "log.txt", PYTHONPATH=str(site)).start()
    yield running
    running.kill()


def begin(page: Page) -> None:
    page.get_by_role("radio", name="no", exact=True).check(force=True)
    at_rest(page)
    page.get_by_label("Where").click()
    page.keyboard.type(HALF)


def expect_it_back(page: Page) -> None:
    expect(page.get_by_label("Where")).to_have_value(HALF)
    expect(page.get_by_role("radio", name="no", exact=True)).to_be_checked()


def test_half_typed_text_survives_a_refresh(page: Page, odd: Server, visit: Visit) -> None:
    visit(odd.address, "")
    begin(page)
    page.reload()

    expect_it_back(page)


def test_a_page_opened_again_on_a_busy_machine_never_fails(
    page: Page, slow: Server, visit: Visit
) -> None:
    for _ in range(10):
        visit(slow.address, "incidents")
        expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")

    assert "failed" not in slow.log.read_text()


def test_half_typed_text_survives_a_killed_server(page: Page, odd: Server, visit: Visit) -> None:
    visit(odd.address, "")
    begin(page)
    odd.kill()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    odd.start()
    expect(page.get_by_text("Connected again.")).to_be_visible()
    at_rest(page)

    expect_it_back(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("1 written down")).to_be_attached()


def test_a_half_filled_form_survives_a_look_at_another_page(
    page: Page, odd: Server, visit: Visit
) -> None:
    visit(odd.address, "")
    begin(page)
    menu = page.get_by_role("navigation")
    menu.get_by_role("link", name="Help and support").click()
    expect(page.get_by_role("heading", level=1, name="Help and support")).to_be_focused()
    menu.get_by_role("link", name="Start", exact=True).click()

    expect_it_back(page)


def test_a_saved_form_is_empty_and_stays_empty_and_undo_takes_the_incident_back(
    page: Page, odd: Server, visit: Visit
) -> None:
    visit(odd.address, "")
    begin(page)
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("Saved.", exact=True).last).to_be_visible()
    expect(page.get_by_label("Where")).to_have_value("")
    expect(page.locator(".sc-typed")).to_have_text(HALF)
    at_rest(page)
    assert not [key for key in kept(page) if "typed" in key]
    page.reload()
    expect(page.get_by_text("1 written down")).to_be_attached()
    expect(page.get_by_label("Where")).to_have_value("")


def test_undo_takes_the_last_change_back(page: Page, odd: Server, visit: Visit) -> None:
    visit(odd.address, "")
    begin(page)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Undo").click()

    expect(page.get_by_text("None yet")).to_be_attached()
    expect(page.get_by_role("status")).to_have_text("Put back as it was.")


@pytest.mark.parametrize("where", ["Fail in the page", "Fail in a callback"])
def test_a_failure_is_told_in_plain_words_and_loses_nothing(
    page: Page, odd: Server, visit: Visit, where: str
) -> None:
    visit(odd.address, "")
    begin(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("1 written down")).to_be_attached()
    page.get_by_role("link", name="About", exact=True).click()
    page.get_by_role("button", name=where).click()

    expect(page.get_by_role("heading", name="Sorry, something went wrong")).to_be_visible()
    expect(page.get_by_role("link", name="999")).to_be_visible()
    assert page.get_by_text("Marker").count() == 0
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("button", name=where)).to_be_visible()
    expect(page.get_by_text("1 written down")).to_be_attached()
    log = odd.log.read_text()
    assert "ValueError" in log
    assert "Marker" not in log


def test_nothing_typed_reaches_the_log_even_at_level_debug(
    page: Page, tmp_path: Path, visit: Visit
) -> None:
    script = ROOT / "tests" / "browser" / "odd" / "app.py"
    log = tmp_path / "log.txt"
    running = Server(script=script, log=log, STREAMLIT_LOGGER_LEVEL="debug").start()
    try:
        visit(running.address, "")
        begin(page)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_text("1 written down")).to_be_attached()
    finally:
        running.kill()

    assert "Beginning script thread" in log.read_text()
    assert "He shouted" not in log.read_text()
