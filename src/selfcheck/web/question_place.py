"""Where a person is in the questions: kept with what is half filled, so a refresh returns here."""

from __future__ import annotations

from selfcheck import interview
from selfcheck.web import state

_FORM = "asking"
_END = "check_answers"


def current() -> str | None:
    """Return the question to show: the one left off at, else the first still open."""
    case = state.case()
    held = state.draft(_FORM, "at")
    follows = (q.key for q in interview.QUESTIONS if q.follows(case))
    return held if held in follows else interview.next_question(case)


def ask(key: str, *, back_to: str | None = None) -> None:
    """Make this the question to show; once it is answered the reader goes `back_to` a page.

    Call it in a callback, or just before parts.go("questions").
    """
    state.fill_draft(_FORM, {"at": key, "back_to": back_to, "leave_for": None})


def leave_for(page: str) -> None:
    """Have the Start page or the questions lead on to a page; call it in a callback."""
    state.fill_draft(_FORM, {"leave_for": page})


def back_to() -> str | None:
    """Return the page that sent the reader to this question alone, or None."""
    page: str | None = state.draft(_FORM, "back_to")
    return page


def go_on(key: str) -> None:
    """Move on from a question in a callback: back to who sent the reader, or to the next."""
    following = interview.next_question(state.case(), after=key)
    leave_for = back_to() or (None if following else _END)
    at = None if leave_for else following
    state.fill_draft(_FORM, {"at": at, "back_to": None, "leave_for": leave_for})


def go_back(key: str) -> None:
    """Move back from a question in a callback; from the first one, to the Start page."""
    before = interview.previous_question(state.case(), key)
    leave_for = back_to() or (None if before else "start")
    at = None if leave_for else before
    state.fill_draft(_FORM, {"at": at, "back_to": None, "leave_for": leave_for})


def page_to_leave_for() -> str | None:
    """Return once the page to go to now; None while there is a question to show here."""
    page: str | None = state.draft(_FORM, "leave_for")
    if page:
        state.fill_draft(_FORM, {"leave_for": None})
    return page
