"""Clients opened from files: each becomes one more, and nothing on screen is thrown away."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from selfcheck import content
from selfcheck.case import Case
from selfcheck.documents.clients_file import OneFile
from selfcheck.reference import refusal, tidy
from selfcheck.web import client_actions as act
from selfcheck.web import clients, shards, state, store, unread

_TOLD = "opened"


def take(files: Iterable[OneFile]) -> None:
    """Open each client that could be read, and keep what is to be told, file by file."""
    _take_over()
    room = store.room_left()
    told = []
    for one in files:
        if one.opened is None:
            told.append([one.name, *(problem.says() for problem in one.problems)])
            continue
        room -= shards.room_for(one.opened.case)
        told.append([one.name, *_open(one, has_room=room > 0)])
    state.fill_draft(_TOLD, {"files": json.dumps(told, ensure_ascii=False)})


def told() -> list[list[str]]:
    """Return what is to be told of each file: its name, then sentences."""
    held = state.draft(_TOLD, "files")
    found: list[list[str]] = json.loads(held) if held else []
    return found


def be_done() -> None:
    """Forget what was told; call it in a callback."""
    state.drop_draft(_TOLD)


def _take_over() -> None:
    """Make a client of answers that are here without one, before anything is opened."""
    if state.clients().open is None and state.case() != Case():
        reference = _free_reference(state.case().reference)
        held = state.case().model_copy(update={"reference": reference})
        state.show_client(state.clients().with_new(state.case()), held)
        state.hand_over_drafts(state.clients().last)


def _open(one: OneFile, *, has_room: bool) -> list[str]:
    """Return what is to be told of a file that could be read, once it is open."""
    says = _words()
    if one.opened is None or act.is_full():
        return [content.words("clients")["too_many"].format(most=clients.MOST)]
    if not has_room:
        return [says["no_room"]]
    case = one.opened.case
    if case in [held for _, held in state.clients().cases(state.case())]:
        return [says["open_already"].format(reference=case.reference)]
    reference = _free_reference(case.reference)
    _put(case.model_copy(update={"reference": reference}), one)
    code = "opened" if reference == tidy(case.reference or "") else "opened_as"
    partly = [says["in_part"]] if one.opened.problems else []
    return [says[code].format(reference=reference), *partly]


def _put(case: Case, one: OneFile) -> None:
    """Open a client: on screen if it is the first, else put by."""
    problems = one.opened.problems if one.opened else ()
    if state.clients().open is None:
        state.drop_all_drafts()
        state.show_client(state.clients().with_new(Case()), case)
        unread.keep(problems)
        return
    state.show_client(state.clients().with_one_put_by(case), state.case())
    if problems:
        unread.keep_for(state.clients().last, problems)


def _free_reference(wanted: str | None) -> str:
    """Return the reference wanted if it can be used, else a plain one that nobody has."""
    taken = act.references()
    given = tidy(wanted or "")
    if refusal(given, taken) is None:
        return given
    number = 1
    while refusal(f"client {number}", taken):
        number += 1
    return f"client {number}"


def _words() -> dict[str, Any]:
    return dict(content.words("clients")["files"])
