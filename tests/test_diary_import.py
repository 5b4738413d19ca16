"""Lists in and out of the diary: any file, every row accounted for, nothing made up."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from selfcheck import diary
from selfcheck.case import Body, Case, Incident, Kind, Report, ReportedBy, YesNo
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import Fate, Plan, plan
from selfcheck.diary_table.guard import guard, unguard
from selfcheck.diary_table.opening import Table, TableError, open_table
from selfcheck.diary_table.taking_out import diary_csv, left_out_csv
from selfcheck.written import Order
from tests.strategies import TODAY, cases, texts


def brought(data: bytes | str, case: Case | None = None, order: Order | None = None) -> Plan:
    """Return the plan of a list whose columns are as we guess them."""
    table = open_table(data.encode() if isinstance(data, str) else data)
    return plan(table, columns.guess(table.headings), case or Case(), TODAY, order)


def fates(found: Plan) -> list[tuple[int, str]]:
    return [(row.row.number, str(row.fate)) for row in found.rows]


def says(found: Plan, number: int) -> list[str]:
    (row,) = (row for row in found.rows if row.row.number == number)
    return [diary.problem_says(problem) for problem in row.problems]


def remarks(found: Plan, number: int) -> list[str]:
    (row,) = (row for row in found.rows if row.row.number == number)
    return [remark.code for remark in row.remarks]


def without_ids(case: Case) -> list[dict[str, Any]]:
    """Return the incidents as they are told, with neither ids nor empty texts."""
    return [_said(i.model_dump(mode="json", exclude={"id"})) for i in case.incidents]


def _said(told: dict[str, Any]) -> dict[str, Any]:
    reports = [
        {k: v for k, v in report.items() if k != "id" and str(v or "").strip()}
        for report in told.pop("reports", [])
    ]
    return {k: v for k, v in told.items() if v and str(v).strip()} | {"reports": reports}


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


# ---- files -----------------------------------------------------------------------

ROWS = [
    ["Date", "What happened", "Where"],
    ["3/11/2026", "Café, “noise”", "Flat; 2"],
    ["4/11/2026", "Line one\nLine two", "Tab\there"],
]


def as_csv(delimiter: str, encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(ROWS)
    return text.getvalue().encode(encoding)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_of_any_common_make_reads_the_same(delimiter: str, encoding: str) -> None:
    table = open_table(as_csv(delimiter, encoding))

    assert [list(row.cells) for row in table.rows] == ROWS[1:]
    assert [note.code for note in table.notes] == (["old_letters"] if encoding == "cp1252" else [])


def test_the_line_with_which_excel_names_its_separator_is_obeyed() -> None:
    table = open_table(b"sep=;\r\nDate;What happened\r\n3/11/2026;One, two\r\n")

    assert table.rows[0].cells == ("3/11/2026", "One, two")


def test_titles_above_the_headings_and_empty_rows_are_counted() -> None:
    table = open_table(b"My diary\n\nDate,What happened\n3/11/2026,One\n,,\n\n4/11/2026,Two\n")

    assert [(note.code, note.values) for note in table.notes] == [
        ("row_above", {"count": 1}),
        ("empty_rows", {"count": 2}),
    ]
    assert [row.number for row in table.rows] == [4, 7]


def test_a_list_without_headings_can_be_told_what_its_columns_hold() -> None:
    table = open_table(b"3/11/2026,No,Shouting\n4/11/2026,No,Banging\n")
    found = plan(table, {"date": 0, "what_happened": 2}, Case(), TODAY)

    assert table.headings == ("", "", "")
    assert [note.code for note in table.notes] == ["no_headings"]
    assert [i.what_happened for i in found.case.incidents] == ["Shouting", "Banging"]


def workbook(*sheets: list[list[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def test_an_excel_file_gives_its_days_times_and_numbers() -> None:
    found = brought(
        workbook(
            [
                ["Date", "Time", "What happened", "Reference", "Told", "Date told"],
                [
                    date(2026, 11, 3),
                    time(22, 15),
                    "Shouting",
                    412.0,
                    "Police",
                    datetime.fromisoformat("2026-11-04"),
                ],
                [datetime.fromisoformat("2026-11-05T09:30"), None, "Banging", None, None, None],
                ["6 Nov 2026", timedelta(hours=21), "Calls", None, None, None],
            ]
        )
    )

    assert [(i.date, i.time) for i in found.case.incidents] == [
        (date(2026, 11, 3), "22:15"),
        (date(2026, 11, 5), "09:30"),
        (date(2026, 11, 6), "21:00"),
    ]
    assert found.case.incidents[0].reports[0].reference == "412"


def test_the_first_sheet_with_rows_is_read_and_the_others_are_counted() -> None:
    rows: list[list[Any]] = [["Date"], [date(2026, 11, 3)]]
    table = open_table(workbook([], rows, rows, rows))

    assert len(table.rows) == 1
    assert [(note.code, note.values) for note in table.notes] == [("other_sheets", {"count": 2})]


def zipped(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, body in files.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), body)
    return data.getvalue()


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b" \r\n\r\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xef\xbb\xbf,,\n,,\n", "empty"),
        (b"x" * 2_000_001, "too_large"),
        (b"Date,What happened\n", "no_rows"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x00\x01\x02\x03", "not_a_table"),
        (b"caf\x81,\x8d\n", "not_text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 100, "old_excel"),
        (b"PK\x03\x04 and nothing more", "broken_excel"),
        (zipped(word__document_xml=b"<a/>"), "not_a_table"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "open_document"),
        (zipped(xl__workbook_xml=b"<a"), "broken_excel"),
        (zipped(xl__workbook_xml=b"0" * 60_000_001), "too_large_inside"),
        (b'Date,What happened\n3/11/2026,"never closed\n4/11/2026,Two\n', "open_quote"),
        (b"Date,What happened\n3/11/2026," + b"x" * 140_000, "long_cell"),
        (b"Date" + b",x" * 100 + b"\n", "too_many_columns"),
        (b"Date\n" + b"3/11/2026\n" * 40_010, "too_many_rows"),
    ],
)
def test_a_file_that_is_no_list_says_what_to_do(data: bytes, code: str) -> None:
    with pytest.raises(TableError) as refused:
        open_table(data)

    assert refused.value.code == code
    assert str(refused.value).endswith(".")


def test_a_file_of_exactly_two_megabytes_is_read() -> None:
    start = b"Date,What happened\n"
    row = b"3/11/2026," + b"x" * 9_989 + b"\n"
    rows = row * 199
    last = b"3/11/2026," + b"y" * (2_000_000 - len(start) - len(rows) - 10)
    table = open_table(start + rows + last)

    assert len(table.rows) == 200
    with pytest.raises(TableError):
        open_table(start + rows + last + b"y")


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_file_makes_reading_fail_in_any_other_way(data: bytes) -> None:
    try:
        table = open_table(data)
    except TableError:
        return
    found = plan(table, columns.guess(table.headings), Case(), TODAY)

    assert len(found.rows) == len(table.rows)


@given(st.integers(0, 5000), st.integers(0, 255))
def test_a_damaged_excel_file_is_read_or_refused(place: int, byte: int) -> None:
    data = bytearray(workbook([["Date", "What happened"], [date(2026, 11, 3), "Shouting"]]))
    data[place % len(data)] = byte
    try:
        table = open_table(bytes(data))
    except TableError:
        return

    assert isinstance(table, Table)


# ---- columns ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("headings", "guess"),
    [
        (["Date", "What happened"], {"date": 0, "what_happened": 1}),
        (["DATE OF INCIDENT:", "Details"], {"date": 0, "what_happened": 1}),
        (["Date reported", "Date"], {"reported": 0, "date": 1}),
        (["Ref no.", "Incident No"], {"reference": 0, "incident": 1}),
        (["Who was told (police, council)", "Date"], {"to": 0, "date": 1}),
        (["Date", "Date"], {"date": 0}),
        (["Colour", ""], {}),
    ],
)
def test_columns_are_guessed_by_their_headings(headings: list[str], guess: dict[str, int]) -> None:
    assert columns.guess(headings) == guess


def test_our_own_headings_are_all_known() -> None:
    ours = [columns.label(field) for field in columns.FIELDS]

    assert columns.guess(ours) == {field: n for n, field in enumerate(columns.FIELDS)}


def test_columns_that_do_not_go_in_are_named_unless_they_are_empty() -> None:
    table = open_table(b"Date,Colour,Size\n3/11/2026,red,\n")

    assert columns.unused((r.cells for r in table.rows), columns.guess(table.headings)) == [1]


# ---- out, and in again -----------------------------------------------------------


@given(cases())
def test_a_diary_that_is_saved_and_brought_in_is_the_same(case: Case) -> None:
    saved = diary_csv(case)
    if not case.incidents:
        with pytest.raises(TableError):
            open_table(saved)
        return

    found = brought(saved)

    assert {row.fate for row in found.rows} <= {Fate.NEW, Fate.MORE}
    assert without_ids(found.case) == without_ids(case)


@given(cases())
def test_a_diary_brought_into_itself_changes_nothing(case: Case) -> None:
    if not case.incidents:
        return

    assert brought(diary_csv(case), case).case == case


@given(cases(), cases())
def test_every_row_is_accounted_for_and_the_result_can_be_opened(one: Case, other: Case) -> None:
    if not other.incidents:
        return
    found = brought(diary_csv(other), one)
    ids = [i.id for i in found.case.incidents] + [r.id for _, r in found.case.reports()]

    assert found.count(*Fate) == len(found.rows)
    assert Case.model_validate(found.case.model_dump()) == found.case
    assert len(ids) == len(set(ids))
    assert found.count(Fate.NEW) == len(found.case.incidents) - len(one.incidents)


def test_a_long_and_full_incident_comes_back_word_for_word() -> None:
    full = Incident(
        id="i1",
        date=date(2026, 11, 3),
        time="22:15",
        approximate=True,
        kinds=(Kind.MALICIOUS_COMMUNICATIONS, Kind.OTHER_ASB),
        targeted=YesNo.UNSURE,
        what_happened='He said "=SUM(A1)", then\n\n-left. ' + "x" * 3900,
        where="'=1+1",
        effect="@home",
        evidence="+44",
        witnesses="-",
        reports=(
            Report(
                id="r1",
                date=date(2026, 11, 3),
                to=Body.SOCIAL_LANDLORD,
                by=ReportedBy.NEIGHBOUR,
                person="flat 12",
                reference="=CAD",
                response="None\tat all",
            ),
        ),
    )

    assert without_ids(brought(diary_csv(Case(incidents=(full,)))).case) == without_ids(
        Case(incidents=(full,))
    )


def test_the_file_opens_in_excel_with_its_letters_right() -> None:
    saved = diary_csv(Case(incidents=(Incident(id="i1", date=date(2026, 11, 3), where="Café"),)))

    assert saved.startswith(b"\xef\xbb\xbf")
    assert saved.decode("utf-8-sig").splitlines()[1].startswith("1,2026-11-03,")


# ---- formulas --------------------------------------------------------------------


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\uff1d1", "'=1", "''=1"],
)
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(cell: str) -> None:
    assert guard(cell) == f"'{cell}"
    assert unguard(guard(cell)) == cell


@pytest.mark.parametrize("cell", ["", "3/11/2026", "it's", "'quoted'", "a=b", "Flat -1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert guard(cell) == cell
    assert unguard(cell) == cell


@given(texts() | st.text("'=+-@\t\n a", max_size=8))
def test_every_text_comes_back_from_its_guard(text: str) -> None:
    assert unguard(guard(text)) == text
    assert not guard(text).lstrip().startswith(("=", "+", "-", "@"))


@given(cases())
def test_no_cell_of_a_saved_diary_can_be_run(case: Case) -> None:
    rows = csv.reader(io.StringIO(diary_csv(case).decode("utf-8-sig"), newline=""))

    assert [c for row in rows for c in row if c.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


# ---- rows that did not go in -----------------------------------------------------


def left_out(data: bytes) -> bytes:
    table = open_table(data)
    where = columns.guess(table.headings)
    return left_out_csv(table, where, plan(table, where, Case(), TODAY))


def test_rows_that_did_not_go_in_come_back_as_they_were_with_the_reason() -> None:
    out = left_out(b"Day,Colour,What\n31/02/2026,=red,x\n3/11/2026,blue,fine\n")
    rows = list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline="")))

    assert rows == [
        ["Date", "Colour", "What happened", "What is wrong"],
        [
            "31/02/2026",
            "'=red",
            "x",
            '"31/02/2026" is not in the calendar. Check the day and the month.',
        ],
    ]


def test_rows_that_are_put_right_can_be_brought_in_again() -> None:
    out = left_out(b"31/02/2026,x\n3/11/2026,y\nDate,What happened\n30/02/2026,Shouting\n")
    found = brought(out.replace(b"30/02/2026,", b"28/02/2026,"))

    assert [(i.date, i.what_happened) for i in found.case.incidents] == [
        (date(2026, 2, 28), "Shouting")
    ]
