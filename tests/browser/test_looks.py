"""Large text, wide spacing, little motion, forced colours, paper, and thumbs."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.server import Server
from tests.browser.situations import LAST_QUESTION, SITUATIONS, unfold

pytestmark = pytest.mark.long

# Every page in full, and the screens that are not like one of them.
NAMES = [name for name, situation in SITUATIONS.items() if "full" in name] + [
    "start, empty",
    "what_this_is, stalking_danger",
    "new incident",
    "incident with mistakes",
    "incident removed",
    "list read",
    "file read in part",
    "for_advisers, client",
    "caseload, list",
    "another case instead",
    "council, Newport",
    "menu of a phone",
    "connection lost",
]
SHAPES = pytest.mark.parametrize("name", NAMES)

# Words that lie beyond the screen's right edge, outside a box that scrolls for itself, and
# words cut off by a box round them. Two pixels are rounding.
_CUT_OFF = """async () => {
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  const wide = document.documentElement.clientWidth;
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = walk.nextNode(); text; text = walk.nextNode()) {
    const it = text.parentElement;
    const aside = "script, style, noscript, svg, .sc-facts:has(thead th:nth-child(3))";
    if (!text.data.trim() || it.closest(aside)) continue;
    if (it.closest("[data-testid=stIconMaterial], [data-testid=stSkipToContent]")) continue;
    if (!it.checkVisibility({ visibilityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const words = range.getBoundingClientRect();
    const says = text.data.trim().slice(0, 60);
    let spoken = false;  // by a screen reader alone
    const cut = [];
    for (let box = it; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, clipPath } = getComputedStyle(box);
      const round = box.getBoundingClientRect();
      if (clipPath !== "none" || Math.min(round.width, round.height) <= 2) { spoken = true; break; }
      const inside = (over, by) => over === "visible" || by <= 2;
      if (!inside(overflowX, Math.max(words.right - round.right, round.left - words.left)))
        cut.push(`beside ${box.className}`);
      if (["hidden", "clip"].includes(overflowY) && words.height - round.height > 2)
        cut.push(`below ${box.className}`);
    }
    if (spoken) continue;
    if (words.right > wide + 2) cut.push("beyond the edge");
    if (cut.length) found.push(`"${says}" is cut off ${cut}`);
  }
  for (const it of [document.documentElement, document.querySelector("main")]) {
    const sideways = it.scrollWidth - it.clientWidth;
    if (sideways > 0) found.push(`sideways by ${sideways}`);
  }
  return found;
}"""
# Words of a picture that its edge cuts off.
_CUT_OFF_IN_A_PICTURE = """() => [...document.querySelectorAll("svg text")].flatMap((it) => {
  const [words, round] = [it, it.ownerSVGElement].map((one) => one.getBoundingClientRect());
  const beyond = Math.max(words.right - round.right, round.left - words.left);
  return words.width && beyond > 2 ? [`"${it.textContent}" by ${beyond}`] : [];
})"""
_SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }
"""
# Everything that can be touched, but for the link past the menu, which only a key can reach.
_TARGETS = """() => {
  const choices = "label:has(input[type=radio], input[type=checkbox])";
  const targets = `a:not([href="#stMain"]), button, summary, textarea, input, ${choices}`;
  return [...document.querySelectorAll(targets)].flatMap((it) => {
    const { width, height } = it.getBoundingClientRect();
    const drawn = it.checkVisibility({ visibilityProperty: true });
    if (!drawn || Math.min(width, height) <= 2) return [];
    if (it.matches("input") && it.closest("label")) return [];
    const size = `${Math.round(width)} x ${Math.round(height)}`;
    return height < 43.5 || width < 24 ? [`${size}: ${it.outerHTML.slice(0, 160)}`] : [];
  });
}"""
_MOVING = """() => [...document.querySelectorAll("*")].flatMap((it) => {
  const { animationName, animationDuration, transitionDuration } = getComputedStyle(it);
  const lasts = (of) => of.split(",").some((one) => parseFloat(one) > 0);
  const moves = (animationName !== "none" && lasts(animationDuration)) || lasts(transitionDuration);
  return moves ? [it.outerHTML.slice(0, 160)] : [];
})"""


def show(page: Page, server: Server, name: str, *, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    SITUATIONS[name].open(page, server.address)
    if not SITUATIONS[name].phone:
        unfold(page)


@pytest.fixture(scope="module")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Return what every page opens with; a style of the reader's own may be added."""
    return {**browser_context_args, "bypass_csp": True, "device_scale_factor": 2}


@SHAPES
def test_nothing_is_cut_off_or_needs_scrolling_sideways_at_any_zoom_or_spacing(
    page: Page, server: Server, name: str
) -> None:
    """1280 x 1024 at 400 % is 320 x 256, and at 200 % 640 x 512 (WCAG 1.4.4, 1.4.10, 1.4.12)."""
    show(page, server, name, width=320, height=256)

    assert page.evaluate(_CUT_OFF_IN_A_PICTURE) == []
    assert page.evaluate(_CUT_OFF) == []
    page.set_viewport_size({"width": 640, "height": 512})
    assert page.evaluate(_CUT_OFF) == []
    page.add_style_tag(content=_SPACING)
    assert page.evaluate(_CUT_OFF) == []
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate(_CUT_OFF) == []


@SHAPES
def test_what_can_be_touched_is_44_pixels_high(page: Page, server: Server, name: str) -> None:
    show(page, server, name, width=390, height=844)

    assert page.evaluate(_TARGETS) == []


@pytest.mark.parametrize("name", ["start, full", "new incident", "timeline, full"])
def test_nothing_moves_for_who_asked_for_little_motion(
    page: Page, server: Server, name: str
) -> None:
    page.emulate_media(reduced_motion="reduce")
    show(page, server, name, width=390, height=844)

    assert page.evaluate(_MOVING) == []


def test_a_choice_made_can_be_told_from_the_others_in_forced_colours(
    page: Page, server: Server
) -> None:
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 390, "height": 844})
    LAST_QUESTION.open(page, server.address)
    mark = "> div > :first-child"
    chosen = page.locator("label:has(input:checked)").locator(mark)
    other = page.locator("label:has(input[type=radio]:not(:checked))").first.locator(mark)

    assert chosen.screenshot() != other.screenshot()


def test_on_paper_stands_the_page_without_what_can_only_be_pressed(
    page: Page, server: Server
) -> None:
    page.emulate_media(color_scheme="dark")
    show(page, server, "case_review, full", width=1280, height=800)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})

    for part in (
        ".sc-bar",
        "nav",
        '[class*="st-key-own_file_"]',
        ".sc-foot-end",
        "[data-testid=stButton]",
    ):
        assert not [one for one in page.locator(part).all() if one.is_visible()], part
    assert page.evaluate("document.documentElement.scrollHeight") > 1123
    for words in (page.get_by_role("heading", level=1), page.locator("main p").last):
        assert words.evaluate("it => getComputedStyle(it).color") == "rgb(0, 0, 0)"
