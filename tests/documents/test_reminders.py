"""Reminders hold the assessment's own days, update each other and give nothing away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selfcheck import applying, areas, content, examples
from selfcheck.assessment import assess
from selfcheck.case import Case, Incident
from selfcheck.documents.reminders import Reminder, make_reminders, reminders
from selfcheck.examples import EXAMPLES, TOLD_ON
from selfcheck.what_if import Action
from tests.documents import hostile
from tests.strategies import TODAY, cases

TO_REPORT = (Action.REPORT_INCIDENT, Action.KEEP_REPORTING)


def events(made: bytes | None) -> list[Any]:
    """Return the entries of a calendar, as another reader of the standard would."""
    if made is None:
        return []
    calendar = icalendar.Calendar.from_ical(made)
    assert calendar.errors == []
    return list(calendar.walk("VEVENT"))


def titles(made: bytes | None) -> list[tuple[date, str]]:
    return [(event.start, str(event["summary"])) for event in events(made)]


def case_with_counted_days() -> Case:
    """Return the first example moved to an area whose page counts calendar days."""
    area = next(
        area.code
        for area in areas.all_areas()
        if applying.replies_due(areas.procedure(area.code), TOLD_ON)
    )
    return examples.load("clearly_met").model_copy(update={"area": area})


# ---- the days are the assessment's ------------------------------------------------


def expected(case: Case, on: date) -> list[tuple[date, str]]:
    """Return the days and plain titles there must be, from the next steps alone."""
    found = []
    incidents = {incident.id: incident for incident in case.incidents}
    for step in assess(case, on).next_steps:
        if step.action in TO_REPORT and step.by and step.incident:
            incident = incidents[step.incident]
            happened = content.long_date(incident.date)
            title = f"Last day to report the incident of {happened}"
            if incident.approximate:
                title = f"Last safe day to report the incident of about {happened}"
            found.append((step.by, title))
        if step.action is Action.APPLY and step.by:
            found.append((step.by, "Last day to apply for a case review"))
    return sorted(found)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_reminders_of_an_example_are_the_days_of_its_assessment(name: str) -> None:
    case = examples.load(name)

    made = make_reminders(case, assess(case, TOLD_ON), plain=True)

    assert sorted(titles(made)) == expected(case, TOLD_ON)


@settings(max_examples=200)
@given(cases())
def test_the_reminders_of_any_case_are_the_days_of_its_assessment(case: Case) -> None:
    assessment = assess(case, TODAY)

    made = make_reminders(case, assessment, plain=True)

    assert sorted(titles(made)) == expected(case, TODAY)
    applies = [d for d, title in titles(made) if "apply" in title]
    advised = assessment.review.apply_advised
    assert applies == ([advised] if advised else [])
    assert all(day >= TODAY for day, _ in titles(made))


def test_an_example_told_by_hand() -> None:
    case = examples.load("one_short")

    made = make_reminders(case, assess(case, TOLD_ON), plain=True)

    (event,) = events(made)
    assert event.start == date(2026, 12, 2)
    assert event["summary"] == "Last day to report the incident of 3 November 2026"
    assert event["description"] == (
        "Report the incident of 3 November 2026 by 2 December 2026. "
        "Then the threshold would be met that day."
    )


def test_where_no_day_is_to_be_kept_there_is_no_file() -> None:
    case = examples.load("scotland")

    assert make_reminders(case, assess(case, TOLD_ON)) is None


# ---- after applying ---------------------------------------------------------------


def test_once_applied_replies_due_take_the_place_of_the_last_day_to_apply() -> None:
    case = case_with_counted_days()
    assessment = assess(case, TOLD_ON)
    due = applying.replies_due(assessment.review.procedure, date(2026, 11, 25))

    made = make_reminders(case, assessment, plain=True, applied_on=date(2026, 11, 25))

    assert due
    assert titles(made) == [
        *((awaited.by, "A reply about your case review is due") for awaited in due),
        (due[-1].by + timedelta(days=1), "Ask about your case review"),
    ]


def test_a_reply_within_ten_days_of_applying_is_due_on_the_tenth_day_after() -> None:
    case = case_with_counted_days()
    procedure = assess(case, TOLD_ON).review.procedure
    assert procedure
    ten = procedure.clocks[0].model_copy(
        update={"days": 10, "days_kind": "calendar", "after": "application"}
    )
    changed = procedure.model_copy(update={"clocks": (ten,)})

    assert [one.by for one in applying.replies_due(changed, date(2026, 11, 25))] == [
        date(2026, 12, 5)
    ]
    assert applying.ask_again_on(changed, date(2026, 11, 25)) == date(2026, 12, 6)


@pytest.mark.parametrize(
    ("days_kind", "after"),
    [
        ("working", "application"),
        (None, "application"),
        ("calendar", "decision"),
        ("calendar", None),
    ],
)
def test_days_that_would_have_to_be_guessed_are_not_counted(
    days_kind: str | None, after: str | None
) -> None:
    procedure = assess(case_with_counted_days(), TOLD_ON).review.procedure
    assert procedure
    clock = procedure.clocks[0].model_copy(update={"days_kind": days_kind, "after": after})
    changed = procedure.model_copy(update={"clocks": (clock,)})

    assert applying.replies_due(changed, date(2026, 11, 25)) == ()
    assert applying.ask_again_on(changed, date(2026, 11, 25)) == date(2026, 12, 23)


# ---- in a calendar ----------------------------------------------------------------


def test_each_is_an_all_day_entry_with_an_alarm_the_day_before() -> None:
    case = examples.load("one_short")

    (event,) = events(make_reminders(case, assess(case, TOLD_ON)))

    (alarm,) = event.walk("VALARM")
    assert not isinstance(event.start, datetime)
    assert event["transp"] == "TRANSPARENT"
    assert event["class"] == "PRIVATE"
    # Nine in the morning of 1 December, for a day that begins at midnight of the 2nd.
    assert alarm["trigger"].dt == timedelta(hours=-15)
    assert event["dtstamp"].dt == datetime(2026, 11, 22, tzinfo=UTC)


def test_a_later_file_updates_the_earlier_one() -> None:
    case = examples.load("clearly_met")
    before = events(make_reminders(case, assess(case, date(2026, 11, 1))))
    after = events(make_reminders(case, assess(case, TOLD_ON), plain=True))

    earlier = {str(event["uid"]): event for event in before}
    (apply,) = [event for event in after if "apply" in event["summary"]]

    assert str(apply["uid"]) in earlier
    assert apply["sequence"] > earlier[str(apply["uid"])]["sequence"]
    assert apply["dtstamp"].dt > earlier[str(apply["uid"])]["dtstamp"].dt


def test_two_clients_of_an_adviser_never_overwrite_each_other() -> None:
    one = examples.load("one_short")
    other = one.model_copy(update={"reference": "another"})

    found = [events(make_reminders(case, assess(case, TOLD_ON))) for case in (one, other)]

    assert found[0][0]["uid"] != found[1][0]["uid"]


@given(cases(), st.booleans())
def test_names_in_one_file_differ_and_the_same_case_makes_the_same_file(
    case: Case, plain: bool
) -> None:
    assessment = assess(case, TODAY)
    made = make_reminders(case, assessment, plain=plain, applied_on=TODAY)
    uids = [str(event["uid"]) for event in events(made)]

    assert len(set(uids)) == len(uids)
    assert made == make_reminders(case, assessment, plain=plain, applied_on=TODAY)


@given(cases())
def test_titles_give_nothing_away(case: Case) -> None:
    made = make_reminders(case, assess(case, TODAY), applied_on=TODAY)

    told = {str(event[name]) for event in events(made) for name in ("summary", "description")}
    assert told <= set(content.words("reminders")["discreet"].values())
    assert b"selfcheck" not in (made or b"")


def test_every_line_is_folded_and_ends_as_the_standard_says() -> None:
    case = hostile_case()

    made = make_reminders(case, assess(case, TOLD_ON), plain=True)

    assert made
    assert made.endswith(b"\r\n")
    assert max(len(line) for line in made.split(b"\r\n")) <= 75
    assert b"\n" not in made.replace(b"\r\n", b"")


def hostile_case() -> Case:
    return examples.load("one_short").model_copy(update={"reference": "é\r\nSUMMARY:x;,\\" * 30})


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_nothing_typed_ever_stands_in_a_calendar(kind: str) -> None:
    case = hostile.case_of(hostile.TEXTS[kind])
    unreported = Incident(id="new", date=date(2026, 11, 20)).model_copy(
        update={"what_happened": hostile.TEXTS[kind]}
    )
    case = case.model_copy(update={"incidents": (*case.incidents, unreported)})

    made = make_reminders(case, assess(case, hostile.ON), plain=True)

    assert ("Last day to report the incident of 20 November 2026") in [t for _, t in titles(made)]
    assert [reminder.day for reminder in reminders(case, assess(case, hostile.ON))] == [
        day for day, _ in titles(made)
    ]


def test_reminders_come_first_day_first() -> None:
    case = case_with_counted_days()

    found: tuple[Reminder, ...] = reminders(case, assess(case, TOLD_ON), date(2026, 11, 25))

    assert [one.day for one in found] == sorted(one.day for one in found)
