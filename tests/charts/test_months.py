"""The chart that says if it is getting worse."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck.case import Kind
from tests.charts.drawing import (
    THREE,
    case_of,
    drawn,
    incident,
    told,
)

# ---- is it getting worse? --------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (
            "2026-05-30 2026-08-01 2026-10-31",
            (
                "There were more: 2 incidents in August to October 2026, and 1 incident in the 3"
                " months before."
            ),
        ),
        (
            "2026-05-01 2026-06-09 2026-10-31 2026-11-01 2026-11-02",
            (
                "There were fewer: 1 incident in August to October 2026, and 2 incidents in the 3"
                " months before."
            ),
        ),
        (
            "2026-07-31 2026-08-01",
            (
                "It is the same: 1 incident in August to October 2026, and 1 incident in the 3"
                " months before."
            ),
        ),
        (
            "2026-04-30 2026-09-01",
            (
                "There were more: 1 incident in August to October 2026, and no incidents in the 3"
                " months before."
            ),
        ),
        (
            "2026-04-30 2026-11-20",
            "You wrote down no incidents in the 6 months before November 2026.",
        ),
        (
            "2026-10-01 2026-10-02 2026-11-20",
            (
                "It is too soon to say: you wrote down 2 incidents in August to October 2026, and"
                " none before that."
            ),
        ),
        (
            "2026-11-01 2026-11-22",
            (
                "You wrote down 2 incidents in November 2026, and there are no earlier months to"
                " compare."
            ),
        ),
    ],
)
def test_the_last_three_full_months_are_compared_with_the_three_before(
    days: str, says: str
) -> None:
    case = case_of(*(incident(date.fromisoformat(day)) for day in days.split()))

    assert told(case)[1].finding == says


def test_months_over_new_year_are_named_with_both_years() -> None:
    case = case_of(incident(date(2025, 9, 9)), incident(date(2025, 11, 11)))

    assert told(case, date(2026, 2, 28))[1].finding == (
        "It is the same: 1 incident in November 2025 to January 2026, and 1 incident in the 3"
        " months before."
    )


def test_a_month_without_incidents_is_nought_and_this_month_is_not_over() -> None:
    chart = told(case_of(*THREE.incidents[:1], *THREE.incidents[2:]))[1]

    assert chart.columns == ("Month", "Abusive language", "All")
    assert chart.rows == (
        ("September 2026", "1", "1"),
        ("October 2026", "0", "0"),
        ("November 2026, so far", "1", "1"),
    )
    assert chart.notes[0] == "November 2026 is not over yet. It has 1 incident so far."


def test_fewer_is_not_called_better_and_a_young_diary_is_said() -> None:
    days = (date(2026, 5, 1), date(2026, 6, 9), date(2026, 10, 31))
    notes = told(case_of(*map(incident, days)))[1].notes

    assert ("Fewer does not always mean better. A count cannot show how bad each one was.") in notes
    assert any(note.startswith("The first incident here is from 1 May 2026.") for note in notes)


def test_an_incident_of_several_kinds_is_counted_once() -> None:
    chart = told(case_of(incident(date(2026, 11, 2), Kind.BULLYING, Kind.STALKING)))[1]

    assert chart.columns == ("Month", "Several kinds at once", "All")
    assert chart.rows == (("November 2026, so far", "1", "1"),)


def test_months_before_the_last_twelve_are_one_row_and_not_drawn() -> None:
    days = (date(1999, 1, 1), date(2025, 11, 30), date(2025, 12, 1), date(2026, 11, 2))
    chart = told(case_of(*(incident(day, Kind.BEGGING) for day in days)))[1]
    (bars,) = drawn(chart).data

    assert chart.rows[0] == ("Before December 2025", "2", "2")
    assert len(chart.rows) == 13
    assert (bars.x[0], len(bars.x), sum(bars.y)) == ("2025-12-01", 12, 2)


def test_a_kind_only_of_earlier_months_keeps_its_column() -> None:
    case = case_of(
        incident(date(2024, 1, 1), Kind.BEGGING), incident(date(2026, 11, 2), Kind.STALKING)
    )
    chart = told(case)[1]

    assert chart.columns == ("Month", "Stalking", "Begging", "All")
    assert chart.rows[0] == ("Before December 2025", "0", "1", "1")
    assert [trace.name for trace in drawn(chart).data] == ["Stalking"]
