"""What an adviser does with clients: open, switch, rename and close; each in a callback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selfcheck import content
from selfcheck.case import Applicant, Case
from selfcheck.findings import Reason
from selfcheck.reference import refusal, tidy
from selfcheck.web import clients, state

NEW, RENAME, CLOSE = "reference", "rename", "close"
FIELD, PROBLEM = "text", "problem"


def references() -> list[str]:
    """Return the references of all clients, in order."""
    held = state.clients().cases(state.case())
    return [case.reference or "" for _, case in held]


def open_new() -> None:
    """Open a client under the reference in the form; what is here already becomes the first."""
    given = tidy(str(state.draft(NEW, FIELD) or ""))
    if not _may_be(NEW, given, references()):
        return
    first = state.clients().open is None
    taken_over = first and state.case() != Case()
    begun = state.case() if taken_over else Case(applicant=Applicant.ON_BEHALF)
    state.drop_draft(NEW)
    begun = begun.model_copy(update={"reference": given})
    state.show_client(state.clients().with_new(state.case()), begun)
    if first:
        state.hand_over_drafts(state.clients().last)
    state.say(_words()["taken_over" if taken_over else "opened"])


def put_by(case: Case, reference: str) -> int | None:
    """Put one more client by, and return its number; None where there are too many."""
    if is_full():
        return None
    held = case.model_copy(update={"reference": reference})
    with_it = state.clients().with_one_put_by(held)
    state.show_client(with_it, state.case())
    return with_it.last


def is_full() -> bool:
    """Say whether no more clients can be opened."""
    return len(state.clients().order) >= clients.MOST


def switch(to: int) -> None:
    """Put another client on screen; what is half filled waits with the one before."""
    held = state.clients()
    if to not in held.put_by:
        state.say(_words()["no_longer"])
        return
    state.show_client(*held.switched(to, state.case()))
    state.say(_words()["switched"])


def rename() -> None:
    """Give the client on screen the reference in the form, with a way back."""
    before = state.case().reference or ""
    given = tidy(str(state.draft(RENAME, FIELD) or ""))
    if given == before:
        state.fill_draft(RENAME, {PROBLEM: _words()["rename"]["same"]})
        return
    if not _may_be(RENAME, given, [one for one in references() if one != before]):
        return
    state.drop_draft(RENAME)
    _call(given)
    state.say(_words()["rename"]["done"], undo=lambda: _call(before))


def ask_to_close() -> None:
    """Ask before the client on screen is closed."""
    state.fill_draft(CLOSE, {"asked": True})


def keep_open() -> None:
    """Leave the client on screen open after all."""
    state.drop_draft(CLOSE)


def close() -> None:
    """Close the client on screen, with a way back to it and all that was half filled."""
    state.drop_draft(CLOSE)
    state.gather_drafts()
    before, on_screen, drafts = state.clients(), state.case(), dict(state.drafts())
    state.drop_all_drafts()
    state.show_client(*before.closed())

    def open_again() -> None:
        state.show_client(before, on_screen)
        state.put_back_drafts(drafts)

    code = "done" if state.clients().open is None else "done_next"
    state.say(_words()["close"][code], undo=open_again)


def _call(reference: str) -> None:
    changed = state.case().model_copy(update={"reference": reference})
    state.show_client(state.clients(), changed)


def _may_be(form: str, given: str, taken: list[str]) -> bool:
    """Say whether a reference may be used; why not is put beside its field."""
    why = Reason("too_many") if form == NEW and is_full() else refusal(given, taken)
    if why is None:
        return True
    says = _words()
    text = says["too_many"].format(most=clients.MOST)
    if why.code != "too_many":
        text = says["refused"][why.code].format_map(why.values)
    state.fill_draft(form, {PROBLEM: text})
    return False


def _words() -> Mapping[str, Any]:
    return content.words("clients")
