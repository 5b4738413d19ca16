"""The diary as a list: newest first, each incident with what it still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

import streamlit as st

from selfcheck import diary, explain
from selfcheck.case import Case, Incident, Report, YesNo
from selfcheck.complaints import Complaint
from selfcheck.content import long_date, words
from selfcheck.diary import Entry
from selfcheck.web import assessed, incident_form, state

AT_A_TIME = 20
_FORM = "incident_list"
# How much of a long text stands in the list before it is folded away.
_SHORT = 240


def draw(case: Case) -> None:
    """Draw the incidents of a case, some at a time."""
    says = words("diary")["list"]
    found = diary.entries(case, assessed.assessment())
    shown = (state.draft(_FORM, "shown") or AT_A_TIME) if len(found) > AT_A_TIME else AT_A_TIME
    st.markdown(_how_many(len(found), shown))
    open_gaps = sum(1 for entry in found if entry.gap and entry.step)
    if open_gaps:
        code = "gaps_one" if open_gaps == 1 else "gaps_many"
        st.markdown(f"**{says[code].format(count=open_gaps)}**")
    for entry in found[:shown]:
        _entry(entry)
    left = min(len(found) - shown, AT_A_TIME)
    if left > 0:
        label = says["more"].format(count=left)
        st.button(label, on_click=_more, args=(shown + AT_A_TIME,), key="incident_more")


def _how_many(count: int, shown: int) -> str:
    says = words("diary")["list"]
    if count > shown:
        return str(says["count_part"].format(shown=shown, count=count))
    return str(says["count_one" if count == 1 else "count_many"].format(count=count))


def _more(shown: int) -> None:
    state.fill_draft(_FORM, {"shown": shown})


# ---- one incident ----------------------------------------------------------------


def _entry(entry: Entry) -> None:
    says, incident = words("diary")["list"], entry.incident
    when = long_date(incident.date) + (f", {incident.time}" if incident.time else "")
    with st.container(border=True, key=f"sc_incident_{incident.id}", horizontal=True):
        st.html("".join(_html(entry)))
        if entry.gap:
            st.button(
                says["report"],
                on_click=_change,
                args=(incident.id,),
                kwargs={"told": True},
                key=f"incident_report_{incident.id}",
            )
        for label, callback in (("change", _change), ("remove", _remove)):
            st.button(
                says[label].format(when=when),
                on_click=callback,
                args=(incident.id,),
                key=f"incident_{label}_{incident.id}",
                wrap=True,
            )


def _html(entry: Entry) -> Iterator[str]:
    """Yield an incident as HTML; all that a person typed is escaped."""
    incident = entry.incident
    yield f'<h2 class="sc-when">{escape(diary.when_says(incident))}</h2>'
    kinds = [diary.choice("Kind", kind) for kind in incident.kinds]
    if incident.targeted is YesNo.YES:
        kinds.append(words("diary")["list"]["targeted"])
    if kinds:
        yield f'<p class="sc-kinds">{escape(". ".join(kinds))}</p>'
    text = incident.what_happened or ""
    yield _typed(text if len(text) <= _SHORT else f"{text[:_SHORT].rstrip()}…")
    if gap := diary.gap_says(entry):
        mark = "sc-gap" if entry.step else "sc-over"
        yield f'<p class="{mark}">{escape(gap)}</p>'
    verdicts = {complaint.report: complaint for complaint in entry.complaints}
    for report in incident.reports:
        yield from _told(report, verdicts.get(report.id))
    yield from _details(incident)


def _told(report: Report, verdict: Complaint | None) -> Iterator[str]:
    says = words("diary")["list"]
    to = diary.choice("Body", report.to)
    told = says["told"].format(to=to, day=long_date(report.date))
    judged = ""
    if verdict:
        judged = f" {explain.verdict(verdict)}"
        judged += f" {says['borderline']}" if verdict.borderline else ""
    yield f'<p class="sc-told"><b>{escape(told)}.</b>{escape(judged)}</p>'


def _details(incident: Incident) -> Iterator[str]:
    """Yield all that was written down, folded away; nothing where the list shows it all."""
    form = words("diary")["form"]
    fields = ("where", "effect", "evidence", "witnesses")
    long = incident.what_happened if len(incident.what_happened or "") > _SHORT else None
    found = [(form["what_happened"], long), *((form[f], getattr(incident, f)) for f in fields)]
    for report in incident.reports:
        found += [(form[f], getattr(report, f)) for f in ("reference", "response")]
    told = "".join(
        f"<dt>{escape(name)}</dt><dd>{_typed(text)}</dd>" for name, text in found if text
    )
    if told:
        title = escape(words("diary")["list"]["details"])
        yield f"<details><summary>{title}</summary><dl>{told}</dl></details>"


def _typed(text: str) -> str:
    return f'<p class="sc-typed" dir="auto">{escape(text)}</p>' if text else ""


# ---- what can be done with it ----------------------------------------------------


def _change(incident_id: str, *, told: bool = False) -> None:
    if incident := diary.find(state.case(), incident_id):
        incident_form.start(incident, told=told)


def _remove(incident_id: str) -> None:
    before = state.case()
    state.keep(diary.remove(before, incident_id))
    state.say(words("diary")["list"]["removed"], undo=before)
