"""One hundred faults at random moments of several journeys; the answers after equal those before.

`make test` injects a few of them, each kind at least once; `make test-faults` all hundred.
Every journey has its own seed, so the same faults come at the same places each time. Other
hundreds come with another seed: `SELFCHECK_SEED=7 make test-faults`.
"""

from __future__ import annotations

import os
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.browser.switch import Switch
from tests.browser.tab import fields, told, until

SEED = int(os.environ.get("SELFCHECK_SEED", "20261122"))
JOURNEYS = 4
# The dear ones are fewer: a server takes seconds to start.
KINDS = ["refresh"] * 7 + ["drop"] * 6 + ["address"] * 6 + ["replica"] * 3 + ["kill"] * 3
FEW = ["refresh"] * 2 + ["drop"] * 3 + ["address"] * 2 + ["replica"] * 2 + ["kill"]
PLACES = ["question"] * 4 + ["diary"] * 4 + ["result"] * 3
RESULTS = {
    "incidents": "Your incidents",
    "what_this_is": "What this is",
    "timeline": "Your timeline",
    "case_review": "Case Review",
    "how_to_apply": "How to apply",
    "help": "Help and support",
}
QUESTION = 'h1[data-place^="question_"]:not([data-place="question_end"])'
FIELDS = '[class*="_ask-"]'  # of a question: st-key-draft_ask-harm_anxiety
HALF_TYPED = (
    "He shout",
    "again  at\nnight ",
    "“Out!” $x$ **n",
    "wrth y drws – ô",
    "<b>ban",
    "😡 1",
)
TEXTS = ("What happened?", "Where was it?", "How did it affect you?", "Is there any proof?")
# What comes after a lost connection: what the server tells the tab to hold.
WATCH = """() => {
  const root = document.documentElement;
  const keep = selfcheck.tab;
  root.dataset.line = "whole";
  delete root.dataset.nonce;
  selfcheck.tab = (told) => {
    keep(told);
    if (told.data && !told.data.ask && root.dataset.line !== "whole") root.dataset.nonce = told.data.nonce;
  };
  new MutationObserver(() => {
    const { testConnectionState } = document.querySelector(".stApp").dataset;
    if (testConnectionState !== "CONNECTED") root.dataset.line = "cut";
  }).observe(document.body, { subtree: true, attributes: true, attributeFilter: ["data-test-connection-state"] });
}"""
# The server heard that the tab is back, and has drawn what it made of it.
IS_BACK = "selfcheck.isKept() && selfcheck.isAnswered()"

# What is folded away has no words, and its fields may come when the rest has long been read.
WORDS = """() => [...document.querySelectorAll('[data-testid="stMain"] :is(h1,h2,p,li,td,dd)')]
  .filter((it) => !it.closest('[data-testid="stPlotlyChart"]')).map((it) => it.innerText)
  .filter(Boolean).join("\\n")"""


class Site:
    """Two servers of the same app behind one address."""

    def __init__(self, servers: list[Server]) -> None:
        self.servers = servers
        self.answering = 0
        self.switch = Switch(servers[0].port)

    @property
    def address(self) -> str:
        """Return the one address the browser knows."""
        return self.switch.address

    def kill_and_start(self) -> None:
        """End the server as a power cut would, and start it again with nothing in memory."""
        self.servers[self.answering].kill()
        self.switch.cut()
        self.servers[self.answering].start()

    def change_replica(self) -> None:
        """Have the other server answer, which knows nothing of this tab."""
        self.answering = 1 - self.answering
        self.switch.to = self.servers[self.answering].port
        self.switch.cut()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("replicas")
    servers = [Server(log=folder / f"log-{number}.txt").start() for number in range(2)]
    running = Site(servers)
    yield running
    running.switch.close()
    for server in servers:
        server.kill()


class Person:
    """Someone who answers, writes and reads, and notes what they see before each fault."""

    def __init__(self, page: Page, site: Site, seed: int) -> None:
        self.page, self.site = page, site
        self.luck = random.Random(seed)
        self.case: Any = None
        self.checked = ""

    # ---- what a person does ----------------------------------------------------------

    def begin(self) -> None:
        self.page.goto(self.site.address)
        self.press("Start for myself")
        self.note_the_check_page()

    def go_somewhere(self, place: str) -> None:
        """Do one thing at a place, and leave it half done where it can be."""
        {"question": self.answer, "diary": self.write, "result": self.read}[place]()

    def answer(self) -> None:
        """Choose an answer; often go on from it."""
        self.find_a_question()
        if self.heading() == "Which council area is it happening in?":
            self.page.get_by_label("Postcode or council name").press_sequentially("Lee")
            return
        asked = self.page.locator(f"{FIELDS} input:not(:checked)")
        one = asked.nth(self.luck.randrange(asked.count()))
        self.changed(lambda: one.check(force=True))
        if self.luck.random() < 0.6:
            self.press("Continue")
            self.note_the_check_page()

    def note_the_check_page(self) -> None:
        """Read what the Check page says, where the case has changed, and come back."""
        case = {name: part for name, part in told(self.page).items() if name != "drafts"}
        if case != self.case:
            here = "Your incidents" if self.page.url.endswith("incidents") else "What is happening"
            self.follow("Check your answers")
            self.case, self.checked = case, self.shown()
            self.follow(here)

    def find_a_question(self) -> None:
        self.follow("What is happening")
        at_an_end = self.page.locator(QUESTION).count() == 0
        council_chosen = self.page.get_by_role("button", name="Change the council").count() > 0
        if at_an_end or council_chosen or self.luck.random() < 0.15:
            self.follow("Check your answers")
            ways = self.page.get_by_role("button", name=re.compile("^(Change|Answer) "))
            ways.nth(self.luck.randrange(ways.count())).click()
            expect(self.page.locator(QUESTION)).to_be_visible()
            self.rest()

    def write(self) -> None:
        """Write in the form of an incident; sometimes save it; leave a text half typed."""
        self.follow("Your incidents")
        if self.page.get_by_role("button", name="Save", exact=True).count() == 0:
            self.press("Add an incident")
        dated = any(name.startswith("draft_incident_year") for name in fields(self.page))
        if dated and self.luck.random() < 0.4:
            self.press("Save")
            self.note_the_check_page()
            return
        if not dated:
            self.press(self.luck.choice(["Today", "Yesterday"]))
        kinds = self.page.get_by_role("checkbox", checked=False)
        visible = [kind for kind in kinds.all()[1:] if kind.locator("..").is_visible()]
        if visible:
            one = self.luck.choice(visible)
            self.changed(lambda: one.check(force=True))
        if self.luck.random() < 0.3 and not self.page.get_by_text("Report 1").count():
            self.press("Add who was told")
        self.type_half()

    def type_half(self) -> None:
        name = self.luck.choice(TEXTS)
        field = self.page.get_by_role("textbox", name=re.compile(f"^{re.escape(name)}"))
        if not field.is_visible():
            self.page.get_by_text("Add more detail").click()
        field.click()
        field.press("End")
        line = self.luck.choice(HALF_TYPED)
        field.press_sequentially(line if name != "Where was it?" else line.replace("\n", " "))
        if self.luck.random() < 0.5:
            field.press("Tab")  # and with it, sent; the fault may come before it arrives

    def read(self) -> None:
        self.follow(self.luck.choice(list(RESULTS.values())))

    # ---- faults ------------------------------------------------------------------------

    def suffer(self, kind: str) -> None:
        """Let something go wrong, and wait until all of it is over."""
        {
            "refresh": self.refresh,
            "address": self.open_another_page,
            "drop": self.drop_the_line,
            "kill": self.kill_the_server,
            "replica": self.change_replica,
        }[kind]()
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.rest()

    def refresh(self) -> None:
        self.page.reload()

    def open_another_page(self) -> None:
        here, held = self.page.url, told(self.page)
        name = self.luck.choice(list(RESULTS))
        self.page.goto(f"{self.site.address}/{name}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        self.rest()
        self.same("in the tab", held, told)
        self.page.goto(here)

    def drop_the_line(self) -> None:
        self.page.evaluate(WATCH)
        self.site.switch.cut()
        self.page.wait_for_selector('html[data-line="cut"]', state="attached")
        until(
            self.page, lambda: self.page.evaluate(IS_BACK), lambda: "nobody heard the tab is back"
        )

    def kill_the_server(self) -> None:
        self.page.evaluate(WATCH)
        self.site.kill_and_start()
        self.page.wait_for_selector("html[data-nonce]", state="attached")

    def change_replica(self) -> None:
        self.page.evaluate(WATCH)
        self.site.change_replica()
        self.page.wait_for_selector("html[data-nonce]", state="attached")

    # ---- before and after ----------------------------------------------------------------

    def endure(self, kind: str) -> None:
        """Note what is there, let a fault come, and find everything as it was."""
        here, question = self.page.url, self.heading()
        seen, held = fields(self.page), told(self.page)
        shown = self.shown()
        self.suffer(kind)

        assert (self.page.url, self.heading()) == (here, question)
        self.same("on screen", seen, fields)
        self.same("in the tab", held, told)
        if not seen:
            assert self.shown() == shown
        self.follow("Check your answers")
        assert self.shown() == self.checked
        self.same("in the tab", held, told)

    def same(self, where: str, before: object, read: Any) -> None:
        until(
            self.page,
            lambda: bool(read(self.page) == before),
            lambda: f"{where}: before {before}, after {read(self.page)}",
        )

    # ---- the screen ------------------------------------------------------------------------

    def heading(self) -> str:
        return self.page.get_by_role("heading", level=1).inner_text().strip()

    def shown(self) -> str:
        """Return the words of the page; a chart draws its own later."""
        found: str = self.page.evaluate(WORDS)
        return found

    def press(self, name: str) -> None:
        """Press a button that changes something, and wait until the tab knows."""
        self.changed(self.page.get_by_role("button", name=name, exact=True).click)

    def changed(self, act: Callable[[], None]) -> None:
        before = told(self.page)
        act()
        until(self.page, lambda: told(self.page) != before, lambda: f"nothing changed: {before}")
        self.rest()

    def follow(self, name: str) -> None:
        menu = self.page.get_by_role("navigation")
        link = menu.get_by_role("link", name=re.compile(f"^{name}"))
        if link.get_attribute("aria-current") != "page":
            link.click()
            self.page.wait_for_selector(f'nav a[aria-current="page"]:has-text("{name}")')
            self.page.wait_for_selector("h1:focus")
            self.rest()

    def rest(self) -> None:
        """Wait until the screen has stopped changing."""
        seen = None
        while seen != (seen := (self.shown(), fields(self.page))):
            at_rest(self.page)


@pytest.fixture(scope="module")
def counted(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    """Return the count of faults endured, by kind; it is printed when all journeys are over."""
    faults: Counter[str] = Counter()
    yield faults
    told_apart = ", ".join(f"{kind} {count}" for kind, count in sorted(faults.items()))
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print(f"\n{faults.total()} faults endured, seed {SEED}: {told_apart}")


def test_answers_after_each_kind_of_fault_equal_the_answers_before(
    page: Page, site: Site, counted: Counter[str]
) -> None:
    journey(page, site, SEED, FEW, counted)

    assert len(counted) == len(set(KINDS))


@pytest.mark.long
@pytest.mark.parametrize("number", range(JOURNEYS))
def test_answers_after_each_of_a_hundred_faults_equal_the_answers_before(
    page: Page, site: Site, counted: Counter[str], number: int
) -> None:
    before = counted.total()
    journey(page, site, SEED + number, KINDS, counted)

    assert counted.total() - before == 100 // JOURNEYS


def journey(page: Page, site: Site, seed: int, kinds: list[str], counted: Counter[str]) -> None:
    """Make a journey on which faults of these kinds come, in the order of its luck."""
    person = Person(page, site, seed)
    person.begin()
    for kind in person.luck.sample(kinds, len(kinds)):
        person.go_somewhere(person.luck.choice(PLACES))
        person.endure(kind)
        counted[kind] += 1
