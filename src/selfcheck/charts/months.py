"""Is it getting worse? Incidents a month by kind, and three months against the three before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from selfcheck import content
from selfcheck.charts import look
from selfcheck.charts.chart import Chart, Figure, Row, alt, counted, month_name, words
from selfcheck.charts.shown import GROUPS, SEVERAL, Shown, group, name, only

DRAWN = 12  # months: more would be slivers on a phone
Counts = Counter[tuple[date, str]]


def months(shown: Shown) -> Chart:
    """Draw a bar a month, from the first incident to the unfinished month of the day assessed."""
    says = words("months")
    count = Counter((_month(incident.date), group(incident)) for incident in shown.incidents)
    drawn = _drawn(shown)
    groups = [of for of in GROUPS if any(of == counted_as for _, counted_as in count)]
    code = _code(shown)
    finding = str(says[code]).format(**_values(shown))
    return Chart(
        title=says["title"],
        finding=finding,
        figure=_figure(count, drawn, groups) if groups else None,
        columns=(says["month"], *map(name, groups), says["total"]),
        table=lambda: _rows(count, drawn, groups) if groups else (),
        alt=alt(says["title"], finding),
        notes=only(shown) + tuple(_notes(shown, drawn, code)),
        code="months",
    )


# ---- in a sentence ---------------------------------------------------------------


def _code(shown: Shown) -> str:
    now, before, so_far = _compared(shown)
    if so_far and so_far == len(shown.incidents):
        return "new"
    if now and now + so_far == len(shown.incidents):
        return "too_soon"
    if now == before == 0:
        return "quiet"
    if now == before:
        return "same"
    return "more" if now > before else "fewer"


def _compared(shown: Shown) -> tuple[int, int, int]:
    """Return the incidents of the last three full months, the three before, and this one."""
    this = _month(shown.assessment.on)
    back = Counter(_months_between(_month(incident.date), this) for incident in shown.incidents)
    return back[1] + back[2] + back[3], back[4] + back[5] + back[6], back[0]


def _values(shown: Shown) -> dict[str, str]:
    now, before, so_far = _compared(shown)
    this = _month(shown.assessment.on)
    return {
        "now": counted("incident", now),
        "before": counted("incident", before),
        "so_far": counted("incident", so_far),
        "span": _span(_earlier(this, 3), _earlier(this, 1)),
        "month": month_name(this),
    }


def _notes(shown: Shown, drawn: Sequence[date], code: str) -> Iterator[str]:
    """Yield what the sentence leaves open, such as the month that is not over."""
    if not shown.incidents:
        return
    says, values, first = words("months")["note"], _values(shown), shown.incidents[0].date
    yield says["so_far"].format(**values)
    if code not in ("new", "too_soon") and _months_between(first, shown.assessment.on) <= 6:
        yield says["begins"].format(day=content.long_date(first))
    if code == "fewer":
        yield says["fewer"]
    if any(group(incident) == SEVERAL for incident in shown.incidents):
        yield says["several"]
    if earlier := sum(incident.date < drawn[0] for incident in shown.incidents):
        yield says["earlier"].format(incidents=counted("incident", earlier))


# ---- as rows ---------------------------------------------------------------------


def _rows(count: Counts, drawn: Sequence[date], groups: Sequence[str]) -> Iterator[Row]:
    """Yield a row a month, the months before those drawn together in the first."""
    says = words("months")
    before = [sum(n for (m, of), n in count.items() if of == g and m < drawn[0]) for g in groups]
    if any(before):
        yield _row(says["earlier"].format(month=month_name(drawn[0])), before)
    for month in drawn:
        named = month_name(month)
        label = says["this_month"].format(month=named) if month == drawn[-1] else named
        yield _row(label, [count[month, of] for of in groups])


def _row(label: str, numbers: Sequence[int]) -> Row:
    return (label, *map(str, numbers), str(sum(numbers)))


# ---- as a figure -----------------------------------------------------------------


def _figure(count: Counts, drawn: Sequence[date], groups: Sequence[str]) -> Figure:
    # One incident must not look like a wall.
    tallest = max(4, *(sum(count[month, of] for of in groups) for month in drawn))
    legend = 26 * len(groups)
    seen = [of for of in groups if any(count[month, of] for month in drawn)]
    return look.figure(
        [_bars(count, drawn, of) for of in seen],
        height=300 + legend,
        barmode="stack",
        bargap=0.25,
        showlegend=True,
        legend=look.legend_below(),
        margin={"l": 60, "r": 4, "t": 8, "b": 60 + legend},
        xaxis={**look.month_axis(drawn[0], drawn[-1]), "ticklabelmode": "period"},
        yaxis={
            "title": {
                "text": words("months")["axis"],
                "font": {"size": look.LETTERS},
                "standoff": 8,
            },
            "tickfont": {"size": look.LETTERS},
            "dtick": -(-tallest // 5),
            "range": [0, tallest * 1.04],
            "gridcolor": look.FAINT,
            "zerolinecolor": look.LINE,
            "fixedrange": True,
            "automargin": False,
        },
    )


def _bars(count: Counts, drawn: Sequence[date], of: str) -> Figure:
    return {
        "type": "bar",
        "name": name(of),
        "x": [month.isoformat() for month in drawn],
        "y": [count[month, of] for month in drawn],
        "xperiod": "M1",
        "xperiodalignment": "middle",
        "marker": look.bar_pattern(look.LOOKS[of]),
        "hoverinfo": "skip",
    }


# ---- months ----------------------------------------------------------------------


def _month(day: date) -> date:
    return day.replace(day=1)


def _earlier(month: date, by: int) -> date:
    years, index = divmod(month.year * 12 + month.month - 1 - by, 12)
    return date(years, index + 1, 1)


def _months_between(earlier: date, later: date) -> int:
    """Return how many calendar months one day's month lies before another's."""
    return (later.year - earlier.year) * 12 + later.month - earlier.month


def _drawn(shown: Shown) -> list[date]:
    """Return the months to draw: up to the month assessed, without gaps."""
    this = _month(shown.assessment.on)
    days = [incident.date for incident in shown.incidents]
    back = _months_between(min(days), this) if days else 0
    return [_earlier(this, by) for by in range(min(back, DRAWN - 1), -1, -1)]


def _span(first: date, last: date) -> str:
    """Return months from first to last in words, the year once where it is the same."""
    start = month_name(first) if first.year != last.year else content.MONTHS[first.month - 1]
    return str(words("months")["months_to"]).format(first=start, last=month_name(last))
