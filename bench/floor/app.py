"""The least an app can be: Streamlit, one button, and a count that grows with each press."""

import streamlit as st

st.session_state.setdefault("count", 0)
if st.button("Add"):
    st.session_state.count += 1
st.write(f"count={st.session_state.count}")
