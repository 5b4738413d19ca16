"""The only reader of what Streamlit holds for a session: one case, and what is half typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

import streamlit as st

from selfcheck import clock
from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.documents.parts import printable
from selfcheck.web.clients import Clients, prefix

_CASE = "_case"
_CLIENTS = "_clients"
_HERE = "_here"
_REMEMBERED = "_remembered"
_SAID = "_said"
_UNDO = "_undo"
_DRAFTS = "_drafts"
_DROPPED = "_dropped"
DRAFT_PREFIX = "draft_"

Found = TypeVar("Found")
WayBack = Callable[[], None]


def arrive(page: str) -> None:
    """Make this the page of the run under way."""
    st.session_state[_HERE] = page


def here() -> str:
    """Return the name of the page that is drawn; empty before there is one."""
    return str(st.session_state.get(_HERE, ""))


def today() -> date:
    """Return the day in Britain, as all pages know it."""
    return clock.today()


def case() -> Case:
    """Return the case as it stands in this session; an empty one before anything is said."""
    held: Case = st.session_state.setdefault(_CASE, Case())
    return held


def keep(changed: Case) -> None:
    """Make this the case of the session; the frame then keeps it in the tab.

    An open client's reference stays: whatever takes the place of the case, it is theirs.
    """
    if clients().open is not None and changed.reference != case().reference:
        changed = changed.model_copy(update={"reference": case().reference})
    if changed != case():
        st.session_state[_CASE] = changed


def clients() -> Clients:
    """Return the clients an adviser has open in this session; none for a resident."""
    held: Clients = st.session_state.get(_CLIENTS, Clients())
    return held


def show_client(changed: Clients, on_screen: Case) -> None:
    """Make these the clients, and this the case on screen; a way back to another is gone."""
    gather_drafts()
    for key in _keys_of_drafts():
        # The server has it now: the tab needs no copy of what was typed for another client.
        _overrule(key)
    st.session_state[_CLIENTS] = changed
    st.session_state[_CASE] = on_screen
    st.session_state[_UNDO] = None


def answer(**changes: Any) -> None:
    """Keep the case with these answers changed; pydantic checks them."""
    held = case()
    answers = type(held.answers).model_validate({**held.answers.model_dump(), **changes})
    keep(held.model_copy(update={"answers": answers}))


def keep_notes(client: int | None, key: str) -> None:
    """Keep what stands in a field as the notes on a client, on screen or put by meanwhile."""
    notes = printable(str(st.session_state.get(key) or "")).strip() or None
    held = clients()
    if client == held.open:
        keep(case().model_copy(update={"adviser_notes": notes}))
    elif client is not None and client in held.put_by:
        theirs = held.put_by[client].model_copy(update={"adviser_notes": notes})
        st.session_state[_CLIENTS] = replace(held, put_by={**held.put_by, client: theirs})


def remembered(name: str, of: object, work_out: Callable[[], Found]) -> Found:
    """Return what was worked out from something, and work it out anew only when it changes."""
    held: dict[str, tuple[object, Found]] = st.session_state.setdefault(_REMEMBERED, {})
    if name not in held or held[name][0] != of:
        held[name] = (of, work_out())
    return held[name][1]


def chosen_files(key: str) -> list[tuple[str, bytes]]:
    """Return the names and contents of files that were just chosen; for a callback."""
    return [(one.name, one.getvalue()) for one in st.session_state.get(key) or ()]


def say(message: str, *, undo: Case | WayBack | None = None) -> None:
    """Say what was just done, once, on screen and to a screen reader.

    `message` is words of ours, never what a person typed. `undo` is the case as it was
    before, or what to call: a button puts it back.
    """
    serial = st.session_state.get(_SAID, (0, ""))[0] + 1
    st.session_state[_SAID] = (serial, message)
    st.session_state[_UNDO] = undo


def said() -> tuple[int, str]:
    """Return the number and words of the last message; the frame shows it."""
    last: tuple[int, str] = st.session_state.get(_SAID, (0, ""))
    return last


def hush() -> None:
    """Forget the last message, so that the next run does not show it again."""
    st.session_state[_SAID] = (said()[0], "")


def can_undo() -> bool:
    """Say whether the last message came with a way back."""
    return st.session_state.get(_UNDO) is not None


def undo() -> None:
    """Put things back as they were before the last message."""
    before: Case | WayBack | None = st.session_state.get(_UNDO)
    if before is not None:
        if isinstance(before, Case):
            keep(before)
        else:
            before()
        say(words("frame")["undo"]["done"])


def draft_key(form: str, field: str) -> str:
    """Return the key for a field that survives half filled; call it where the field is drawn.

    Streamlit forgets a field that was not drawn in the last run, and tells the browser a
    value only in the run that sets it: so what is half filled is put back here and now.
    """
    key = _key(form, field)
    if key not in st.session_state and key in drafts():
        st.session_state[key] = drafts()[key]
    return key


def _key(form: str, field: str) -> str:
    return f"{DRAFT_PREFIX}{prefix(clients().open)}{form}_{field}"


def fill_draft(form: str, values: Mapping[str, Any]) -> None:
    """Put values into a form's fields, before they are drawn or in a callback."""
    start, held = _key(form, ""), drafts()
    for field, value in values.items():
        key = start + field
        if st.session_state.get(key, held.get(key)) != value:
            _overrule(key)
        held[key] = value
        if key in st.session_state:
            st.session_state[key] = value


def draft(form: str, field: str) -> Any:
    """Return what stands in a form's field, or None."""
    key = _key(form, field)
    return st.session_state.get(key, drafts().get(key))


def drop_draft(form: str) -> None:
    """Forget all that is half filled in a form; call it in a callback, when it is saved."""
    start = _key(form, "") if form else DRAFT_PREFIX + prefix(clients().open)
    for key in {*drafts(), *map(str, st.session_state)}:
        if not key.startswith(start):
            continue
        _overrule(key)
        drafts().pop(key, None)
        if key in st.session_state:
            # Deleting would leave the browser showing what it has; an empty value is sent.
            st.session_state[key] = _emptied(st.session_state[key])


def _overrule(key: str) -> None:
    dropped = st.session_state.setdefault(_DROPPED, {})
    dropped[key] = dropped.get(key, 0) + 1


def show_again(told: Mapping[str, Any]) -> None:
    """Have the browser show what is half filled, in a callback; what it told of comes first.

    Streamlit sends a field's value only when it is set, so each one drawn is set again.
    """
    drafts().update(told)
    for key in _keys_of_drafts():
        st.session_state[key] = told.get(key, st.session_state[key])


def _emptied(value: Any) -> Any:
    if isinstance(value, bool):
        return False
    return [] if isinstance(value, (list, tuple)) else None


def held(key: str) -> Any:
    """Return what a widget holds in its own callback, before it is drawn again."""
    return st.session_state.get(key)


def drop_all_drafts() -> None:
    """Forget all that is half filled on any page; call it in a callback.

    With clients open, only what belongs to the one on screen.
    """
    drop_draft("")


def put_by_draft(client: int, form: str, field: str, value: Any) -> None:
    """Put a value into a form of a client who is not on screen."""
    drafts()[f"{DRAFT_PREFIX}{prefix(client)}{form}_{field}"] = value


def hand_over_drafts(client: int) -> None:
    """Make all that is half filled so far the first client's."""
    for key in list(drafts()):
        _overrule(key)
        drafts()[DRAFT_PREFIX + prefix(client) + key.removeprefix(DRAFT_PREFIX)] = drafts().pop(key)


def put_back_drafts(before: Mapping[str, Any]) -> None:
    """Make these all that is half filled, as they were before; in a callback."""
    drafts().clear()
    drafts().update(before)
    for key in before:
        if key in st.session_state:
            st.session_state[key] = before[key]


def drafts() -> dict[str, Any]:
    """Return every half-filled field by its widget key, on this page and on others."""
    held: dict[str, Any] = st.session_state.setdefault(_DRAFTS, {})
    return held


def dropped_drafts() -> dict[str, int]:
    """Return how often each field was dropped or filled: the tab forgets what was typed there."""
    held: dict[str, int] = st.session_state.get(_DROPPED, {})
    return held


def gather_drafts() -> None:
    """Take over what stands in the fields drawn in the last run."""
    held = drafts()
    for key in _keys_of_drafts():
        value = st.session_state[key]
        if value in (None, "", False, [], ()):
            held.pop(key, None)
        else:
            held[key] = value


def _keys_of_drafts() -> list[str]:
    return [str(key) for key in st.session_state if str(key).startswith(DRAFT_PREFIX)]


def forget() -> None:
    """Empty the session: nothing a person told us is left in it."""
    for key in list(st.session_state):
        del st.session_state[key]
