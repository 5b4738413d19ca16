"""What a tab holds and what stands on its screen, read without the app's help."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

KEPT = "selfcheck:kept:"
TYPED = "selfcheck:typed:"
FRAMES = 4_000  # at most; a minute or so on a screen that draws sixty a second

# Every field that may be half filled, by its name: its text, or what is chosen in it.
_FIELDS = """() => Object.fromEntries(
  [...document.querySelectorAll('[class*="st-key-draft_"]')].map((box) => {
    const name = [...box.classList].find((it) => it.startsWith("st-key-draft_")).slice(7);
    const text = box.querySelector("textarea, input[type=text]");
    const ticked = [...box.querySelectorAll("input:checked")];
    const chosen = ticked.map((it) => it.closest("label").innerText);
    return [name, text ? text.value : chosen];
  }).filter(([_, value]) => value.length))"""


def fields(page: Page) -> dict[str, Any]:
    """Return what stands in the fields on screen that are not empty."""
    found: dict[str, Any] = page.evaluate(_FIELDS)
    return found


def told(page: Page) -> dict[str, Any]:
    """Return the case that the tab holds, and all that is half filled, sent or not."""
    held: dict[str, str] = page.evaluate("({ ...sessionStorage })")
    parts = {name[len(KEPT) :]: json.loads(body) for name, body in held.items() if KEPT in name}
    drafts = parts.pop("drafts", {})
    drafts |= {name[len(TYPED) :]: text for name, text in held.items() if TYPED in name}
    return parts | {"drafts": {name: value for name, value in drafts.items() if value}}


def until(page: Page, true: Callable[[], bool], says: Callable[[], object]) -> None:
    """Wait, a frame at a time, until something is true; fail with what `says` returns."""
    for _ in range(FRAMES):
        if true():
            return
        page.evaluate("() => new Promise((done) => setTimeout(done, 15))")
    raise AssertionError(says())
