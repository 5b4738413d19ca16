"""What could not be read of an opened file: why, and what it held, until it is put right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import streamlit as st

from selfcheck.casefile import Problem
from selfcheck.content import words
from selfcheck.web import incident_draft, incident_form, parts, question_place, state, unread_form

_FORM = "unread"
_ONE_INCIDENT = 2  # ("incidents", 3): the problems of one incident share what it held

Piece = dict[str, Any]


def keep(problems: Iterable[Problem]) -> None:
    """Keep the problems of a file among what is half filled, so that a refresh keeps them."""
    _put(_pieces_of(problems))


def keep_for(client: int, problems: Iterable[Problem]) -> None:
    """Keep the problems of the file of a client who is not on screen."""
    held = json.dumps(_pieces_of(problems), ensure_ascii=False)
    state.put_by_draft(client, _FORM, "pieces", held)


def is_there() -> bool:
    """Say whether something of the open file is still to be put right."""
    return bool(_pieces())


def draw() -> None:
    """Draw each piece that could not be read, with a way to correct it or to be done with it."""
    pieces = _pieces()
    if not pieces:
        return
    says = words("case_file")["unread"]
    st.header(says["title"], anchor=False)
    parts.paragraphs(says["text"])
    if incident_form.is_open():
        parts.paragraphs(says["form_open"])
        parts.link("incidents", says["to_form"])
    for number, piece in enumerate(pieces):
        with st.container(border=True, key=f"sc_unread_{number}"):
            _draw_piece(number, piece)


def draw_link() -> None:
    """Draw the way to what could not be read, for every page where it does not stand."""
    if not is_there():
        return
    says = words("case_file")["unread"]
    with st.container(border=True, key="sc_unread"):
        parts.paragraphs(says["elsewhere"])
        parts.link("start", says["see"])


def _draw_piece(number: int, piece: Piece) -> None:
    says = words("case_file")["unread"]
    for sentence in piece["says"]:
        parts.typed(sentence)
    if piece["raw"]:
        parts.paragraphs(says["held"])
        parts.typed("\n".join(_lines(piece["raw"])))
    with st.container(horizontal=True):
        if piece["raw"] and not incident_form.is_open():
            label = says["correct"].format(number=number + 1)
            st.button(label, key=f"correct_{number}", on_click=_correct, args=(piece["raw"],))
        label = says["done"].format(number=number + 1)
        st.button(label, key=f"unread_{number}", on_click=_drop, args=(piece,))


def _correct(raw: Piece) -> None:
    """Open the form of an incident with all that the file held of it."""
    incident_form.start()
    state.fill_draft(incident_draft.FORM, unread_form.filled(raw, state.case()))
    question_place.leave_for("incidents")


def _drop(piece: Piece) -> None:
    pieces = _pieces()
    if piece in pieces:  # a second tap may come when it is gone, and must not take the next one
        pieces.remove(piece)
        _put(pieces)


def _pieces() -> list[Piece]:
    held = state.draft(_FORM, "pieces")
    pieces: list[Piece] = json.loads(held) if held else []
    return pieces


def _pieces_of(problems: Iterable[Problem]) -> list[Piece]:
    return [_piece(list(group)) for _, group in groupby(problems, key=_whose)]


def _put(pieces: list[Piece]) -> None:
    state.fill_draft(_FORM, {"pieces": json.dumps(pieces, ensure_ascii=False)})


def _whose(problem: Problem) -> object:
    return problem.place[:_ONE_INCIDENT] if problem.raw is not None else problem.place


def _piece(problems: list[Problem]) -> Piece:
    return {"says": [problem.says() for problem in problems], "raw": problems[0].raw}


# ---- what an incident held -------------------------------------------------------------


def _lines(raw: Piece, report: str = "") -> Iterator[str]:
    """Yield what an incident or a report of it held, a field a line."""
    names = words("problems")["places"]
    for field, value in raw.items():
        if field == "reports" and isinstance(value, list):
            yield from _report_lines(value)
        elif field != "id":
            name = names.get(field, field)
            yield f"{report}{name}: {_shown(field, value)}"


def _report_lines(reports: list[Any]) -> Iterator[str]:
    name = words("problems")["places"]["one_reports"]
    for number, report in enumerate(reports, start=1):
        if isinstance(report, dict):
            yield from _lines(report, f"{name} {number}, ")
        else:
            yield f"{name} {number}: {_shown('', report)}"


def _shown(field: str, value: object) -> str:
    if field == "kinds" and isinstance(value, list):
        kinds = words("choices")["Kind"]
        return ", ".join(str(kinds.get(str(kind), kind)) for kind in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
