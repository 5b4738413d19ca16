from datetime import date

import streamlit as st

from selfcheck.case import Incident
from selfcheck.web import parts, state


def save() -> None:
    before = state.case()
    incident = Incident(
        id=f"i{len(before.incidents)}",
        date=state.draft("odd", "when") or date(2026, 9, 2),
        where=state.draft("odd", "where"),
    )
    state.keep(before.model_copy(update={"incidents": (*before.incidents, incident)}))
    state.drop_draft("odd")
    state.say("Saved.", undo=before)


parts.heading("Form")
st.text_area("Where", key=state.draft_key("odd", "where"))
st.radio("Sure", ["yes", "no"], index=None, key=state.draft_key("odd", "sure"))
st.date_input("When", value=None, format="DD/MM/YYYY", key=state.draft_key("odd", "when"))
st.button("Save", on_click=save)
for incident in state.case().incidents:
    parts.typed(incident.where or "")
