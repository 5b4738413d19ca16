"""The fields of What if, each half filled for its client alone and never part of the case."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from selfcheck import areas, content, diary
from selfcheck.case import EARLIEST_DAY, Body, Case
from selfcheck.imagined import NewReport
from selfcheck.picture import numbered
from selfcheck.review import Review
from selfcheck.web import parts, state
from selfcheck.written import Day, read_day

FORM = "imagined"
_NONE = "none"
_NEW = "new"
_LATEST_DAY = date(2100, 12, 31)


def on() -> date | None:
    """Draw the day of applying, and return it where another was given."""
    says = _words()["on"]
    return _day("on", says["label"], says["help"])


def area() -> str | None:
    """Draw the search for another area, and return its code where one was found."""
    says = _words()["area"]
    key = state.draft_key(FORM, "area")
    st.text_input(says["label"], key=key, autocomplete="off")
    query = state.draft(FORM, "area")
    if not query:
        return None
    found = areas.find(str(query), state.today()).areas
    if not found:
        parts.paragraphs(says["none"])
        return None
    names = {one.code: one.name for one in found}
    if len(found) == 1:
        parts.paragraphs(f"{found[0].name}.")
        return found[0].code
    if state.draft(FORM, "area_choice") not in names:
        state.fill_draft(FORM, {"area_choice": None})
    choice: str | None = st.radio(
        says["several"],
        list(names),
        index=None,
        format_func=lambda code: names[code],
        key=state.draft_key(FORM, "area_choice"),
    )
    return choice


def report(review: Review) -> tuple[str | None, date | None]:
    """Draw the choice of one report, and return it with its imagined day; None was never made."""
    says = _words()["report"]
    dated = {one.report: (number, one.reported_on) for number, one in numbered(review)}
    chosen = _choose("report", says["label"], [_NONE, *dated], _named_report(dated))
    if chosen in (None, _NONE):
        return None, None
    how = st.radio(
        says["how"],
        ["unmade", "moved"],
        format_func=lambda code: says[code],
        index=None,
        key=state.draft_key(FORM, "how"),
    )
    if how == "unmade":
        return chosen, None
    day = _day("report_day", says["day"], _words()["day"]["help"]) if how == "moved" else None
    return (chosen, day) if day else (None, None)


def added(case: Case) -> NewReport | None:
    """Draw one more report, and return it once its days are given."""
    says, help_text = _words()["added"], _words()["day"]["help"]
    if not st.checkbox(says["label"], key=state.draft_key(FORM, "added")):
        return None
    days = {incident.id: incident.date for incident in case.incidents}
    names = {_NEW: says["new"]}
    names |= {i: says["known"].format(day=content.long_date(day)) for i, day in days.items()}
    chosen = _choose("incident", says["incident"], list(names), names)
    known = days.get(chosen or _NEW)
    happened = known or _day("happened", says["happened"], help_text)
    reported = _day("reported", says["reported"], help_text)
    bodies = {body.value: diary.choice("Body", body.value) for body in Body}
    to = _choose("to", says["to"], list(bodies), bodies)
    if happened is None or reported is None:
        parts.paragraphs(_words()["day"]["missing"])
        return None
    incident = chosen if known else None
    return NewReport(reported, happened, Body(to or Body.POLICE), incident)


def is_begun() -> bool:
    """Say whether anything was put into these fields."""
    fields = ("on", "area", "report", "added")
    return any(state.draft(FORM, field) not in (None, "", False, _NONE) for field in fields)


def _day(field: str, label: str, help_text: str) -> date | None:
    """Draw a field for a day, and return the day, if there is one in it."""
    given = str(state.draft(FORM, field) or "").strip()
    read = read_day(given) if given else None
    day = read.day if isinstance(read, Day) else None
    if day and not EARLIEST_DAY <= day <= _LATEST_DAY:
        day = None
    if given and day is None:
        st.html(f'<p class="sc-wrong">{escape(_words()["day"]["unreadable"])}</p>')
    key = state.draft_key(FORM, field)
    st.text_input(parts.label(label, help_text), key=key, autocomplete="off")
    if day:
        says: str = _words()["day"]["that_is"]
        parts.paragraphs(says.format(day=content.weekday_date(day)))
    return day


def _choose(field: str, label: str, codes: list[str], names: dict[str, str]) -> str | None:
    if state.draft(FORM, field) not in codes:
        state.fill_draft(FORM, {field: codes[0]})
    chosen: str | None = st.selectbox(
        label,
        codes,
        format_func=lambda code: names.get(code, code),
        key=state.draft_key(FORM, field),
    )
    return chosen


def _named_report(dated: dict[str, tuple[int, date]]) -> dict[str, str]:
    says = _words()["report"]
    named = {
        report: says["one"].format(number=number, day=content.long_date(day))
        for report, (number, day) in dated.items()
    }
    return {_NONE: says["none"], **named}


def _words() -> dict[str, dict[str, str]]:
    return dict(content.words("imagined"))
