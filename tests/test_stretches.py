"""Overlapping windows: where enough of them cover a day, counted one by one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from selfcheck.stretches import Stretch, covering, intersection, union, where_enough

START = date(2026, 1, 1)


def stretch(first: int, last: int) -> Stretch:
    return Stretch(START + timedelta(days=first), START + timedelta(days=last))


STRETCHES = st.tuples(st.integers(0, 40), st.integers(0, 15)).map(
    lambda pair: stretch(pair[0], pair[0] + pair[1])
)
KEYED = st.lists(st.tuples(st.sampled_from("abcd"), STRETCHES), max_size=8)
DAYS = [START + timedelta(days=number) for number in range(60)]


def days_in(stretches: tuple[Stretch, ...]) -> set[date]:
    return {day for day in DAYS if covering(stretches, day)}


def test_windows_that_touch_join_into_one_stretch() -> None:
    assert union([stretch(0, 4), stretch(5, 9)]) == (stretch(0, 9),)


def test_a_day_between_keeps_stretches_apart() -> None:
    assert union([stretch(0, 4), stretch(6, 9)]) == (stretch(0, 4), stretch(6, 9))


def test_two_reports_of_one_incident_count_once() -> None:
    assert where_enough([("i1", stretch(0, 9)), ("i1", stretch(2, 9))], 2) == ()


def test_both_ends_are_inside() -> None:
    overlap = where_enough([("i1", stretch(0, 5)), ("i2", stretch(5, 9))], 2)

    assert overlap == (stretch(5, 5),)


@given(KEYED, st.integers(1, 4))
def test_enough_windows_agree_with_counting_every_day(
    windows: list[tuple[str, Stretch]], needed: int
) -> None:
    counted = {
        day for day in DAYS if len({key for key, window in windows if window.covers(day)}) >= needed
    }

    assert days_in(where_enough(windows, needed)) == counted


@given(KEYED, st.integers(1, 4))
def test_stretches_come_in_order_and_never_touch(
    windows: list[tuple[str, Stretch]], needed: int
) -> None:
    found = where_enough(windows, needed)

    assert all(later.first - earlier.last > timedelta(days=1) for earlier, later in pairwise(found))


@given(st.lists(STRETCHES, max_size=6), st.lists(STRETCHES, max_size=6))
def test_intersection_is_the_days_in_both(some: list[Stretch], others: list[Stretch]) -> None:
    both = intersection(union(some), union(others))

    assert days_in(both) == days_in(tuple(some)) & days_in(tuple(others))
