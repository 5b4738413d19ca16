"""axe finds nothing against WCAG 2.0, 2.1 and 2.2, A and AA, or best practice, on any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from selfcheck.content import words
from selfcheck.interview import KEYS
from selfcheck.web import menu
from tests.browser.server import Server
from tests.browser.situations import LAST_QUESTION, SITUATIONS, Situation, unfold

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
WIDE, PHONE, NARROW = 1280, 390, 320
# Next to each other as few changes as can be, for each one lays the page out anew.
SHAPES = [(WIDE, "light"), (WIDE, "dark"), (PHONE, "dark"), (PHONE, "light")]
SHAPES += [(NARROW, "light"), (NARROW, "dark")]
TWO_SHAPES = [(PHONE, "light"), (WIDE, "dark")]
COUNTED = "states checked with axe"
Record = Callable[[str, object], None]

# What Streamlit itself does, told in docs/accessibility-statement.md; nothing may be added
# without a line there. (rule, part of Streamlit)
STREAMLITS_OWN: set[tuple[str, str]] = set()

_RUN = """async (values) => {
  const runOnly = { type: "tag", values };
  const options = { runOnly, resultTypes: ["violations"], preload: false };
  const { violations } = await axe.run(document, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, target, failureSummary }) => ({
    rule: id, html, why: failureSummary,
    part: document.querySelector(target[0])?.closest("[data-testid]")?.dataset.testid ?? "",
  })));
}"""
# Streamlit follows the browser's scheme by itself; two frames later all is drawn.
_COME_TO_REST = """async (dark) => {
  const frame = () => new Promise(requestAnimationFrame);
  const app = document.querySelector(".stApp");
  const isDark = () => parseInt(getComputedStyle(app).backgroundColor.slice(4)) < 128;
  const start = performance.now();
  while (isDark() !== dark) {
    if (performance.now() - start > 30_000) throw new Error(`the page is not drawn dark: ${dark}`);
    await frame();
  }
  await frame(); await frame();
}"""


class Axe:
    """One browser tab and what was checked in it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address, self.states = page, address, 0
        self.source = files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")

    def open(self, situation: Situation) -> None:
        """Open a screen with all that is folded away."""
        self._show(NARROW if situation.phone else WIDE, "light")
        situation.open(self.page, self.address)
        if not situation.phone:
            unfold(self.page)
        self.page.evaluate(self.source)

    def violations(self, shapes: Iterable[tuple[int, str]]) -> Iterator[str]:
        """Yield each violation of any rule at these widths and schemes, with where it was."""
        for width, scheme in shapes:
            self._show(width, scheme)
            self.states += 1
            for one in self.page.evaluate(_RUN, RULES):
                if (one["rule"], one["part"]) not in STREAMLITS_OWN:
                    yield f"{width} {scheme}, {one['rule']}: {one['html']}\n{one['why']}"

    def counted(self) -> int:
        """Return how many states were checked since this was last asked."""
        states, self.states = self.states, 0
        return states

    def _show(self, width: int, scheme: Any) -> None:
        self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        self.page.set_viewport_size({"width": width, "height": 900})
        if self.page.locator(".stApp").count():
            self.page.evaluate(_COME_TO_REST, scheme == "dark")


@pytest.fixture(scope="module")
def axe(browser: Browser, browser_context_args: dict[str, Any], server: Server) -> Iterator[Axe]:
    """Return axe in a tab of its own."""
    context = browser.new_context(**browser_context_args)
    yield Axe(context.new_page(), server.address)
    context.close()


@pytest.mark.parametrize("name", menu.names())
def test_axe_finds_nothing_on_a_page_in_full_on_a_phone_or_dark_and_wide(
    axe: Axe, name: str, record_property: Record
) -> None:
    axe.open(SITUATIONS[f"{name}, full"])
    found = list(axe.violations(TWO_SHAPES))
    record_property(COUNTED, axe.counted())

    assert not found, "\n\n".join(found)


@pytest.mark.long
@pytest.mark.parametrize("name", SITUATIONS)
def test_axe_finds_nothing_at_any_width_light_or_dark(
    axe: Axe, name: str, record_property: Record
) -> None:
    situation = SITUATIONS[name]
    axe.open(situation)
    shapes = [(width, scheme) for width, scheme in SHAPES if width != WIDE or not situation.phone]
    found = list(axe.violations(shapes))
    record_property(COUNTED, axe.counted())

    assert not found, "\n\n".join(found)


@pytest.mark.long
def test_axe_finds_nothing_on_any_question(axe: Axe, record_property: Record) -> None:
    axe.open(LAST_QUESTION)
    heading = axe.page.get_by_role("heading", level=1)
    found, asked = list(axe.violations(SHAPES)), [heading.inner_text()]
    while len(asked) < len(KEYS):
        axe.page.get_by_role("button", name="Back", exact=True).click()
        expect(heading).not_to_have_text(asked[-1])
        unfold(axe.page)
        found += axe.violations(SHAPES)
        asked.append(heading.inner_text())
    record_property(COUNTED, axe.counted())

    assert not found, "\n\n".join(found)
    assert asked[-1] == words("questions")[KEYS[0]]["ask_on_behalf"]
