"""A label is spoken as it is written, so none of ours holds Markdown's signs."""

from __future__ import annotations

import pytest

from selfcheck.case import Case
from selfcheck.examples import load
from selfcheck.interview import KEYS
from selfcheck.web import menu
from tests.web.conftest import OpenPage

SIGNS = ("**", ":small", "__", "`", "](")
KINDS = ("radio", "checkbox", "text_input", "text_area", "selectbox", "number_input")


def labels(page: object) -> list[str]:
    return [widget.label for kind in KINDS for widget in getattr(page, kind)]


def spoken_signs(page: object) -> list[str]:
    return [label for label in labels(page) if any(sign in label for sign in SIGNS)]


@pytest.mark.parametrize("name", menu.names())
def test_no_label_of_a_page_holds_markdown(open_page: OpenPage, name: str) -> None:
    page = open_page(name, case=load("clearly_met"))

    assert spoken_signs(page) == []


@pytest.mark.parametrize("key", KEYS)
def test_no_label_of_a_question_holds_markdown(open_page: OpenPage, key: str) -> None:
    page = open_page("questions", case=Case())
    page.session_state["_drafts"] = {"draft_asking_at": key}
    page.run()

    assert labels(page)
    assert spoken_signs(page) == []


def test_no_label_of_the_incident_form_holds_markdown(open_page: OpenPage) -> None:
    page = open_page("incidents", case=load("clearly_met"))
    page.button(key="incident_add").click().run()

    assert len(labels(page)) > 10
    assert spoken_signs(page) == []
