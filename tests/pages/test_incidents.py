"""Your incidents: write down, list, change, remove, bring in."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck import examples
from selfcheck.case import Answers, Body, Case, Incident, Kind, Report, ReportedBy, YesNo
from tests.pages.told import heading
from tests.web.conftest import kept

OpenPage = Callable[..., AppTest]

PAYLOAD = "<img src=x onerror=alert(1)> **bold** $x$ :red[red] =1+1 \u202eabc"


def field(name: str) -> str:
    return f"draft_incident_{name}"


def press(page: AppTest, key: str) -> AppTest:
    page.button(key=key).click().run()
    assert not page.exception
    assert "_failures" not in page.session_state
    return page


def press_at_once(page: AppTest, first: str, second: str) -> AppTest:
    """Press twice before the browser has heard what the first press filled in."""
    page.button(key=second).click()
    as_it_was = page._tree.get_widget_states()
    page.button(key=second)._value = False
    press(page, first)
    return page._run(as_it_was)


def fill(page: AppTest, **texts: str) -> None:
    for name, text in texts.items():
        boxes = [*page.text_input, *page.text_area]
        (box,) = (box for box in boxes if box.key == field(name))
        box.set_value(text)


def html(page: AppTest) -> str:
    return "".join(piece.proto.body for piece in page.get("html"))


def wrong(page: AppTest) -> list[str]:
    bodies = [piece.proto.body for piece in page.get("html")]
    return [b.split(">")[1].split("<")[0] for b in bodies if b.startswith('<p class="sc-wrong">')]


def markdown(page: AppTest) -> str:
    return "\n".join(piece.value for piece in page.markdown)


def adding(open_page: OpenPage, case: Case | None = None) -> AppTest:
    return press(open_page("incidents", case=case), "incident_add")


# ---- writing one down ------------------------------------------------------------


def test_the_page_opens_empty_and_offers_the_way_in(open_page: OpenPage) -> None:
    page = open_page("incidents")

    assert heading(page) == "Your incidents"
    assert "Nothing is written down yet." in markdown(page)
    assert page.button(key="incident_add").label == "Add an incident"


def test_a_day_and_a_few_words_are_enough(open_page: OpenPage) -> None:
    page = adding(open_page)
    fill(page, day="3", month="Nov", year="26", what_happened=" He shouted at my door. ")
    press(page, "incident_save")

    assert kept(page).incidents == (
        Incident(id="i1", date=date(2026, 11, 3), what_happened="He shouted at my door."),
    )
    assert heading(page) == "Your incidents"
    assert "Saved. Not reported yet. Last day to report it: 2 December 2026." in html(page)


def test_everything_that_can_be_told_is_kept(open_page: OpenPage) -> None:
    page = adding(open_page)
    fill(page, day="3", month="11", year="2026", what_happened="Shouting", time="10.15pm")
    fill(page, where="Hall", effect="No sleep", evidence="A video", witnesses="A neighbour")
    page.checkbox(key=field("approximate")).check()
    page.checkbox(key=field("kind_stalking")).check()
    page.radio(key=field("targeted")).set_value("unsure")
    press(page, "incident_told_add")
    page.radio(key=field("r1_to")).set_value("police")
    page.radio(key=field("r1_by")).set_value("neighbour").run()
    fill(page, r1_day="4", r1_month="11", r1_year="2026", r1_person="flat 12")
    fill(page, r1_reference="CAD 1", r1_response="They came")
    press(page, "incident_save")

    assert kept(page).incidents == (
        Incident(
            id="i1",
            date=date(2026, 11, 3),
            time="22:15",
            approximate=True,
            kinds=(Kind.STALKING,),
            targeted=YesNo.UNSURE,
            what_happened="Shouting",
            where="Hall",
            effect="No sleep",
            evidence="A video",
            witnesses="A neighbour",
            reports=(
                Report(
                    id="r1",
                    date=date(2026, 11, 4),
                    to=Body.POLICE,
                    by=ReportedBy.NEIGHBOUR,
                    person="flat 12",
                    reference="CAD 1",
                    response="They came",
                ),
            ),
        ),
    )


def test_today_and_yesterday_fill_in_the_day_and_it_is_read_back(open_page: OpenPage) -> None:
    page = press(adding(open_page), "incident_yesterday")

    assert "That is Saturday 21 November 2026." in markdown(page)
    assert "Sunday 22 November 2026" in markdown(press(page, "incident_today"))


def test_a_press_right_after_today_does_not_empty_the_day(open_page: OpenPage) -> None:
    page = adding(open_page)
    fill(page, day="3")
    press_at_once(page, "incident_today", "incident_told_add")

    assert "That is Sunday 22 November 2026." in markdown(page)
    press(press_at_once(page, "incident_yesterday", "incident_untold_r1"), "incident_save")
    assert [incident.date for incident in kept(page).incidents] == [date(2026, 11, 21)]


def test_a_press_right_after_the_same_day_does_not_empty_the_day(open_page: OpenPage) -> None:
    page = press(press(adding(open_page), "incident_yesterday"), "incident_told_add")
    page.radio(key=field("r1_to")).set_value("council").run()
    press_at_once(page, "incident_same_day_r1", "incident_told_add")
    press(press(page, "incident_untold_r2"), "incident_save")

    assert [r.date for _, r in kept(page).reports()] == [date(2026, 11, 21)]


def test_a_press_right_after_same_as_last_time_does_not_empty_it(open_page: OpenPage) -> None:
    last = Incident(id="i1", date=date(2026, 11, 1), where="Hall", kinds=(Kind.BEGGING,))
    page = adding(open_page, Case(incidents=(last,)))
    press(press_at_once(page, "incident_same", "incident_today"), "incident_save")

    assert kept(page).incidents[1].where == "Hall"
    assert kept(page).incidents[1].kinds == (Kind.BEGGING,)


def test_a_day_filled_in_can_still_be_changed_by_hand(open_page: OpenPage) -> None:
    page = press(adding(open_page), "incident_today")
    (day,) = (box for box in page.text_input if box.label == "Day")
    day.set_value("20").run()

    assert "That is Friday 20 November 2026." in markdown(page)


def test_what_was_typed_before_a_day_was_filled_in_is_not_in_the_next_form(
    open_page: OpenPage,
) -> None:
    page = adding(open_page)
    fill(page, day="3", month="x")
    press(press_at_once(page, "incident_today", "incident_told_add"), "incident_cancel")
    press(page, "incident_add")

    assert [box.value or "" for box in page.text_input if box.label in ("Day", "Month")] == ["", ""]


def test_the_day_of_a_report_can_be_the_same_day(open_page: OpenPage) -> None:
    page = press(press(adding(open_page), "incident_yesterday"), "incident_told_add")
    page.radio(key=field("r1_to")).set_value("council")
    press(press(page, "incident_same_day_r1"), "incident_save")

    assert [r.date for _, r in kept(page).reports()] == [date(2026, 11, 21)]


def test_being_unsure_of_the_date_is_explained(open_page: OpenPage) -> None:
    page = adding(open_page)
    page.checkbox(key=field("approximate")).check().run()

    assert "We allow for a week before and a week after." in markdown(page)


def test_the_kinds_named_in_the_answers_come_first_and_the_rest_is_folded(
    open_page: OpenPage,
) -> None:
    page = adding(open_page, Case(answers=Answers(kinds=(Kind.BEGGING,))))
    kinds = [box.key for box in page.checkbox if "kind_" in str(box.key)]

    assert kinds[0] == "draft_incident_kind_begging"
    assert len(kinds) == len(Kind)
    assert "Something else" in [fold.label for fold in page.expander]


def test_who_told_them_asks_for_a_label_only_where_it_was_not_me(open_page: OpenPage) -> None:
    page = press(adding(open_page), "incident_told_add")
    before = [box.key for box in page.text_input]
    page.radio(key=field("r1_by")).set_value("neighbour").run()

    assert field("r1_person") not in before
    assert field("r1_person") in [box.key for box in page.text_input]


def test_a_report_taken_out_again_is_not_kept(open_page: OpenPage) -> None:
    page = press(press(adding(open_page), "incident_today"), "incident_told_add")
    press(press(page, "incident_untold_r1"), "incident_save")

    assert kept(page).incidents[0].reports == ()


def test_leaving_without_saving_keeps_nothing(open_page: OpenPage) -> None:
    page = press(adding(open_page), "incident_today")
    press(page, "incident_cancel")

    assert kept(page) == Case()
    assert heading(page) == "Your incidents"


# ---- what is wrong stands beside its field ---------------------------------------


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({}, "We need a date. Your best guess is fine, if you say that you are not sure."),
        ({"day": "3", "year": "2026"}, "Fill in the day, the month and the year."),
        (
            {"day": "31", "month": "2", "year": "2026"},
            "&quot;31 February 2026&quot; is not in the calendar. Check the day and the month.",
        ),
        (
            {"day": "3", "month": "xx", "year": "2026"},
            "&quot;3 xx 2026&quot; is not a date we can read. Write it like 3 November 2026.",
        ),
        (
            {"day": "23", "month": "11", "year": "2026"},
            "23 November 2026 is in the future. Check the date, or add it once it has happened.",
        ),
        (
            {"day": "3", "month": "11", "year": "2026", "time": "late"},
            "&quot;late&quot; is not a time we can read. Write it like 22:15 or 10.15pm.",
        ),
        (
            {"day": "3", "month": "11", "year": "2026", "where": "x" * 4001},
            (
                "This text is longer than 4,000 characters, which is the most that is kept. "
                "Shorten it."
            ),
        ),
    ],
)
def test_a_form_with_a_fault_says_what_and_keeps_every_word(
    open_page: OpenPage, texts: dict[str, str], sentence: str
) -> None:
    page = adding(open_page)
    fill(page, what_happened="Shouting", **texts)
    press(page, "incident_save")

    assert wrong(page) == [sentence]
    assert page.error[0].value == "There is 1 thing to put right before this can be saved."
    assert kept(page) == Case()
    assert page.text_area(key=field("what_happened")).value == "Shouting"


def test_a_fault_goes_away_once_it_is_put_right(open_page: OpenPage) -> None:
    page = press(adding(open_page), "incident_save")
    press(page, "incident_today")

    assert wrong(page) == []
    assert len(page.error) == 0


def test_a_report_before_its_incident_is_told_beside_the_report(open_page: OpenPage) -> None:
    page = press(press(adding(open_page), "incident_today"), "incident_told_add")
    page.radio(key=field("r1_to")).set_value("police")
    fill(page, r1_day="21", r1_month="11", r1_year="2026")
    press(page, "incident_save")

    assert wrong(page) == [
        (
            "The report is dated 21 November 2026, before the incident of 22 November 2026. "
            "Correct one of the two dates."
        )
    ]


def test_a_report_says_both_who_and_when(open_page: OpenPage) -> None:
    page = press(press(adding(open_page), "incident_today"), "incident_told_add")
    press(page, "incident_save")

    assert wrong(page) == ["Say who was told.", "Say when they were told."]
    assert page.error[0].value == "There are 2 things to put right before this can be saved."


def test_a_full_diary_says_so_and_keeps_what_was_typed(open_page: OpenPage) -> None:
    full = Case(incidents=tuple(Incident(id=f"i{n}", date=date(2026, 9, 1)) for n in range(2000)))
    page = press(press(adding(open_page, full), "incident_today"), "incident_save")

    assert wrong(page) == ["The diary is full. It can hold 2,000 incidents. Remove old ones first."]
    assert page.text_input(key=field("year_1")).value == "2026"


def test_the_twenty_first_report_is_refused(open_page: OpenPage) -> None:
    told = tuple(Report(id=f"r{n}", date=date(2026, 11, 3), to=Body.POLICE) for n in range(20))
    case = Case(incidents=(Incident(id="i1", date=date(2026, 11, 3), reports=told),))
    page = press(
        press(open_page("incidents", case=case), "incident_change_i1"), "incident_told_add"
    )
    page.radio(key=field("r20_to")).set_value("police")
    press(press(page, "incident_same_day_r20"), "incident_save")

    assert len(wrong(page)) == 1
    assert "more than 20" in wrong(page)[0]
    assert kept(page) == case


# ---- same as last time -----------------------------------------------------------


def test_same_as_last_time_copies_what_is_probably_the_same(open_page: OpenPage) -> None:
    last = Incident(
        id="i1",
        date=date(2026, 9, 2),
        kinds=(Kind.BULLYING,),
        targeted=YesNo.YES,
        where="Bus stop",
        what_happened="Pushed me",
    )
    page = press(adding(open_page, Case(incidents=(last,))), "incident_same")
    press(press(page, "incident_today"), "incident_save")
    new = kept(page).incidents[1]

    assert (new.kinds, new.targeted, new.where) == (last.kinds, last.targeted, last.where)
    assert new.what_happened is None


def test_there_is_no_last_time_in_an_empty_diary(open_page: OpenPage) -> None:
    page = adding(open_page)

    assert "incident_same" not in [button.key for button in page.button]


# ---- the list --------------------------------------------------------------------

TWO = Case(
    incidents=(
        Incident(
            id="i1",
            date=date(2026, 9, 2),
            what_happened="First",
            reports=(Report(id="r1", date=date(2026, 9, 3), to=Body.POLICE, reference="CAD 1"),),
        ),
        Incident(id="i2", date=date(2026, 11, 3), what_happened="Second", where="Hall"),
    )
)


def test_the_newest_comes_first_with_its_gap_and_reports_with_their_verdicts(
    open_page: OpenPage,
) -> None:
    shown = html(open_page("incidents", case=TWO))

    assert shown.index("Second") < shown.index("First")
    assert "Not reported yet. Last day to report it: 2 December 2026." in shown
    assert "Told: Police, 3 September 2026." in shown
    assert "Counts. It was reported in time" in shown


def test_a_change_starts_from_what_was_there_and_keeps_the_ids(open_page: OpenPage) -> None:
    page = press(open_page("incidents", case=TWO), "incident_change_i1")

    assert heading(page) == "Change an incident"
    assert page.text_input(key=field("month")).value == "9"
    fill(page, what_happened="First, and worse")
    press(page, "incident_save")

    changed = TWO.incidents[0].model_copy(update={"what_happened": "First, and worse"})
    assert kept(page).incidents == (changed, TWO.incidents[1])


def test_a_change_that_changes_nothing_changes_nothing(open_page: OpenPage) -> None:
    for name in ("i1", "i2"):
        page = press(open_page("incidents", case=TWO), f"incident_change_{name}")

        assert kept(press(page, "incident_save")) == TWO


def test_what_was_reported_since_is_added_in_two_steps(open_page: OpenPage) -> None:
    page = press(open_page("incidents", case=TWO), "incident_report_i2")
    page.radio(key=field("r2_to")).set_value("council")
    press(press(page, "incident_same_day_r2"), "incident_save")

    assert kept(page).incidents[1].reports == (
        Report(id="r2", date=date(2026, 11, 3), to=Body.COUNCIL),
    )


def test_an_incident_is_removed_and_comes_back_by_undo(open_page: OpenPage) -> None:
    page = press(open_page("incidents", case=TWO), "incident_remove_i1")

    assert [i.id for i in kept(page).incidents] == ["i2"]
    assert "The incident was removed." in html(page)
    assert kept(press(page, "sc_undo")) == TWO


def test_saving_can_be_undone_as_well(open_page: OpenPage) -> None:
    page = press(press(adding(open_page, TWO), "incident_today"), "incident_save")

    assert len(kept(page).incidents) == 3
    assert kept(press(page, "sc_undo")) == TWO


def test_what_is_typed_is_shown_as_typed_and_never_read_as_anything_else(
    open_page: OpenPage,
) -> None:
    told = Report(
        id="r1", date=date(2026, 11, 3), to=Body.POLICE, reference=PAYLOAD, response=PAYLOAD
    )
    texts: Any = dict.fromkeys(
        ("what_happened", "where", "effect", "evidence", "witnesses"), PAYLOAD
    )
    incident = Incident(id="i1", date=date(2026, 11, 3), reports=(told,), **texts)
    page = open_page("incidents", case=Case(incidents=(incident,)))
    labels = [w.label for w in (*page.button, *page.expander)]

    assert html(page).count("&lt;img src=x onerror=alert(1)&gt; **bold** $x$") == 7
    assert "<img" not in html(page)
    assert PAYLOAD not in markdown(page)
    assert not any("onerror" in label for label in labels)


def test_a_long_diary_is_drawn_in_parts(open_page: OpenPage) -> None:
    days = [date(2026, 1, 1) + timedelta(days=n) for n in range(45)]
    case = Case(incidents=tuple(Incident(id=f"i{n}", date=day) for n, day in enumerate(days)))
    page = open_page("incidents", case=case)

    def drawn() -> int:
        return sum(1 for button in page.button if str(button.key).startswith("incident_remove_"))

    assert drawn() == 20
    assert page.button(key="incident_more").label == "Show 20 more"
    press(page, "incident_more")
    assert drawn() == 40
    assert page.button(key="incident_more").label == "Show 5 more"
    press(page, "incident_more")
    assert drawn() == 45
    assert "incident_more" not in [button.key for button in page.button]


@pytest.mark.parametrize("example", examples.EXAMPLES)
def test_every_example_has_its_diary(open_page: OpenPage, example: str) -> None:
    case = examples.load(example)
    page = open_page("incidents", case=case)
    buttons = [str(button.key) for button in page.button]

    assert [b for b in buttons if b.startswith("incident_change_")]
    assert len([b for b in buttons if b.startswith("incident_remove_")]) == len(case.incidents)


# ---- a list is brought in --------------------------------------------------------

LIST = b"""\
Date,What happened,Told,Date told,Colour
3/11/2026,Second,Police,4/11/2026,red
31/2/2026,<b>Bad</b>,,,
4/11/2026,Third,,,
2/9/2026,First,Police,3/9/2026,
"""


def bringing(open_page: OpenPage, data: bytes, case: Case | None = None) -> AppTest:
    page = press(open_page("incidents", case=case), "incident_bring_in")
    page.file_uploader[0].upload("diary.csv", data, "text/csv").run()
    assert "_failures" not in page.session_state
    return page


def test_every_row_of_a_list_is_shown_before_anything_goes_in(open_page: OpenPage) -> None:
    page = bringing(open_page, LIST, TWO)

    assert heading(page) == "Bring in a list"
    assert kept(page) == TWO
    assert "2 rows are new." in markdown(page)
    assert "1 row is in your diary already." in markdown(page)
    assert "1 row cannot go in yet." in markdown(page)
    assert "Put them right in your file and bring it in again" in markdown(page)
    assert "&lt;b&gt;Bad&lt;/b&gt;" in html(page)
    assert "<li>Colour</li>" in html(page)


def test_what_can_go_in_goes_in_and_can_be_taken_back(open_page: OpenPage) -> None:
    page = press(bringing(open_page, LIST, TWO), "bring_in_add")

    assert [i.what_happened for i in kept(page).incidents] == ["First", "Second", "Third"]
    assert "Added. Your diary now has 3 incidents. 1 row was left out." in html(page)
    assert kept(press(page, "sc_undo")) == TWO


def test_the_columns_can_be_changed(open_page: OpenPage) -> None:
    page = bringing(open_page, b"Date,Remark\n3/11/2026,Shouting\n")
    box = page.selectbox(key="draft_bring_in_column_what_happened")

    assert box.value == "Not in the list"
    box.select("Remark").run()
    assert kept(press(page, "bring_in_add")).incidents[0].what_happened == "Shouting"


def test_a_list_without_headings_asks_which_column_holds_the_date(open_page: OpenPage) -> None:
    page = bringing(open_page, b"3/11/2026,Shouting\n")

    assert page.warning[0].value == "Choose which column holds the date."
    page.selectbox(key="draft_bring_in_column_date").select("Column 1").run()
    assert len(kept(press(page, "bring_in_add")).incidents) == 1


def test_the_order_of_day_and_month_is_said_and_can_be_changed(open_page: OpenPage) -> None:
    page = bringing(open_page, b"Date\n3/11/2026\n")

    assert "1 date could be read" in page.info[0].value
    page.radio(key="draft_bring_in_order").set_value("month_first").run()
    assert kept(press(page, "bring_in_add")).incidents[0].date == date(2026, 3, 11)


def test_a_file_that_is_no_list_says_what_to_do(open_page: OpenPage) -> None:
    page = bringing(open_page, b"%PDF-1.7")

    assert page.error[0].value == (
        "This is not a list we can read. Save it as CSV or as an Excel file that ends in .xlsx."
    )


def test_the_way_back_from_a_list_leaves_the_diary_as_it_was(open_page: OpenPage) -> None:
    page = press(bringing(open_page, LIST, TWO), "bring_in_back")

    assert heading(page) == "Your incidents"
    assert kept(page) == TWO


def test_a_diary_of_two_thousand_incidents_opens_quickly(open_page: OpenPage) -> None:
    days = [date(2022, 1, 1) + timedelta(days=n % 1700) for n in range(2000)]
    page = open_page(
        "incidents",
        case=Case(
            incidents=tuple(
                Incident(id=f"i{n}", date=day, what_happened="Noise " * 20)
                for n, day in enumerate(days)
            )
        ),
    )
    started = time.perf_counter()
    page.run()

    # Far above what it takes, so that only a change in kind is caught.
    assert time.perf_counter() - started < 5
    assert "The newest 20 of 2,000 incidents." in markdown(page)
