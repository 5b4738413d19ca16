"""The fields of the incident form: drawn, filled in, and read back as an incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from html import escape
from typing import Any

import streamlit as st

from selfcheck import diary
from selfcheck.case import Incident, Kind, Report
from selfcheck.casefile import Problem
from selfcheck.content import MONTHS, weekday_date, words
from selfcheck.problems import short
from selfcheck.web import parts, state
from selfcheck.written import Unreadable, read_time
from selfcheck.written import read_day as read_written_day

FORM = "incident"
TEXTS = ("what_happened", "where", "effect", "evidence", "witnesses")
FOLDED = ("time", "where", "effect", "evidence", "witnesses")
_REPORT_TEXTS = ("person", "reference", "response")
_WITH_A_FIELD = {(name,) for name in (*TEXTS, *_REPORT_TEXTS, "date", "time", "to")}
_PARTS = ("day", "month", "year")


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
        **{f"{report.id}_{name}": getattr(report, name) or "" for name in _REPORT_TEXTS},
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
    state.fill_draft(FORM, _day_parts(prefix, day))


def _day_parts(prefix: str, day: date) -> dict[str, str]:
    given = (str(day.day), str(day.month), str(day.year))
    return {f"{prefix}{part}": value for part, value in zip(_PARTS, given, strict=True)}


# ---- drawing ---------------------------------------------------------------------


def day(prefix: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw three fields for a day, and the day they make in words."""
    says = words("diary")
    with st.container(key=f"sc_group_{prefix}day"):
        st.markdown(f"**{label}**" + (f"  \n{help_text}" if help_text else ""))
        wrong(problems, "date")
        with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
            for part, width in zip(_PARTS, (56, 72, 84), strict=True):
                key = state.draft_key(FORM, f"{prefix}{part}")
                st.text_input(says["parts"][part], key=key, width=width, autocomplete="off")
    place = st.empty()
    if isinstance(read := read_day(prefix), date):
        place.markdown(says["form"]["that_is"].format(day=weekday_date(read)))


def text(field: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw a field of one line with what is wrong with it."""
    wrong(problems, field.rpartition("_")[2] if field.startswith("r") else field)
    st.text_input(
        parts.label(label, help_text), key=state.draft_key(FORM, field), autocomplete="off"
    )


def long_text(field: str, label: str, problems: Sequence[Problem], help_text: str = "") -> None:
    """Draw a field of several lines with what is wrong with it."""
    wrong(problems, field.rpartition("_")[2] if field.startswith("r") else field)
    st.text_area(parts.label(label, help_text), key=state.draft_key(FORM, field))


def choose(field: str, label: str, of: type[StrEnum], help_text: str = "") -> None:
    """Draw a choice of one, none to begin with."""
    st.radio(
        parts.label(label, help_text),
        [option.value for option in of],
        format_func=lambda value: diary.choice(of.__name__, value),
        index=None,
        key=state.draft_key(FORM, field),
    )


def wrong(problems: Sequence[Problem], field: str) -> None:
    """Say beside a field what is wrong with it."""
    _say([problem for problem in problems if problem.place[:1] == (field,)])


def wrong_elsewhere(problems: Sequence[Problem]) -> None:
    """Say what is wrong with the whole, such as a diary that is full."""

    def has_field(problem: Problem) -> bool:
        own = problem.place[2:] if problem.place[:1] == ("reports",) else problem.place
        return own[:1] in _WITH_A_FIELD

    _say([problem for problem in problems if not has_field(problem)])


def _say(problems: Sequence[Problem]) -> None:
    # Its place is kept when it has nothing to say: were it to come and go, the browser
    # would draw the fields below it anew, and whoever is typing there would lose focus.
    place = st.empty()
    said = (f'<p class="sc-wrong">{escape(diary.problem_says(p))}</p>' for p in problems)
    if body := "".join(said):
        place.html(body)


def of_report(problems: Iterable[Problem], number: int) -> list[Problem]:
    """Return the problems of one report, each with its place in that report."""
    return [
        Problem(problem.code, problem.place[2:], problem.values)
        for problem in problems
        if problem.place[:2] == ("reports", number)
    ]


def any_filled(names: Iterable[str]) -> bool:
    """Say whether something stands in any of these fields."""
    return any(state.draft(FORM, name) for name in names)


# ---- reading back ----------------------------------------------------------------


def report_ids() -> list[str]:
    """Return the ids of the reports in the form, in order."""
    return list(state.draft(FORM, "reports") or [])


def read_day(prefix: str) -> date | Problem:
    """Return the day in three fields, or why it is none."""
    given = [str(state.draft(FORM, f"{prefix}{part}") or "").strip() for part in _PARTS]
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
        if not state.draft(FORM, f"{report}_to"):
            found.append(Problem("not_said_to", (*place, "to")))
        if isinstance(problem := read_day(f"{report}_"), Problem):
            code = "not_said_when" if problem.code == "no_date" else problem.code
            found.append(Problem(code, (*place, "date"), problem.values))
    return found


def raw() -> dict[str, Any]:
    """Return the form as an incident in a case file, not yet checked."""
    time = _typed("time")
    found: dict[str, Any] = {
        "id": state.draft(FORM, "id"),
        **_day_in_raw(""),
        "time": time and (read_time(time) or time),
        "approximate": bool(state.draft(FORM, "approximate")),
        "kinds": tuple(kind for kind in Kind if state.draft(FORM, f"kind_{kind}")),
        "targeted": state.draft(FORM, "targeted"),
        **{name: _typed(name) for name in TEXTS},
        "reports": [_raw_report(report) for report in report_ids()],
    }
    return found


def _raw_report(report: str) -> dict[str, Any]:
    by = state.draft(FORM, f"{report}_by") or "me"
    return {
        "id": report,
        **_day_in_raw(f"{report}_"),
        "to": state.draft(FORM, f"{report}_to"),
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
    return str(state.draft(FORM, field) or "").strip() or None
