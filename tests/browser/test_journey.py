"""The whole journey, by visible labels, against the app started as the README says."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import ROOT, free_port

START_WITHIN_SECONDS = 300  # it may have to set itself up first

# What the person answers, by the question they see; anything else they skip.
ANSWERS = {
    "Are you, or is anyone else, in danger right now?": "No",
    "Where is it happening?": "England",
    "Is it something you do not want?": "Yes",
    "Has it happened more than once?": "Yes",
    "Who is doing it?": "One person",
    "Who is the person doing it to you?": "A neighbour",
    "Is it something they are officially allowed to do, done in a reasonable way?": "No",
    "Has it upset, alarmed or harassed you or anyone else?": "Yes",
    "What has been done since it was reported?": "Something, but not enough",
}
INCIDENTS = [  # happened, reported
    ("18 7 2026", "19 7 2026"),
    ("2 9 2026", "3 9 2026"),
    ("19 10 2026", "20 10 2026"),
]


@pytest.fixture(scope="module")
def made() -> Iterator[str]:
    """Return the address of the app started by the README's first command."""
    port = free_port()
    command = ["make", "run", f"PORT={port}", "ARGS=--server.headless=true"]
    environment = {**os.environ, "SELFCHECK_TODAY": "2026-11-22"}
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, start_new_session=True
    )
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while not _answers(port):
        assert process.poll() is None, "make run ended by itself"
        assert time.monotonic() < deadline, "make run did not start the app in time"
        time.sleep(0.2)  # between knocks at the door of a server that is starting
    yield f"http://127.0.0.1:{port}"
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_a_resident_goes_from_the_first_question_to_the_day_to_apply_by(
    page: Page, made: str
) -> None:
    page.goto(made)
    press(page, "Start for myself")
    answer_the_questions(page)
    follow(page, "Your incidents")
    for happened, reported in INCIDENTS:
        write_down(page, happened, reported)
    follow(page, "What this is")

    expect(page.get_by_role("heading", name="Harassment", exact=True)).to_be_visible()

    follow(page, "Your timeline")
    expect(page.get_by_role("figure").first).to_be_visible()
    follow(page, "Case Review")

    # Six months beginning with 19 July 2026 end on 18 January 2027.
    expect(page.locator("main")).to_contain_text("Apply by Monday 18 January 2027.")
    expect(page.locator("main")).to_contain_text("The published rule of Leeds.")

    follow(page, "How to apply")
    expect(page.locator("main")).to_contain_text("Leeds")
    follow(page, "Help and support")
    expect(page.get_by_role("link", name=re.compile("0808|08 08")).first).to_be_visible()


def answer_the_questions(page: Page) -> None:
    """Answer what is known and skip the rest, until the answers are there to be checked."""
    for _ in range(40):
        question = heading(page)
        if question == "Check your answers":
            return
        if question == "Which council area is it happening in?":
            page.get_by_label("Postcode or council name").fill("LS1 4AP")
            press(page, "Find my council")
            press(page, "Yes, it is Leeds")
        elif question == "What has been happening?":
            only(page.get_by_role("checkbox", name=re.compile("^Abusive language"))).check(
                force=True
            )
            settle(page)
            press(page, "Continue")
        elif question in ANSWERS:
            only(page.get_by_role("radio", name=ANSWERS[question], exact=True)).check(force=True)
            settle(page)
            press(page, "Continue")
        else:
            press(page, "Skip")
        expect(page.get_by_role("heading", level=1)).not_to_have_text(question)
        settle(page)
    raise AssertionError("the questions did not come to an end")


def write_down(page: Page, happened: str, reported: str) -> None:
    """Add one incident and its report to the police."""
    press(page, "Add an incident")
    fill_day(page, happened, which=0)
    only(page.get_by_role("checkbox", name="Abusive language")).check(force=True)
    settle(page)
    page.get_by_role("textbox", name=re.compile("What happened")).fill("Shouting at the door.")
    press(page, "Add who was told")
    fill_day(page, reported, which=1)
    only(page.get_by_role("radio", name="Police", exact=True)).check(force=True)
    settle(page)
    press(page, "Save")
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")


def fill_day(page: Page, day: str, *, which: int) -> None:
    for name, number in zip(("Day", "Month", "Year"), day.split(), strict=True):
        field = page.get_by_role("textbox", name=re.compile(f"^{name}")).nth(which)
        field.fill(number)
        field.press("Tab")
        settle(page)


def press(page: Page, name: str) -> None:
    only(page.get_by_role("button", name=name, exact=True)).click()
    settle(page)


def settle(page: Page) -> None:
    """Wait until what was just done has been answered, and nothing old is left in the page."""
    page.wait_for_timeout(300)  # what is typed or pressed takes a moment to reach the server
    at_rest(page)


def only(found: Locator) -> Locator:
    """Return what was found once it is alone: a screen that goes may still be in the page."""
    expect(found).to_have_count(1)
    return found


def follow(page: Page, name: str) -> None:
    """Go to a page by the menu, and wait for its heading."""
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    settle(page)


def heading(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text().strip()


def _answers(port: int) -> bool:
    door = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        door.request("GET", "/health")
        return door.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        door.close()
