from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.testing.v1 import AppTest

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.case import Applicant, Case, YesNo
from selfcheck.documents.bundle import make_bundle
from selfcheck.web import documents_made as made
from tests.documents import reading
from tests.documents.hostile import TEXTS, case_of
from tests.pages import drawn, told
from tests.stories import case, incident
from tests.web.conftest import OpenPage, kept, place_for_a_file

PAGE = "how_to_apply"
WRONG = 'class="sc-wrong"'
ON = date(2026, 11, 22)
NOTES = "notes-2026-11-22.json"
ALWAYS = {NOTES, "notes-2026-11-22.zip", "list.docx", "summary.pdf"}
TO_APPLY = {"letter.docx", "letter-a.docx", "dates.ics"}
HAPPENING = "What is happening"

Offered = dict[str, Callable[[], bytes]]


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> Offered:
    """Return what each download button of the last run would make, by its file's name."""
    found: Offered = {}
    usual = MediaFileManager.add_deferred

    def add(manager: MediaFileManager, make: Any, *args: Any, **kwargs: Any) -> str:
        found[kwargs["file_name"]] = make
        return usual(manager, make, *args, **kwargs)

    monkeypatch.setattr(MediaFileManager, "add_deferred", add)
    return found


def change(page: AppTest, part: str, text: str) -> AppTest:
    """Change a part of the letter and leave its field open."""
    told.button(page, f"Change: {part}").click().run()
    field(page, f"{part}: your words").set_value(text).run()
    return page


def field(page: AppTest, label: str) -> Any:
    (found,) = [one for one in (*page.text_area, *page.text_input) if one.label.startswith(label)]
    return found


def letter(offered: Offered, name: str = "letter.docx") -> str:
    return reading.words(reading.read(offered[name]()))


def fill_applied(page: AppTest, day: str) -> AppTest:
    for name, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
        field(page, name).set_value(part)
    return page.run()


# ---- which documents there are -------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "besides", "steps"),
    [
        ("clearly_met", TO_APPLY, 7),
        ("one_short", TO_APPLY, 4),
        ("same_incident", TO_APPLY, 7),
        # All its reports are too old, and the next one has not happened yet.
        ("lapsed", TO_APPLY - {"dates.ics"}, 4),
        ("hate_route", TO_APPLY, 4),
        ("stalking_danger", TO_APPLY, 4),
        ("different_people", TO_APPLY, 4),
        ("scotland", set(), 0),
    ],
)
def test_each_example_offers_exactly_its_documents(
    open_page: OpenPage, offered: Offered, name: str, besides: set[str], steps: int
) -> None:
    open_page(PAGE, case=examples.load(name))

    complaints = {f"letter-{number}.docx" for number in range(1, steps + 1)}
    assert set(offered) == ALWAYS | besides | complaints


def test_before_anything_is_told_there_is_nothing_to_take_along(
    open_page: OpenPage, offered: Offered
) -> None:
    says = drawn.text(open_page(PAGE))

    assert offered == {}
    assert "Report what happened first. Then you can write to ask for a Case Review." in says


def test_one_button_leads_and_the_others_are_quiet(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    looks = {one.proto.label: one.proto.type for one in page.get("download_button")}

    assert looks.pop("Download the letter") == "primary"
    assert set(looks.values()) == {"secondary"}


def test_the_diary_offers_blank_sheets(open_page: OpenPage, offered: Offered) -> None:
    open_page("incidents")

    assert not reading.faults(offered["sheet.docx"]())
    assert offered["sheet.pdf"]().startswith(b"%PDF-")


def test_help_offers_the_numbers_it_chose_under_names_that_give_nothing_away(
    open_page: OpenPage, offered: Offered
) -> None:
    page = open_page("help", case=examples.load("clearly_met"))

    quiet = offered["contacts.vcf"]().decode()
    page.checkbox[0].check().run()

    assert "FN:Contact VS" in quiet
    assert "Victim Support" not in quiet
    assert "FN:Victim Support" in offered["contacts.vcf"]().decode()


# ---- nothing is made before it is asked for --------------------------------------------


def test_nothing_is_made_before_it_is_asked_for_nor_again_by_a_rerun(
    open_page: OpenPage, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    for name in ("letter", "pack", "log", "reminders", "everything"):

        def make(*_: Any, of: str = name, **__: Any) -> bytes:
            asked.append(of)
            return b"made"

        monkeypatch.setattr(made, name, make)
    page = open_page(PAGE, case=examples.load("clearly_met"))
    page.run()

    assert asked == []
    for file in ("letter.docx", "summary.pdf", "list.docx", "dates.ics", "notes-2026-11-22.zip"):
        assert offered[file]() == b"made"
    page.run()
    assert asked == ["letter", "pack", "log", "reminders", "everything"]


def test_the_page_is_drawn_without_the_libraries_for_documents() -> None:
    program = """
import os, sys
from streamlit.testing.v1 import AppTest
from selfcheck import examples
from tests.web.conftest import FRAME
from selfcheck.web import menu
page = AppTest.from_file(FRAME, default_timeout=60)
page.session_state["_store_nonce"], page.session_state["_store_ready"] = "test", True
page.session_state["_case"] = examples.load("clearly_met")
for name in ("how_to_apply", "help"):
    page.switch_page(os.path.relpath(menu.pages_folder() / f"{name}.py", FRAME.parent)).run()
    assert page.get("download_button")
print(sorted({"docx", "icalendar", "typst", "openpyxl"} & set(sys.modules)))
"""
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=False, text=True
    )

    assert run.stdout == "[]\n", run.stderr


def test_without_the_typesetter_the_word_files_are_named_instead(
    open_page: OpenPage, offered: Offered, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(made, "find_spec", lambda _: None)

    page = open_page(PAGE, case=examples.load("clearly_met"))

    assert "summary.pdf" not in offered
    assert "The PDF summary cannot be made here." in drawn.text(page)


# ---- the letter, read and changed ------------------------------------------------------


def test_the_letter_on_the_page_says_what_its_file_says(
    open_page: OpenPage, offered: Offered
) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    on_page = drawn.text(page)

    assert [
        one for one in letter(offered).splitlines() if " ".join(one.split()) not in on_page
    ] == []


def test_a_part_can_be_changed_and_keeps_its_change(open_page: OpenPage, offered: Offered) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    assert "There were 6 incidents" in letter(offered)

    page = change(page, HAPPENING, "They bang on my ceiling.\n\n- Every night")
    told.button(page, "Done").click().run()

    assert "You changed this part." in drawn.text(page)
    assert "They bang on my ceiling.\nEvery night" in letter(offered)
    assert "There were 6 incidents" not in letter(offered)


def test_a_change_not_yet_done_is_in_the_file_and_survives_another_page(
    open_page: OpenPage, offered: Offered
) -> None:
    page = change(open_page(PAGE, case=examples.load("clearly_met")), HAPPENING, "Half a")
    told.stay_on(page, "help")
    page = told.stay_on(page, PAGE)

    assert field(page, f"{HAPPENING}: your words").value == "Half a"
    assert "Half a" in letter(offered)


def test_our_words_can_be_put_back(open_page: OpenPage, offered: Offered) -> None:
    page = change(open_page(PAGE, case=examples.load("clearly_met")), HAPPENING, "Mine")
    told.button(page, "Done").click().run()
    told.button(page, f"Put back our words: {HAPPENING}").click().run()

    assert "There were 6 incidents" in letter(offered)
    assert "You changed this part." not in drawn.text(page)
    assert "Mine" not in str(page.session_state["_drafts"])


def test_a_part_opened_and_left_as_it_was_is_not_changed(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    told.button(page, f"Change: {HAPPENING}").click().run()
    told.button(page, "Done").click().run()

    assert "You changed this part." not in drawn.text(page)


def test_a_part_can_be_left_out(open_page: OpenPage, offered: Offered) -> None:
    page = change(open_page(PAGE, case=examples.load("clearly_met")), HAPPENING, "")
    told.button(page, "Done").click().run()

    assert "You left this part out." in drawn.text(page)
    assert HAPPENING not in letter(offered)


def test_changed_words_stay_when_the_facts_change_and_the_person_is_told(
    open_page: OpenPage, offered: Offered
) -> None:
    mine = examples.load("clearly_met")
    page = change(open_page(PAGE, case=mine), HAPPENING, "My own words")
    told.button(page, "Done").click().run()
    assert not page.warning
    fewer = mine.model_copy(update={"incidents": mine.incidents[1:]})
    page.session_state["_case"] = fewer
    page.run()

    assert "What you told us has changed" in page.warning[0].value
    assert "This part may no longer fit." in drawn.text(page)
    assert "My own words" in letter(offered)
    told.button(page, "Write it anew").click().run()
    assert not page.warning
    assert "There were 5 incidents" in letter(offered)


def test_a_change_of_facts_elsewhere_in_the_letter_leaves_a_changed_part_alone(
    open_page: OpenPage,
) -> None:
    mine = examples.load("clearly_met")
    page = change(open_page(PAGE, case=mine), "What I ask you to do", "My own words")
    page.session_state["_case"] = mine.model_copy(update={"incidents": mine.incidents[1:]})
    page.run()

    assert not page.warning


def test_what_only_the_person_knows_is_plain_to_see(open_page: OpenPage) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))

    assert '<li><mark class="sc-blank">[your name]</mark></li>' in drawn.html(page)
    field(page, "Your name").set_value("Ada Marker").run()
    assert '<li><mark class="sc-blank">[your name]</mark></li>' not in drawn.html(page)


def test_name_and_address_go_into_the_letter_and_nowhere_else(
    open_page: OpenPage, offered: Offered
) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    field(page, "Your name").set_value("Ada Marker").run()
    field(page, "Your address").set_value("1 High Road\nTestville").run()

    assert "Ada Marker\n1 High Road\nTestville" in letter(offered)
    assert "Ada Marker" not in kept(page).model_dump_json()
    assert "Ada Marker" not in str(page.session_state["_drafts"])
    told.stay_on(page, "help")
    assert "own_name" not in page.session_state
    told.stay_on(page, PAGE)
    assert "Ada Marker" not in letter(offered)


def test_whoever_helps_can_name_the_person_helped(open_page: OpenPage, offered: Offered) -> None:
    helped = examples.load("clearly_met").model_copy(
        update={"applicant": Applicant.ON_BEHALF, "consent": YesNo.YES}
    )
    page = open_page(PAGE, case=helped)
    field(page, "The name of the person you are helping").set_value("Ada Marker").run()

    assert "I ask for an ASB Case Review for Ada Marker" in letter(offered)


# ---- once the application is sent --------------------------------------------------------


def test_once_applied_the_reminders_are_for_the_reply(
    open_page: OpenPage, offered: Offered
) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    before = offered["dates.ics"]().decode()
    page.checkbox[0].check().run()
    plain = offered["dates.ics"]().decode()
    fill_applied(page, "1 11 2026")

    assert "SUMMARY:Reminder: send the form" in before
    assert "DTSTART;VALUE=DATE:20270223" in before
    assert "SUMMARY:Last day to apply for a case review" in plain
    assert "SUMMARY:Ask about your case review" in offered["dates.ics"]().decode()


def test_the_answer_to_a_refusal_is_argued_as_it_stood_on_the_day_of_applying(
    open_page: OpenPage, offered: Offered
) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    assert "letter-b.docx" not in offered
    fill_applied(page, "20 10 2026")

    assert "That is Tuesday 20 October 2026." in drawn.text(page)
    assert "On 20 October 2026 I asked you for an ASB Case Review." in letter(
        offered, "letter-b.docx"
    )
    assert "9 November 2026" not in letter(offered, "letter-b.docx")
    assert "on 20 October 2026" in letter(offered, "letter-a.docx")


def test_there_is_no_answer_to_a_refusal_of_a_day_when_nobody_was_told(
    open_page: OpenPage, offered: Offered
) -> None:
    page = fill_applied(open_page(PAGE, case=examples.load("clearly_met")), "1 1 2020")

    assert "letter-b.docx" not in offered
    assert "On 1 January 2020 you had told nobody who counts." in drawn.text(page)


@pytest.mark.parametrize(
    ("day", "says"),
    [
        ("23 11 2026", "That day is still to come."),
        ("31 2 2026", "is not in the calendar."),
        ("1 11 ", "Fill in the day, the month and the year."),
    ],
)
def test_a_day_that_cannot_be_the_day_of_applying_is_told(
    open_page: OpenPage, offered: Offered, day: str, says: str
) -> None:
    page = open_page(PAGE, case=examples.load("clearly_met"))
    for name, part in zip(("Day", "Month", "Year"), day.split(" "), strict=True):
        field(page, name).set_value(part)
    page.run()

    assert says in next(told.proto.body for told in page.get("html") if WRONG in told.proto.body)
    assert "letter-b.docx" not in offered


def test_complaints_go_to_the_right_body_in_order_with_their_time(open_page: OpenPage) -> None:
    says = drawn.text(open_page(PAGE, case=examples.load("clearly_met")))
    steps = says.partition("Complaining, step by step")[2]

    stages = [
        "The landlord",
        "Step 1: Complain to the landlord: stage 1",
        "It should answer within 10 working days of that",
        "Step 2: Complain to the landlord: stage 2",
        "It should answer within 20 working days of that",
        "Step 3: Go to the Housing Ombudsman",
        "within 12 months of the landlord's last answer. We did not read this on their own page.",
    ]
    assert sorted(stages, key=steps.index) == stages


# ---- everything in one file, and open it again -----------------------------------------


def test_everything_is_in_one_file_the_letter_as_it_was_changed(
    open_page: OpenPage, offered: Offered
) -> None:
    change(open_page(PAGE, case=examples.load("clearly_met")), HAPPENING, "My own words")

    with zipfile.ZipFile(io.BytesIO(offered["notes-2026-11-22.zip"]())) as bundle:
        assert set(bundle.namelist()) == {
            "notes.json",
            "letter.docx",
            "summary.pdf",
            "list.docx",
            "list.csv",
            "dates.ics",
        }
        assert "My own words" in reading.words(reading.read(bundle.read("letter.docx")))


def test_that_file_can_be_opened_on_the_start_page(open_page: OpenPage) -> None:
    mine = examples.load("clearly_met")
    page = open_page("start")
    place_for_a_file(page, "start").upload("notes.zip", make_bundle(mine, assess(mine, ON))).run()

    assert kept(page) == mine


def test_a_zip_that_holds_no_answers_is_refused_in_plain_words(open_page: OpenPage) -> None:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as bundle:
        bundle.writestr("holiday.txt", "Sun")
    page = open_page("start")
    place_for_a_file(page, "start").upload("other.zip", other.getvalue()).run()

    assert "We could not open that file." in page.error[0].value
    assert kept(page) == Case()


# ---- hostile words -------------------------------------------------------------------


# No browser can send half a pair, and no file with one can be opened.
TYPED = {name: text for name, text in TEXTS.items() if "surrogates" not in name}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED)
def test_the_page_shows_any_words_as_words_and_makes_every_file(
    open_page: OpenPage, offered: Offered, text: str
) -> None:
    page = open_page(PAGE, case=case_of(text))
    change(page, HAPPENING, text or " ")

    assert "<w:t>" not in drawn.html(page)
    assert not page.exception
    assert "_failures" not in page.session_state
    for name, make in offered.items():
        assert make(), name


def test_three_hundred_incidents_show_their_first_reports_and_all_are_in_the_file(
    open_page: OpenPage, offered: Offered
) -> None:
    many = [
        incident(f"2026-{month:02}-{day:02}", f"2026-{month:02}-{day:02}", id=f"i{month}x{day}")
        for month in range(1, 11)
        for day in range(1, 29)
    ]
    page = open_page(PAGE, case=case(*many, area="E08000003"))

    assert drawn.html(page).count('<tr role="row"') < 200
    assert "more are in the file." in drawn.text(page)
    assert "28 October 2026" in letter(offered)
