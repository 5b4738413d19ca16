"""Reminders as a calendar file (RFC 5545), each with an alarm the morning before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from selfcheck import content
from selfcheck.documents.parts import printable
from selfcheck.documents.reminders import Reminder

# All reminders of ours are named within this, so that a later file finds an earlier one's.
_OURS = UUID("6d1fb4e5-7c1c-4d6b-9a55-0f5b6f0c9f0e")
# Nine in the morning of the day before; an all-day entry begins at midnight.
_MORNING_BEFORE = timedelta(hours=-15)


def calendar_file(
    found: Iterable[Reminder], reference: str | None, on: date, *, plain: bool
) -> bytes:
    """Return reminders as a file, told apart from those of other cases by the reference."""
    calendar = Calendar()
    # Some calendars show this, so it names no product.
    calendar.add("prodid", "-//Reminders//EN")
    calendar.add("version", "2.0")
    for reminder in found:
        calendar.add_component(_event(reference, on, reminder, plain=plain))
    made: bytes = calendar.to_ical()
    return made


def _event(reference: str | None, on: date, reminder: Reminder, *, plain: bool) -> Event:
    title = reminder.plain if plain else reminder.discreet
    event = Event()
    event.add("uid", str(uuid5(_OURS, f"{printable(reference or '')}/{reminder.key}")))
    # The day assessed, not the time of making it: the same case makes the same file.
    event.add("dtstamp", datetime(on.year, on.month, on.day, tzinfo=UTC))
    event.add("sequence", on.toordinal())
    event.add("dtstart", reminder.day)
    event.add("summary", title)
    event.add(
        "description", reminder.note if plain else content.words("reminders")["discreet"]["note"]
    )
    event.add("class", "PRIVATE")
    # The day stays free for other things.
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", _MORNING_BEFORE)
    event.add_component(alarm)
    return event
