"""Lists into the diary: every row accounted for, nothing made up."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.case import Body, Case, Incident, Kind, Report
from selfcheck.written import Order
from tests.diary_table.lists import brought, fates, remarks, says

# ---- one row, one report ---------------------------------------------------------

LIST = """\
Incident date,Time,Description,Type,Reported to,Date reported,Crime reference
3/11/26,10.15pm,"Banging, on the wall",Noise,Met Police,4/11/2026,CAD 1
3/11/26,22:15,"Banging, on the wall",,Council,5/11/2026,
5/11/2026,,Shouting,Verbal abuse,,,
"""


def test_rows_of_the_same_incident_become_one_with_several_reports() -> None:
    found = brought(LIST)

    assert fates(found) == [(2, "new"), (3, "more"), (4, "new")]
    assert found.case.incidents == (
        Incident(
            id="i1",
            date=date(2026, 11, 3),
            time="22:15",
            kinds=(Kind.OTHER_ASB,),
            what_happened="Banging, on the wall",
            reports=(
                Report(id="r1", date=date(2026, 11, 4), to=Body.POLICE, reference="CAD 1"),
                Report(id="r2", date=date(2026, 11, 5), to=Body.COUNCIL),
            ),
        ),
        Incident(
            id="i2",
            date=date(2026, 11, 5),
            kinds=(Kind.ABUSIVE_LANGUAGE,),
            what_happened="Shouting",
        ),
    )


def test_the_same_words_at_another_time_are_another_incident() -> None:
    found = brought("Date,Time,What happened\n3/11/2026,09:00,Shouting\n3/11/2026,21:00,Shouting\n")

    assert fates(found) == [(2, "new"), (3, "new")]


def test_rows_without_words_are_never_joined() -> None:
    found = brought(
        "Date,Told,Date told\n3/11/2026,Police,3/11/2026\n3/11/2026,Council,4/11/2026\n"
    )

    assert fates(found) == [(2, "new"), (3, "new")]


def test_incident_numbers_decide_where_a_list_has_them() -> None:
    found = brought(
        "Incident number,Date,What happened,Told,Date told\n"
        "1,3/11/2026,Shouting,Police,3/11/2026\n"
        "2,3/11/2026,Shouting,Council,4/11/2026\n"
        "1,,,Council,5/11/2026\n"
    )

    assert fates(found) == [(2, "new"), (3, "new"), (4, "more")]
    assert [len(incident.reports) for incident in found.case.incidents] == [2, 1]


def test_a_row_that_says_something_else_of_the_same_incident_is_pointed_out() -> None:
    found = brought(
        "Incident number,Date,Where,Told,Date told\n"
        "1,3/11/2026,Hall,Police,3/11/2026\n1,3/11/2026,Garden,Council,4/11/2026\n"
    )

    assert says(found, 3) == [
        "It says something else than row 2, which tells of the same incident. Look at: Where."
    ]
    assert len(found.case.incidents[0].reports) == 1


def test_the_same_row_twice_goes_in_once() -> None:
    found = brought("Date,What happened\n3/11/2026,Shouting\n3/11/2026,shouting!\n")

    assert fates(found) == [(2, "new"), (3, "same")]
    assert len(found.case.incidents) == 1


def test_the_twenty_first_report_of_an_incident_is_pointed_out() -> None:
    rows = "".join(f"3/11/2026,Shouting,Police,{n // 24 + 3}/11/2026,CAD {n}\n" for n in range(21))
    found = brought("Date,What happened,Told,Date told,Reference\n" + rows)

    assert len(found.case.incidents[0].reports) == 20
    assert says(found, 22) == [
        "The incident of row 2 has 20 reports already, which is the most it can have."
    ]


def test_what_goes_beyond_a_full_diary_is_pointed_out() -> None:
    full = Case(incidents=tuple(Incident(id=f"i{n}", date=date(2026, 1, 1)) for n in range(1999)))
    found = brought("Date,What happened\n3/11/2026,One\n4/11/2026,Two\n", full)

    assert fates(found) == [(2, "new"), (3, "problem")]
    assert says(found, 3) == [
        "The diary is full. It can hold 2,000 incidents. Remove old ones first."
    ]
    assert len(found.case.incidents) == 2000


# ---- what is wrong with a row ----------------------------------------------------


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            "31/02/2026,,,,",
            '"31/02/2026" is not in the calendar. Check the day and the month.',
        ),
        ("soon,,,,", '"soon" is not a date we can read. Write it like 3 November 2026.'),
        ("3 Nov,,,,", '"3 Nov" has no year. Write it like 3 November 2026.'),
        (
            ",Shouting,,,",
            "We need a date. Your best guess is fine, if you say that you are not sure.",
        ),
        (
            "23/11/2026,,,,",
            "23 November 2026 is in the future. Check the date, or add it once it has happened.",
        ),
        ("3/11/1899,,,,", "This date is before 1900. Check the year."),
        (
            "3/11/2026,,evening,,",
            '"evening" is not a time we can read. Write it like 22:15 or 10.15pm.',
        ),
        ("3/11/2026 9pm,,10pm,,", "There are two times, 21:00 and 22:00. Keep the right one."),
        (
            "3/11/2026,,,Bob,4/11/2026",
            (
                'We do not know who "Bob" is. Write Police, Council, Housing association, '
                "Private landlord, School, Employer or Someone else."
            ),
        ),
        (
            "3/11/2026,,,landlord,4/11/2026",
            (
                'We do not know who "landlord" is. Write Police, Council, Housing association, '
                "Private landlord, School, Employer or Someone else."
            ),
        ),
        ("3/11/2026,,,Police,", "Say when they were told."),
        ("3/11/2026,,,,4/11/2026", "Say who was told."),
        (
            "3/11/2026,,,Police,2/11/2026",
            (
                "The report is dated 2 November 2026, before the incident of 3 November 2026. "
                "Correct one of the two dates."
            ),
        ),
        (
            "3/11/2026,Loud, very loud,,,",
            (
                "This row has more cells than there are headings. A comma in a text can do that. "
                "Save the file as .xlsx."
            ),
        ),
        (
            f"3/11/2026,{'x' * 4001},,,",
            (
                "This text is longer than 4,000 characters, which is the most that is kept. "
                "Shorten it."
            ),
        ),
        (
            "3/11/2026,bell\x07,,,",
            "This text holds a character that cannot be shown or printed. Type it again.",
        ),
    ],
)
def test_a_row_that_cannot_go_in_says_why_and_the_others_go_in(row: str, sentence: str) -> None:
    if row.startswith("3/11/2026,Loud,"):
        row += "Police,4/11/2026"
    found = brought(
        f"Date,What happened,Time,Told,Date told\n4/11/2026,Before,,,\n{row}\n5/11/2026,After,,,\n"
    )

    assert sentence in says(found, 3)
    assert [i.what_happened for i in found.case.incidents] == ["Before", "After"]


def test_a_row_with_two_faults_names_both() -> None:
    found = brought("Date,What happened,Time\n31/02/2026,x,late\n")

    assert len(says(found, 2)) == 2


def test_an_answer_that_is_neither_yes_nor_no_is_asked_again() -> None:
    found = brought(
        "Date,Targeted,Reported by,Told,Date told\n3/11/2026,perhaps so,,,\n"
        "3/11/2026,,Sarah,Police,3/11/2026\n"
    )

    assert says(found, 2) == ['"perhaps so" is not an answer we know. Write Yes, No or Not sure.']
    assert says(found, 3) == [
        (
            'We do not know who "Sarah" is. Write Me, Someone in the same home, A neighbour or '
            "Someone else."
        )
    ]


# ---- words people use ------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "body"),
    [
        ("Police", Body.POLICE),
        ("Met Police 101", Body.POLICE),
        ("Leeds City Council", Body.COUNCIL),
        ("Environmental health", Body.COUNCIL),
        ("Council housing officer", Body.SOCIAL_LANDLORD),
        ("council housing", Body.SOCIAL_LANDLORD),
        ("Housing Association", Body.SOCIAL_LANDLORD),
        ("My GP", Body.HEALTH_SERVICE),
        ("private landlord", Body.PRIVATE_LANDLORD),
        ("health_service", Body.HEALTH_SERVICE),
        ("Website or app", Body.ONLINE_PLATFORM),
        ("police and council", None),
        ("the landlady", None),
    ],
)
def test_who_was_told_is_known_by_one_clear_name_alone(written: str, body: Body | None) -> None:
    found = brought(f"Date,Told,Date told\n3/11/2026,{written},4/11/2026\n")
    told = [report.to for _, report in found.case.reports()]

    assert told == ([body] if body else [])


def test_several_kinds_in_a_cell_are_parted_even_where_a_name_has_commas() -> None:
    found = brought(
        'Date,Kind\n3/11/2026,"Nasty calls, texts, emails or posts; threats, stalking"\n'
    )

    assert found.case.incidents[0].kinds == (
        Kind.MALICIOUS_COMMUNICATIONS,
        Kind.VIOLENCE_OR_THREATS,
        Kind.STALKING,
    )


def test_a_kind_we_do_not_know_is_kept_as_words_and_said() -> None:
    found = brought("Date,Kind,What happened\n3/11/2026,Ball games,They hit my window\n")

    assert found.case.incidents[0].what_happened == "Kind: Ball games\nThey hit my window"
    assert found.case.incidents[0].kinds == ()
    assert remarks(found, 2) == ["kind_kept"]


def test_about_in_front_of_a_date_makes_it_approximate() -> None:
    found = brought("Date,Not sure of the date\nabout 3/11/2026,\n4/11/2026,yes\n5/11/2026,no\n")

    assert [i.approximate for i in found.case.incidents] == [True, True, False]


def test_the_time_beside_a_date_is_taken_and_said() -> None:
    found = brought("Date and time,What happened\n3/11/2026 22:15,Shouting\n")

    assert found.case.incidents[0].time == "22:15"
    assert remarks(found, 2) == ["time_beside"]


# ---- day first or month first ----------------------------------------------------


def test_dates_that_fit_only_month_first_are_all_read_so() -> None:
    found = brought("Date\n11/3/2026\n10/25/2026\n")

    assert found.habit.order is Order.MONTH_FIRST
    assert [i.date for i in found.case.incidents] == [date(2026, 11, 3), date(2026, 10, 25)]


def test_where_both_orders_stand_in_a_list_the_days_in_doubt_are_left_out() -> None:
    found = brought("Date\n25/10/2026\n10/26/2026\n3/11/2026\n5/5/2026\n3 Nov 2026\n")

    assert found.habit.mixed
    assert says(found, 4) == [
        '"3/11/2026" could mean two days. Write the month as a word, like 3 Nov 2026.'
    ]
    assert [i.date for i in found.case.incidents] == [
        date(2026, 10, 25),
        date(2026, 5, 5),
        date(2026, 11, 3),
    ]


def test_the_day_of_the_report_speaks_for_the_order_too() -> None:
    found = brought("Date,Told,Date told\n9/3/2026,Police,9/25/2026\n")

    assert found.case.incidents[0].date == date(2026, 9, 3)


def test_a_person_can_say_which_comes_first() -> None:
    found = brought("Date\n11/3/2026\n", order=Order.MONTH_FIRST)

    assert found.case.incidents[0].date == date(2026, 11, 3)


# ---- the diary there is already --------------------------------------------------


def test_an_incident_the_diary_has_does_not_go_in_again() -> None:
    once = brought(LIST).case
    again = brought(LIST, once)

    assert [fate for _, fate in fates(again)] == ["already"] * 3
    assert again.case is once


def test_a_new_report_of_an_incident_the_diary_has_is_added_to_it() -> None:
    once = brought(LIST).case
    more = LIST + '3/11/2026,22:15,"banging on the wall",,GP,6/11/2026,\n'
    again = brought(more, once)

    assert fates(again)[-1] == (5, "report_added")
    assert len(again.case.incidents) == 2
    assert [r.id for r in again.case.incidents[0].reports] == ["r1", "r2", "r3"]


def test_the_diary_stays_as_it_is_where_a_list_tells_a_detail_differently() -> None:
    once = brought("Date,What happened,Where\n3/11/2026,Shouting,Hall\n").case
    again = brought("Date,What happened,Where\n3/11/2026,Shouting,Garden\n", once)

    assert again.case is once
    assert remarks(again, 2) == ["details_differ"]


def test_a_report_that_the_diary_has_with_more_detail_is_not_added_twice() -> None:
    once = brought(LIST).case
    less = "Date,Time,What happened,Told,Date told,Reference\n"
    row = '3/11/2026,22:15,"Banging, on the wall",Police,4/11/2026,'
    again = brought(f"{less}{row}\n{row}CAD 1\n{row}CAD 2\n", once)

    assert [fate for _, fate in fates(again)] == ["already", "already", "report_added"]
    assert len(again.case.incidents[0].reports) == 3


def test_a_detail_of_a_report_that_the_diary_lacks_is_pointed_out() -> None:
    lacking = "Date,What happened,Told,Date told\n3/11/2026,Shouting,Police,3/11/2026\n"
    more = "Date,What happened,Told,Date told,Ref\n3/11/2026,Shouting,Police,3/11/2026,CAD 1\n"
    once = brought(lacking).case

    assert remarks(brought(more, once), 2) == ["details_differ"]


def test_new_incidents_get_ids_that_the_diary_has_not() -> None:
    case = Case(incidents=(Incident(id="i5", date=date(2026, 9, 1)),))
    found = brought("Date,Told,Date told\n3/11/2026,Police,4/11/2026\n", case)

    assert [i.id for i in found.case.incidents] == ["i5", "i6"]
