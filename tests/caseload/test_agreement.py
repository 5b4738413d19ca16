"""The expression says what the review says, case by case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import ibis
import pytest
from hypothesis import HealthCheck, given, settings

from selfcheck.caseload import engine
from selfcheck.caseload.days import deadlines, number
from selfcheck.periods import Period
from selfcheck.procedure import Procedure
from tests.caseload.agreement import compare
from tests.caseload.caseloads import ON, PROCEDURES, caseloads
from tests.caseload.told_slowly import Row


@pytest.fixture(scope="module")
def duckdb() -> Any:
    return engine.duckdb()


@given(rows=caseloads(), procedures=PROCEDURES, on=ON)
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.large_base_example,
    ],
)
def test_duckdb_says_what_the_review_says(
    duckdb: Any, rows: list[Row], procedures: dict[str, Procedure | None], on: date
) -> None:
    compare(duckdb, rows, procedures, on)


def test_the_last_days_of_periods_are_those_of_the_rule_for_two_hundred_years(duckdb: Any) -> None:
    first = date(1899, 12, 25)
    every = [first + timedelta(days=number) for number in range(74_000)]
    periods = [Period(1, "month"), Period(6, "month"), Period(13, "month"), Period(30, "day")]

    found = duckdb.to_pyarrow(deadlines(as_days(every), as_periods(periods))).to_pylist()
    ends = {row.pop("key"): tuple(row.values()) for row in found}

    assert len(ends) == len(every) * len(periods)
    for day in every:
        for number_, period in enumerate(periods):
            both = (*period.deadline(day), *period.deadline_within(day))
            assert ends[number(day) * 1_000 + number_] == tuple(map(number, both)), (day, period)


def as_days(days: list[date]) -> Any:
    return ibis.memtable(
        {
            "day": [number(day) for day in days],
            "year": [day.year for day in days],
            "month": [day.month for day in days],
            "day_of_month": [day.day for day in days],
        }
    )


def as_periods(periods: list[Period]) -> Any:
    return ibis.memtable(
        {
            "period": list(range(len(periods))),
            "amount": [period.amount for period in periods],
            "in_months": [period.unit == "month" for period in periods],
        }
    )
