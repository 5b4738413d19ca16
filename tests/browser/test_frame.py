"""The frame in real Chromium: whole from the first request, quick to leave, losing nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Request, expect

from tests.browser.conftest import at_rest, kept
from tests.browser.server import Server

Visit = Callable[[str, str], None]
INCIDENTS = [{"id": f"i{n}", "date": "2026-09-02", "where": "Marker Street"} for n in range(40)]
SHARDS = {
    "selfcheck:kept:answers": {"reference": "JB-0412", "answers": {"repeated": "yes"}},
    "selfcheck:kept:incidents-0": INCIDENTS[:32],
    "selfcheck:kept:incidents-1": INCIDENTS[32:],
    "selfcheck:kept:drafts": {},
}


def put_a_case_in_the_tab(page: Page) -> None:
    shards = {name: json.dumps(value, separators=(",", ":")) for name, value in SHARDS.items()}
    page.evaluate("shards => Object.assign(sessionStorage, shards)", shards)
    page.reload()
    expect_the_whole_case(page)


def expect_the_whole_case(page: Page) -> None:
    expect(page.get_by_text("40 written down")).to_be_attached()
    at_rest(page)

    assert {name: json.loads(body) for name, body in kept(page).items()} == SHARDS


def test_the_first_request_after_a_start_to_a_deep_link_has_the_whole_frame(
    page: Page, own_server: Server
) -> None:
    page.goto(f"{own_server.address}/case_review")

    expect(page.get_by_role("heading", level=1, name="Case Review")).to_be_visible()
    expect(page.get_by_role("link", name="999")).to_be_visible()
    expect(page.get_by_role("button", name="Exit this page")).to_be_visible()
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()
    expect(page.get_by_role("link", name="About this service")).to_be_visible()
    expect(page.get_by_text("Step 6 of 8")).to_be_visible()
    expect(page).to_have_title("Case Review - Self-check")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    assert page.get_by_text("Page not found").count() == 0


def test_the_way_out_and_the_safety_line_stand_before_streamlit_has_come(
    page: Page, server: Server
) -> None:
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(server.address)

    expect(page.get_by_role("link", name="999")).to_be_visible()
    page.get_by_role("button", name="Exit this page").click()
    expect(page).to_have_title("Everyday")


def test_a_refresh_keeps_the_case(page: Page, server: Server, visit: Visit) -> None:
    visit(server.address, "incidents")
    put_a_case_in_the_tab(page)
    page.reload()

    expect_the_whole_case(page)


def test_a_case_survives_a_killed_server_without_a_click(
    page: Page, own_server: Server, visit: Visit
) -> None:
    visit(own_server.address, "help")
    put_a_case_in_the_tab(page)
    own_server.kill()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    page.evaluate("sessionStorage.setItem('selfcheck:kept:answers', '{\"reference\":\"AB-1\"}')")
    own_server.start()

    # Changed while the server was away: so what comes back is what the tab held.
    expect(page.get_by_text("What is happening Not started")).to_be_attached()
    expect(page.get_by_text("40 written down")).to_be_attached()
    expect(page.get_by_role("heading", level=1, name="Help and support")).to_be_visible()


WATCH_FOR_GAPS = """() => {
  window.gaps = [];
  const parts = [".sc-safety", ".sc-menu", "h1", "summary"];
  const look = () => {
    for (const part of parts) if (!document.querySelector(`.stApp ${part}`)) gaps.push(part);
    requestAnimationFrame(look);
  };
  look();
}"""


def test_nothing_of_the_page_vanishes_while_a_new_server_asks_the_tab(
    page: Page, own_server: Server, visit: Visit
) -> None:
    visit(own_server.address, "help")
    put_a_case_in_the_tab(page)
    page.evaluate(WATCH_FOR_GAPS)
    own_server.kill()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    page.evaluate("document.querySelector('.sc-menu').dataset.old = 'yes'")
    own_server.start()
    expect(page.locator(".sc-menu[data-old]")).to_have_count(0)
    expect_the_whole_case(page)

    assert page.evaluate("gaps") == []


def test_a_second_tab_is_its_own_case(page: Page, server: Server, visit: Visit) -> None:
    visit(server.address, "incidents")
    put_a_case_in_the_tab(page)
    second = page.context.new_page()
    second.goto(f"{server.address}/incidents")

    expect(second.get_by_text("None yet")).to_be_attached()


def test_a_damaged_shard_costs_no_more_than_itself_and_is_said(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "incidents")
    put_a_case_in_the_tab(page)
    page.evaluate("sessionStorage.setItem('selfcheck:kept:incidents-1', '[{\"id\": \"x\"')")
    page.reload()

    expect(page.get_by_text("32 written down")).to_be_attached()
    expect(page.get_by_text("could not be read")).to_be_visible()


def test_a_browser_that_refuses_storage_is_told_once_and_offered_the_file(
    page: Page, server: Server, visit: Visit
) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } })"
    )
    visit(server.address, "")
    page.get_by_role("button", name="Start for myself").click()
    expect(page.get_by_text("Question 1 of about")).to_be_visible()

    expect(page.get_by_text("does not let us keep your answers")).to_have_count(1)
    expect(page.get_by_role("button", name="Save my answers in a file").first).to_be_visible()


def _click(page: Page) -> None:
    page.get_by_role("button", name="Exit this page").click(no_wait_after=True)


def _press_esc_three_times(page: Page) -> None:
    for _ in range(3):
        page.keyboard.press("Escape")


LEAVE = pytest.mark.parametrize("leave", [_click, _press_esc_three_times])


@LEAVE
def test_exit_empties_the_tab_and_neither_back_nor_forward_shows_anything(
    page: Page, server: Server, everyday: str, visit: Visit, leave: Callable[[Page], None]
) -> None:
    page.goto(f"{everyday}/before")
    visit(server.address, "")
    put_a_case_in_the_tab(page)
    for name in ("Help and support", "About"):
        page.get_by_role("navigation").get_by_role("link", name=name, exact=True).click()
        expect(page.get_by_role("heading", level=1, name=name)).to_be_focused()
    leave(page)
    page.wait_for_url(f"{everyday}/weather")

    for step in ("back", "forward", "back", "back", "forward", "forward"):
        page.evaluate(f"setTimeout(() => history.{step}())")
        page.wait_for_timeout(500)  # for whatever a browser might bring back
        page.wait_for_load_state()

        assert page.title() == "Everyday"
    page.goto(server.address)
    expect(page.get_by_text("None yet")).to_be_attached()
    assert "Marker" not in json.dumps(kept(page))


@LEAVE
def test_exit_works_when_the_server_is_gone(
    page: Page, own_server: Server, everyday: str, visit: Visit, leave: Callable[[Page], None]
) -> None:
    visit(own_server.address, "incidents")
    put_a_case_in_the_tab(page)
    page.get_by_role("navigation").get_by_role("link", name="Help and support").click()
    expect(page.get_by_role("heading", level=1, name="Help and support")).to_be_visible()
    own_server.kill()
    leave(page)

    page.wait_for_url(f"{everyday}/weather")


def test_two_presses_of_esc_say_that_one_more_leaves(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    expect(page.get_by_role("status").get_by_text("Press Esc once more to leave.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_nothing_is_asked_of_another_host(page: Page, server: Server, visit: Visit) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("websocket", lambda socket: asked.append(socket.url))
    visit(server.address, "")
    page.get_by_role("navigation").get_by_role("link", name="Your incidents").click()
    expect(page.get_by_role("heading", level=1, name="Your incidents")).to_be_visible()
    hosts = {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))}

    assert hosts == {urlsplit(server.address).netloc}


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_menu_opens_on_demand_and_nothing_scrolls_sideways(
    page: Page, server: Server, visit: Visit, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    visit(server.address, "incidents")
    menu = page.get_by_role("navigation")

    expect(menu).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.get_by_role("button", name="Menu").click()
    menu.get_by_role("link", name="Help and support").click()
    expect(page.get_by_role("heading", level=1, name="Help and support")).to_be_focused()
    expect(menu).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    for button in page.locator(".sc-bar button").all():
        box = button.bounding_box()
        assert box
        assert box["height"] >= 44


def test_the_last_link_of_the_menu_leads_to_where_answers_are_saved(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "")
    link = page.get_by_role("link", name="Save or open your answers")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Save or open your answers")).to_be_focused()

    for path in ("questions", "for_advisers"):
        visit(server.address, path)
        for _ in range(2):  # what is unfolded stays unfolded
            link.focus()
            page.keyboard.press("Enter")
            expect(page.locator("summary", has_text="Save or open your answers")).to_be_focused()
            expect(page.locator("input[type=file]").last).to_be_attached()
            at_rest(page)


def test_no_visit_makes_the_server_load_what_is_made_for_large_tables(
    own_server: Server, visit: Visit
) -> None:
    for name in ("start", "incidents", "timeline", "case_review"):
        visit(own_server.address, "" if name == "start" else name)
    loaded = Path(f"/proc/{own_server.pid}/maps").read_text()

    assert "pydantic_core" in loaded
    assert "/pandas/" not in loaded
    assert "/pyarrow/" not in loaded
