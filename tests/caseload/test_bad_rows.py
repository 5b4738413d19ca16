"""A list with every kind of bad row: each is reported by its line, and no good row is lost."""

from __future__ import annotations

import csv
import io
from collections import Counter
from datetime import date

import pytest

from selfcheck import content
from selfcheck.caseload.run import Result, screen_list
from tests.strategies import TODAY

HEADINGS = "case,area,incident,happened_on,reported_on,told,hate,person".split(",")
GOOD = ["G", "Leeds", "g1", "2026-09-02", "2026-09-03", "police", "no", ""]
LONG = "x" * 81

# What stands in a good row's place, by the code it must be given.
BAD: list[tuple[str, dict[str, str]]] = [
    ("no_case", {"case": "  "}),
    ("long_case", {"case": LONG}),
    ("unknown_area", {"area": "Nowhere"}),
    ("unknown_area_code", {"area": "E08999999"}),
    ("area_is_a_postcode", {"area": "LS1 4AP"}),
    ("area_is_a_town", {"area": "Sittingbourne"}),
    ("area_means_several", {"area": "Dorset"}),
    ("area_is_a_larger_place", {"area": "Kent"}),
    ("area_is_elsewhere", {"area": "Jersey"}),
    ("area_differs", {"area": "Harrow"}),
    ("no_incident", {"incident": "", "happened_on": ""}),
    ("long_incident", {"incident": LONG}),
    ("incident_date_differs", {"happened_on": "2026-09-01"}),
    ("happened_not_a_date", {"happened_on": "last week"}),
    ("happened_impossible_date", {"happened_on": "31/02/2026"}),
    ("happened_month_first", {"happened_on": "08/30/2026"}),
    ("happened_no_year", {"happened_on": "3 Sept"}),
    ("happened_two_figure_year", {"happened_on": "02/09/26"}),
    ("happened_number_for_a_date", {"happened_on": "46267"}),
    ("happened_too_long_ago", {"happened_on": "1899-12-31"}),
    ("happened_in_the_future", {"happened_on": "2026-11-23"}),
    ("no_reported_on", {"reported_on": ""}),
    ("reported_not_a_date", {"reported_on": "soon"}),
    ("reported_impossible_date", {"reported_on": "2025-02-29"}),
    ("reported_month_first", {"reported_on": "09/13/2026"}),
    ("reported_no_year", {"reported_on": "3/9"}),
    ("reported_two_figure_year", {"reported_on": "3 Sep 26"}),
    ("reported_number_for_a_date", {"reported_on": "46268.5"}),
    ("reported_too_long_ago", {"reported_on": "03/09/1826", "happened_on": ""}),
    ("reported_in_the_future", {"reported_on": "2027-01-01"}),
    ("reported_before_it_happened", {"reported_on": "2026-09-01"}),
    ("no_told", {"told": ""}),
    ("unknown_told", {"told": "the vicar"}),
    ("told_several", {"told": "police and council"}),
    ("unknown_hate", {"hate": "rather"}),
    ("long_person", {"person": LONG}),
    ("same_report_again", {}),
    ("control_characters", {"person": "A\x07"}),
    ("headings_again", dict(zip(HEADINGS, HEADINGS, strict=True))),
]
BROKEN_LINES = [
    ("too_few_cells", "G,Leeds,g1,2026-09-02,2026-09-04"),
    ("too_many_cells", "G,Leeds,g1,2026-09-02,2026-09-04,police,no,,and more"),
    ("open_quote", 'G,Leeds,"g1,2026-09-02,2026-09-04,police,no,'),
    ("bad_letters", "G,Leeds,g1,2026-09-02,2026-09-04,police,no,\udce9"),
    ("long_cell", "G,Leeds,g1,2026-09-02,2026-09-04,police,no," + "y" * 140_000),
]


def screened(lines: list[str]) -> Result:
    text = "\n".join([",".join(HEADINGS), *lines, ""])
    return screen_list(io.BytesIO(text.encode("utf-8", "surrogateescape")), TODAY, TODAY)


def line(cells: list[str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(cells)
    return written.getvalue()


def good(number: int) -> str:
    """Return a row of the case G that counts, each of an incident of its own."""
    return line(["G", "Leeds", f"g{number}", "2026-09-02", "2026-09-03", "police", "no", ""])


@pytest.fixture(scope="module")
def everything() -> tuple[list[str], Result]:
    bad = [line([changed.get(name, cell) for name, cell in zip(HEADINGS, GOOD, strict=True)])
           for _, changed in BAD]  # fmt: skip
    bad += [text for _, text in BROKEN_LINES]
    lines = [line(GOOD)]
    for number, text in enumerate(bad, 2):
        lines += [text, good(number)]
    return lines, screened(lines)


def test_more_than_forty_kinds_of_bad_rows_are_reported_by_line_and_reason(
    everything: tuple[list[str], Result],
) -> None:
    rejected = everything[1].rejected.to_pylist()
    expected = [code for code, _ in [*BAD, *BROKEN_LINES]]

    assert len(expected) > 40
    assert [(row["line"], row["reason"]) for row in rejected] == [
        (3 + 2 * place, code) for place, code in enumerate(expected)
    ]


def test_every_reason_is_said_in_words_of_ours(everything: tuple[list[str], Result]) -> None:
    words = content.words("caseload")["bad_row"]

    for row in everything[1].rejected.to_pylist():
        assert row["says"] == words[row["reason"]]


def test_no_good_row_of_the_same_case_is_lost(everything: tuple[list[str], Result]) -> None:
    lines, result = everything
    (found,) = result.cases.to_pylist()

    assert found["case"] == "G"
    assert found["complaints"] == 1 + len(BAD) + len(BROKEN_LINES)
    assert len(lines) == found["complaints"] + result.rejected.num_rows


def test_every_reason_that_has_words_is_given_to_some_row() -> None:
    # These need a council that has ended or not begun, and none has in this list.
    never = {"area_has_ended", "area_has_not_begun"}

    assert {code for code, _ in [*BAD, *BROKEN_LINES]} | never == set(
        content.words("caseload")["bad_row"]
    )


def test_a_bad_row_is_kept_as_it_was_given() -> None:
    result = screened([line(GOOD), "G,Leeds,g1,31/02/2026,2026-09-03,police,no,A"])
    (row,) = result.rejected.to_pylist()

    assert [row[name] for name in HEADINGS] == "G,Leeds,g1,31/02/2026,2026-09-03,police,no,A".split(
        ","
    )


WAYS = (
    "2026-09-03|2026/09/03|20260903|3/9/2026|03/09/2026|03.09.2026|3 Sep 2026|3rd September 2026"
    "|03-Sep-2026|Thu 3 Sept 2026| 2026-09-03 |2026-09-03T14:05:00|2026-09-03 14:05"
    "|03/09/2026 2:05 pm|2026-09-03T14:05:00Z"
).split("|")


def test_a_day_is_read_in_the_ways_that_exports_write_it() -> None:
    rows = [[f"C{n}", *GOOD[1:4], way, *GOOD[5:]] for n, way in enumerate(WAYS)]
    result = screened([line(row) for row in rows])

    assert result.rejected.to_pylist() == []
    assert {row["next_step"] for row in result.cases.to_pylist()} == {"apply_anyway"}
    assert result.cases["complaints"].to_pylist() == [1] * len(WAYS)


def test_a_day_in_the_column_of_the_incident_says_when_it_happened() -> None:
    rows = [["G", "", "02/09/2026", "", "2026-10-01", "police", "", ""]]
    rows += [["G", "", "02/09/2026", "", "2026-10-02", "council", "", ""]]
    (found,) = screened([line(row) for row in rows]).cases.to_pylist()

    assert (found["separate_incidents"], found["complaints"]) == (1, 1)


def test_an_incident_without_a_day_happened_by_its_first_report() -> None:
    rows = [["G", "", "i7", "", "2026-09-03", "police", "", ""]]
    rows += [["G", "", "i7", "", "2026-10-02", "police", "", ""]]
    (found,) = screened([line(row) for row in rows]).cases.to_pylist()

    assert (found["separate_incidents"], found["complaints"]) == (1, 2)


def test_reports_after_the_day_looked_at_are_left_aside_and_are_no_mistake() -> None:
    text = ",".join(HEADINGS) + "\n" + line(GOOD) + "\n"
    result = screen_list(io.BytesIO(text.encode()), date(2026, 9, 2), TODAY)

    assert result.rejected.num_rows == 0
    assert Counter(result.cases["outcome"].to_pylist()) == {"report_first": 1}
