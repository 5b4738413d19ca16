"""Takes a picture of every page, narrow and wide, into docs/pictures: `make screenshots`.

The pictures show the example "A group outside the house" on 22 November 2026.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright, expect, sync_playwright

from selfcheck.web import menu
from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.chromium import find_chromium

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
EXAMPLE = "A group outside the house"
WIDTHS = {"phone": (390, 844), "wide": (1280, 900)}


def main() -> None:
    """Take every picture anew."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(log=Path(folder) / "log.txt").start()
        try:
            for name, (width, height) in WIDTHS.items():
                with opened(playwright, server.address, width, height) as page:
                    for place in menu.names():
                        picture(page, f"{server.address}/{place}", PICTURES / f"{place}-{name}.png")
        finally:
            server.kill()


@contextmanager
def opened(playwright: Playwright, address: str, width: int, height: int) -> Iterator[Page]:
    """Yield a page of that size in which the example is open."""
    browser = playwright.chromium.launch(executable_path=find_chromium(playwright))
    page = browser.new_page(viewport={"width": width, "height": height}, locale="en-GB")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    page.get_by_text("Try an example").first.click()
    page.get_by_role("button", name=re.compile(EXAMPLE)).click()
    at_rest(page)
    yield page
    browser.close()


def picture(page: Page, address: str, file: Path) -> None:
    """Take a picture of what is first seen of a page."""
    page.goto(address.removesuffix("/start"))
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    at_rest(page)
    page.screenshot(path=file, animations="disabled")
    print(f"docs/pictures/{file.name}")


if __name__ == "__main__":
    main()
