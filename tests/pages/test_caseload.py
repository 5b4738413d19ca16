"""The page "Whole caseloads"."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from selfcheck.caseload.run import screen_list
from selfcheck.web import caseload_file, turn
from tests.pages.told import heading
from tests.web.conftest import OpenPage

EXAMPLE = Path(__file__).parents[2] / "examples" / "caseload.csv"


def test_the_page_opens_empty_and_says_what_a_list_must_hold(open_page: OpenPage) -> None:
    page = open_page("caseload")

    assert heading(page) == "Whole caseloads"
    assert page.file_uploader[0].value is None
    assert any("who was told" in text.value for text in page.markdown)


def test_a_list_is_screened_and_the_most_urgent_case_comes_first(open_page: OpenPage) -> None:
    page = open_page("caseload")
    page.file_uploader[0].upload("list.csv", EXAMPLE.read_bytes(), "text/csv").run()
    tables = [one.proto.body for one in page.get("html") if "sc-facts" in one.proto.body]

    assert [header.value for header in page.header][:3] == [
        "How the cases stand",
        "Who must act soonest",
        "Rows that could not be used: 7",
    ]
    assert any("25 of 91 cases meet the threshold today" in text.value for text in page.markdown)
    assert tables[1].index("C000080") < tables[1].index("C000014") < tables[1].index("C000088")
    assert "The row does not say" not in tables[2]
    assert "No council has this name." in tables[2]


def test_others_are_served_while_a_list_is_screened(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits = []

    def screened(*given: Any) -> Any:
        waits.append(turn._turn.locked())
        return screen_list(*given)

    monkeypatch.setattr("selfcheck.caseload.run.screen_list", screened)
    page = open_page("caseload")
    page.file_uploader[0].upload("list.csv", EXAMPLE.read_bytes(), "text/csv").run()

    assert waits == [False]


def test_what_stands_in_a_list_is_never_read_as_html(open_page: OpenPage) -> None:
    page = open_page("caseload")
    rows = "case,told,reported_on,happened_on\n<b>A</b>,police,2026-11-20,2026-11-20\n"
    page.file_uploader[0].upload("list.csv", rows.encode(), "text/csv").run()
    shown = "".join(one.proto.body for one in page.get("html"))

    assert "&lt;b&gt;A&lt;/b&gt;" in shown
    assert "<b>A</b>" not in shown


def test_columns_that_are_not_known_are_explained(open_page: OpenPage) -> None:
    page = open_page("caseload")
    page.file_uploader[0].upload("list.csv", b"name,when\nA,B\n", "text/csv").run()

    assert "The columns are not known" in page.error[0].value
    assert any("reported_on, also known as" in text.value for text in page.text)
    assert any("These were found: name, when" in text.value for text in page.text)


def test_a_list_is_let_go_when_its_page_is_left(open_page: OpenPage) -> None:
    page = open_page("caseload")
    page.file_uploader[0].upload("list.csv", EXAMPLE.read_bytes(), "text/csv").run()
    assert "_caseload" in page.session_state

    page.switch_page("../../../pages/start.py").run()

    assert "_caseload" not in page.session_state


def test_without_the_extra_the_page_says_how_to_install_it(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(caseload_file, "find_spec", lambda _: None)
    page = open_page("caseload")

    assert page.code[0].value == 'pip install "selfcheck[caseload]"'
    assert "caseload_list" not in [one.key for one in page.file_uploader]


def test_the_page_imports_no_engine_before_a_list_is_given(open_page: OpenPage) -> None:
    before = {"ibis", "duckdb", "selfcheck.caseload.run"} & set(sys.modules)
    open_page("caseload")

    assert {"ibis", "duckdb", "selfcheck.caseload.run"} & set(sys.modules) == before
