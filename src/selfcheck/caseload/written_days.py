"""Days as an export writes them: 2026-09-03, 03/09/2026, 3 Sep 2026, 20260903.

The day comes before the month, as in Britain. A time beside it is left out. Nothing is
guessed: every other way is refused with a code.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _

from selfcheck.caseload.days import first_of_month
from selfcheck.content import MONTHS

Table = Any

_SHAPES = {
    "year_first": "^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})$",
    "figures": "^([0-9]{4})([0-9]{2})([0-9]{2})$",
    "day_first": "^([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})$",
    "named": "^([0-9]{1,2})[a-z]{0,2}[-/. ]*(?:of )?([a-z]{3,9})[-/., ]*([0-9]{4})$",
}
_TIME = "(t| +|, *)[0-9]{1,2}[:.][0-9]{2}([:.][0-9]+)*( *[ap]m| *z|[+-][0-9:]+)?$"
_WEEKDAY = "^(mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(day)?[., ]+"
# Earlier days are mistakes, as in a case file.
_EARLIEST_YEAR = 1900


def read_days(texts: Table, today: int) -> Table:
    """Return each text with its day as a number, or with the code of what is wrong.

    `texts` has one column `text`, each text once. Columns: text, day, year, month,
    day_of_month and fault; the numbers are empty where there is a fault.
    """
    plain = _.text.lower().strip().re_replace(_TIME, "").re_replace(_WEEKDAY, "").strip()
    shaped = texts.mutate(plain=plain).mutate(
        **{name: _.plain.re_search(shape) for name, shape in _SHAPES.items()}
    )
    parts = shaped.mutate(
        year=_part(("year_first", 1), ("figures", 1), ("day_first", 3), ("named", 3)),
        month=ibis.coalesce(
            _part(("year_first", 2), ("figures", 2), ("day_first", 2)), _named_month()
        ),
        day_of_month=_part(("year_first", 3), ("figures", 3), ("day_first", 1), ("named", 1)),
    )
    return _checked(parts, today)


def _part(*places: tuple[str, int]) -> Any:
    return ibis.cases(
        *((_[name], _number(_.plain.re_extract(_SHAPES[name], group))) for name, group in places),
        else_=ibis.null("int64"),
    )


def _number(text: Any) -> Any:
    # An engine may read a branch that is not taken, so it must never fail.
    return text.re_replace("[^0-9]", "").nullif("").cast("int64")


def _named_month() -> Any:
    name = _.plain.re_extract(_SHAPES["named"], 2)
    known = [
        (form, number)
        for number, month in enumerate(MONTHS, 1)
        for form in dict.fromkeys((month.lower(), month[:3].lower()))
    ]
    return name.cases(*known, ("sept", 9), else_=ibis.null("int64"))


def _checked(parts: Table, today: int) -> Table:
    month = parts.year * 12 + parts.month - 1
    begins = first_of_month(month)
    length = first_of_month(month + 1) - begins
    shaped = parts.year.notnull() & parts.month.notnull() & parts.day_of_month.notnull()
    exists = parts.month.between(1, 12) & (parts.day_of_month >= 1) & (parts.day_of_month <= length)
    day = begins + parts.day_of_month - 1
    fault = ibis.cases(
        (~shaped.fill_null(False), _why_no_day()),
        (
            ~parts.month.between(1, 12) & parts.day_first & parts.day_of_month.between(1, 12),
            "month_first",
        ),
        (~exists, "impossible_date"),
        (parts.year < _EARLIEST_YEAR, "too_long_ago"),
        (day > today, "in_the_future"),
        else_=ibis.null("string"),
    )
    found = parts.mutate(fault=fault, day=day)
    return found.select(
        "text",
        "fault",
        **{
            name: found.fault.isnull().ifelse(found[name], ibis.null("int64"))
            for name in ("day", "year", "month", "day_of_month")
        },
    )


def _why_no_day() -> Any:
    figures = "^[0-9]{1,2}[-/. ][0-9]{1,2}"
    return ibis.cases(
        (_.plain.re_search(f"{figures}[-/. ][0-9]{{2}}$"), "two_figure_year"),
        (
            _.plain.re_search("^[0-9]{1,2}[a-z]{0,2}[-/. ]*[a-z]{3,9}[-/., ]*[0-9]{2}$"),
            "two_figure_year",
        ),
        (_.plain.re_search(f"{figures}$"), "no_year"),
        (_.plain.re_search("^[0-9]{1,2}[a-z]{0,2}[-/. ]*[a-z]{3,9}$"), "no_year"),
        (_.plain.re_search("^[0-9]{5}([.][0-9]+)?$"), "number_for_a_date"),
        else_="not_a_date",
    )
