"""Every screen of the app that looks different, each reached through what the tab keeps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from selfcheck.case import Answers, Applicant, Case, FromWhom, Incident, Kind, Nation, YesNo
from selfcheck.examples import load
from selfcheck.interview import KEYS
from selfcheck.web import menu, shards
from tests.browser.conftest import at_rest, kept

HALF = Case(
    nation=Nation.ENGLAND,
    answers=Answers(
        unwanted=YesNo.YES, repeated=YesNo.UNSURE, from_whom=FromWhom.ONE_PERSON, kinds=()
    ),
    incidents=(
        Incident(id="i1", date=date(2026, 11, 3), kinds=(Kind.STALKING,)),
        Incident(id="i2", date=date(2026, 2, 3), approximate=True, what_happened="Shouting. " * 60),
    ),
)
BROKEN = Path(__file__).parents[1] / "cases" / "broken"
CASELOAD = Path(__file__).parents[2] / "examples" / "caseload.csv"
CASES = {"empty": Case(), "half": HALF, "full": load("clearly_met")}
LIST = b"""Date,What happened,Colour,Told,Told on
3/9/2026,Shouting,red,Police,4/9/2026
31/2/2026,Bins turned over,blue,,
3/10/2026,Noise,,,
,Nothing said,,,
"""
WRONG = {
    "id": "new",
    "tried": 1,
    "day": "31",
    "month": "2",
    "year": "2026",
    "time": "half",
    "approximate": True,
    "reports": ["r90"],
    "r90_by": "neighbour",
}
# A screen may still be drawn anew while its parts are opened: it is left once nothing of it
# has changed for some frames and nothing is shut.
_UNFOLD = """async () => {
  let quiet = 0, shut = [];
  const watch = new MutationObserver(() => { quiet = 0; });
  watch.observe(document.body, { subtree: true, childList: true, attributes: true });
  const start = performance.now();
  while (quiet < 12 || shut.length) {
    if (performance.now() - start > 30_000) throw new Error("the page never comes to rest");
    shut = document.querySelectorAll("details:not([open]) > summary");
    if (quiet % 12 === 0) shut.forEach((it) => it.click());
    await new Promise(requestAnimationFrame);
    quiet++;
  }
  watch.disconnect();
}"""
Step = Callable[[Page], None]


def nothing(_page: Page) -> None:
    """Leave a screen as it opens."""


@dataclass(frozen=True)
class Situation:
    """A page with a case, with what is half filled, and a step to take there.

    `phone`: it is there on a phone alone.
    """

    page: str
    case: Case = field(default_factory=Case)
    drafts: Mapping[str, Any] = field(default_factory=dict)
    step: Step = nothing
    phone: bool = False

    def open(self, page: Page, address: str) -> None:
        """Open it in a tab that holds this case and nothing else."""
        page.goto(f"{address}/health")  # here stands no app that would put its own case back
        written = shards.written(self.case, {f"draft_{k}": v for k, v in self.drafts.items()}, {})
        bodies = {f"selfcheck:kept:{name}": shard.body for name, shard in written.items()}
        page.evaluate(
            "it => { sessionStorage.clear(); Object.assign(sessionStorage, it); }", bodies
        )
        page.goto(f"{address}/{'' if self.page == menu.names()[0] else self.page}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        at_rest(page)
        expect(page.locator('h1[data-place="failure"]')).to_have_count(0)
        drafts = "selfcheck:kept:drafts"
        assert {**kept(page), drafts: ""} == {**bodies, drafts: ""}, "another case is open"
        self.step(page)


def _form(**fields: Any) -> dict[str, Any]:
    return {f"incident_{name}": value for name, value in fields.items()}


# ---- steps -----------------------------------------------------------------------


def open_menu(page: Page) -> None:
    """Open the menu of a phone."""
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Menu")).to_be_visible()


def bring_in(page: Page) -> None:
    """Choose a list of which two rows cannot be read."""
    _choose(page, "list.csv", LIST)
    expect(page.get_by_role("button", name="Add 2 rows to your diary")).to_be_visible()


def bring_in_nonsense(page: Page) -> None:
    """Choose a list that cannot be opened."""
    _choose(page, "list.xlsx", b"PK\x03\x04 nothing of the kind")
    expect(page.get_by_role("alert")).to_be_visible()


def open_nonsense(page: Page) -> None:
    """Choose a saved file that is none."""
    unfold(page)
    _choose(page, "notes.json", (BROKEN / "cut_short_in_a_text.json").read_bytes())
    expect(page.get_by_role("alert")).to_be_visible()


def open_in_part(page: Page) -> None:
    """Choose a saved file of which some incidents cannot be read."""
    unfold(page)
    _choose(page, "notes.json", (BROKEN / "several_faults.json").read_bytes())
    expect(page.get_by_role("heading", name="What we could not read")).to_be_visible()
    at_rest(page)


def give_a_caseload(page: Page) -> None:
    """Choose a list of many cases, of which some rows cannot be used."""
    _choose(page, "list.csv", CASELOAD.read_bytes())
    expect(page.get_by_role("heading", name="Who must act soonest")).to_be_visible()
    at_rest(page)


def open_a_client(page: Page) -> None:
    """Make the answers the first client of an adviser."""
    field = page.get_by_role("textbox", name=re.compile("^Your reference for this client"))
    field.fill("JB-0412")
    field.press("Tab")
    page.get_by_role("button", name="Keep my answers under it", exact=True).click()
    expect(page.get_by_text("Client open: JB-0412")).to_be_visible()
    at_rest(page)


def remove(page: Page) -> None:
    """Remove an incident, which leaves a message with Undo."""
    page.get_by_role("button", name="Remove").first.click()
    expect(page.get_by_role("button", name="Undo")).to_be_visible()


def lose_the_line(page: Page) -> None:
    """Show what the bar says when the connection is lost."""
    page.evaluate("selfcheck.announce(selfcheck.bar.dataset.lost, { shown: true })")


def damage(page: Page) -> None:
    """Spoil what the tab keeps, and load the page again."""
    page.evaluate("sessionStorage.setItem('selfcheck:kept:incidents-0', '[{')")
    page.reload()
    expect(page.get_by_text("could not be read")).to_be_visible()


def unfold(page: Page) -> None:
    """Open all that is folded away."""
    at_rest(page)
    page.evaluate(_UNFOLD)


def _choose(page: Page, name: str, body: bytes) -> None:
    file = FilePayload(name=name, mimeType="application/octet-stream", buffer=body)
    page.locator("input[type=file]").first.set_input_files(file)


# ---- all of them -----------------------------------------------------------------


def _all() -> Iterator[tuple[str, Situation]]:
    for page in menu.names():
        for name, case in CASES.items():
            yield f"{page}, {name}", Situation(page, case)
    for name in ("stalking_danger", "lapsed", "hate_route", "scotland"):
        for page in ("what_this_is", "case_review", "how_to_apply", "help"):
            yield f"{page}, {name}", Situation(page, load(name))
    shown = {f"timeline_{chart}_drawn": True for chart in ("months", "hours", "replies")}
    yield "timeline, all shown", Situation("timeline", CASES["full"], drafts=shown)
    yield from _of_the_diary()
    yield from _of_finding_a_council()
    yield from _of_files()
    yield "for_advisers, client", Situation("for_advisers", CASES["full"], step=open_a_client)
    yield "caseload, list", Situation("caseload", step=give_a_caseload)
    yield "menu of a phone", Situation("help", HALF, step=open_menu, phone=True)
    yield "connection lost", Situation("help", HALF, step=lose_the_line)


def _of_the_diary() -> Iterator[tuple[str, Situation]]:
    full = CASES["full"]
    changed = {"id": full.incidents[0].id, "day": "8", "month": "11", "year": "2026"}
    yield "new incident", Situation("incidents", drafts=_form(id="new", reports=[]))
    yield "change an incident", Situation("incidents", full, _form(**changed, reports=["r1"]))
    yield "incident with mistakes", Situation("incidents", HALF, _form(**WRONG))
    yield "incident removed", Situation("incidents", full, step=remove)
    yield "bring in a list", Situation("incidents", HALF, {"bring_in_open": True})
    yield "list read", Situation("incidents", HALF, {"bring_in_open": True}, bring_in)
    yield "no list", Situation("incidents", HALF, {"bring_in_open": True}, bring_in_nonsense)


def _of_finding_a_council() -> Iterator[tuple[str, Situation]]:
    for search in ("LS1 4AP", "Newport", "Yorkshire", "EH1 1YZ", "zz"):
        drafts = {"asking_at": "area", "ask-area_search": search}
        yield f"council, {search}", Situation("questions", HALF, drafts)


def _of_files() -> Iterator[tuple[str, Situation]]:
    yield "file refused", Situation("start", step=open_nonsense)
    yield "file read in part", Situation("start", step=open_in_part)
    yield "another case instead", Situation("start", HALF, {"open_example": "one_short"})
    yield "tab damaged", Situation("incidents", HALF, step=damage)


SITUATIONS = dict(_all())
# Everything answered so that every question follows: from here Back leads through them all.
_ALL_FOLLOW = {"obsessive_attention": YesNo.UNSURE, "targeted": YesNo.UNSURE}
LAST_QUESTION = Situation(
    "questions",
    CASES["full"].model_copy(
        update={
            "applicant": Applicant.ON_BEHALF,
            "consent": YesNo.YES,
            "answers": CASES["full"].answers.model_copy(update=_ALL_FOLLOW),
        }
    ),
    {"asking_at": KEYS[-1]},
)
