"""Bring in a list: choose a file, say what its columns hold, see every row, then add."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from selfcheck.content import words
from selfcheck.diary_table import columns
from selfcheck.diary_table.bringing_in import Fate, Plan, plan
from selfcheck.diary_table.opening import Table, TableError, open_table
from selfcheck.diary_table.taking_out import left_out_csv
from selfcheck.web import incident_rows, parts, state
from selfcheck.written import Habit, Order

FORM = "bring_in"
_MOST_MEGABYTES = 2
_FIRST = ("date", "what_happened", "kinds", "to", "reported")
_GOING_IN = (Fate.NEW, Fate.MORE, Fate.REPORT_ADDED)


def start() -> None:
    """Open the way in for a list, in a callback."""
    state.fill_draft(FORM, {"open": True})


def is_open() -> bool:
    """Say whether a list is being brought in."""
    return bool(state.draft(FORM, "open"))


def _leave() -> None:
    state.drop_draft(FORM)


def draw() -> None:
    """Draw the way in for a list."""
    says = words("diary")["bring_in"]
    parts.heading(says["title"], place="bring_in")
    st.button(says["back"], on_click=_leave, key="bring_in_back")
    parts.paragraphs(says["lead"], says["rule"], says["limits"])
    file = st.file_uploader(
        says["choose"],
        type=["csv", "tsv", "txt", "xlsx"],
        key="bring_in_file",
        max_upload_size=_MOST_MEGABYTES,
        on_change=_another_file,
    )
    if file is None:
        return
    try:
        table = open_table(file.getvalue())
    except TableError as problem:
        st.error(str(problem))
        return
    _read(table)


def _another_file() -> None:
    """Forget what was said about the columns of the file before."""
    state.drop_draft(FORM)
    start()


def _read(table: Table) -> None:
    says = words("diary")["bring_in"]
    notes = words("diary_table")["note"]
    for note in table.notes:
        st.info(notes[note.code].format(**note.values))
    where = _columns(table)
    if "date" not in where:
        st.warning(says["need_date"])
        return
    order = _order()
    found = plan(table, where, state.case(), state.today(), order)
    if order is None:
        _say_order(found.habit)
    _choose_order()
    _rows(table, where, found)


# ---- columns ---------------------------------------------------------------------


def _columns(table: Table) -> dict[str, int]:
    """Draw a choice of column for each field; return what is chosen."""
    says = words("diary")["bring_in"]
    guess = columns.guess(table.headings)
    st.header(says["columns"], anchor=False)
    if guess:
        parts.paragraphs(says["columns_says"])
    names = _names(table)
    where: dict[str, int | None] = {}
    for field in _FIRST:
        where[field] = _column(field, names, guess.get(field))
    with st.expander(says["more_columns"]):
        for field in columns.FIELDS:
            if field not in _FIRST:
                where[field] = _column(field, names, guess.get(field))
    chosen = {field: column for field, column in where.items() if column is not None}
    unused = columns.unused((row.cells for row in table.rows), chosen)
    if unused:
        parts.paragraphs(says["unused"])
        incident_rows.listed(names[column] if column < len(names) else "" for column in unused)
    return chosen


def _column(field: str, names: Sequence[str], guess: int | None) -> int | None:
    """Draw the choice for one field. Its options hold typed text, shown as plain text."""
    none = words("diary")["bring_in"]["no_column"]
    options = [none, *names]
    if state.draft(FORM, f"column_{field}") not in options:
        state.fill_draft(FORM, {f"column_{field}": none if guess is None else names[guess]})
    key = state.draft_key(FORM, f"column_{field}")
    chosen = st.selectbox(columns.label(field), options, key=key)
    return None if chosen == none else names.index(chosen)


def _names(table: Table) -> list[str]:
    """Return a name of its own for each column: its heading, or its number."""
    words_for = words("diary")["bring_in"]["column"]
    names: list[str] = []
    for number, heading in enumerate(table.headings, 1):
        name = " ".join(heading.split())[:60] or words_for.format(number=number)
        names.append(name if name not in names else f"{name} ({number})")
    return names


# ---- day or month first ----------------------------------------------------------


def _order() -> Order | None:
    chosen = state.draft(FORM, "order")
    return Order(chosen) if chosen else None


def _choose_order() -> None:
    says = words("diary")["bring_in"]
    with st.expander(says["order"]):
        st.radio(
            says["order"],
            [order.value for order in Order],
            format_func=lambda order: str(says[order]),
            index=None,
            key=state.draft_key(FORM, "order"),
            label_visibility="collapsed",
        )


def _say_order(habit: Habit) -> None:
    says = words("diary")["bring_in"]
    if habit.mixed:
        st.warning(says["found_mixed"])
    elif habit.order is Order.MONTH_FIRST:
        st.warning(says["found_month_first"])
    elif habit.either_way and not habit.proved:
        code = "found_either_way_one" if habit.either_way == 1 else "found_either_way"
        st.info(says[code].format(count=habit.either_way))


# ---- rows ------------------------------------------------------------------------


def _rows(table: Table, where: dict[str, int], found: Plan) -> None:
    says = words("diary")["bring_in"]
    st.header(says["rows"], anchor=False)
    going_in, wrong = found.count(*_GOING_IN), found.count(Fate.PROBLEM)
    known = found.count(Fate.ALREADY, Fate.SAME)
    parts.paragraphs(
        *_counted("count_new", going_in),
        *_counted("count_known", known),
        *_counted("count_wrong", wrong),
    )
    if wrong:
        _show("wrong", found, (Fate.PROBLEM,))
        parts.paragraphs(says["wrong_says"])
        st.download_button(
            says["get_wrong"],
            lambda: left_out_csv(table, where, found),
            file_name=says["wrong_name"],
            mime="text/csv",
            on_click="ignore",
            key="bring_in_wrong",
        )
    _show("right", found, _GOING_IN)
    _show("known", found, (Fate.ALREADY, Fate.SAME))
    if going_in:
        label = says["add_one" if going_in == 1 else "add_many"].format(count=going_in)
        st.button(label, type="primary", on_click=_add, args=(found,), key="bring_in_add")
    else:
        st.info(says["nothing"])


def _counted(code: str, count: int) -> Iterable[str]:
    if count:
        says = words("diary")["bring_in"]
        yield says[f"{code}_one" if count == 1 else code].format(count=count)


def _show(title: str, found: Plan, fates: Sequence[Fate]) -> None:
    rows = [row for row in found.rows if row.fate in fates]
    if rows:
        st.subheader(words("diary")["bring_in"][title], anchor=False)
        incident_rows.draw(rows, FORM, title)


def _add(found: Plan) -> None:
    says = words("diary")["bring_in"]
    before = state.case()
    state.keep(found.case)
    state.drop_draft(FORM)
    left = found.count(Fate.PROBLEM)
    code = {0: "added", 1: "added_but_one"}.get(left, "added_some")
    state.say(says[code].format(count=len(found.case.incidents), left=left), undo=before)
