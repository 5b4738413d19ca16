"""Takes the pictures that README.md shows, into docs/pictures: `make screenshots`.

All show the example "Trouble from the flat below" on 22 November 2026.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import (
    Locator,
    Page,
    Playwright,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.chromium import find_chromium

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
EXAMPLE = "Trouble from the flat below"


def go_back_to_a_question(page: Page) -> None:
    """Show a question that is answered."""
    question = "Has it happened more than once?"
    page.get_by_role("button", name=f"Change {question}").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    expect(page.get_by_role("radio", name="Yes")).to_be_checked()


def go_down_to_the_chart(page: Page) -> None:
    """Wait for the first chart, and show it."""
    expect(page.get_by_role("figure").first.locator(".main-svg").first).to_be_visible()
    down_to(page.get_by_role("heading", level=2).first)


def go_down_to_the_letter(page: Page) -> None:
    """Show the letter, which stands below how to reach the council."""
    down_to(page.get_by_role("heading", name="Your letter"))


def down_to(heading: Locator) -> None:
    """Scroll until a heading stands under the bar of the page."""
    heading.evaluate("heading => heading.scrollIntoView()")


class Picture(NamedTuple):
    """What a picture is called, its page, how wide and high, and what is done first."""

    name: str
    page: str
    width: int
    height: int
    first: Callable[[Page], None] | None = None


PHONE, WIDE = (390, 844), (1280, 800)
TAKEN = (
    Picture("answer", "case_review", *WIDE),
    Picture("questions", "check_answers", *PHONE, go_back_to_a_question),
    Picture("diary", "incidents", *PHONE),
    Picture("meaning", "what_this_is", *PHONE),
    Picture("timeline", "timeline", *WIDE, go_down_to_the_chart),
    Picture("letter", "how_to_apply", *WIDE, go_down_to_the_letter),
)


def main() -> None:
    """Take every picture anew, and remove those that are not taken any more."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(log=Path(folder) / "log.txt").start()
        try:
            for picture in TAKEN:
                with opened(playwright, server.address, picture) as page:
                    take(page, picture, server.address)
        finally:
            server.kill()


@contextmanager
def opened(playwright: Playwright, address: str, picture: Picture) -> Iterator[Page]:
    """Yield a page of the picture's size in which the example is open."""
    browser = playwright.chromium.launch(executable_path=find_chromium(playwright))
    size = ViewportSize(width=picture.width, height=picture.height)
    page = browser.new_page(viewport=size, locale="en-GB", reduced_motion="reduce")
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    page.get_by_text("Try an example").click()
    page.get_by_role("button", name=re.compile(EXAMPLE)).click()
    expect(page.get_by_text("6 written down")).to_be_attached()
    at_rest(page)
    yield page
    browser.close()


def take(page: Page, picture: Picture, address: str) -> None:
    """Take one picture of what is seen at once."""
    page.goto(f"{address}/{picture.page}")
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=30_000)
    at_rest(page)
    if picture.first:
        picture.first(page)
        at_rest(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    seen = Image.open(BytesIO(page.screenshot(animations="disabled")))
    # 256 colours are enough for a screen of ours, and a third of the bytes.
    seen.convert("RGB").quantize(256, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(
        PICTURES / f"{picture.name}.png", optimize=True
    )
    print(f"docs/pictures/{picture.name}.png")


if __name__ == "__main__":
    main()
