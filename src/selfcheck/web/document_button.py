"""A button that makes a file when it is pressed, and no sooner."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

import streamlit as st

from selfcheck.content import words

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS = {
    ".docx": _WORD,
    ".pdf": "application/pdf",
    ".ics": "text/calendar",
    ".csv": "text/csv",
    ".vcf": "text/vcard",
    ".zip": "application/zip",
}


def draw(
    label: str,
    make: Callable[[], bytes],
    file: str,
    *,
    at: str = "",
    look: Literal["primary", "secondary"] = "secondary",
) -> None:
    """Draw the button; `file` names what it gives in `content/downloads.toml`.

    `at` fills in that name and tells buttons for the same kind of file apart. Should the
    file not be made, the browser says so in our words: client/downloads.js.
    """
    name = words("downloads")["file"][file].format(at=at)
    st.download_button(
        label,
        make,
        file_name=name,
        mime=_KINDS[PurePath(name).suffix],
        on_click="ignore",
        type=look,
        key=f"file_{file}_{at}",
        wrap=True,
    )
