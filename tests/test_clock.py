"""The day is the day in Britain, wherever the machine stands."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

import pytest

from selfcheck import clock


class _Stopped(datetime):
    at = datetime(2026, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override] # a plain datetime will do
        return cls.at.astimezone(tz)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 6, 30, 22, 59, tzinfo=UTC), date(2026, 6, 30)),
        (datetime(2026, 6, 30, 23, 0, tzinfo=UTC), date(2026, 7, 1)),  # summer time
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), date(2026, 12, 31)),
        (datetime(2027, 1, 1, 0, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_the_day_begins_at_midnight_in_britain(
    monkeypatch: pytest.MonkeyPatch, moment: datetime, day: date
) -> None:
    monkeypatch.delenv("SELFCHECK_TODAY", raising=False)
    monkeypatch.setattr(_Stopped, "at", moment)
    monkeypatch.setattr(clock, "datetime", _Stopped)

    assert clock.today() == day


def test_a_day_can_stand_in_for_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", "2024-02-29")

    assert clock.today() == date(2024, 2, 29)
