"""The diary as a list: it comes back as it was, and no spreadsheet runs a cell of it."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.case import Body, Case, Incident, Kind, Report, ReportedBy, YesNo
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import Fate, plan
from selfcheck.diary_table.guard import guard, unguard
from selfcheck.diary_table.opening import TableError, open_table
from selfcheck.diary_table.taking_out import diary_csv, left_out_csv
from tests.diary_table.lists import brought, without_ids
from tests.strategies import TODAY, cases, texts

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
