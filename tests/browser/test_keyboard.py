"""By keyboard and accessible names alone: every stop is seen, and focus is never lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg

from selfcheck.casefile import save_case
from selfcheck.web import menu
from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.browser.situations import CASES, SITUATIONS, Situation

pytestmark = pytest.mark.long

MOST_STOPS = 150

# Where focus is: what it says, whether its ring is drawn, and whether it is in sight.
_STOP = """async () => {
  await new Promise(requestAnimationFrame);  // what has focus is scrolled to by then
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const hidden = it.matches("input[type=radio], input[type=checkbox]");
  const touched = (hidden && it.closest("label")) || it;
  const style = getComputedStyle(touched);
  const box = touched.getBoundingClientRect();
  const y = Math.max(box.y, 0) + Math.min(box.height, 60) / 2;
  const at = document.elementFromPoint(box.x + box.width / 2, y);
  window.stops = [...(window.stops ?? []), touched];
  return {
    says: it.getAttribute("aria-label") || (it.labels?.[0] ?? touched).innerText.trim(),
    tag: it.tagName,
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 3,
    seen: box.width > 0 && at !== null && (touched.contains(at) || at.contains(touched)),
    own: it.closest("main") !== null && !it.closest("nav"),
  };
}"""
# Pairs of stops of which the second stands above the first, or left of it in the same row.
_BACKWARDS = """(count) => {
  const said = ({ it, box }) => `${it.innerText} (${box.x}, ${box.y})`;
  const all = stops.slice(0, count).map((it) => ({ it, box: it.getBoundingClientRect() }));
  return all.slice(1).flatMap((after, n) => {
    const down = after.box.y - all[n].box.y;
    const wrong = down < -12 || (Math.abs(down) <= 12 && after.box.x <= all[n].box.x);
    return wrong ? [`${said(all[n])} and then ${said(after)}`] : [];
  });
}"""


class Stop(NamedTuple):
    """One stop of the Tab key."""

    says: str
    tag: str
    ring: bool
    seen: bool
    own: bool


def here(page: Page) -> Stop:
    """Return where focus is; it must be somewhere."""
    found: dict[str, Any] | None = page.evaluate(_STOP)
    assert found, "focus is lost"
    return Stop(**found)


def tab_to(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Press Tab until focus is there; every stop on the way must be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        stop = here(page)
        assert stop.ring, stop
        assert stop.seen, stop
        if wanted.evaluate("it => it === document.activeElement"):
            return
    raise AssertionError(f"Tab does not reach {wanted}")


def press(page: Page, name: str, *, key: str = "Enter", role: Any = "button") -> None:
    """Go to a button or link by its name and press it."""
    tab_to(page, page.get_by_role(role, name=name, exact=True).last)
    page.keyboard.press(key)


def expect_at(page: Page, heading: str) -> None:
    """Expect focus on the heading of a new screen."""
    expect(page.get_by_role("heading", level=1, name=heading)).to_be_focused()
    at_rest(page)


def test_the_journey_can_be_made_by_keyboard_alone(page: Page, server: Server) -> None:
    page.goto(server.address)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    at_rest(page)
    press(page, "Start for myself")
    expect_at(page, "Are you, or is anyone else, in danger right now?")
    choose(page, "No")
    press(page, "Continue")
    skip_to(page, "Where is it happening?")
    choose(page, "England")
    press(page, "Continue", key="Space")
    find_the_council(page)
    tick(page, "Abusive language", "Stalking")
    press(page, "Continue")
    expect_at(page, "Is it something you do not want?")
    choose(page, "Yes")
    press(page, "Back")
    expect_at(page, "What has been happening?")
    skip_to(page, "Check your answers")
    press(page, "Write down what happened and when", role="link")
    expect_at(page, "Your incidents")
    write_down_an_incident(page)
    press(page, "What this is", role="link")
    expect_at(page, "What this is")
    press(page, "See if you can ask for a Case Review", role="link")
    expect_at(page, "Case Review")
    press(page, "See how to apply", role="link")
    expect_at(page, "How to apply")
    press(page, "See who can help", role="link")
    expect_at(page, "Help and support")


def choose(page: Page, name: str) -> None:
    """Choose one by the arrows; focus stays on it while the server answers."""
    group = page.get_by_role("radiogroup")
    wanted = group.get_by_role("radio", name=name, exact=True)
    expect(wanted).to_be_attached()  # the first of its kind comes a moment after its page
    tab_to(page, group.get_by_role("radio").first)
    page.keyboard.press("Space")
    for _ in range(9):
        if wanted.is_checked():
            break
        page.keyboard.press("ArrowDown")
    at_rest(page)

    expect(wanted).to_be_checked()
    expect(wanted).to_be_focused()


def tick(page: Page, *names: str) -> None:
    """Tick boxes by the space bar; focus stays on each while the server answers."""
    for name in names:
        box = page.get_by_role("checkbox", name=re.compile(f"^{name}"))
        expect(box).to_be_attached()
        tab_to(page, box)
        page.keyboard.press("Space")
        at_rest(page)

        expect(box).to_be_checked()
        expect(box).to_be_focused()


def skip_to(page: Page, heading: str) -> None:
    """Skip or carry on from question to question until a heading comes."""
    title = page.get_by_role("heading", level=1)
    for _ in range(30):
        expect(title).to_be_focused()
        at_rest(page)
        before = title.inner_text()
        if before == heading:
            return
        skip = page.get_by_role("button", name="Skip", exact=True)
        press(page, "Skip" if skip.count() else "Continue")
        expect(title).not_to_have_text(before)
    raise AssertionError(f"{heading} never came")


def find_the_council(page: Page) -> None:
    expect_at(page, "Which council area is it happening in?")
    search = page.get_by_role("textbox", name="Postcode or council name")
    expect(search).to_be_visible()
    tab_to(page, search)
    page.keyboard.type("LS1 4AP")
    page.keyboard.press("Enter")
    yes = page.get_by_role("button", name="Yes, it is Leeds")
    expect(yes).to_be_visible()
    at_rest(page)
    tab_to(page, yes)
    page.keyboard.press("Enter")
    expect_at(page, "What has been happening?")


def write_down_an_incident(page: Page) -> None:
    press(page, "Add an incident")
    expect_at(page, "Add an incident")
    press(page, "Save")
    # Nothing can be saved yet: focus goes to the top, where it is said.
    expect(page.get_by_role("alert")).to_be_visible()
    expect_at(page, "Add an incident")
    when = page.get_by_role("group", name=re.compile("^When did it happen"))
    expect(when.get_by_role("textbox", name="Day")).to_have_attribute("aria-invalid", "true")
    for name, number in (("Day", "2"), ("Month", "9"), ("Year", "2026")):
        tab_to(page, when.get_by_role("textbox", name=name))
        page.keyboard.type(number)
    press(page, "Add who was told")
    told = page.get_by_role("group", name="When were they told?")
    expect(told).to_be_visible()
    at_rest(page)
    expect(page.get_by_role("heading", name="Report 1")).to_be_focused()
    press(page, "The same day")
    at_rest(page)

    expect(told.get_by_role("textbox", name="Day")).to_have_value("2")
    tab_to(page, page.get_by_role("radio", name="Police"), "Shift+Tab")
    page.keyboard.press("Space")
    at_rest(page)
    press(page, "Save")
    expect_at(page, "Your incidents")
    expect(page.get_by_text("1 incident")).to_be_visible()


# ---- every page from end to end ----------------------------------------------------


def stops(page: Page, key: str) -> Iterator[Stop]:
    """Yield the page's stops from its heading on, until focus leaves the page."""
    page.get_by_role("link", name="Skip to main content").press("Enter")
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        found = page.evaluate(_STOP)
        if not found or not found["own"]:
            return
        yield Stop(**found)
    raise AssertionError("Tab never leaves the page")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", menu.names())
def test_focus_is_seen_at_every_stop_and_goes_down_the_page(
    page: Page, server: Server, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    SITUATIONS[f"{name}, full"].open(page, server.address)
    found = list(stops(page, "Tab"))

    assert found
    assert not [stop for stop in found if not stop.ring or not stop.seen]
    assert page.evaluate(_BACKWARDS, len(found)) == []


def test_shift_and_tab_goes_back_the_same_way(page: Page, server: Server) -> None:
    SITUATIONS["case_review, full"].open(page, server.address)
    there = [stop.says for stop in stops(page, "Tab")]
    page.get_by_role("link", name="About this service, privacy and accessibility").focus()
    back = [here(page).says]
    for _ in there[1:]:
        page.keyboard.press("Shift+Tab")
        back.append(here(page).says)

    assert back == there[::-1]


def test_the_first_stops_are_the_way_out_and_the_way_past_the_menu(
    page: Page, server: Server
) -> None:
    SITUATIONS["help, full"].open(page, server.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Exit this page")).to_be_focused()
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", level=1)).to_be_focused()


def test_the_menu_of_a_phone_opens_onto_its_first_link_and_closes_with_esc(
    page: Page, server: Server
) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    SITUATIONS["case_review, full"].open(page, server.address)
    page.get_by_role("link", name="See who can help").focus()
    button = page.get_by_role("button", name="Menu")
    tab_to(page, button, "Shift+Tab")
    page.keyboard.press("Enter")
    first = page.get_by_role("navigation", name="Menu").get_by_role("link").first

    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


def test_focus_stays_on_the_page_when_its_button_goes_away(page: Page, server: Server) -> None:
    Situation("incidents", CASES["full"]).open(page, server.address)
    page.get_by_role("button", name=re.compile("^Remove")).last.focus()
    page.keyboard.press("Enter")
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    at_rest(page)
    here(page)
    tab_to(page, undo, "Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("6 incidents")).to_be_visible()
    at_rest(page)

    here(page)


def test_the_menu_of_any_page_leads_to_where_answers_are_saved_and_opened(
    page: Page, server: Server
) -> None:
    SITUATIONS["case_review, half"].open(page, server.address)
    page.get_by_role("link", name="Save or open your answers").focus()
    page.keyboard.press("Enter")
    place = page.locator("summary", has_text="Save or open your answers")
    expect(place).to_be_focused()
    expect(page.locator("input[type=file]").last).to_be_attached()
    at_rest(page)
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    tab_to(page, page.get_by_role("button", name="Save my answers in a file"))
    chooser = page.get_by_role("group", name=re.compile("^Choose the file you saved"))
    tab_to(page, chooser.get_by_role("button").last)
    file = FilePayload(
        name="notes.json", mimeType="application/json", buffer=save_case(CASES["full"])
    )
    page.locator("input[type=file]").last.set_input_files(file)
    open_it = page.get_by_role("button", name="Open it now")
    expect(open_it).to_be_visible()
    expect(place).to_be_focused()
    tab_to(page, open_it)
    page.keyboard.press("Enter")

    expect(page.locator(".st-key-sc_said")).to_contain_text("Your file is open.")
    expect(page.get_by_role("heading", level=1, name="Case Review")).to_be_focused()


def test_the_button_of_a_chart_keeps_the_focus_when_it_is_pressed(
    page: Page, server: Server
) -> None:
    SITUATIONS["timeline, full"].open(page, server.address)
    tab_to(page, page.get_by_role("button", name="Show the chart by month"))
    page.keyboard.press("Enter")

    expect(page.get_by_role("figure", name="Is it getting worse?")).to_be_visible()
    expect(page.get_by_role("button", name="Hide the chart by month")).to_be_focused()

    page.keyboard.press("Enter")

    expect(page.get_by_role("figure")).to_have_count(1)
    expect(page.get_by_role("button", name="Show the chart by month")).to_be_focused()


def test_a_single_letter_does_nothing_outside_a_field(page: Page, server: Server) -> None:
    """Streamlit would run the page again for an r (WCAG 2.1.4)."""
    asked: list[str] = []
    page.on("websocket", lambda line: line.on("framesent", lambda sent: asked.extend(_runs(sent))))
    SITUATIONS["help, full"].open(page, server.address)
    asked.clear()
    for key in ("r", "c", "R"):
        page.keyboard.press(key)
    page.get_by_role("navigation").get_by_role("link", name="About", exact=True).press("Enter")
    expect_at(page, "About")

    assert len(asked) == 1, "the browser asked for more than the page About"


def _runs(sent: str | bytes) -> Iterator[str]:
    """Yield the page of which the browser asks for a run, if that is what it sends."""
    message = BackMsg.FromString(sent if isinstance(sent, bytes) else sent.encode())
    if message.WhichOneof("type") == "rerun_script":
        yield message.rerun_script.page_script_hash


def test_the_page_you_are_on_is_named_in_the_menu(page: Page, server: Server) -> None:
    SITUATIONS["help, full"].open(page, server.address)
    current = page.get_by_role("navigation", name="Menu").locator("[aria-current=page]")

    expect(current).to_have_count(1)
    expect(current).to_contain_text("Help and support")
