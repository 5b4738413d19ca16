"""What time of day, and which day of the week? Counts, with what is not known said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from selfcheck import content
from selfcheck.case import Incident
from selfcheck.charts import look
from selfcheck.charts.chart import Chart, Figure, Row, alt, counted, words
from selfcheck.charts.shown import Shown, only

PARTS = ("night", "morning", "afternoon", "evening")  # six hours each, from midnight
NO_TIME = "no_time"
UNSURE_DAY = 7  # after the seven days of the week
ROW = 46  # pixels
Counts = Counter[tuple[int, str]]
Key = TypeVar("Key")


def hours(shown: Shown) -> Chart:
    """Draw a circle for each weekday and part of the day, its size and figure the count."""
    says = words("hours")
    count = Counter((_weekday(incident), _part(incident)) for incident in shown.incidents)
    weekdays = [*range(7), *([UNSURE_DAY] if any(day == UNSURE_DAY for day, _ in count) else [])]
    parts = [*PARTS, *([NO_TIME] if any(part == NO_TIME for _, part in count) else [])]
    finding = _finding(shown.incidents)
    return Chart(
        title=says["title"],
        finding=finding,
        figure=_figure(count, weekdays, parts) if count else None,
        columns=(says["day"], *(says["column"][part] for part in parts)),
        table=lambda: _rows(count, weekdays, parts) if count else (),
        alt=alt(says["title"], finding),
        notes=only(shown) + tuple(_notes(shown.incidents)),
        code="hours",
    )


def _weekday(incident: Incident) -> int:
    """Return the day of the week, Monday 0; a day that is not sure has no weekday."""
    return UNSURE_DAY if incident.approximate else incident.date.weekday()


def _part(incident: Incident) -> str:
    return PARTS[int(incident.time[:2]) // 6] if incident.time else NO_TIME


# ---- in a sentence ---------------------------------------------------------------


def _finding(incidents: Sequence[Incident]) -> str:
    says = words("hours")
    days = Counter(_weekday(incident) for incident in incidents if not incident.approximate)
    parts = Counter(_part(incident) for incident in incidents if incident.time)
    day, part = _most(days), _most(parts)
    if day is None:
        code = "neither" if part is None else "time_only"
    else:
        code = "weekday_only" if part is None else "both"
    return str(says[code]).format(
        weekday="" if day is None else content.WEEKDAYS[day],
        n=0 if day is None else days[day],
        of=days.total(),
        part="" if part is None else says["part"][part],
        m=0 if part is None else parts[part],
        timed=parts.total(),
    )


def _most(counts: Mapping[Key, int]) -> Key | None:
    """Return what came most often, more than once and more than anything else, or None."""
    top = max(counts.values(), default=0)
    most = [key for key, n in counts.items() if n == top]
    return most[0] if top > 1 and len(most) == 1 else None


def _notes(incidents: Sequence[Incident]) -> Iterator[str]:
    says = words("hours")["note"]
    for code, n in (
        ("no_time", sum(incident.time is None for incident in incidents)),
        ("unsure_day", sum(incident.approximate for incident in incidents)),
    ):
        if n:
            yield says[code].format(incidents=counted("incident", n))


# ---- as rows ---------------------------------------------------------------------


def _rows(count: Counts, weekdays: Sequence[int], parts: Sequence[str]) -> Iterator[Row]:
    for day in weekdays:
        yield (_name(day), *(str(count[day, part]) for part in parts))


def _name(day: int) -> str:
    return str(words("hours")["unsure_day"]) if day == UNSURE_DAY else content.WEEKDAYS[day]


# ---- as a figure -----------------------------------------------------------------


def _figure(count: Counts, weekdays: Sequence[int], parts: Sequence[str]) -> Figure:
    columns, says = words("hours")["column"], words("hours")
    names = [content.WEEKDAYS[d][:3] if d < UNSURE_DAY else says["unsure_short"] for d in weekdays]
    # A fifth column leaves each too narrow for two words beside each other on a phone.
    lines = 3 if NO_TIME in parts else 2
    top = 12 + 18 * lines
    return look.figure(
        [_circles(count, weekdays, parts)],
        height=ROW * len(weekdays) + top + 8,
        margin={"l": 66 if UNSURE_DAY in weekdays else 40, "r": 4, "t": top, "b": 8},
        xaxis={
            **_named([columns[part].replace(" ", "<br>", lines - 1) for part in parts]),
            "side": "top",
            "showgrid": False,
        },
        yaxis={**_named(names), "range": [len(weekdays) - 0.5, -0.5]},
    )


def _named(names: Sequence[str]) -> Figure:
    return {
        "tickmode": "array",
        "tickvals": list(range(len(names))),
        "ticktext": list(names),
        "tickfont": {"size": look.LETTERS},
        "tickangle": 0,
        "range": [-0.5, len(names) - 0.5],
        "gridcolor": look.FAINT,
        "zeroline": False,
        "title": {"text": ""},
        "fixedrange": True,
        "automargin": False,
    }


def _circles(count: Counts, weekdays: Sequence[int], parts: Sequence[str]) -> Figure:
    """Return a circle for each count that is not nought, its area as large as the count."""
    places = [
        (parts.index(part), row, count[day, part])
        for row, day in enumerate(weekdays)
        for part in parts
        if count[day, part]
    ]
    most = max(n for _, _, n in places)
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x for x, _, _ in places],
        "y": [y for _, y, _ in places],
        "text": [str(n) for _, _, n in places],
        "textfont": {"size": look.LETTERS, "color": "#ffffff"},
        "marker": {
            "symbol": "circle",
            # Never smaller than its figure, nor wider than its column on a phone.
            "size": [26 + 18 * (n / most) ** 0.5 for _, _, n in places],
            "color": look.BAR,
            "opacity": 1,
            "line": {"width": 0},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
