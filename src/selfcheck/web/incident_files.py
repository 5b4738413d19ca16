"""Lists in and out of the diary, folded away under it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from selfcheck.case import Case
from selfcheck.content import words
from selfcheck.diary_table.blank_sheet import blank_sheet
from selfcheck.diary_table.taking_out import diary_csv
from selfcheck.web import document_files, incident_import, parts


def draw(case: Case) -> None:
    """Draw the ways to bring in a list, save it, and print a blank sheet."""
    says = words("diary")["list"]
    with st.expander(says["other_ways"]):
        st.button(says["bring_in"], on_click=incident_import.start, key="incident_bring_in")
        if case.incidents:
            _download(says["save"], lambda: diary_csv(case), says["file_name"], "text/csv")
            parts.paragraphs(says["save_says"])
        # Not as text/html: every such answer of the app is the app's own page.
        _download(says["print"], blank_sheet, says["sheet_name"], "application/octet-stream")
        document_files.draw_sheets()
        parts.paragraphs(says["print_says"], says["private"])


def _download(label: str, data: Callable[[], bytes], name: str, mime: str) -> None:
    st.download_button(
        label, data, file_name=name, mime=mime, on_click="ignore", key=f"incident_{name}"
    )
