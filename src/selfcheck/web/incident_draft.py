"""What stands in the incident form, half filled: filled in, and read back as an incident.

A field that a button fills in is drawn anew under another key each time: a browser that
has not heard of it yet still sends what stood there, and Streamlit would take that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from selfcheck.case import Incident, Kind, Report
from selfcheck.casefile import Problem
from selfcheck.content import MONTHS
from selfcheck.problems import short
from selfcheck.web import state
from selfcheck.written import Unreadable, read_time
from selfcheck.written import read_day as read_written_day

FORM = "incident"
TEXTS = ("what_happened", "where", "effect", "evidence", "witnesses")
REPORT_TEXTS = ("person", "reference", "response")
DAY_PARTS = ("day", "month", "year")


def key(field: str) -> str:
    """Return the key under which a field is drawn now; call it where it is drawn."""
    return state.draft_key(FORM, _now(field))


def held(field: str) -> Any:
    """Return what stands in a field, or None."""
    return state.draft(FORM, _now(field))


def any_held(fields: Iterable[str]) -> bool:
    """Say whether something stands in any of these fields."""
    return any(map(held, fields))


def _now(field: str) -> str:
    times = state.draft(FORM, _times(field))
    return f"{field}_{times}" if times else field


def _times(field: str) -> str:
    return f"{field}_times"


# ---- filling in ------------------------------------------------------------------


def blank() -> dict[str, Any]:
    """Return the fields of a form with nothing in it."""
    return {"id": "new", "reports": []}


def filled(incident: Incident) -> dict[str, Any]:
    """Return the fields of a form that holds an incident."""
    found: dict[str, Any] = {
        **_day_parts("", incident.date),
        **{name: getattr(incident, name) or "" for name in (*TEXTS, "time")},
        **{f"kind_{kind}": True for kind in incident.kinds},
        "id": incident.id,
        "approximate": incident.approximate,
        "targeted": incident.targeted and incident.targeted.value,
        "reports": [report.id for report in incident.reports],
    }
    for report in incident.reports:
        found |= _of_a_report(report)
    return found


def _of_a_report(report: Report) -> dict[str, Any]:
    return {
        **_day_parts(f"{report.id}_", report.date),
        f"{report.id}_to": report.to.value,
        f"{report.id}_by": report.by.value,
        **{f"{report.id}_{name}": getattr(report, name) or "" for name in REPORT_TEXTS},
    }


def same_again(last: Incident) -> dict[str, Any]:
    """Return the fields that are probably the same as last time."""
    return {
        **{f"kind_{kind}": kind in last.kinds for kind in Kind},
        "where": last.where or "",
        "targeted": last.targeted and last.targeted.value,
    }


def set_day(prefix: str, day: date) -> None:
    """Fill in a day, in a callback."""
    fill(_day_parts(prefix, day))


def fill(values: Mapping[str, Any]) -> None:
    """Fill in fields that are on screen, in a callback."""
    for field, value in values.items():
        times = (state.draft(FORM, _times(field)) or 0) + 1
        state.fill_draft(FORM, {_now(field): None, _times(field): times})
        state.fill_draft(FORM, {_now(field): value})


def _day_parts(prefix: str, day: date) -> dict[str, str]:
    given = (str(day.day), str(day.month), str(day.year))
    return {f"{prefix}{part}": value for part, value in zip(DAY_PARTS, given, strict=True)}


# ---- reading back ----------------------------------------------------------------


def report_ids() -> list[str]:
    """Return the ids of the reports in the form, in order."""
    return list(held("reports") or [])


def read_day(prefix: str) -> date | Problem:
    """Return the day in three fields, or why it is none."""
    given = [str(held(f"{prefix}{part}") or "").strip() for part in DAY_PARTS]
    if not all(given):
        return Problem("part_of_date" if any(given) else "no_date")
    read = read_written_day(" ".join(given))
    if isinstance(read, Unreadable):
        return Problem(str(read), values={"given": _in_words(given)})
    return read.day


def _in_words(given: list[str]) -> str:
    """Return three fields as one day: 31 February 2026, or as they were typed."""
    dd, month, year = (short(part[:20]) for part in given)
    if month.isascii() and month.isdecimal() and 1 <= int(month) <= len(MONTHS):
        month = MONTHS[int(month) - 1]
    return f"{dd} {month} {year}"


def unreadable() -> list[Problem]:
    """Return the fields that are empty or in no form we can read."""
    found: list[Problem] = []
    if isinstance(problem := read_day(""), Problem):
        found.append(Problem(problem.code, ("date",), problem.values))
    if (typed := _typed("time")) and read_time(typed) is None:
        found.append(Problem("not_a_time", ("time",), {"given": short(typed[:20])}))
    for number, report in enumerate(report_ids()):
        place = ("reports", number)
        if not held(f"{report}_to"):
            found.append(Problem("not_said_to", (*place, "to")))
        if isinstance(problem := read_day(f"{report}_"), Problem):
            code = "not_said_when" if problem.code == "no_date" else problem.code
            found.append(Problem(code, (*place, "date"), problem.values))
    return found


def raw() -> dict[str, Any]:
    """Return the form as an incident in a case file, not yet checked."""
    time = _typed("time")
    found: dict[str, Any] = {
        "id": held("id"),
        **_day_in_raw(""),
        "time": time and (read_time(time) or time),
        "approximate": bool(held("approximate")),
        "kinds": tuple(kind for kind in Kind if held(f"kind_{kind}")),
        "targeted": held("targeted"),
        **{name: _typed(name) for name in TEXTS},
        "reports": [_raw_report(report) for report in report_ids()],
    }
    return found


def _raw_report(report: str) -> dict[str, Any]:
    by = held(f"{report}_by") or "me"
    return {
        "id": report,
        **_day_in_raw(f"{report}_"),
        "to": held(f"{report}_to"),
        "by": by,
        "person": _typed(f"{report}_person") if by != "me" else None,
        "reference": _typed(f"{report}_reference"),
        "response": _typed(f"{report}_response"),
    }


def _day_in_raw(prefix: str) -> dict[str, str]:
    read = read_day(prefix)
    return {"date": read.isoformat()} if isinstance(read, date) else {}


def _typed(field: str) -> str | None:
    """Return what was typed, or None for nothing but blanks."""
    return str(held(field) or "").strip() or None
