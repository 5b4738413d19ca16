"""Days as whole numbers, counted from 1 January 1970, and the ends of periods.

No engine is trusted to add months. The last day of a period is worked out from the
year, the month and the day, as `periods.Period` does it, and tests compare the two.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis

Expression = Any
Table = Any

FIRST_DAY = date(1970, 1, 1)


def number(day: date) -> int:
    """Return a day as a whole number."""
    return (day - FIRST_DAY).days


def as_date(days: Expression) -> Expression:
    """Return whole numbers as days of the engine's own kind."""
    return (days.as_interval("D") + ibis.date("1970-01-01")).cast("date")


def first_of_month(months: Expression) -> Expression:
    """Return the first day of a month as a number; `months` counts them from year 0.

    March is the first month of the year here, so that a leap day is its last day.
    """
    since_march = (months + 10) % 12
    year = (months + 10) // 12 - 1
    leap_days = year // 4 - year // 100 + year // 400
    return year * 365 + leap_days + (since_march * 153 + 2) // 5 - 719_468


def deadlines(days: Table, periods: Table) -> Table:
    """Return the ends of each period beginning with each day.

    `days` has day, year, month and day_of_month; `periods` has period, amount and
    in_months. `last` and `advised` are those of `Period.deadline`; `within_last` and
    `within_advised` those of `Period.deadline_within`.
    """
    pairs = days.cross_join(periods)
    month = pairs.year * 12 + pairs.month - 1 + pairs.amount
    begins = first_of_month(month)
    length = first_of_month(month + 1) - begins
    # The day before the corresponding date; the end of the month where there is none.
    of_months = begins + ibis.least(pairs.day_of_month, length + 1) - 2
    of_days = pairs.day + pairs.amount - 1
    missing = (pairs.day_of_month > length).ifelse(1, 0)
    return pairs.select(
        key(pairs.day, pairs.period).name("key"),
        pairs.in_months.ifelse(of_months, of_days).name("last"),
        pairs.in_months.ifelse(of_months - missing, of_days).name("advised"),
        pairs.in_months.ifelse(of_months, of_days + 1).name("within_last"),
        pairs.in_months.ifelse(of_months - missing, of_days).name("within_advised"),
    )


def key(day: Expression, period: Expression) -> Expression:
    """Return one number for a day and a period: joining on one is quicker than on two."""
    return day * 1_000 + period
