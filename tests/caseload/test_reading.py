"""Lists as files: two ways through a CSV, Parquet, and columns that are not known."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck.caseload import reading
from selfcheck.caseload.layout import CaseloadError
from selfcheck.caseload.reading import open_list

HEADING = "case,reported_on,told,happened_on,person"


def rows_of(data: bytes) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = open_list(io.BytesIO(data)).as_reader().read_all().to_pylist()
    return rows


def csv_of(*lines: str) -> bytes:
    return "\n".join([HEADING, *lines, ""]).encode()


CELLS = st.text(st.sampled_from("ab1 é'-\"\n,"), max_size=5)


@given(st.lists(st.lists(CELLS, min_size=4, max_size=6).map(",".join), max_size=12))
@settings(max_examples=150)
def test_the_quick_way_and_the_careful_way_read_the_same(lines: list[str]) -> None:
    data = csv_of(*lines)
    quick = rows_of(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "is_plain", lambda *_: False)
        careful = rows_of(data)

    assert quick == careful


def test_a_plain_file_goes_the_quick_way_and_keeps_its_lines() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_carefully", lambda *_: pytest.fail("this file is plain"))
        rows = rows_of(csv_of('C1,2026-09-03,police,2026-09-02,"Flat 2, top"', "C2,,,,"))

    assert [(row["line"], row["case"], row["person"]) for row in rows] == [
        (2, "C1", "Flat 2, top"),
        (3, "C2", ""),
    ]


def test_from_the_first_ragged_row_on_reading_goes_on_carefully() -> None:
    rows = rows_of(csv_of("C1,a,b,c,d", "C2,a", "C3,a,b,c,d"))

    assert [(row["line"], row["case"], row["fault"]) for row in rows] == [
        (2, "C1", None),
        (3, "C2", "too_few_cells"),
        (4, "C3", None),
    ]


def test_a_text_over_several_lines_is_one_row_and_the_next_keeps_its_line() -> None:
    rows = rows_of(csv_of('C1,2026-09-03,police,2026-09-02,"one\ntwo\nthree"', "C2,,,,"))

    assert [(row["line"], row["case"]) for row in rows] == [(2, "C1"), (5, "C2")]
    assert rows[0]["person"] == "one\ntwo\nthree"


def test_a_mark_that_is_never_closed_costs_one_row_and_no_more() -> None:
    lines = ['C1,"2026-09-03,police,2026-09-02,A', *(f"C{n},,,," for n in range(2, 500))]
    rows = rows_of(csv_of(*lines))

    assert [row["fault"] for row in rows[:2]] == ["open_quote", None]
    assert [row["line"] for row in rows] == list(range(2, 501))


def test_empty_lines_are_no_rows_and_are_counted() -> None:
    rows = rows_of(csv_of("", "C1,,,,", ",,,,", "C2,,,,"))

    assert [row["line"] for row in rows] == [3, 5]


def test_semicolons_a_mark_at_the_start_and_windows_line_ends_are_taken() -> None:
    heading = "\ufeffCase ref;Date reported;Reported to;Incident date"
    (row,) = rows_of(f"{heading}\r\nC1;2026-09-03;Police;2026-09-02\r\n".encode())

    assert (row["line"], row["case"], row["told"]) == (2, "C1", "Police")


def test_an_apostrophe_that_guards_a_cell_is_taken_off() -> None:
    (row,) = rows_of(csv_of("'-17,,,,"))

    assert row["case"] == "-17"


def test_parquet_gives_its_days_as_text_and_its_rows_from_one(tmp_path: Path) -> None:
    table = pa.table(
        {
            "Case number": [17, None],
            "Reported": [date(2026, 9, 3), None],
            "Told": ["police", "council"],
            "Occurred": pa.array(["2026-09-02T23:59:00", None]).cast(pa.timestamp("s")),
            "Hate": [True, False],
            "Notes": ["private", "private"],
        }
    )
    pq.write_table(table, tmp_path / "list.parquet")
    source = open_list(io.BytesIO((tmp_path / "list.parquet").read_bytes()))
    first, second = source.as_reader().read_all().to_pylist()

    assert source.layout.unused == ("Notes",)
    assert (first["line"], first["case"], first["reported_on"]) == (1, "17", "2026-09-03")
    assert (first["happened_on"], first["hate"]) == ("2026-09-02", "true")
    assert (second["line"], second["case"], second["reported_on"]) == (2, "", "")


def test_columns_that_are_not_known_are_explained() -> None:
    with pytest.raises(CaseloadError) as refused:
        open_list(io.BytesIO(b"Name,When,Case ref\nA,B,C\n"))
    said = str(refused.value)

    assert "reported_on, also known as: reported on, report date" in said
    assert "told, also known as:" in said
    assert "happened_on, also known as:" in said
    assert "These were found: Name, When, Case ref" in said
    assert "case, also known as" not in said


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"PK\x03\x04", "not_csv"),
        ("case\n".encode("utf-16"), "not_csv"),
        (b"PAR1 and nothing more", "broken_parquet"),
        (b"case,case number,told\n", "two_columns"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_words(data: bytes, code: str) -> None:
    with pytest.raises(CaseloadError) as refused:
        open_list(io.BytesIO(data))

    assert refused.value.code == code
