"""Open a saved file or an example; what is on screen is never thrown away without asking."""

from __future__ import annotations

from contextlib import suppress

import streamlit as st

from selfcheck import examples
from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, Opened
from selfcheck.content import words
from selfcheck.web import documents_made, parts, save_file, state, unread

_FORM = "open"
# Where a person was, and how much of a list is shown: not what they typed.
_NOTHING_TYPED_IN = ("open", "asking", "unread", "incident_list", "case_review", "timeline")
# A zip with everything may be larger than the case in it; what opens it knows the limits.
_MOST_MEGABYTES = 8


def draw() -> None:
    """Draw where a file can be chosen, and what is the matter with the one chosen."""
    says = words("case_file")["open"]
    key = f"open_file_{_files_so_far()}"
    file = st.file_uploader(
        says["label"],
        type=("json", "zip"),
        key=key,
        max_upload_size=_MOST_MEGABYTES,
        on_change=_open_where_nothing_is_lost,
        args=(key,),
    )
    if file is None:
        return
    try:
        opened = documents_made.open_saved(file.getvalue(), state.today())
    except CaseFileError as refused:
        st.error(says["refused"])
        for problem in refused.problems:
            parts.typed(problem.says())
        return
    _ask_first(opened, _code(opened))


def draw_examples() -> None:
    """Draw the example cases, each with its story in a sentence."""
    parts.paragraphs(words("case_file")["examples"]["text"])
    waiting = state.draft(_FORM, "example")
    for name in examples.EXAMPLES:
        told = words("examples")[name]
        with st.container(key=f"sc_example_{name}", gap="xsmall"):
            st.button(told["title"], key=f"example_{name}", on_click=_open_example, args=(name,))
            parts.paragraphs(told["summary"])
            if name == waiting:
                _ask_first(Opened(examples.load(name, state.today())), "example")


def _open_where_nothing_is_lost(key: str) -> None:
    """Take a file at once, in the callback; what cannot be opened is told where it is drawn."""
    file = state.held(key)
    if file is None or not _nothing_to_lose():
        return
    with suppress(CaseFileError):
        opened = documents_made.open_saved(file.getvalue(), state.today())
        _take(opened, _code(opened))


def _code(opened: Opened) -> str:
    return "opened_in_part" if opened.problems else "opened"


def _open_example(name: str) -> None:
    if _nothing_to_lose():
        _take(Opened(examples.load(name, state.today())), "example")
    else:
        state.fill_draft(_FORM, {"example": name})


def _ask_first(opened: Opened, code: str) -> None:
    says = words("case_file")["replace"]
    st.warning(says["text"])
    with st.container(horizontal=True):
        save_file.save_button(key="save_before_opening")
        st.button(says["open"], type="primary", on_click=_take, args=(opened, code))
        st.button(says["keep"], on_click=_put_away)


def _take(opened: Opened, code: str) -> None:
    """Make what was opened the case, with a way back, and list what could not be read.

    `code` names the words that say so.
    """
    before, files = state.case(), _files_so_far()
    state.drop_all_drafts()
    state.fill_draft(_FORM, {"files": files + 1})
    unread.keep(opened.problems)
    state.keep(opened.case)
    way_back = None if before == Case() else before
    state.say(words("case_file")["open"][code], undo=way_back)


def _put_away() -> None:
    state.fill_draft(_FORM, {"files": _files_so_far() + 1, "example": None})


def _files_so_far() -> int:
    # A new key is how a chosen file leaves the server's memory.
    return state.draft(_FORM, "files") or 0


def _nothing_to_lose() -> bool:
    """Say whether neither the case nor anything half filled is a person's own."""
    state.gather_drafts()
    ours = tuple(f"{state.DRAFT_PREFIX}{form}_" for form in _NOTHING_TYPED_IN)
    typed = [key for key, value in state.drafts().items() if value and not key.startswith(ours)]
    return not typed and not unread.is_there() and _may_be_replaced(state.case())


def _may_be_replaced(case: Case) -> bool:
    """Say whether nothing of a person's own is lost with this case."""
    if case == Case():
        return True
    today = state.today()
    return any(case == examples.load(name, today) for name in examples.EXAMPLES)
