"""Taps: each goes to the server at once, and a second one when the first is answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.browser.switch import Switch

Visit = Callable[[str, str], None]

# Both taps within the page itself: the driver would wait until the page is at rest.
TAP_TWICE = """async ([first, second, pause]) => {
  const tap = (name) => [...document.querySelectorAll("button")].find((it) => it.innerText === name).click();
  tap(first);
  await new Promise((done) => setTimeout(done, pause));
  tap(second);
}"""


SAVE_AND_LEAVE = """() => {
  [...document.querySelectorAll("button")].find((it) => it.innerText === "Save").click();
  [...document.querySelectorAll(".sc-menu a")].find((it) => it.innerText === "Case Review").click();
}"""


ONCE_CUT = """() => new MutationObserver(() => {
  const { testConnectionState } = document.querySelector(".stApp").dataset;
  if (testConnectionState !== "CONNECTED") document.documentElement.dataset.line = "cut";
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-connection-state"] })"""


# Presses a button, and counts what is sent before the browser does anything else.
SENT_AT_ONCE = """async (name) => {
  let sent = 0;
  const send = WebSocket.prototype.send;
  WebSocket.prototype.send = function (...all) { sent += 1; return send.apply(this, all); };
  [...document.querySelectorAll("button")].find((it) => it.innerText === name).click();
  for (let turn = 0; turn < 5; turn += 1) await null;
  WebSocket.prototype.send = send;
  return sent;
}"""


def test_a_tap_is_sent_before_the_browser_draws_its_next_frame(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")

    assert page.evaluate(SENT_AT_ONCE, "Add an incident") == 1
    expect(page.get_by_role("button", name="Today")).to_be_visible()


def test_a_tap_goes_in_the_end_though_the_one_before_is_never_answered(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")
    page.evaluate("selfcheck.answers = () => {}")
    page.get_by_role("button", name="Add an incident").click()
    expect(page.get_by_role("button", name="Today")).to_be_visible()
    page.get_by_role("button", name="Today").click()

    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_be_visible()


# In milliseconds; with none between, both taps are in the page before anything is sent.
@pytest.mark.parametrize("pause", [0, 15, 40, 160])
def test_a_day_filled_in_stays_when_the_next_tap_comes_at_once(
    page: Page, server: Server, visit: Visit, pause: int
) -> None:
    visit(server.address, "incidents")
    page.get_by_role("button", name="Add an incident").click()
    expect(page.get_by_role("button", name="Today")).to_be_visible()
    at_rest(page)
    page.evaluate(TAP_TWICE, ["Today", "Add who was told", pause])
    expect(page.get_by_role("heading", name="Report 1")).to_be_visible()
    at_rest(page)

    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_be_visible()
    page.evaluate(TAP_TWICE, ["The same day", "Add someone else who was told", pause])
    expect(page.get_by_role("heading", name="Report 2")).to_be_visible()
    at_rest(page)

    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_have_count(2)


def test_what_is_saved_stays_when_a_tap_on_the_menu_comes_at_once(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_role("button", name="Today").click()
    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_be_visible()
    at_rest(page)
    page.evaluate(SAVE_AND_LEAVE)
    expect(page.get_by_role("heading", level=1, name="Case Review")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="Your incidents").click()

    expect(page.get_by_role("heading", name="22 November 2026")).to_be_visible()


def test_what_is_typed_over_a_day_filled_in_survives_a_refresh(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_role("textbox", name="Day").fill("3")
    page.get_by_role("button", name="Today").click()
    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_be_visible()
    at_rest(page)
    page.get_by_role("textbox", name="Day").fill("20")
    page.reload()

    expect(page.get_by_role("textbox", name="Day")).to_have_value("20")
    expect(page.get_by_role("textbox", name="Year")).to_have_value("2026")
    page.get_by_role("button", name="Cancel").click()
    page.get_by_role("button", name="Add an incident").click()
    expect(page.get_by_role("textbox", name="Day")).to_have_value("")


def test_a_tap_on_the_menu_while_the_server_is_away_leads_there_once_it_is_back(
    page: Page, own_server: Server, visit: Visit
) -> None:
    visit(own_server.address, "incidents")
    menu = page.get_by_role("navigation")
    own_server.kill()
    page.wait_for_selector(
        '[data-test-connection-state]:not([data-test-connection-state="CONNECTED"])'
    )
    menu.get_by_role("link", name="Case Review").click()
    menu.get_by_role("link", name="Check your answers").click()
    own_server.start()

    expect(page.get_by_role("heading", level=1, name="Check your answers")).to_be_visible(
        timeout=60_000
    )
    expect(page).to_have_url(f"{own_server.address}/check_answers")
    expect(menu.locator('[aria-current="page"]')).to_contain_text("Check your answers")


def test_a_tap_on_the_menu_after_the_line_was_lost_for_a_moment_leads_there(
    page: Page, server: Server, visit: Visit
) -> None:
    switch = Switch(server.port)
    visit(switch.address, "incidents")
    page.evaluate(ONCE_CUT)
    switch.cut()
    page.wait_for_selector('html[data-line="cut"]', state="attached")
    page.get_by_role("navigation").get_by_role("link", name="Case Review").click()

    expect(page.get_by_role("heading", level=1, name="Case Review")).to_be_visible(timeout=20_000)
    switch.close()


def test_links_of_the_menu_are_links_like_any_other(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")
    before = page.evaluate("history.length")
    link = page.get_by_role("navigation").get_by_role("link", name="Case Review")
    with page.context.expect_page() as opened:
        link.click(modifiers=["Control"])

    expect(opened.value).to_have_url(f"{server.address}/case_review")
    expect(page).to_have_url(f"{server.address}/incidents")
    link.click()
    expect(page.get_by_role("heading", level=1, name="Case Review")).to_be_visible()
    assert page.evaluate("history.length") == before + 1
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Your incidents")).to_be_visible()
