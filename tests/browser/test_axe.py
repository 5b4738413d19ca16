"""axe finds nothing against WCAG 2.0, 2.1 and 2.2, A and AA, or best practice, on any screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.resources import files
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from selfcheck.content import words
from selfcheck.interview import KEYS
from tests.browser.server import Server
from tests.browser.situations import LAST_QUESTION, SITUATIONS, Situation, unfold

pytestmark = pytest.mark.long

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]  # all that another scheme can change
WIDE, PHONE, NARROW = 1280, 390, 320
COUNTED = "states checked with axe"
Record = Callable[[str, object], None]

# What Streamlit itself does, told in docs/accessibility-statement.md; nothing may be added
# without a line there. (rule, part of Streamlit)
STREAMLITS_OWN: set[tuple[str, str]] = set()

_RUN = """async ([type, values]) => {
  const options = { runOnly: { type, values }, resultTypes: ["violations"], preload: false };
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
  while (isDark() !== dark) await frame();
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

    def in_every_shape(self, *, phone: bool) -> Iterator[str]:
        """Yield each violation at every width, light and dark."""
        for width in (NARROW, PHONE) if phone else (WIDE, PHONE, NARROW):
            yield from self.at(width, "light", "tag", RULES)
            yield from self.at(width, "dark", "rule", COLOURS)

    def in_two_shapes(self) -> Iterator[str]:
        """Yield each violation on a wide light screen and on a narrow dark one."""
        yield from self.at(WIDE, "light", "tag", RULES)
        yield from self.at(NARROW, "dark", "tag", RULES)

    def at(self, width: int, scheme: str, kind: str, rules: list[str]) -> Iterator[str]:
        """Yield each violation of some rules, with where it was found."""
        self._show(width, scheme)
        self.states += 1
        for one in self.page.evaluate(_RUN, [kind, rules]):
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


@pytest.mark.parametrize("name", SITUATIONS)
def test_axe_finds_nothing(axe: Axe, name: str, record_property: Record) -> None:
    situation = SITUATIONS[name]
    axe.open(situation)
    shapes = axe.in_two_shapes() if situation.more else axe.in_every_shape(phone=situation.phone)
    found = list(shapes)
    record_property(COUNTED, axe.counted())

    assert not found, "\n\n".join(found)


def test_axe_finds_nothing_on_any_question(axe: Axe, record_property: Record) -> None:
    axe.open(LAST_QUESTION)
    heading = axe.page.get_by_role("heading", level=1)
    found, asked = list(axe.in_two_shapes()), [heading.inner_text()]
    while len(asked) < len(KEYS):
        axe.page.get_by_role("button", name="Back", exact=True).click()
        expect(heading).not_to_have_text(asked[-1])
        unfold(axe.page)
        found += axe.in_two_shapes()
        asked.append(heading.inner_text())
    record_property(COUNTED, axe.counted())

    assert not found, "\n\n".join(found)
    assert asked[-1] == words("questions")[KEYS[0]]["ask_on_behalf"]
