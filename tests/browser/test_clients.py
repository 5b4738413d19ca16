"""Twenty clients of an adviser in real Chromium: nothing of one ever comes to another."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from selfcheck.case import Body, Case, Incident, Report
from selfcheck.content import words
from selfcheck.documents.clients_file import save_all
from selfcheck.web import menu
from tests.browser.conftest import at_rest, kept
from tests.browser.server import Server
from tests.browser.tab import until

Visit = Callable[[str, str], None]
HOW_MANY = 20
MARKERS = [f"marker{number:02}" for number in range(1, HOW_MANY + 1)]


def reference(number: int) -> str:
    return f"JB-{number:04}"


def case(number: int) -> Case:
    """Return a client with the same marker in its diary and in the notes."""
    marker = MARKERS[number - 1]
    report = Report(id="r1", date=date(2026, 9, 3), to=Body.POLICE, reference=f"{marker} ref")
    incident = Incident(id="i1", date=date(2026, 9, 2), what_happened=marker, reports=(report,))
    return Case(reference=reference(number), incidents=(incident,), adviser_notes=f"{marker} note")


def open_file(page: Page, name: str, data: bytes) -> None:
    page.get_by_text("Open saved clients").click()
    file = {"name": name, "mimeType": "application/zip", "buffer": data}
    page.locator('input[type="file"]').first.set_input_files(file)  # type: ignore[arg-type] # a plain dict with the fields it asks for
    expect(page.get_by_role("heading", name="What became of each file")).to_be_visible()
    at_rest(page)
    page.get_by_role("button", name="Done with this list").click()
    expect(page.get_by_role("heading", name="What became of each file")).to_be_hidden()
    at_rest(page)


def switch(page: Page, number: int) -> None:
    page.get_by_role("button", name=f"Open {reference(number)}", exact=True).click()
    expect_on_screen(page, number)


def expect_on_screen(page: Page, number: int) -> None:
    expect(page.locator(".st-key-sc_client strong")).to_have_text(reference(number))
    at_rest(page)


def notes(page: Page) -> Locator:
    return page.get_by_label("Notes on this client")


def go(page: Page, name: str) -> None:
    title = words("frame")["pages"][name]["title"]
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{title}")).click()
    expect(page.locator(f'nav a[href="{menu.address(name)}"]')).to_have_attribute(
        "aria-current", "page"
    )
    at_rest(page)


def in_the_tab(page: Page) -> dict[str, set[str]]:
    """Return the markers that the tab holds for each client, by reference, drafts included."""
    found: dict[str, set[str]] = {}
    held = {key.partition("kept:")[2]: body for key, body in kept(page).items() if "kept:" in key}
    on_screen = json.loads(held["answers"])["reference"]
    for name, body in held.items():
        if name == "clients":
            continue
        whose = on_screen
        if name.startswith("client-"):
            whose = json.loads(body)["case"]["reference"]
        found.setdefault(whose, set()).update(re.findall(r"marker\d\d", body))
    for key, text in kept(page).items():
        if "typed:" in key:
            found[on_screen].update(re.findall(r"marker\d\d", text))
    return found


def expect_unmixed(page: Page) -> None:
    expected = {reference(n): {MARKERS[n - 1]} for n in range(1, HOW_MANY + 1)}

    assert in_the_tab(page) == expected


def on_screen(page: Page) -> set[str]:
    """Return the markers that can be seen, in words and in fields."""
    shown = page.locator('[data-testid="stMain"]').inner_text()
    fields: list[str] = page.evaluate(
        "[...document.querySelectorAll('textarea, input')].map((field) => field.value)"
    )
    return set(re.findall(r"marker\d\d", " ".join([shown, *fields])))


def saved(page: Page, tmp_path: Path) -> list[dict[str, Any]]:
    """Return the cases in the file with all clients, as they are saved."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save all clients in one file").click()
    path = tmp_path / "all.zip"
    download.value.save_as(path)
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as bundle:
        return [json.loads(bundle.read(name)) for name in bundle.namelist()]


def half_fill(page: Page, text: str) -> None:
    """Begin an incident of the client on screen, and leave it half filled."""
    go(page, "incidents")
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_label("What happened").fill(text)
    page.get_by_label("What happened").blur()
    at_rest(page)


def test_twenty_clients_are_never_mixed_by_anything_that_happens_to_a_tab(
    page: Page, own_server: Server, visit: Visit, tmp_path: Path
) -> None:
    visit(own_server.address, "for_advisers")
    open_file(page, "all.zip", save_all(map(case, range(1, HOW_MANY + 1)), date(2026, 11, 22)))
    expect_on_screen(page, 1)
    expect(page.get_by_text("20 clients are open in this tab.")).to_be_visible()
    expect_unmixed(page)

    # Each is changed while it is on screen, the last word typed in the moment of leaving.
    for number in (2, 3, 7, 20):
        switch(page, number)
        expect(notes(page)).to_have_value(f"{MARKERS[number - 1]} note")
        assert on_screen(page) == {MARKERS[number - 1]}
        notes(page).fill(f"{MARKERS[number - 1]} changed")

    # Half an incident for one, nothing of it for the next.
    switch(page, 5)
    half_fill(page, f"{MARKERS[4]} half")
    page.get_by_role("link", name="Change client").click()
    expect(page.get_by_role("heading", level=1, name="For advisers")).to_be_visible()
    at_rest(page)
    switch(page, 6)
    half_fill(page, f"{MARKERS[5]} half")
    assert on_screen(page) == {MARKERS[5]}
    expect_unmixed(page)

    page.reload()
    expect(page.get_by_label("What happened")).to_have_value(f"{MARKERS[5]} half")
    expect_on_screen(page, 6)
    assert on_screen(page) == {MARKERS[5]}

    page.get_by_label("What happened").fill(f"{MARKERS[5]} half and more")
    own_server.kill()
    expect(page.get_by_text("The connection is lost.")).to_be_visible()
    own_server.start()
    expect(page.get_by_text("Connected again.")).to_be_visible()
    at_rest(page)
    expect(page.get_by_label("What happened")).to_have_value(f"{MARKERS[5]} half and more")

    go(page, "for_advisers")
    switch(page, 5)
    expect_unmixed(page)
    go(page, "incidents")
    expect(page.get_by_label("What happened")).to_have_value(f"{MARKERS[4]} half")

    go(page, "for_advisers")
    cases = saved(page, tmp_path)
    assert len(cases) == HOW_MANY
    for number, found in enumerate(cases, 1):
        changed = "changed" if number in (2, 3, 7, 20) else "note"
        assert found["reference"] == reference(number)
        assert found["adviser_notes"] == f"{MARKERS[number - 1]} {changed}"
        assert set(re.findall(r"marker\d\d", json.dumps(found))) == {MARKERS[number - 1]}

    page.get_by_role("button", name="Exit this page").click()
    expect(page.get_by_role("heading", name="Everyday")).to_be_visible()
    visit(own_server.address, "for_advisers")
    assert on_screen(page) == set()
    assert "Client open" not in page.locator('[data-testid="stMain"]').inner_text()
    assert not [body for body in kept(page).values() if "marker" in body]

    open_file(page, "all.zip", (tmp_path / "all.zip").read_bytes())
    expect_unmixed(page)


def press(page: Page, name: str) -> None:
    """Press a button without a mouse."""
    button = page.get_by_role("button", name=name, exact=True)
    button.focus()
    expect(button).to_be_focused()
    page.keyboard.press("Enter")
    at_rest(page)


def test_a_client_is_opened_switched_and_closed_with_the_keyboard_alone(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "for_advisers")
    field = page.get_by_label("Your reference for this client")
    field.focus()
    page.keyboard.type("Sarah Jones")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("That looks like a name.")).to_be_visible()
    expect(field).to_have_attribute("aria-invalid", "true")
    field.focus()
    page.keyboard.press("Control+a")
    page.keyboard.type(reference(1))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_on_screen(page, 1)

    page.locator("summary", has_text="Open a new client").focus()
    page.keyboard.press("Enter")
    field.focus()
    page.keyboard.type(reference(2))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect_on_screen(page, 2)

    press(page, f"Open {reference(1)}")
    expect_on_screen(page, 1)
    page.locator("summary", has_text="Change the reference or close").focus()
    page.keyboard.press("Enter")
    press(page, f"Close {reference(1)}")
    press(page, "Close it now")
    expect_on_screen(page, 2)
    press(page, "Undo")
    expect_on_screen(page, 1)


def test_the_button_that_copies_the_trace_is_there_for_the_keyboard(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "for_advisers")
    open_file(page, "1.zip", save_all([case(1)], date(2026, 11, 22)))
    page.get_by_text("Copy it all as text for your file").click()
    copy = page.get_by_role("button", name="Copy to clipboard")
    expect(copy).to_be_visible()
    copy.focus()

    expect(copy).to_be_focused()
    box = copy.bounding_box()
    assert box
    assert min(box["width"], box["height"]) >= 44
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.keyboard.press("Enter")
    until(
        page, lambda: _copied(page).startswith("How the answer was reached"), lambda: _copied(page)
    )


def _copied(page: Page) -> str:
    copied: str = page.evaluate("navigator.clipboard.readText()")
    return copied


def test_a_full_tab_keeps_the_last_whole_state_and_says_so(
    page: Page, server: Server, visit: Visit
) -> None:
    visit(server.address, "for_advisers")
    open_file(page, "all.zip", save_all(map(case, range(1, HOW_MANY + 1)), date(2026, 11, 22)))
    before = kept(page)
    page.evaluate(
        "sessionStorage.setItem('other', 'x'.repeat(5_242_000 - JSON.stringify(sessionStorage).length))"
    )
    notes(page).fill(f"{MARKERS[0]} " + "long " * 700)
    notes(page).blur()
    expect(page.get_by_text("There is too much here for this browser to keep.")).to_be_visible()
    at_rest(page)

    held = {key: body for key, body in kept(page).items() if "typed:" not in key}
    assert held == {key: body for key, body in before.items() if "typed:" not in key}

    page.evaluate("sessionStorage.removeItem('other')")
    switch(page, 2)
    expect(page.get_by_text("There is too much here for this browser to keep.")).to_be_hidden()
    expect_unmixed(page)
