"""What every visit runs: the frame first, then the page inside it."""

from __future__ import annotations

import streamlit as st

from selfcheck.web import (
    caseload_file,
    client_bar,
    failure,
    menu,
    notices,
    parts,
    state,
    store,
    turn,
)

here = st.navigation(menu.pages(), position="hidden")
name = here.url_path or menu.names()[0]

parts.safety_line()
store.restore()
with turn.taken():
    state.gather_drafts()
    store.save()
    saved = state.case()

    caseload_file.forget_elsewhere(name)
    # The menu stands above the page and is drawn after it: what was pressed for comes first.
    menu_place = st.container(key="sc_menu", gap=None)
    client_bar.draw(name)
    notices.draw(name)
    if step := menu.step(name):
        st.html(f'<p class="sc-step">{step}</p>')

    try:
        with st.container(key=f"sc_page_{name}"):
            here.run()
        failure.clear()
    except Exception as problem:  # noqa: BLE001 - whatever a page does wrong, its reader is told
        failure.show(problem)
    if state.case() is not saved:
        st.rerun()
    with menu_place:
        menu.draw(name, saved)
    state.hush()

    notices.footer(name)
