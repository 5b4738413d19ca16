"""The one date rule: periods that begin with a day.

Section 104(11) of the 2014 Act counts "the period of one month beginning with the
date on which the behaviour is alleged to have occurred" and "six months beginning
with the date on which the complaint is made". Everything that needs a last day asks
this file.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

ONE_DAY = timedelta(days=1)


class Deadline(NamedTuple):
    """The last day something can be done, and the day to name when giving advice.

    Both days are inside the period. They differ only where the law leaves a day in
    doubt: then `advised` is the day before `last`.
    """

    last: date
    advised: date

    @property
    def borderline(self) -> bool:
        """Say whether the last day itself is in doubt."""
        return self.last != self.advised


class Period(NamedTuple):
    """A number of calendar months or of days. Thirty days are never a month."""

    amount: int
    unit: Literal["day", "month"]

    def last_day(self, start: date) -> date:
        """Return the last day of this period beginning with `start`, which is inside it.

        One month beginning with 5 January ends on 4 February: the day before the
        corresponding date (Dodds v Walker [1981] 1 WLR 1027; Trow v Ind Coope [1967]
        2 QB 899). If that month has no such date, the period ends with the month.
        Thirty days beginning with 1 June end on 30 June. Weekends change nothing.

        >>> Period(1, "month").last_day(date(2026, 1, 5))
        datetime.date(2026, 2, 4)
        >>> Period(6, "month").last_day(date(2026, 8, 31))
        datetime.date(2027, 2, 28)
        >>> Period(30, "day").last_day(date(2026, 6, 1))
        datetime.date(2026, 6, 30)
        """
        if self.unit == "day":
            return start + timedelta(days=self.amount - 1)
        year, month = _months_later(start, self.amount)
        length = monthrange(year, month)[1]
        if start.day > length:
            return date(year, month, length)
        return date(year, month, start.day) - ONE_DAY

    def ends_on_missing_date(self, start: date) -> bool:
        """Say whether the corresponding date does not exist (31 August plus six months).

        No reported decision settles these, so the last day is a borderline one.
        """
        if self.unit == "day":
            return False
        year, month = _months_later(start, self.amount)
        return start.day > monthrange(year, month)[1]

    def deadline(self, start: date) -> Deadline:
        """Return the last day of this period and the day to advise, both inside it."""
        return _deadline(self, start)

    def deadline_within(self, start: date) -> Deadline:
        """Return the deadline of a local rule that says "within" this period of a day.

        "Within 30 days of" 1 June allows 1 July; "30 days beginning with" 1 June ends
        on 30 June. Pages rarely say which they mean, so the later day counts and the
        earlier one is advised. Months are read as the Act reads them.
        """
        if self.unit == "month":
            return self.deadline(start)
        last = self.last_day(start)
        return Deadline(last + ONE_DAY, last)


def _months_later(start: date, months: int) -> tuple[int, int]:
    """Return the year and month that lie `months` after that of `start`."""
    years, month_index = divmod(start.month - 1 + months, 12)
    return start.year + years, month_index + 1


@lru_cache(maxsize=8192)
def _deadline(period: Period, start: date) -> Deadline:
    """Return `Period.deadline`; kept because long diaries ask for the same days often."""
    last = period.last_day(start)
    return Deadline(last, last - ONE_DAY if period.ends_on_missing_date(start) else last)
