import streamlit as st

from selfcheck.web import parts


def fail() -> None:
    raise ValueError("Marker in a callback")


parts.heading("About")
st.button("Fail in a callback", on_click=fail)
if st.button("Fail in the page"):
    raise ValueError("Marker in a page")
