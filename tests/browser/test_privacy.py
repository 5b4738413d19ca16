"""A whole journey full of words that occur nowhere else; afterwards they are nowhere else."""

from __future__ import annotations

import json
import re
import secrets
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Download,
    Page,
    Response,
    WebSocket,
    expect,
)

from tests.browser.conftest import at_rest
from tests.browser.server import ROOT, Server
from tests.browser.tab import told

LOUD = str(Path(__file__).parent / "odd" / "loud")
FORM = {
    "What happened?": "happened",
    "Where was it?": "where",
    "How did it affect you?": "effect",
    "Is there any proof?": "proof",
    "Who else saw or heard it?": "witness",
    "A short label for that person": "label",
    "Reference number": "number",
    "What did they say or do?": "reply",
}
LETTER = ("Your name", "Your address", "The name of the person you are helping")
FILES = ("the letter", "the list of incidents (Word)", "the summary (PDF)", "the reminders")
PAGES = ("Start", "Check your answers", "What this is", "Your timeline", "Case Review")


class Planted:
    """Words, names and numbers made up for one journey, each of its own."""

    def __init__(self) -> None:
        self.all: list[str] = []

    def text(self, of: str) -> str:
        """Return a text nobody else has: a word, a name and a number to call."""
        word, name = f"{of}zq{secrets.token_hex(4)}", f"Quxley{secrets.token_hex(4)}"
        number = f"07700{secrets.randbelow(10**6):06}"
        self.all += [word, name, number]
        return f"{word}, Mrs {name}, {number}"

    def number(self) -> str:
        """Return a reference nobody else has, as an adviser would give one."""
        number = f"QZ-{secrets.randbelow(9 * 10**6) + 10**6}"
        self.all.append(number)
        return number

    def found_in(self, text: str) -> list[str]:
        """Return those that stand in a text."""
        return [word for word in self.all if word in text]


class Heard:
    """All that a browser sent and was sent."""

    def __init__(self, context: BrowserContext) -> None:
        self.asked: list[str] = []
        self.answers: list[Response] = []
        context.on("request", lambda request: self.asked.append(request.url))
        context.on("response", self._answer)
        context.on("page", lambda page: page.on("websocket", self._socket))

    def _answer(self, answer: Response) -> None:
        self.answers.append(answer)

    def _socket(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)


class Journey:
    """One journey, its server with folders of its own, and what was heard of it."""

    def __init__(self, page: Page, server: Server, folders: list[Path], heard: Heard) -> None:
        self.page, self.server, self.folders, self.heard = page, server, folders, heard
        self.planted = Planted()
        self.started = time.time()
        self.addresses: set[str] = set()


@pytest.fixture(scope="module")
def journey(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Journey]:
    """Return a journey that has been made, on a server that logs all it can."""
    home, temporary = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("temporary")
    server = Server(
        log=tmp_path_factory.mktemp("log") / "log.txt",
        HOME=str(home),
        TMPDIR=str(temporary),
        PYTHONPATH=LOUD,
        STREAMLIT_LOGGER_LEVEL="debug",
    ).start()
    context = browser.new_context(locale="en-GB", accept_downloads=True)
    heard = Heard(context)
    made = Journey(context.new_page(), server, [home, temporary], heard)
    make(made, tmp_path_factory.mktemp("own-files"))
    yield made
    context.close()
    server.kill()


def make(journey: Journey, own_files: Path) -> None:
    """Type something into every field there is, look at every page, open and save files."""
    page, planted = journey.page, journey.planted
    page.goto(journey.server.address)
    open_a_file(page, planted, own_files)
    search_for_an_area(page, planted)
    write_an_incident(page, planted)
    bring_in_a_list(page, planted, own_files)
    save_a_list(page)
    for name in PAGES:
        follow(page, name)
        journey.addresses.add(page.url)
    write_a_letter(page, planted)
    say_that_you_applied(page)
    save_the_contacts(page)
    open_everything(page, planted, own_files)
    screen_a_caseload(page, planted, own_files)
    work_as_an_adviser(page, planted)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    at_rest(page)


def open_a_file(page: Page, planted: Planted, own_files: Path) -> None:
    """Open a case file; then save what was opened."""
    case = {
        "format": "selfcheck-case",
        "version": 1,
        "reference": planted.text("reference"),
        "applicant": "on_behalf",
        "nation": "england",
        "adviser_notes": planted.text("notes"),
        "answers": {"repeated": "yes", "distress": "yes"},
        "incidents": [
            {"id": f"i{n}", "date": f"2026-1{n}-02", "kinds": ["abusive_language"],
             "effect": planted.text("effect"), "reports": [
                {"id": f"r{n}", "date": f"2026-1{n}-03", "to": "police",
                 "response": planted.text("said")}]}
            for n in (0, 1)
        ]
        + [{"id": "bad", "date": "2026-02-31", "where": planted.text("unread")}],
    }  # fmt: skip
    file = own_files / "case.json"
    file.write_text(json.dumps(case))
    page.get_by_text("Open a file you saved").click()
    page.locator("input[type=file]").first.set_input_files(file)
    expect(page.get_by_role("heading", name="What we could not read")).to_be_visible()
    at_rest(page)
    with page.expect_download():
        page.get_by_role("button", name="Save my answers in a file").first.click()
    at_rest(page)


def search_for_an_area(page: Page, planted: Planted) -> None:
    follow(page, "Check your answers")
    page.get_by_role("button", name=re.compile("Which council area")).click()
    field = page.get_by_label("Postcode or council name")
    field.fill(planted.text("area").partition(",")[0])
    page.get_by_role("button", name="Find my council").click()
    expect(page.get_by_text("We do not know that")).to_be_visible()
    field.fill("Leeds")
    page.get_by_role("button", name="Find my council").click()
    page.get_by_role("button", name="Yes, it is Leeds").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Check your answers")


def write_an_incident(page: Page, planted: Planted) -> None:
    follow(page, "Your incidents")
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_role("button", name="Today").click()
    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_be_visible()
    page.get_by_role("button", name="Add who was told").click()
    expect(page.get_by_role("heading", name="Report 1")).to_be_visible()
    page.get_by_role("button", name="The same day").click()
    told_on = page.get_by_role("group", name="When were they told?")
    expect(told_on.get_by_role("textbox", name="Year")).to_have_value("2026")
    page.get_by_role("radio", name="Police", exact=True).check(force=True)
    page.get_by_role("radio", name="A neighbour", exact=True).check(force=True)
    at_rest(page)
    page.get_by_text("Add more detail").click()
    page.get_by_text("Add more: reference number").click()
    for label, of in FORM.items():
        field = page.get_by_role("textbox", name=re.compile(f"^{re.escape(label)}"))
        field.fill(planted.text(of)[:80])
    page.get_by_role("textbox", name="Day").first.fill("31")  # a day that is none
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("1 thing to put right")).to_be_visible()
    page.get_by_role("button", name="Today").click()
    expect(page.get_by_text("That is Sunday 22 November 2026.")).to_have_count(2)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")


def bring_in_a_list(page: Page, planted: Planted, own_files: Path) -> None:
    heading, listed, odd, wrong = (
        planted.text(of).replace(",", "") for of in ("heading", "listed", "odd", "wrong")
    )
    rows = [
        f"Date,What happened,{heading}",
        f"3/9/2026,{listed},{odd}",
        f"31/9/2026,{wrong},",
    ]
    file = own_files / f"{planted.text('file').split(',')[0]}.csv"
    file.write_text("\n".join(rows))
    page.get_by_text("Bring in a list, save it or print a sheet").click()
    page.get_by_role("button", name="Bring in a list from a file").click()
    page.locator(".st-key-bring_in_file input").set_input_files(file)
    with page.expect_download():
        page.get_by_role("button", name="Get the rows that cannot go in").click()
    page.get_by_role("button", name="Add 1 row").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")
    at_rest(page)


def save_a_list(page: Page) -> None:
    page.get_by_text("Bring in a list, save it or print a sheet").click()
    with page.expect_download():
        page.get_by_role("button", name="Save the list as a spreadsheet").click()


def write_a_letter(page: Page, planted: Planted) -> None:
    """Put a name into the letter and words into a part of it, and take every file along."""
    follow(page, "How to apply")
    page.get_by_text("Put in your name and address").click()
    for number, label in enumerate(LETTER):
        field = page.get_by_role("textbox", name=label, exact=True)
        field.fill(planted.text(f"letter{number}"))
        field.press("Tab")
        at_rest(page)
    page.get_by_text("Read and change your letter").click()
    page.get_by_role("button", name=re.compile("^Change: ")).first.click()
    passage = planted.text("passage")
    page.get_by_role("textbox", name=re.compile("your words")).fill(passage)
    page.get_by_role("button", name=re.compile("^Done")).click()
    expect(page.get_by_text("You changed this part.")).to_be_visible()
    expect(page.locator(".st-key-sc_paper")).to_contain_text(passage)
    for name in FILES:
        save(page, f"Download {name}")


def say_that_you_applied(page: Page) -> None:
    """Have reminders in plain words, and take every letter along that comes after applying."""
    page.get_by_role("checkbox", name="Use plain words in the titles").check(force=True)
    page.get_by_text("I have sent my application").click()
    for label, given in (("Day", "1"), ("Month", "11"), ("Year", "2026")):
        page.get_by_role("textbox", name=label).fill(given)
    page.get_by_role("textbox", name="Year").press("Tab")
    expect(page.get_by_text("That is Sunday 1 November 2026.")).to_be_visible()
    at_rest(page)
    save(page, "Download the reminders")
    letters = page.get_by_role("button", name=re.compile("^Download: "), include_hidden=True)
    for number in range(letters.count()):
        letters.nth(number).locator("xpath=ancestor::details/summary").click()
        with page.expect_download():
            letters.nth(number).press("Enter")  # a mouse may miss what is still unfolding
    assert letters.count() > 2


def save_the_contacts(page: Page) -> None:
    follow(page, "Help and support")
    page.get_by_role("checkbox", name="Use their full names").check(force=True)
    at_rest(page)
    save(page, "Download the contacts")


def open_everything(page: Page, planted: Planted, own_files: Path) -> None:
    """Save all there is in one file, and open that file in place of what is there."""
    follow(page, "How to apply")
    held = save(page, "Download everything in one file").path().read_bytes()
    assert held.startswith(b"PK")
    file = own_files / f"{planted.text('zip').split(',')[0]}.zip"
    file.write_bytes(held)
    follow(page, "Start")
    page.get_by_text("Open a file you saved").click()
    page.locator("input[type=file]").first.set_input_files(file)
    page.get_by_role("button", name="Open it now").click()
    expect(page.locator(".st-key-sc_said")).to_contain_text("Your file is open.")
    at_rest(page)


def screen_a_caseload(page: Page, planted: Planted, own_files: Path) -> None:
    """Give a list to the page for whole caseloads, and take what it found along."""
    follow(page, "Whole caseloads")
    case, odd = (planted.text(of).replace(",", "") for of in ("case", "row"))
    rows = [
        "case,reported on,told,happened on,area",
        f"{case},2026-09-03,police,2026-09-02,Leeds",
        f"{odd},{odd},{odd},{odd},{odd}",
    ]
    file = own_files / f"{planted.text('caseload').split(',')[0]}.csv"
    file.write_text("\n".join(rows))
    page.locator(".st-key-caseload_list input").set_input_files(file)
    expect(page.get_by_role("heading", name="Who must act soonest")).to_be_visible()
    at_rest(page)
    save(page, "Download every case")
    save(page, "Download these rows")


def work_as_an_adviser(page: Page, planted: Planted) -> None:
    """Make a client of what is here, write notes, open another, and save them all."""
    follow(page, "For advisers")
    one, other = (planted.number() for _ in range(2))
    page.get_by_role("textbox", name="Your reference for this client").fill(one)
    page.get_by_role("button", name="Keep my answers under it").click()
    expect(page.get_by_text(f"Client open: {one}").first).to_be_visible()
    at_rest(page)
    page.get_by_role("textbox", name=re.compile("^Notes on this client")).fill(planted.text("note"))
    for name in ("One page (PDF)", "Every step (PDF)", "Every step (Word)"):
        save(page, name)
    page.get_by_text("Open a new client").click()
    page.get_by_role("textbox", name="Your reference for this client").fill(other)
    page.get_by_role("button", name="Open this client").click()
    expect(page.get_by_text(f"Client open: {other}").first).to_be_visible()
    at_rest(page)
    save(page, "Save all clients in one file")
    page.get_by_role("button", name=f"Open {one}").click()
    expect(page.get_by_text(f"Client open: {one}").first).to_be_visible()
    at_rest(page)


def save(page: Page, button: str) -> Download:
    with page.expect_download() as download:
        page.get_by_role("button", name=button).first.click()
    return download.value


def follow(page: Page, name: str) -> None:
    page.get_by_role("navigation").get_by_role("link", name=re.compile(f"^{name}")).click()
    page.wait_for_selector(f'nav a[aria-current="page"]:has-text("{name}")')
    at_rest(page)


# ---- afterwards ------------------------------------------------------------------------


def test_the_tab_holds_what_was_typed(journey: Journey) -> None:
    held = json.dumps(told(journey.page), ensure_ascii=False)
    kept = [f"{of}zq" for of in (*FORM.values(), "said", "listed", "note")]

    assert [word for word in kept if word not in held] == []


def test_no_other_host_is_asked_for_anything(journey: Journey) -> None:
    asked = [url for url in journey.heard.asked if not url.startswith(("data:", "blob:"))]

    assert any(url.startswith("ws://") for url in asked)
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(journey.server.address).netloc}


def test_nothing_typed_is_in_any_address(journey: Journey) -> None:
    tab = journey.page.context.new_cdp_session(journey.page)
    history = json.dumps(tab.send("Page.getNavigationHistory"))
    addresses = "\n".join([*journey.heard.asked, *journey.addresses, history])

    assert journey.planted.found_in(addresses) == []


def test_nothing_typed_is_in_the_log_at_level_debug(journey: Journey) -> None:
    log = journey.server.log.read_text()

    assert "Beginning script thread" in log
    assert "DEBUG" in log
    assert journey.planted.found_in(log) == []


def test_nothing_typed_is_in_any_file_of_the_servers(journey: Journey) -> None:
    folders = [*journey.folders, ROOT]
    written = [file for folder in folders for file in changed_since(folder, journey.started)]

    found = [
        (file, words)
        for file in written
        if (words := journey.planted.found_in(file.read_text("utf-8", "replace")))
    ]
    assert found == []


def changed_since(folder: Path, moment: float) -> Iterator[Path]:
    for file in folder.rglob("*"):
        if file.is_file() and not file.is_symlink() and file.stat().st_mtime >= moment - 1:
            yield file


def test_nothing_typed_is_in_what_a_browser_keeps_for_longer_than_the_tab(journey: Journey) -> None:
    kept = journey.page.context.storage_state(indexed_db=True)

    assert journey.planted.found_in(json.dumps(kept, ensure_ascii=False)) == []


# ---- what each answer of the server forbids ----------------------------------------------


def test_every_answer_of_the_journey_forbids_other_hosts_guessing_and_storing(
    journey: Journey,
) -> None:
    answers = [answer for answer in journey.heard.answers if answer.url.startswith("http")]
    paths = {urlsplit(answer.url).path for answer in answers}

    for kind in ("/", "/static/", "/media/", "/_stcore/upload_file/", "/_stcore/host-config"):
        assert any(path.startswith(kind) for path in paths), kind
    for answer in answers:
        assert_closed(urlsplit(answer.url).path, answer.all_headers())


@pytest.mark.parametrize(
    "path", ["/health", "/exit", "/nowhere/at/all.js", "/media/none", "/a.map"]
)
def test_so_does_every_answer_outside_it(journey: Journey, path: str) -> None:
    answer = journey.page.request.get(f"{journey.server.address}{path}")

    assert_closed(path, answer.headers)


def assert_closed(path: str, headers: dict[str, str]) -> None:
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy, path
    assert "'unsafe-eval'" not in policy, path
    assert policy.endswith("frame-ancestors 'none'"), path
    assert headers["referrer-policy"] == "no-referrer", path
    assert headers["x-content-type-options"] == "nosniff", path
    assert "camera=()" in headers["permissions-policy"], path
    stored = "immutable" in headers.get("cache-control", "")
    assert stored == path.startswith("/static/") or headers["cache-control"] == "no-store", path


# ---- nothing on the server's disk ----------------------------------------------------------


def test_a_large_file_is_opened_where_no_file_may_grow_large(page: Page, tmp_path: Path) -> None:
    incidents = [
        {"id": f"i{n}", "date": "2026-09-02", "what_happened": "He shouted again. " * 200}
        for n in range(480)
    ]
    file = tmp_path / "case.json"
    file.write_text(json.dumps({"format": "selfcheck-case", "version": 1, "incidents": incidents}))
    server = Server(log=tmp_path / "log.txt", PYTHONPATH=LOUD, LARGEST_FILE="500000").start()
    try:
        page.goto(server.address)
        page.get_by_text("Open a file you saved").click()
        page.locator("input[type=file]").first.set_input_files(file)
        expect(page.get_by_text("480 written down")).to_be_attached()
    finally:
        server.kill()

    assert 1_700_000 < file.stat().st_size < 2_000_000


def test_a_large_caseload_is_screened_where_no_file_may_grow_large(
    page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "list.csv"
    rows = (f"C{n:06},2026-09-03,police,2026-09-02,Leeds\n" for n in range(100_000))
    file.write_text("case,reported on,told,happened on,area\n" + "".join(rows))
    server = Server(log=tmp_path / "log.txt", PYTHONPATH=LOUD, LARGEST_FILE="500000").start()
    try:
        page.goto(f"{server.address}/caseload")
        page.locator(".st-key-caseload_list input").set_input_files(file)
        expect(page.get_by_role("heading", name="Who must act soonest")).to_be_visible()
    finally:
        server.kill()

    assert file.stat().st_size > 4_000_000
