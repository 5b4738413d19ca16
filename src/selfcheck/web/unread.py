"""What could not be read of an opened file: why, and what it held, until it is put right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

import streamlit as st

from selfcheck.casefile import Problem
from selfcheck.content import words
from selfcheck.web import parts, state

_FORM = "unread"
_HELD_WHERE = 2  # ("incidents", 3): the problems of one incident share what it held


def keep(problems: Iterable[Problem]) -> None:
    """Keep the problems of a file among what is half filled, so that a refresh keeps them."""
    pieces = [_piece(list(group)) for _, group in groupby(problems, key=_whose)]
    state.fill_draft(_FORM, {"pieces": json.dumps(pieces, ensure_ascii=False)})


def draw() -> None:
    """Draw each piece that could not be read, with a way to say that it is dealt with."""
    pieces = _pieces()
    if not pieces:
        return
    says = words("case_file")["unread"]
    st.subheader(says["title"], anchor=False)
    parts.paragraphs(says["text"])
    parts.link("incidents")
    for number, piece in enumerate(pieces):
        with st.container(border=True, key=f"sc_unread_{number}"):
            for sentence in piece["says"]:
                parts.typed(sentence)
            if piece["held"]:
                parts.paragraphs(says["held"])
                parts.typed("\n".join(piece["held"]))
            label = says["done"].format(number=number + 1)
            st.button(label, key=f"unread_{number}", on_click=_drop, args=(number,))


def _pieces() -> list[dict[str, list[str]]]:
    held = state.draft(_FORM, "pieces")
    pieces: list[dict[str, list[str]]] = json.loads(held) if held else []
    return pieces


def _drop(number: int) -> None:
    pieces = _pieces()
    del pieces[number]
    state.fill_draft(_FORM, {"pieces": json.dumps(pieces, ensure_ascii=False)})


def _whose(problem: Problem) -> object:
    return problem.place[:_HELD_WHERE] if problem.raw is not None else problem.place


def _piece(problems: list[Problem]) -> dict[str, list[str]]:
    raw = problems[0].raw
    return {
        "says": [problem.says() for problem in problems],
        "held": list(_lines(raw)) if raw else [],
    }


def _lines(raw: dict[str, Any], before: str = "") -> Iterator[str]:
    """Yield what an incident or a report of it held, a field a line."""
    names = words("problems")["places"]
    for field, value in raw.items():
        if field == "reports" and isinstance(value, list):
            for number, report in enumerate(value, start=1):
                if isinstance(report, dict):
                    yield from _lines(report, f"{names['one_reports']} {number}, ".capitalize())
        elif field != "id":
            yield f"{before}{names.get(field, field)}: {_shown(value)}"


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
