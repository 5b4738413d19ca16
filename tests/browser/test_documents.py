"""Documents as people get them: the letter changed and taken along, and all of it opened again."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import ROOT, Server

Visit = Callable[[str, str], None]
EXAMPLE = "Trouble from the flat below"
MINE = "They bang on my ceiling every night."


def open_example(page: Page, visit: Visit, server: Server) -> None:
    visit(server.address, "")
    page.get_by_text("Try an example").click()
    page.get_by_role("button", name=EXAMPLE).click()
    expect(page.get_by_text("6 written down")).to_be_attached()
    at_rest(page)


def follow(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    at_rest(page)


def download(page: Page, name: str) -> Download:
    with page.expect_download() as told:
        page.get_by_role("button", name=name, exact=True).click()
    return told.value


def read(file: Download) -> str:
    """Return all words of a Word file, its tables' included."""
    document = Document(str(file.path()))
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.mark.parametrize("line_ms", [0, 400], ids=["on a quick line", "on a slow line"])
def test_the_letter_is_changed_on_the_page_and_the_last_words_typed_are_in_the_file(
    page: Page, server: Server, visit: Visit, line_ms: int
) -> None:
    open_example(page, visit, server)
    follow(page, "How to apply")
    page.get_by_text("Read and change your letter").click()
    page.get_by_role("button", name="Change: What is happening").click()
    slow_down(page, line_ms)
    page.get_by_label(re.compile("^What is happening: your words")).fill(MINE)
    file = download(page, "Download the letter")

    assert file.suggested_filename == "letter.docx"
    assert MINE in read(file)
    assert "There were 6 incidents" not in read(file)
    # The table comes from the diary: an incident, its report, and the last day it counts.
    assert "22 August 2026" in read(file)
    assert "24 August 2026" in read(file)
    assert "23 February 2027" in read(file)


def slow_down(page: Page, line_ms: int) -> None:
    """Let every word between this page and the server take a while longer to arrive."""
    # Networks of Chromium's own making leave open sockets alone, so this delays the socket.
    page.evaluate(
        """(ms) => {
            if (!ms) return;
            const send = WebSocket.prototype.send;
            const waiting = [];
            WebSocket.prototype.send = function (data) {
                waiting.push(data);
                setTimeout(() => send.call(this, waiting.shift()), ms);
            };
        }""",
        line_ms,
    )


def test_a_name_is_in_the_letter_and_not_in_what_the_tab_keeps(
    page: Page, server: Server, visit: Visit
) -> None:
    open_example(page, visit, server)
    follow(page, "How to apply")
    page.get_by_text("Put in your name and address").click()
    page.get_by_label("Your name").fill("Ada Marker")

    assert "Ada Marker" in read(download(page, "Download the letter"))
    assert "Ada Marker" not in page.evaluate("JSON.stringify({ ...sessionStorage })")


def test_everything_is_taken_along_the_page_is_left_and_the_answers_come_back(
    page: Page, server: Server, visit: Visit, tmp_path: Path
) -> None:
    open_example(page, visit, server)
    follow(page, "How to apply")
    file = download(page, "Download everything in one file")
    taken = tmp_path / file.suggested_filename
    file.save_as(taken)
    page.get_by_role("button", name="Exit this page").click()
    expect(page.get_by_role("heading", name="Everyday")).to_be_visible()

    visit(server.address, "")
    expect(page.get_by_text("6 written down")).not_to_be_attached()
    page.get_by_text("Open a file you saved").click()
    page.locator("input[type=file]").set_input_files(taken)

    expect(page.get_by_text("Your file is open.").first).to_be_visible()
    expect(page.get_by_text("6 written down")).to_be_attached()
    assert taken.name == "notes-2026-11-22.zip"


def test_a_file_that_cannot_be_made_is_told_in_plain_words_and_costs_nothing(
    page: Page, visit: Visit, tmp_path: Path
) -> None:
    script = ROOT / "tests" / "browser" / "odd" / "unmade.py"
    odd = Server(script=script, log=tmp_path / "log.txt").start()
    try:
        open_example(page, visit, odd)
        follow(page, "How to apply")
        page.get_by_role("button", name="Download the letter").click()

        expect(page.get_by_role("status").first).to_contain_text("that file could not be made")
        expect(page.get_by_text("Failed to generate")).not_to_be_visible()
        expect(page.get_by_role("heading", level=1)).to_have_text("How to apply")
        assert download(page, "Download the list of incidents (Word)").path().exists()
    finally:
        odd.kill()
    assert "Marker in a letter" not in odd.log.read_text("utf-8")
