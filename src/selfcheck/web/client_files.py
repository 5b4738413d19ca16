"""Files of an adviser: all clients in one, clients opened again, and the two summaries."""

from __future__ import annotations

from functools import partial

import streamlit as st

from selfcheck import examples
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.casefile import Opened
from selfcheck.content import words
from selfcheck.documents.clients_file import OneFile, file_name
from selfcheck.documents.parts import unturned
from selfcheck.web import client_opening as opening
from selfcheck.web import document_button as button
from selfcheck.web import documents_made as made
from selfcheck.web import markup, parts, state

_FORM = "client_files"
_MOST_MEGABYTES = 16
_SUMMARIES: tuple[made.SummaryKind, ...] = ("plain", "technical")


def draw_save_all() -> None:
    """Draw the button that saves all clients in one zip."""
    says = words("clients")["files"]
    cases = tuple(case for _, case in state.clients().cases(state.case()))
    make = partial(made.all_clients, cases, state.today())
    button.draw(says["save_all"], make, "clients", at=state.today().isoformat())
    parts.paragraphs(says["save_all_says"])


def draw_told() -> None:
    """Draw what became of each file that was opened, until its reader is done with it."""
    found = opening.told()
    if not found:
        return
    says = words("clients")["files"]
    with st.container(border=True, key="sc_opened"):
        markup.draw(markup.heading(says["told"]))
        for name, *sentences in found:
            whose = f"{unturned(name)}: " if name else ""
            parts.typed(whose + " ".join(sentences))
        st.button(says["told_done"], on_click=opening.be_done)


def draw_open() -> None:
    """Draw where saved clients are opened, and the examples."""
    says = words("clients")["files"]
    with st.expander(says["open"]):
        parts.paragraphs(says["open_says"])
        key = f"client_files_{state.clients().open or 0}_{state.draft(_FORM, 'count') or 0}"
        st.file_uploader(
            says["choose"],
            type=("json", "zip"),
            accept_multiple_files=True,
            key=key,
            max_upload_size=_MOST_MEGABYTES,
            on_change=_open,
            args=(key,),
        )
        st.button(says["examples"], on_click=_open_examples)


def draw_summaries(case: Case, assessment: Assessment) -> None:
    """Draw the page for the client, and every step as a document, in both kinds of file."""
    says, at = words("clients")["summary"], file_name(case.reference)
    markup.draw(markup.heading(says["title"]))
    for kind in _SUMMARIES:
        parts.paragraphs(f"**{says[kind]}.** {says[f'{kind}_says']}")
        with st.container(horizontal=True):
            if made.can_make_pdf():
                as_pdf = partial(made.summary_pdf, case, assessment, kind)
                button.draw(says[f"{kind}_pdf"], as_pdf, f"{kind}_pdf", at=at)
            as_word = partial(made.summary_word, case, assessment, kind)
            button.draw(says[f"{kind}_word"], as_word, f"{kind}_word", at=at)


def _open(key: str) -> None:
    given = state.chosen_files(key)
    if given:
        # A new key is how chosen files leave the server's memory.
        state.fill_draft(_FORM, {"count": (state.draft(_FORM, "count") or 0) + 1})
        opening.take(made.open_clients(given, state.today()))


def _open_examples() -> None:
    told = [(name, examples.load(name, state.today())) for name in examples.EXAMPLES]
    opening.take(OneFile(words("examples")[name]["title"], Opened(case)) for name, case in told)
