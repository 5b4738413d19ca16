from __future__ import annotations

import logging
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck.case import Answers, Case, Incident, YesNo
from selfcheck.casefile import save_case
from selfcheck.web import menu, state
from tests.web.conftest import FRAME, OpenPage, headings, kept, place_for_a_file


@pytest.mark.parametrize("name", menu.names())
def test_every_page_opens_empty_with_its_heading_and_the_safety_line(
    open_page: OpenPage, name: str
) -> None:
    page = open_page(name)

    assert len(headings(page)) == 1
    assert "999" in page.get("html")[0].proto.body


def test_every_page_named_in_the_words_has_a_file_and_every_file_a_name() -> None:
    files = {file.stem for file in menu.pages_folder().glob("*.py")}

    assert files == set(menu.names())


def test_the_steps_of_the_journey_are_numbered_from_one_without_a_gap() -> None:
    steps = [menu.step(name) for name in menu.names()]

    assert [step for step in steps if step] == [f"Step {n} of 8" for n in range(1, 9)]


def test_the_menu_says_where_you_are_and_what_is_done(open_page: OpenPage) -> None:
    case = Case(
        answers=Answers(repeated=YesNo.YES),
        incidents=(
            Incident(id="i1", date=date(2026, 9, 2)),
            Incident(id="i2", date=date(2026, 9, 9)),
        ),
    )

    page = open_page("timeline", case)
    (drawn,) = [one.proto.body for one in page.get("html") if "<nav" in one.proto.body]

    assert '<a href="questions">What is happening <span>Started</span></a>' in drawn
    assert '<a href="incidents">Your incidents <span>2 written down</span></a>' in drawn
    here = '<a href="timeline" aria-current="page">Your timeline <span>You are here</span></a>'
    assert here in drawn


@pytest.mark.parametrize("name", menu.names())
def test_on_any_page_answers_are_saved_and_a_file_is_opened_by_consent_alone(
    open_page: OpenPage, name: str
) -> None:
    mine, other = Case(reference="JB-0412"), Case(reference="JB-0413")
    page = open_page(name, mine)
    heading = headings(page)[0]
    place_for_a_file(page, name).upload("notes.json", save_case(other), "application/json").run()

    assert "Save my answers in a file" in [one.proto.label for one in page.get("download_button")]
    assert kept(page) == mine

    (replace,) = [one for one in page.button if one.label == "Open it now"]
    replace.click().run()

    assert kept(page) == other
    assert headings(page)[0] == heading


def test_what_is_half_typed_is_not_thrown_away_without_asking(open_page: OpenPage) -> None:
    page = open_page("incidents")
    next(one for one in page.button if one.label == "Add an incident").click().run()
    page.text_area[0].set_value("Shouting").run()
    data = save_case(Case(reference="JB-0413"))
    place_for_a_file(page, "incidents").upload("notes.json", data, "application/json").run()

    assert kept(page) == Case()
    assert page.text_area[0].value == "Shouting"
    assert "Keep what I have" in [one.label for one in page.button]


def test_what_could_not_be_read_is_a_press_away_wherever_the_file_was_opened(
    open_page: OpenPage,
) -> None:
    page = open_page("help")
    data = save_case(Case(reference="JB-0412")).replace(b'"incidents": []', b'"incidents": [7]')
    place_for_a_file(page, "help").upload("notes.json", data, "application/json").run()

    assert kept(page).reference == "JB-0412"
    assert "See what we could not read" in [one.proto.label for one in page.get("page_link")]


def test_a_page_that_fails_keeps_the_answers_and_tells_the_log_no_more_than_the_type(
    open_page: OpenPage,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for name in menu.names():
        (tmp_path / f"{name}.py").write_text("raise ValueError('my neighbour Mr Marker')")
    monkeypatch.setattr(menu, "pages_folder", lambda: tmp_path)
    case = Case(reference="JB-0412")

    with caplog.at_level(logging.DEBUG), pytest.raises(AssertionError, match="the page failed"):
        open_page("start", case)
    page = _opened_in_spite_of_it(case)

    assert headings(page)[0] == "Sorry, something went wrong"
    assert kept(page) == case
    assert "999" in page.get("html")[0].proto.body
    assert "A page failed: ValueError" in caplog.text
    assert "Marker" not in caplog.text
    assert not any("Marker" in str(element) for element in page.main)


def _opened_in_spite_of_it(case: Case) -> AppTest:
    page = AppTest.from_file(FRAME, default_timeout=60)
    page.session_state["_store_nonce"] = "test"
    page.session_state["_store_ready"] = True
    page.session_state["_case"] = case
    return page.run()


def test_nothing_is_drawn_of_a_page_before_the_tab_has_told_what_it_holds() -> None:
    page = AppTest.from_file(FRAME, default_timeout=60).run()

    assert not headings(page)
    assert "999" in page.get("html")[0].proto.body


def test_today_is_the_day_that_was_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", "2026-02-28")

    assert state.today() == date(2026, 2, 28)
