"""Two taps at once: the second comes before the browser has heard what the first filled in."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import Server

Visit = Callable[[str, str], None]

# Both taps within the page itself: the driver would wait until the page is at rest.
TAP_TWICE = """async ([first, second, pause]) => {
  const tap = (name) => [...document.querySelectorAll("button")].find((it) => it.innerText === name).click();
  tap(first);
  await new Promise((done) => setTimeout(done, pause));
  tap(second);
}"""


# In milliseconds. No thumb gets from one button to another faster.
@pytest.mark.parametrize("pause", [40, 80, 160])
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
