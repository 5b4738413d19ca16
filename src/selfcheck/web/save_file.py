"""Save the case in a file of the person's own; the only copy that outlives the tab."""

from __future__ import annotations

import streamlit as st

from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, save_case
from selfcheck.content import words
from selfcheck.web import state


def save_button(*, key: str = "save_file") -> None:
    """Draw the button that saves the case; nothing while there is nothing to save.

    `key` tells buttons apart where a page has one of its own.
    """
    case = state.case()
    if case == Case():
        return
    says = words("case_file")["save"]
    if state.remembered("too_large", case, lambda: _is_too_large(case)):
        st.warning(says["too_large"])
        return
    # A name that tells nobody what is inside; written and handed over when it is asked for.
    st.download_button(
        says["button"],
        lambda: save_case(case),
        file_name=f"notes-{state.today().isoformat()}.json",
        mime="application/json",
        key=key,
        on_click="ignore",
    )


def _is_too_large(case: Case) -> bool:
    try:
        save_case(case)
    except CaseFileError:
        return True
    return False
