"""Every worked example of the periods in section 104(11), and what must always hold."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.periods import ONE_DAY, Period

MONTH = Period(1, "month")
HALF_YEAR = Period(6, "month")
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
LENGTHS = st.integers(1, 24)

# start, last day, whether the corresponding date is missing
ONE_MONTH = [
    ("2026-01-01", "2026-01-31", False),
    ("2026-01-28", "2026-02-27", False),
    ("2026-01-29", "2026-02-28", True),
    ("2026-01-30", "2026-02-28", True),
    ("2026-01-31", "2026-02-28", True),
    ("2028-01-29", "2028-02-28", False),
    ("2028-01-30", "2028-02-29", True),
    ("2028-01-31", "2028-02-29", True),
    ("2026-02-01", "2026-02-28", False),
    ("2026-02-28", "2026-03-27", False),
    ("2028-02-29", "2028-03-28", False),
    ("2026-03-31", "2026-04-30", True),
    ("2026-10-31", "2026-11-30", True),
    ("2026-04-30", "2026-05-29", False),
    ("2026-11-29", "2026-12-28", False),
    ("2026-11-30", "2026-12-29", False),
    ("2026-12-31", "2027-01-30", False),
    ("2026-03-01", "2026-03-31", False),
]
SIX_MONTHS = [
    ("2026-01-31", "2026-07-30", False),
    ("2026-05-22", "2026-11-21", False),
    ("2026-05-23", "2026-11-22", False),
    ("2026-03-31", "2026-09-30", True),
    ("2026-05-31", "2026-11-30", True),
    ("2025-08-28", "2026-02-27", False),
    ("2025-08-29", "2026-02-28", True),
    ("2025-08-30", "2026-02-28", True),
    ("2025-08-31", "2026-02-28", True),
    ("2025-09-01", "2026-02-28", False),
    ("2027-08-29", "2028-02-28", False),
    ("2027-08-30", "2028-02-29", True),
    ("2027-08-31", "2028-02-29", True),
    ("2025-11-29", "2026-05-28", False),
    ("2025-11-30", "2026-05-29", False),
    ("2028-02-29", "2028-08-28", False),
    ("2026-12-31", "2027-06-30", True),
    # Six months beginning with 2 November 2022: the nurses' ballot case.
    ("2022-11-02", "2023-05-01", False),
]
WORKED = [(MONTH, *row) for row in ONE_MONTH] + [(HALF_YEAR, *row) for row in SIX_MONTHS]


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(("period", "start", "last", "missing"), WORKED)
def test_a_period_ends_where_the_law_says(
    period: Period, start: str, last: str, missing: bool
) -> None:
    assert period.last_day(day(start)) == day(last)
    assert period.ends_on_missing_date(day(start)) is missing


@pytest.mark.parametrize(("period", "start", "last", "missing"), WORKED)
def test_a_missing_date_is_borderline_and_the_day_before_is_advised(
    period: Period, start: str, last: str, missing: bool
) -> None:
    deadline = period.deadline(day(start))

    assert deadline.last == day(last)
    assert deadline.borderline is missing
    assert deadline.advised == (day(last) - ONE_DAY if missing else day(last))


def test_three_months_beginning_with_30_april_end_on_29_july() -> None:
    # Hayes v Harrods, EAT, 28 July 1994.
    assert Period(3, "month").last_day(date(2026, 4, 30)) == date(2026, 7, 29)


@pytest.mark.parametrize(
    ("applied", "earliest"),
    [
        ("2026-11-22", "2026-05-23"),
        ("2026-02-28", "2025-08-29"),
        ("2028-02-29", "2027-08-30"),
        ("2026-11-30", "2026-05-31"),
        ("2026-03-01", "2025-09-02"),
    ],
)
def test_the_earliest_report_an_application_can_rest_on(applied: str, earliest: str) -> None:
    first = day(earliest)

    assert HALF_YEAR.last_day(first) >= day(applied)
    assert HALF_YEAR.last_day(first - ONE_DAY) < day(applied)


def test_thirty_days_beginning_with_a_day_end_29_days_later() -> None:
    assert Period(30, "day").last_day(date(2026, 6, 1)) == date(2026, 6, 30)


@pytest.mark.parametrize("start", [date(2026, 1, 31), date(2026, 2, 28), date(2026, 8, 31)])
def test_days_never_end_on_a_missing_date_and_leave_nothing_in_doubt(start: date) -> None:
    days = Period(183, "day")

    assert not days.ends_on_missing_date(start)
    assert not days.deadline(start).borderline


def test_a_local_rule_within_30_days_counts_the_later_day_and_advises_the_earlier() -> None:
    deadline = Period(30, "day").deadline_within(date(2025, 7, 1))

    assert deadline.last == date(2025, 7, 31)
    assert deadline.advised == date(2025, 7, 30)
    assert deadline.borderline


def test_a_local_rule_in_months_is_read_as_the_act_reads_it() -> None:
    assert MONTH.deadline_within(date(2026, 1, 5)) == MONTH.deadline(date(2026, 1, 5))


# ---- properties --------------------------------------------------------------------


@given(DAYS, LENGTHS)
def test_the_first_day_is_always_inside(start: date, months: int) -> None:
    assert Period(months, "month").last_day(start) >= start


@given(DAYS, LENGTHS, st.sampled_from(["month", "day"]))
def test_a_later_start_never_ends_earlier(start: date, amount: int, unit: str) -> None:
    period = Period(amount, "month" if unit == "month" else "day")

    assert period.last_day(start + ONE_DAY) >= period.last_day(start)


@given(DAYS, LENGTHS)
def test_the_advised_day_is_inside_and_never_after_the_last(start: date, months: int) -> None:
    deadline = Period(months, "month").deadline(start)

    assert start <= deadline.advised <= deadline.last
    assert deadline.last - deadline.advised <= ONE_DAY


def _walked_to_the_end(start: date, months: int) -> date:
    """Walk day by day to the first day on or past the corresponding date; step back one."""
    day_of_month, passed, at = start.day, 0, start
    while True:
        at += timedelta(days=1)
        if at.day == 1:
            passed += 1
            if passed > months:
                return at - ONE_DAY
        if passed == months and at.day == day_of_month:
            return at - ONE_DAY


@given(DAYS, st.integers(1, 12))
def test_months_agree_with_walking_through_the_calendar(start: date, months: int) -> None:
    assert Period(months, "month").last_day(start) == _walked_to_the_end(start, months)
