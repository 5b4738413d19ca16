"""Find a council by postcode or name; what is found is for the person to confirm."""

from __future__ import annotations

import streamlit as st

from selfcheck import areas, content, interview
from selfcheck.areas import Area, Found, MatchedBy, Outcome
from selfcheck.case import Case, Nation
from selfcheck.findings import Reason
from selfcheck.web import parts, question_place, question_widgets, state

_FORM = question_widgets.form("area")
_ELSEWHERE = {
    Outcome.SCOTLAND: Nation.SCOTLAND,
    Outcome.NORTHERN_IRELAND: Nation.NORTHERN_IRELAND,
}
_SAID_ALREADY = (MatchedBy.NAME, MatchedBy.LARGER_PLACE, MatchedBy.CODE)
_TO_CHOOSE = (Outcome.AREA, Outcome.HINT, Outcome.SEVERAL, Outcome.LARGER_PLACE)


def draw() -> None:
    """Draw the council chosen, or a search with what it found."""
    says = _words()
    chosen = state.case().area
    area = areas.area(chosen) if chosen else None
    if area and not state.draft(_FORM, "searching"):
        parts.paragraphs(says["chosen"].format(area=area.name))
        st.button(says["change"], on_click=_choose_again)
        return
    st.text_input(says["label"], key=state.draft_key(_FORM, "search"), autocomplete="off")
    # Leaving the field searches too; the button is there because people look for one.
    st.button(says["find"])
    if query := state.draft(_FORM, "search"):
        _draw_found(areas.find(query, state.today()))


def _draw_found(found: Found) -> None:
    says = _words()
    with st.container(border=True, key="sc_found"):
        parts.paragraphs(*(content.say("areas", reason) for reason in _reasons(found)))
        if found.outcome in _TO_CHOOSE and len(found.areas) == 1:
            _draw_one(found.areas[0])
        elif found.outcome in _TO_CHOOSE:
            _draw_several(found.areas)
        elif nation := _ELSEWHERE.get(found.outcome):
            label = says["elsewhere"].format(nation=_name(nation))
            st.button(label, type="primary", on_click=_is_elsewhere, args=(nation,))
        else:
            parts.paragraphs(says["without"])


def _reasons(found: Found) -> tuple[Reason, ...]:
    # "Your council is Leeds. Leeds is the name of a council." says one thing twice.
    return found.reasons()[:1] if found.matched_by in _SAID_ALREADY else found.reasons()


def _draw_one(area: Area) -> None:
    says, named = _words(), state.case().nation
    label = says["yes_one"].format(area=area.name)
    if named not in (None, area.nation):
        values = {"area": area.name, "nation": _name(area.nation), "named": _name(named)}
        parts.paragraphs(says["other_nation"].format(**values))
        label = says["yes_nation"].format(**values)
    st.button(label, type="primary", on_click=_choose, args=(area.code,))
    parts.paragraphs(says["try_again"])


def _draw_several(found: tuple[Area, ...]) -> None:
    says = _words()
    codes = [area.code for area in found]
    names = {area.code: area.name for area in found}
    if state.draft(_FORM, "choice") not in codes:
        state.fill_draft(_FORM, {"choice": None})
    st.radio(
        says["choose"],
        codes,
        index=None,
        format_func=lambda code: names[code],
        key=state.draft_key(_FORM, "choice"),
    )
    st.button(says["choose_button"], type="primary", on_click=_choose_from_list)
    parts.paragraphs(says["try_again"])


def _choose_from_list() -> None:
    code = state.draft(_FORM, "choice")
    if code is None:
        state.say(_words()["choose_first"])
        return
    _choose(code)


def _choose(code: str) -> None:
    """Keep a council the person has confirmed, and with it the nation it lies in."""
    area = areas.area(code)
    if area is None:
        return
    before = state.case()
    with_nation, _ = interview.with_answer(before, "nation", area.nation)
    case, _ = interview.with_answer(with_nation, "area", code)
    state.keep(case)
    if before.nation not in (None, area.nation):
        _say_nation(area.nation, before)
    _move_on()


def _is_elsewhere(nation: Nation) -> None:
    before = state.case()
    case, _ = interview.with_answer(before, "nation", nation)
    state.keep(case)
    _say_nation(nation, before)
    _move_on()


def _say_nation(nation: Nation, before: Case) -> None:
    state.say(_words()["nation_changed"].format(nation=_name(nation)), undo=before)


def _move_on() -> None:
    state.drop_draft(_FORM)
    question_place.go_on("area")


def _choose_again() -> None:
    state.fill_draft(_FORM, {"searching": True})


def _name(nation: Nation | None) -> str:
    return str(content.words("choices")["Nation"][nation]) if nation else ""


def _words() -> dict[str, str]:
    words: dict[str, str] = content.words("asking")["area"]
    return words
