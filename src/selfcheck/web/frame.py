"""What every visit runs: the frame first, then the page inside it."""

from __future__ import annotations

import streamlit as st

from selfcheck.web import (
    caseload_file,
    client_bar,
    failure,
    menu,
    notices,
    state,
    store,
    turn,
)

here = st.navigation(menu.pages(), position="hidden")
name = here.url_path or menu.names()[0]
state.arrive(name)

if not store.is_restored():
    menu.draw(name, None)
    store.restore()
with turn.taken():
    state.gather_drafts()
    saved = state.case()
    menu.draw(name, saved)
    store.save()

    caseload_file.forget_elsewhere(name)
    client_bar.draw(name)
    notices.draw(name)

    try:
        here.run()
        failure.clear()
    except Exception as problem:  # noqa: BLE001 - whatever a page does wrong, its reader is told
        failure.show(problem)
    if state.case() is not saved:
        st.rerun()
    state.hush()

    notices.footer(name)
