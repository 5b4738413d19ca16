import streamlit as st

from selfcheck.content import words
from selfcheck.web import caseload_file, caseload_result, parts

says = words("caseload")["page"]

parts.heading(parts.title("caseload"))
parts.paragraphs(*says["lead"])
if caseload_file.is_installed():
    with st.expander(says["layout"]["title"]):
        parts.paragraphs(*says["layout"]["text"])
    result = caseload_file.given()
    if result is not None:
        caseload_result.draw(result)
else:
    st.warning(says["not_installed"])
    st.code('pip install "selfcheck[caseload]"', language=None)
