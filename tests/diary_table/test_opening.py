"""Any file is opened as a list, or refused with what to do."""

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

from selfcheck.case import Case
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import plan
from selfcheck.diary_table.opening import Table, TableError, open_table
from tests.diary_table.lists import brought
from tests.strategies import TODAY

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
