from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck import examples
from selfcheck.case import Answers, Applicant, Case, Incident, YesNo
from selfcheck.casefile import save_case
from selfcheck.content import words
from selfcheck.web import open_file
from tests.pages.told import button, heading, labels, links, stay_on, text
from tests.web.conftest import OpenPage, kept, place_for_a_file

MINE = Case(reference="JB-0412", answers=Answers(repeated=YesNo.YES))
OTHER = Case(
    applicant=Applicant.ON_BEHALF,
    incidents=(Incident(id="i1", date=date(2026, 9, 2), what_happened="Shouting"),),
)


def upload(page: AppTest, data: bytes) -> AppTest:
    return place_for_a_file(page, "start").upload("notes.json", data, "application/json").run()


def file_with(incidents: list[dict[str, Any]], **more: Any) -> bytes:
    return json.dumps(
        {"format": "selfcheck-case", "version": 1, "incidents": incidents, **more}
    ).encode()


# ---- the first screen ------------------------------------------------------------------


def test_it_says_what_it_finds_out_how_to_leave_and_what_is_kept(open_page: OpenPage) -> None:
    told = text(open_page("start"))

    assert "It takes about ten minutes." in told
    assert "Exit this page" in told
    assert words("start")["privacy"]["text"] in told
    assert "Community Trigger" in told


def test_leaving_is_taught_before_the_first_question_can_be_reached(open_page: OpenPage) -> None:
    page = open_page("start")
    drawn = [str(getattr(one, "proto", "")) for one in page.main]
    title = words("frame")["exit"]["teach_title"]
    (taught,) = [place for place, one in enumerate(drawn) if f'body: "{title}"' in one]
    (first,) = [place for place, one in enumerate(drawn) if 'label: "Start for myself"' in one]

    assert taught < first


@pytest.mark.parametrize("applicant", Applicant)
def test_one_press_says_whom_it_is_for_and_asks_the_first_question(
    open_page: OpenPage, applicant: Applicant
) -> None:
    page = button(open_page("start"), words("start")["who"][applicant]).click().run()

    assert kept(page) == Case(applicant=applicant)
    assert "in danger right now?" in heading(page)


def test_nothing_is_offered_to_save_before_anything_is_said(open_page: OpenPage) -> None:
    page = open_page("start")

    assert not page.get("download_button")
    assert "Carry on with the questions" not in links(page)


def test_someone_with_answers_can_carry_on_or_save_them(open_page: OpenPage) -> None:
    page = open_page("start", MINE)
    (save,) = page.get("download_button")

    assert "Carry on with the questions" in links(page)
    assert save.proto.label == "Save my answers in a file"
    assert "Start for myself" not in labels(page)


def test_starting_again_can_be_undone(open_page: OpenPage) -> None:
    page = button(open_page("start", MINE), "Start again with nothing").click().run()

    assert kept(page) == Case()
    assert kept(button(page, "Undo").click().run()) == MINE


# ---- opening a file --------------------------------------------------------------------


def test_a_saved_file_opens_where_nothing_can_be_lost(open_page: OpenPage) -> None:
    page = upload(open_page("start"), save_case(OTHER))

    assert kept(page) == OTHER
    assert "Your file is open." in text(page)


def test_a_file_is_not_opened_over_answers_without_asking(open_page: OpenPage) -> None:
    page = upload(open_page("start", MINE), save_case(OTHER))

    assert kept(page) == MINE
    assert words("case_file")["replace"]["text"] in text(page)
    assert len(page.get("download_button")) == 2


def test_answers_are_replaced_by_consent_and_can_be_brought_back(open_page: OpenPage) -> None:
    page = upload(open_page("start", MINE), save_case(OTHER))
    page = button(page, "Open it now").click().run()

    assert kept(page) == OTHER
    assert kept(button(page, "Undo").click().run()) == MINE


def test_what_is_here_can_be_kept_instead(open_page: OpenPage) -> None:
    page = upload(open_page("start", MINE), save_case(OTHER))
    page = button(page, "Keep what I have").click().run()

    assert kept(page) == MINE
    assert page.file_uploader[0].value is None


@pytest.mark.parametrize(
    "shown", ["incident_list_shown", "case_review_more_reports", "timeline_when_rows"]
)
def test_rows_that_were_asked_for_are_nothing_to_lose(open_page: OpenPage, shown: str) -> None:
    page = open_page("start", examples.load("lapsed"))
    page.session_state["_drafts"] = {f"draft_{shown}": 140}
    page = upload(page, save_case(OTHER))

    assert kept(page) == OTHER


def test_opening_leaves_nothing_half_filled_of_the_case_before(open_page: OpenPage) -> None:
    page = open_page("start", MINE)
    page.session_state["_drafts"] = {"draft_incident_what_happened": "Mr Marker"}
    page = button(upload(page, save_case(OTHER)), "Open it now").click().run()

    assert "Mr Marker" not in str(page.session_state["_drafts"])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b"\xff\xfe\x00", "The file is not text that can be read."),
        (b'{"format": "selfcheck-case", "version": 1, "inc', "The file ends too soon."),
        (b'{"hello": 1}', "This is not a case file saved by selfcheck."),
        (b'{"format": "selfcheck-case", "version": 2}', "made by a newer version"),
        (b"[" * 100_000, "The file is nested too deeply"),
    ],
)
def test_a_file_that_cannot_be_opened_says_why_and_changes_nothing(
    open_page: OpenPage, data: bytes, says: str
) -> None:
    page = upload(open_page("start", MINE), data)

    assert kept(page) == MINE
    assert words("case_file")["open"]["refused"] in text(page)
    assert says in text(page)


def test_one_bad_incident_never_loses_the_others(open_page: OpenPage) -> None:
    data = file_with(
        [
            {"id": "i1", "date": "2026-09-02"},
            {"id": "i2", "date": "2026-02-31", "where": "By the shop", "kinds": ["begging"]},
        ]
    )

    page = upload(open_page("start"), data)

    assert [incident.id for incident in kept(page).incidents] == ["i1"]
    assert "Incident 2, date:" in text(page)
    assert "does not exist in the calendar" in text(page)
    assert "where: By the shop\nkinds: Begging" in text(page)


def test_what_one_incident_got_wrong_stands_together(open_page: OpenPage) -> None:
    data = file_with(
        [
            {
                "id": "i1",
                "date": "2026-09-31",
                "time": "25:00",
                "reports": [{"id": "r1", "date": "soon", "to": "police"}],
            }
        ]
    )

    page = upload(open_page("start"), data)

    assert len([label for label in labels(page) if label.startswith("Done with")]) == 1
    assert "report 1, date: soon" in text(page)


def test_a_piece_that_is_dealt_with_leaves_the_list(open_page: OpenPage) -> None:
    data = file_with([{"id": "i1", "date": "2026-02-31"}, {"id": "i2", "date": "2027-01-01"}])
    page = upload(open_page("start"), data)
    page = button(page, "Done with number 1").click().run()

    assert "2026-02-31" not in text(page)
    assert "is in the future" in text(page)

    page = button(page, "Done with number 1").click().run()

    assert "What we could not read" not in text(page)


def test_an_unread_incident_is_corrected_in_its_form(open_page: OpenPage) -> None:
    raw = {
        "id": "i1",
        "date": "2026-02-31",
        "kinds": ["begging"],
        "where": "By the shop",
        "reports": [{"id": "r1", "date": "2026-09-03", "to": "council", "reference": "A 1"}],
    }
    page = upload(open_page("start"), file_with([raw]))
    page = button(page, "Correct number 1 in the form").click().run()

    typed = [field.value for field in page.text_input]

    assert typed[:3] == ["31", "2", "2026"]
    assert {"By the shop", "A 1"} <= set(typed)
    assert [box.label for box in page.checkbox if box.value] == ["Begging"]


def test_one_incident_is_corrected_at_a_time(open_page: OpenPage) -> None:
    data = file_with([{"id": "i1", "date": "2026-02-31"}, {"id": "i2", "date": "2027-01-01"}])
    page = upload(open_page("start"), data)
    page = button(page, "Correct number 1 in the form").click().run()
    page = stay_on(page, "start")

    assert "An incident is open in the form now." in text(page)
    assert not [label for label in labels(page) if label.startswith("Correct")]


def test_an_answer_that_cannot_be_read_is_told_without_an_incident(open_page: OpenPage) -> None:
    page = upload(open_page("start"), file_with([], answers={"repeated": "often"}))

    assert "is not one of the choices" in text(page)
    assert kept(page) == Case()


HOSTILE = ["<img src=x onerror=alert(1)>", "**bold** $x^2$ ![](//a)", "=1+1", "\u202eabc"]


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_a_file_holds_is_never_read_as_markup(open_page: OpenPage, typed: str) -> None:
    data = file_with([{"id": "i1", "date": typed, "where": typed, typed: typed}])

    page = upload(open_page("start"), data)

    markdown = [*page.markdown, *page.error, *page.warning, *page.header]
    assert not any(typed in str(one.value) for one in markdown)
    assert "<img" not in text(page)
    assert not any(typed in label for label in labels(page))


# ---- examples --------------------------------------------------------------------------


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_every_example_can_be_opened(open_page: OpenPage, name: str) -> None:
    title = words("examples")[name]["title"]
    page = button(open_page("start"), title).click().run()

    assert kept(page) == examples.load(name)
    assert "Carry on with the questions" in links(page)


def test_one_example_after_another_opens_without_asking(open_page: OpenPage) -> None:
    page = open_page("start", examples.load("lapsed"))
    page = button(page, "A group outside the house").click().run()

    assert kept(page) == examples.load("one_short")


def test_an_example_is_not_opened_over_answers_without_asking(open_page: OpenPage) -> None:
    page = button(open_page("start", MINE), "A group outside the house").click().run()

    assert kept(page) == MINE

    page = button(page, "Open it now").click().run()

    assert kept(page) == examples.load("one_short")


def test_the_demo_shows_examples_first(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = [one.label for one in open_page("start").expander]
    monkeypatch.setenv("SELFCHECK_DEMO", "1")
    page = open_page("start")

    assert usual == ["Open a file you saved", "Try an example"]
    assert [one.label for one in page.expander] == usual[::-1]
    assert page.expander[0].proto.expanded


def test_only_an_untouched_example_may_be_replaced_unasked() -> None:
    touched = examples.load("lapsed").model_copy(update={"reference": "JB"})

    assert not open_file._may_be_replaced(touched)
    assert open_file._may_be_replaced(examples.load("lapsed"))
    assert open_file._may_be_replaced(Case())
