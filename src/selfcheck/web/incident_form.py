"""Add or change one incident: few fields first, the rest folded away.

Every field is a draft, so half a form survives a refresh. Days are typed into three plain
fields: a calendar that opens is hard to use by keyboard, and one that corrects 31 February
by itself would put a wrong day into the diary.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import streamlit as st

from selfcheck import diary
from selfcheck.case import Body, Incident, Kind, ReportedBy, YesNo
from selfcheck.casefile import Problem
from selfcheck.content import long_date, words
from selfcheck.web import assessed, parts, state
from selfcheck.web import incident_draft as draft
from selfcheck.web import incident_fields as fields

FORM = draft.FORM
_FOLDED = ("time", "where", "effect", "evidence", "witnesses")
OWN = "new"


def start(incident: Incident | None = None, *, told: bool = False) -> None:
    """Open the form for a new incident or a change, in a callback.

    With `told`, it opens with one more report to fill in.
    """
    state.drop_draft(FORM)
    state.fill_draft(FORM, draft.filled(incident) if incident else draft.blank())
    if told:
        add_report()


def is_open() -> bool:
    """Say whether an incident is being written down."""
    return draft.held("id") is not None


def draw() -> None:
    """Draw the form, with what is wrong beside its fields once saving was tried."""
    says = words("diary")["form"]
    editing = draft.held("id") != OWN
    problems = _problems() if draft.held("tried") else []
    tries = draft.held("tried") or 0
    parts.heading(says["change" if editing else "add"], place=f"incident_form_{tries}")
    summary = st.empty()
    if count := len(problems):
        summary.error(says["wrong_one" if count == 1 else "wrong_many"].format(count=count))
    fields.wrong_elsewhere(problems)
    _same_as_last_time(editing=editing)
    _when(problems)
    _kinds()
    fields.long_text("what_happened", says["what_happened"], problems, says["what_help"])
    _more(problems)
    _told(problems)
    with st.container(horizontal=True, key="sc_form_end"):
        st.button(says["save"], type="primary", on_click=_save, key="incident_save")
        st.button(says["cancel"], on_click=_cancel, key="incident_cancel")


# ---- the incident ----------------------------------------------------------------


def _same_as_last_time(*, editing: bool) -> None:
    last = diary.latest(state.case())
    if editing or last is None:
        return
    says = words("diary")["form"]
    st.button(says["same"], on_click=_copy, args=(last,), key="incident_same")
    st.caption(says["same_says"].format(day=long_date(last.date)))


def _copy(last: Incident) -> None:
    draft.fill(draft.same_again(last))
    state.say(words("diary")["form"]["same_done"])


def _when(problems: Sequence[Problem]) -> None:
    says = words("diary")["form"]
    fields.day("", says["when"], problems, help_text=says["when_help"])
    today = state.today()
    with st.container(horizontal=True, key="sc_form_days"):
        for label, day in (("today", today), ("yesterday", today - timedelta(days=1))):
            st.button(says[label], on_click=draft.set_day, args=("", day), key=f"incident_{label}")
    st.checkbox(says["approximate"], key=draft.key("approximate"))
    place = st.empty()
    if draft.held("approximate"):
        place.markdown("\n\n".join(says["approximate_says"]))


def _kinds() -> None:
    """Draw a box to tick for each kind: those named in the answers first, the rest folded."""
    says = words("diary")["form"]
    named = state.case().answers.kinds or ()
    first = named or tuple(Kind)
    with st.container(key="sc_group_kinds"):
        st.markdown(f"**{says['kinds']}**  \n{says['kinds_help']}")
        with st.container(gap=None):
            for kind in first:
                _kind(kind)
    rest = [kind for kind in Kind if kind not in first]
    if rest:
        ticked = draft.any_held(f"kind_{kind}" for kind in rest)
        with st.expander(says["more_kinds"], expanded=ticked), st.container(gap=None):
            for kind in rest:
                _kind(kind)


def _kind(kind: Kind) -> None:
    st.checkbox(diary.choice("Kind", kind), key=draft.key(f"kind_{kind}"))


def _more(problems: Sequence[Problem]) -> None:
    says = words("diary")["form"]
    with st.expander(says["more"], expanded=draft.any_held(_FOLDED)):
        fields.text("time", says["time"], problems, says["time_help"])
        fields.text("where", says["where"], problems)
        fields.long_text("effect", says["effect"], problems)
        fields.long_text("evidence", says["evidence"], problems, says["evidence_help"])
        fields.long_text("witnesses", says["witnesses"], problems, says["witnesses_help"])
    fields.choose("targeted", says["targeted"], YesNo, says["targeted_help"])


# ---- who was told ----------------------------------------------------------------


def _told(problems: Sequence[Problem]) -> None:
    says = words("diary")["form"]
    reports = draft.report_ids()
    st.header(says["told"], anchor=False)
    if not reports:
        st.markdown(says["told_none"])
    for number, report in enumerate(reports, 1):
        with st.container(border=True, key=f"sc_told_{report}"):
            _report(number, report, fields.of_report(problems, number - 1))
    label = says["told_more" if reports else "told_add"]
    st.button(label, on_click=add_report, key="incident_told_add")


def _report(number: int, report: str, problems: Sequence[Problem]) -> None:
    says = words("diary")["form"]
    st.subheader(says["told_number"].format(number=number), anchor=False)
    fields.wrong(problems, "to")
    fields.choose(f"{report}_to", says["to"], Body, says["to_help"])
    fields.day(f"{report}_", says["told_when"], problems)
    happened = draft.read_day("")
    if isinstance(happened, date):
        st.button(
            says["same_day"],
            on_click=draft.set_day,
            args=(f"{report}_", happened),
            key=f"incident_same_day_{report}",
        )
    fields.choose(f"{report}_by", says["by"], ReportedBy)
    if draft.held(f"{report}_by") not in (None, ReportedBy.ME):
        fields.text(f"{report}_person", says["person"], problems, says["person_help"])
    folded = (f"{report}_reference", f"{report}_response")
    with st.expander(says["told_detail"], expanded=draft.any_held(folded)):
        fields.text(f"{report}_reference", says["reference"], problems)
        fields.long_text(f"{report}_response", says["response"], problems)
    label = says["told_remove"].format(number=number)
    st.button(label, on_click=_remove_report, args=(report,), key=f"incident_untold_{report}")


def add_report() -> None:
    """Open one more report in the form, in a callback."""
    reports = draft.report_ids()
    used = diary.new_ids(state.case(), "r")
    report = next(one for one in used if one not in reports)
    state.fill_draft(FORM, {"reports": [*reports, report], f"{report}_by": ReportedBy.ME.value})


def _remove_report(report: str) -> None:
    state.fill_draft(FORM, {"reports": [one for one in draft.report_ids() if one != report]})


# ---- saving ----------------------------------------------------------------------


def _problems() -> list[Problem]:
    """Return what is wrong with the form, the fields that cannot be read first."""
    unreadable = draft.unreadable()
    known = {problem.place for problem in unreadable}
    read = diary.read(state.case(), _raw(), state.today())
    more = read if isinstance(read, list) else []
    return [*unreadable, *(problem for problem in more if problem.place not in known)]


def _raw() -> dict[str, Any]:
    raw = draft.raw()
    if raw["id"] == OWN:
        raw["id"] = diary.new_id(state.case(), "i")
    return raw


def _save() -> None:
    before = state.case()
    incident = diary.read(before, _raw(), state.today())
    if _problems() or not isinstance(incident, Incident):
        state.fill_draft(FORM, {"tried": (draft.held("tried") or 0) + 1})
        return
    state.keep(diary.replace(before, incident))
    state.drop_draft(FORM)
    state.say(_saved(incident), undo=before)


def _saved(incident: Incident) -> str:
    """Return that it was saved, and what it still lacks."""
    assessment = assessed.assessment()
    entry = next(e for e in diary.entries(state.case(), assessment) if e.incident == incident)
    return " ".join(filter(None, [words("diary")["form"]["saved"], diary.gap_says(entry)]))


def _cancel() -> None:
    state.drop_draft(FORM)
    state.say(words("diary")["form"]["cancelled"])
