"""The parts of a letter, each to be read and changed; half a change survives a refresh.

A part that was changed remembers from which words of ours, so that it can be told when
what it rests on has changed since.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import streamlit as st

from selfcheck.content import words
from selfcheck.documents.parts import Letter, Passage
from selfcheck.web import document_paper as paper
from selfcheck.web import markup, state

_FORM = "letter"
_LONGEST = 20_000


def with_changes(letter: Letter) -> Letter:
    """Return a letter with the parts that the person has changed."""
    return letter.changed({part.code: _text(part) for part in letter.passages if _is_changed(part)})


def draw(letter: Letter, facts: Letter) -> None:
    """Draw the parts of a letter; `facts` is the letter as written from the case alone."""
    ours = {part.code: _mark(part) for part in facts.passages}
    for part in letter.passages:
        _part(part, ours[part.code])


def draw_stale(facts: Letter) -> None:
    """Say so where a changed part rests on facts that have changed since."""
    if any(_is_stale(part, _mark(part)) for part in facts.passages):
        says = _words()["stale"]
        st.warning(says["says"])
        st.button(says["anew"], on_click=_write_anew, key="letter_anew")


# ---- one part ------------------------------------------------------------------------


def _part(part: Passage, ours: str) -> None:
    if state.draft(_form(part), "open"):
        _to_change(part)
    else:
        _to_read(part, ours)
    if _is_stale(part, ours):
        markup.draw(markup.paragraph(_words()["stale"]["part"], "sc-note"))
    if part.table:
        markup.draw(paper.table(part.table))


def _to_read(part: Passage, ours: str) -> None:
    says, name = _words(), _name(part)
    if not _is_changed(part):
        markup.draw(paper.passage(replace(part, table=None)))
        _button("change", says["change"].format(part=name), _begin, part, ours)
        return
    shown = replace(part.with_text(_text(part)), table=None)
    note = says["changed" if shown.lines else "left_out"]
    markup.draw(paper.passage(shown), markup.paragraph(note, "sc-quiet"))
    with st.container(gap=None):
        _button("change", says["change"].format(part=name), _begin, part, ours)
        _button("put_back", says["put_back"].format(part=name), _put_back, part)


def _to_change(part: Passage) -> None:
    says, name = _words(), _name(part)
    hints = [says["how"]]
    hints += [says["points"]] if "- " in part.text else []
    hints += [says["quotes"]] if "> " in part.text else []
    label = says["changing"].format(part=name)
    st.text_area(
        f"{label}\n\n{' '.join(hints)}",
        key=state.draft_key(_form(part), "text"),
        height="content",
        max_chars=_LONGEST,
    )
    with st.container(horizontal=True):
        _button("done", says["done"].format(part=name), _done, part)
        _button("put_back", says["put_back"].format(part=name), _put_back, part)


def _button(code: str, label: str, does: Callable[..., None], part: Passage, *more: str) -> None:
    st.button(
        label,
        on_click=does,
        args=(part, *more),
        key=f"sc_letter_{code}_{part.code}",
        type="secondary" if code == "done" else "tertiary",
        wrap=True,
    )


# ---- what is done --------------------------------------------------------------------


def _begin(part: Passage, ours: str) -> None:
    if not _is_changed(part):
        state.fill_draft(_form(part), {"text": part.text, "was": ours})
    state.fill_draft(_form(part), {"open": True})


def _done(part: Passage) -> None:
    if _text(part) == part.text:
        state.drop_draft(_form(part))
    else:
        state.fill_draft(_form(part), {"open": None})


def _put_back(part: Passage) -> None:
    state.drop_draft(_form(part))


def _write_anew() -> None:
    state.drop_draft(_FORM)
    state.say(_words()["stale"]["written"])


# ---- what is known of a part -----------------------------------------------------------


def _is_changed(part: Passage) -> bool:
    return bool(state.draft(_form(part), "was"))


def _is_stale(part: Passage, ours: str) -> bool:
    was = state.draft(_form(part), "was")
    return bool(was) and was != ours


def _text(part: Passage) -> str:
    return str(state.draft(_form(part), "text") or "")


def _mark(part: Passage) -> str:
    """Return what tells one text of ours from another, its table included."""
    rows = part.table.rows if part.table else ()
    return blake2b(repr((part.text, rows)).encode(), digest_size=8).hexdigest()


def _form(part: Passage) -> str:
    return f"{_FORM}_{part.code}"


def _name(part: Passage) -> str:
    return part.heading or str(_words()["opening"])


def _words() -> dict[str, Any]:
    told: dict[str, Any] = words("downloads")["letter"]
    return told
