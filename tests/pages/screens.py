"""Every page as residents meet it: each example, told by themselves or by a helper in turn."""

from __future__ import annotations

from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

from selfcheck.case import Applicant, Case
from selfcheck.examples import EXAMPLES, load
from selfcheck.interview import KEYS
from selfcheck.web import menu
from tests.pages import drawn
from tests.readability import sentences
from tests.web.conftest import opened

# These two are for people whose work this is.
FOR_WORK = {"for_advisers", "caseload"}
RESIDENTS_PAGES = [name for name in menu.names() if name not in FOR_WORK]


def said(page: AppTest) -> list[str]:
    """Return the sentences of ours on a page, each once; what the person wrote is theirs."""
    theirs = page.session_state["_case"].model_dump_json()
    found = (one for paragraph in drawn.paragraphs(page) for one in sentences(paragraph))
    return [one for one in dict.fromkeys(found) if one not in theirs]


def screens(name: str) -> Iterator[AppTest]:
    """Yield a page as it is drawn for one person after the other."""
    yield opened(name)
    for case in _cases():
        yield opened(name, case)
    yield from _further(name)


def _cases() -> Iterator[Case]:
    for number, name in enumerate(EXAMPLES):
        told_by = Applicant.ON_BEHALF if number % 2 else Applicant.SELF
        yield load(name).model_copy(update={"applicant": told_by})


def _further(name: str) -> Iterator[AppTest]:
    """Yield the screens that are reached on the page itself: each question, and the form."""
    if name == "questions":
        for case in (Case(), Case(applicant=Applicant.ON_BEHALF)):
            page = opened(name, case)
            for key in KEYS:
                page.session_state["_drafts"] = {"draft_asking_at": key}
                yield page.run()
    if name == "incidents":
        yield opened(name, load("clearly_met")).button(key="incident_add").click().run()
