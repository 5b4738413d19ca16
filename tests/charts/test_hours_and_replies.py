"""What time of day it happens; who was told, and what came back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from selfcheck.case import Case, Incident
from tests.charts.drawing import (
    THREE,
    case_of,
    days,
    drawn,
    incident,
    report,
    told,
)

# ---- what time of day, and which day of the week? --------------------------------


def at(day: date, time: str | None, **fields: Any) -> Incident:
    return incident(day, time=time, **fields)


@pytest.mark.parametrize(
    ("incidents", "says"),
    [
        (
            [
                at(date(2026, 11, 6), "18:00"),
                at(date(2026, 11, 13), "23:59"),
                at(date(2026, 11, 14), "05:59"),
            ],
            "Most often on a Friday (2 of 3), and most often from 6pm (2 of 3 with a time).",
        ),
        (
            [at(date(2026, 11, 6), None), at(date(2026, 11, 13), "00:00")],
            "Most often on a Friday (2 of 2), and no time of day stands out.",
        ),
        (
            [at(date(2026, 11, 5), "06:00"), at(date(2026, 11, 13), "11:59")],
            "Most often from 6am to noon (2 of 2 with a time), and no day of the week stands out.",
        ),
        (
            [at(date(2026, 11, 5), "12:00"), at(date(2026, 11, 13), None)],
            "No day of the week and no time of day stands out.",
        ),
    ],
)
def test_the_day_and_time_that_stand_out_are_named_with_their_numbers(
    incidents: Sequence[Incident], says: str
) -> None:
    assert told(case_of(*incidents))[2].finding == says


def test_what_has_no_time_or_no_sure_day_is_said_and_counted_apart() -> None:
    case = case_of(
        at(date(2026, 11, 2), None),
        at(date(2026, 11, 3), "12:00", approximate=True),
        at(date(2026, 11, 4), None, approximate=True),
    )
    chart = told(case)[2]

    assert chart.columns[-1] == "No time"
    assert chart.rows[0] == ("Monday", "0", "0", "0", "0", "1")
    assert chart.rows[-1] == ("Not sure", "0", "0", "1", "0", "1")
    assert chart.notes == (
        "Without a time: 2 incidents. They are in the last column.",
        "Not sure of the day: 2 incidents. They are in the last row.",
    )


def test_a_circle_carries_its_number() -> None:
    (circles,) = drawn(told(THREE)[2]).data

    assert sorted(zip(circles.x, circles.y, circles.text, strict=True)) == [
        (3, 2, "1"),  # Wednesday, from 6pm
        (3, 5, "1"),  # Saturday, from 6pm
        (4, 2, "1"),  # Wednesday, no time
    ]


# ---- who was told, and what came back? -------------------------------------------


def answered(*responses: str | None) -> Case:
    on = days("2026-11-02 03 04 05")[: len(responses)]
    return case_of(
        incident(
            date(2026, 11, 1),
            reports=[report(day, response=said) for day, said in zip(on, responses, strict=True)],
        )
    )


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (case_of(incident(date(2026, 11, 1))), "You wrote down no reports here."),
        (answered(None), "You wrote down 1 report, and no reply to it."),
        (answered("Yes."), "You wrote down 1 report, and a reply to it."),
        (answered(None, ""), "You wrote down 2 reports, and no reply to any of them."),
        (answered("Yes.", "No."), "You wrote down 2 reports, and a reply to each."),
        (answered("Yes.", None, "No."), "You wrote down 3 reports, and a reply to 2 of them."),
    ],
)
def test_replies_written_down_are_counted(case: Case, says: str) -> None:
    assert told(case)[3].finding == says


def test_bodies_stand_in_order_of_how_often_they_were_told() -> None:
    assert told(THREE)[3].rows == (
        ("Police", "2", "0", "2"),
        ("Council", "1", "1", "0"),
    )


def test_without_a_report_there_is_nothing_to_draw() -> None:
    chart = told(case_of(incident(date(2026, 11, 1))))[3]

    assert chart.figure is None
    assert chart.rows == ()
