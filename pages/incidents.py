import streamlit as st

from selfcheck.content import words
from selfcheck.web import (
    incident_files,
    incident_form,
    incident_import,
    incident_list,
    parts,
    state,
)


def diary() -> None:
    """Draw the way in for a new incident, then the incidents written down."""
    says = words("diary")["list"]
    parts.heading(parts.title("incidents"))
    parts.paragraphs(says["lead"], says["why"])
    st.button(says["add"], on_click=incident_form.start, type="primary", key="incident_add")
    case = state.case()
    if case.incidents:
        incident_list.draw(case)
    else:
        parts.paragraphs(says["none"])
    incident_files.draw(case)
    if case.incidents:
        parts.paragraphs(says["next"])
        parts.link("what_this_is")


if incident_form.is_open():
    incident_form.draw()
elif incident_import.is_open():
    incident_import.draw()
else:
    diary()
