"""What the review rests on: each report, the ways to qualify, local conditions, the rule."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from selfcheck import content, explain, law, picture
from selfcheck.complaints import Complaint, Verdict
from selfcheck.local_conditions import ConditionHeld
from selfcheck.procedure import ConditionKind, Source
from selfcheck.review import Review, ReviewOutcome
from selfcheck.routes import Route, RouteName
from selfcheck.web import markup, state

_PAGE = "case_review"
_MOST_ROWS = 40
_AT_A_TIME = 100
_MOST_DOTS = 10
_COLUMNS = ("happened", "reported", "told", "counts")


def draw_reports(review: Review) -> None:
    """Draw each report with its verdict; of very many, those that count first, in parts."""
    rows = picture.numbered(review)
    if not rows:
        return
    words = content.words(_PAGE)
    if len(rows) <= _MOST_ROWS:
        markup.draw(markup.heading(words["reports"]), _table(rows))
        return
    markup.draw(markup.heading(words["reports"]))
    counting = [row for row in rows if row[1].verdict is Verdict.COUNTS]
    rest = [row for row in rows if row[1].verdict is not Verdict.COUNTS]
    _draw_in_parts(counting, "more_counting", at_first=_MOST_ROWS)
    _draw_in_parts(rest, "more_reports", at_first=0)


def _draw_in_parts(rows: Sequence[tuple[int, Complaint]], label: str, at_first: int) -> None:
    shown = state.draft(_PAGE, label) or at_first
    if rows[:shown]:
        markup.draw(_table(rows[:shown]))
    more = min(len(rows) - shown, _AT_A_TIME)
    if more > 0:
        st.button(
            content.words(_PAGE)[label].format(count=more),
            on_click=state.fill_draft,
            args=(_PAGE, {label: shown + more}),
            key=f"case_review_{label}",
        )


def routes(review: Review) -> str:
    """Return the ways to qualify and how far each is."""
    words = content.words(_PAGE)
    found = [route for route in review.routes if route.route is not RouteName.DISCRETION]
    if not found:
        return ""
    text = markup.paragraph(words["routes_text"]) if len(found) > 1 else ""
    listed = markup.items(map(_route, found), look="sc-plain")
    return markup.heading(words["routes"]) + text + listed


def conditions(review: Review) -> str:
    """Return what the area asks for besides the count, and what each can do."""
    if not review.conditions:
        return ""
    words = content.words(_PAGE)
    listed = markup.items(map(_condition, review.conditions), look="sc-plain")
    return markup.heading(words["conditions"]) + markup.paragraph(words["conditions_text"]) + listed


def speaks_for(review: Review) -> str:
    """Return what section 104(5) lets the bodies weigh, as far as the answers speak of it."""
    if review.outcome is ReviewOutcome.REPORT_FIRST:
        return ""
    words = content.words(_PAGE)
    listed = markup.items(markup.text(explain.speaks_for(code)) for code in review.speaks_for)
    enough = review.outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE)
    text = words["speaks_for_met" if enough else "speaks_for_text"]
    if not listed:
        text = words["no_speaks_for"]
    quote = _provision("asbcpa2014.s104.5", words["quote_law"])
    return markup.heading(words["speaks_for"]) + markup.paragraph(text) + listed + quote


def rule(review: Review) -> str:
    """Return the rule used, where it was read, when, and how sure of it we are."""
    words = content.words(_PAGE)
    said = [markup.paragraph(line) for line in explain.rule_used(review)]
    if review.procedure and review.procedure.source:
        said.append(source(review.procedure.source))
    said.append(_provision("asbcpa2014.s104.4", words["law"]))
    return markup.heading(words["rule"]) + "".join(said)


def source(read: Source) -> str:
    """Return where a procedure was read, with when and how surely, as HTML."""
    words = content.words(_PAGE)
    page = markup.link(read.url, words["source"].format(site=markup.site(read.url)))
    how = f"{explain.checked(read)} {words['confidence'][read.confidence]}"
    return markup.element("p", page, "sc-reach") + markup.paragraph(how)


def _provision(key: str, words: str) -> str:
    return markup.element("p", markup.link(law.SOURCES[key].url or "", words), "sc-reach")


# ---- the table of reports -----------------------------------------------------------


def _table(rows: Sequence[tuple[int, Complaint]]) -> str:
    names = content.words(_PAGE)["columns"]
    heads = "".join(
        f'<th role="columnheader" scope="col">{markup.text(names[column])}</th>'
        for column in ("number", *_COLUMNS)
    )
    body = "".join(_row(number, complaint, names) for number, complaint in rows)
    return (
        f'<table class="sc-table" role="table"><thead role="rowgroup"><tr role="row">{heads}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _row(number: int, complaint: Complaint, names: dict[str, str]) -> str:
    cells = {
        "happened": markup.text(content.long_date(complaint.happened_on)),
        "reported": markup.text(content.long_date(complaint.reported_on)),
        "told": markup.text(content.words("choices")["Body"][complaint.to]),
        "counts": _verdict(complaint),
    }
    drawn = "".join(
        f'<td role="cell" class="{_look(key)}"><span class="sc-name" aria-hidden="true">'
        f"{markup.text(_before(names[key]))} </span>{cell}</td>"
        for key, cell in cells.items()
    )
    first = f'<span class="sc-name" aria-hidden="true">{markup.text(names["report"])} </span>'
    return f'<tr role="row"><th role="rowheader" scope="row">{first}{number}</th>{drawn}</tr>'


def _before(name: str) -> str:
    return name if name.endswith("?") else f"{name}:"


def _look(column: str) -> str:
    return "sc-day" if column in ("happened", "reported") else ""


def _verdict(complaint: Complaint) -> str:
    first, _, rest = explain.verdict(complaint).partition(". ")
    says = f"<strong>{markup.text(first)}.</strong> {markup.text(rest)}"
    if complaint.borderline:
        close = content.words("review")["borderline"]["verdict"]
        says += f" {markup.text(close)}"
    return says


# ---- routes and conditions ------------------------------------------------------------


def _route(route: Route) -> str:
    words = content.words("review")
    name = f"<strong>{markup.text(words['route'][route.route])}</strong>"
    count = explain.route_count(route)
    how = ". ".join(part for part in (count, words["route_outcome"][route.outcome]) if part)
    note = markup.paragraph(_noted(route.note), "sc-quiet") if route.note else ""
    return f"{name}<br>{_dots(route)}{markup.text(how)}.{note}"


def _dots(route: Route) -> str:
    if route.have is None or not route.need or route.need > _MOST_DOTS:
        return ""
    full = min(route.have, route.need)
    dots = "●" * full + "○" * (route.need - full)
    return f'<span class="sc-dots" aria-hidden="true">{dots}</span> '


def _condition(held: ConditionHeld) -> str:
    local = held.condition
    standing = content.words("review")["standing"][local.standing]
    said = f"<strong>{markup.text(explain.condition(held))}</strong> {markup.text(standing)}"
    if local.kind is ConditionKind.OTHER:
        # The area's own words are all there is of it: no question asks about it.
        return f"<p>{said}</p>"
    note = markup.paragraph(_noted(local.note), "sc-quiet") if local.note else ""
    return f"<p>{said}</p>{note}{markup.paragraph(explain.kept(held))}"


def _noted(note: str) -> str:
    return f"{content.words(_PAGE)['noted']} {note}"
