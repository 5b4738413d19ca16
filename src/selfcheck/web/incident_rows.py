"""The rows of a list that is brought in, each with what is wrong beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

import streamlit as st

from selfcheck import diary
from selfcheck.content import long_date, words
from selfcheck.diary_table.bringing_in import Planned
from selfcheck.documents.parts import unturned
from selfcheck.web import state

AT_A_TIME = 50
_LONGEST = 120


def draw(rows: Sequence[Planned], form: str, name: str) -> None:
    """Draw rows, some at a time; all that a person typed is escaped."""
    shown = state.draft(form, f"shown_{name}") or AT_A_TIME
    body = "".join(f"<li>{''.join(_row(row))}</li>" for row in rows[:shown])
    st.html(f'<ul class="sc-rows">{body}</ul>')
    if len(rows) > shown:
        st.button(
            words("diary")["bring_in"]["more"],
            on_click=state.fill_draft,
            args=(form, {f"shown_{name}": shown + AT_A_TIME}),
            key=f"{form}_more_{name}",
        )


def listed(texts: Iterable[str]) -> None:
    """Draw texts that a person typed as a list."""
    st.html(f"<ul>{''.join(f'<li>{escape(text)}</li>' for text in texts)}</ul>")


def _row(row: Planned) -> Iterator[str]:
    title = words("diary")["bring_in"]["row"].format(number=row.row.number)
    yield f"<b>{escape(title)}</b> "
    yield f"<span>{'. '.join(_in_short(row))}</span>"
    for problem in row.problems:
        yield f'<p class="sc-wrong">{escape(diary.problem_says(problem))}</p>'
    remarks = words("diary_table")["remark"]
    for remark in row.remarks:
        yield f"<p>{escape(remarks[remark.code].format(**remark.values))}</p>"


def _in_short(row: Planned) -> Iterator[str]:
    """Yield a row as HTML, as it was understood; as it stands in the file where it was not."""
    if row.incident is None:
        yield _typed(", ".join(cell for cell in row.row.cells if cell.strip()))
        return
    incident = row.incident
    yield escape(diary.when_says(incident))
    yield from (escape(diary.choice("Kind", kind)) for kind in incident.kinds)
    if incident.what_happened:
        yield _typed(incident.what_happened)
    told = words("diary")["bring_in"]["told"]
    for report in incident.reports:
        to = diary.choice("Body", report.to)
        yield escape(told.format(to=to, day=long_date(report.date)))


def _typed(text: str) -> str:
    """Return a text as HTML, cut short; however it is directed, our words round it stay put."""
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    # Chromium takes the end of the <bdi> for the end of what the text itself left open.
    return f"<bdi>{escape(unturned(short))}</bdi>"
