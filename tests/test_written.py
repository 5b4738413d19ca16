"""Days and times as people write them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.content import MONTHS
from selfcheck.written import Day, Habit, Order, Unreadable, habit, read_day, read_time

THIRD = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "3/11/2026",
        "03/11/2026",
        "3/11/26",
        "3-11-2026",
        "03.11.2026",
        "3 11 2026",
        " 3 / 11 / 2026 ",
        "2026-11-03",
        "2026/11/3",
        "3 Nov 2026",
        "3rd November 2026",
        "3rd of November 2026",
        "3 nov. 26",
        "3 Nov '26",
        "03-Nov-2026",
        "3Nov2026",
        "Tue 3 Nov 2026",
        "Tuesday, 3 November 2026",
        "November 3, 2026",
        "Nov 3rd 2026",
    ],
)
def test_a_day_is_read_as_people_in_britain_write_it(text: str) -> None:
    assert read_day(text) == Day(THIRD)


@pytest.mark.parametrize("text", ["11/3/2026", "11-03-26"])
def test_the_month_comes_first_only_where_a_table_says_so(text: str) -> None:
    assert read_day(text, Order.MONTH_FIRST) == Day(THIRD)
    assert read_day(text) == Day(date(2026, 3, 11))


@pytest.mark.parametrize("order", Order)
def test_the_order_changes_nothing_where_the_year_or_a_name_says_which_is_which(
    order: Order,
) -> None:
    assert read_day("2026-11-03", order) == Day(THIRD)
    assert read_day("3 Nov 2026", order) == Day(THIRD)


@pytest.mark.parametrize(
    "text", ["about 3/11/26", "c. 3 Nov 2026", "approx 3 November 2026", "~3/11/2026", "3/11/2026?"]
)
def test_a_day_written_as_about_is_approximate(text: str) -> None:
    assert read_day(text) == Day(THIRD, approximate=True)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("3/11/2026 22:15", "22:15"),
        ("3/11/26 10.15pm", "22:15"),
        ("3 Nov 2026 at 9pm", "21:00"),
        ("2026-11-03T22:15:00Z", "22:15"),
        ("2026-11-03T22:15:00.000+00:00", "22:15"),
        ("2026-11-03 00:00:00", "00:00"),
    ],
)
def test_a_time_beside_the_day_is_read_too(text: str, time: str) -> None:
    assert read_day(text) == Day(THIRD, time=time)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Unreadable.NOT_A_DAY),
        ("last Tuesday", Unreadable.NOT_A_DAY),
        ("46329", Unreadable.NOT_A_DAY),
        ("3/11/2026/4", Unreadable.NOT_A_DAY),
        ("3/11/202", Unreadable.NOT_A_DAY),
        ("may be 3", Unreadable.NOT_A_DAY),
        ("3 Nov", Unreadable.NO_YEAR),
        ("November 3", Unreadable.NO_YEAR),
        ("3/11", Unreadable.NO_YEAR),
        ("31/02/2026", Unreadable.IMPOSSIBLE),
        ("29/2/2026", Unreadable.IMPOSSIBLE),
        ("0/1/2026", Unreadable.IMPOSSIBLE),
        ("3/13/2026", Unreadable.IMPOSSIBLE),
        ("31 Nov 2026", Unreadable.IMPOSSIBLE),
        ("0000-01-01", Unreadable.IMPOSSIBLE),
    ],
)
def test_what_is_no_day_is_refused_with_the_reason(text: str, why: Unreadable) -> None:
    assert read_day(text) is why


def test_a_leap_day_is_read_in_a_leap_year() -> None:
    assert read_day("29/2/2024") == Day(date(2024, 2, 29))


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_of_the_century_is_read_in_every_way_of_writing_it(day: date) -> None:
    name = MONTHS[day.month - 1]
    ways = [
        day.isoformat(),
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
        f"{day.day} {name} {day.year}",
        f"{name[:3]} {day.day}, {day.year}",
    ]

    assert {read_day(way) for way in ways} == {Day(day)}


@given(st.text(max_size=30) | st.from_regex(r"[0-9a-z:/. -]{0,20}"))
def test_nothing_that_is_typed_makes_reading_fail(text: str) -> None:
    assert isinstance(read_day(text), Day | Unreadable)
    assert read_time(text) is None or len(read_time(text) or "") == 5


# ---- times -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("22:15", "22:15"),
        ("22.15", "22:15"),
        ("2215", "22:15"),
        ("22:15:59", "22:15"),
        ("9:05", "09:05"),
        ("10.15pm", "22:15"),
        ("10:15 P.M.", "22:15"),
        ("9pm", "21:00"),
        ("9 am", "09:00"),
        ("12am", "00:00"),
        ("12.30 am", "00:30"),
        ("12pm", "12:00"),
        ("00:00", "00:00"),
        ("23:59", "23:59"),
    ],
)
def test_a_time_is_read_by_the_clock(text: str, time: str) -> None:
    assert read_time(text) == time


@pytest.mark.parametrize(
    "text", ["", "9", "24:00", "22:60", "13pm", "0am", "evening", "1:2", "9p", "22:15 hours"]
)
def test_what_is_no_time_is_none(text: str) -> None:
    assert read_time(text) is None


# ---- day first or month first ----------------------------------------------------


def test_days_are_day_first_where_nothing_speaks_against_it() -> None:
    assert habit(["3/11/2026", "4/5/2026", "5/5/2026"]) == Habit(either_way=2)


def test_one_day_that_fits_only_month_first_decides_for_the_column() -> None:
    assert habit(["11/3/2026", "11/25/2026"]) == Habit(Order.MONTH_FIRST, proved=True, either_way=1)


def test_one_day_that_fits_only_day_first_proves_it() -> None:
    assert habit(["3/11/2026", "25/11/2026"]) == Habit(proved=True, either_way=1)


def test_days_that_contradict_each_other_are_mixed() -> None:
    assert habit(["25/11/2026", "11/25/2026"]) == Habit(proved=True, mixed=True)


def test_days_that_can_be_read_in_one_way_alone_say_nothing() -> None:
    assert habit(["2026-11-03", "3 Nov 2026", "", "soon"]) == Habit()


@given(st.lists(st.dates(date(2000, 1, 1), date(2099, 12, 31)), min_size=1, max_size=30))
def test_a_column_is_never_read_month_first_when_it_was_written_day_first(days: list[date]) -> None:
    written = [f"{day.day}/{day.month}/{day.year}" for day in days]
    found = habit(written)

    assert found.order is Order.DAY_FIRST
    assert [read_day(text, found.order) for text in written] == [Day(day) for day in days]


def test_a_month_written_the_american_way_is_found_out_by_its_thirteenth_day() -> None:
    days = [date(2026, 11, 1) + timedelta(days=n) for n in range(13)]
    written = [f"{day.month}/{day.day}/{day.year}" for day in days]

    assert habit(written).order is Order.MONTH_FIRST
    assert habit(written[:-1]).order is Order.DAY_FIRST
    assert not habit(written[:-1]).proved
