"""Rows of marks along time, each named above its marks, so that no legend is needed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from selfcheck.charts import look
from selfcheck.charts.chart import Figure

LANE = 64  # pixels
FLAG = 26  # pixels of a row for one label at the top
_NAME = 16  # how far below a lane's top its name stands
_MARKS = 36
_STEP = 9
_ROWS = 3  # of marks, at most
_SHAPE = 13  # pixels wide
_MOST_SHAPES = 40
_STROKE = 7  # pixels a stroke is higher for each mark more; twice that for the first


@dataclass(frozen=True, slots=True)
class Lane:
    """One row: its name, how its marks look, and each mark's day and whether it is sure."""

    name: str
    look: look.Look
    days: tuple[date, ...]
    unsure: tuple[bool, ...]

    def is_crowded(self) -> bool:
        """Say whether so many days are sure that their shapes would hide one another."""
        return len(self.days) - sum(self.unsure) > _MOST_SHAPES

    def of(self, *, unsure: bool) -> Lane:
        """Return this lane with those marks alone that are sure of their day, or are not."""
        days = tuple(
            day for day, doubt in zip(self.days, self.unsure, strict=True) if doubt == unsure
        )
        return replace(self, days=days, unsure=(unsure,) * len(days))


@dataclass(frozen=True, slots=True)
class Scale:
    """The days drawn from left to right; both ends are drawn."""

    first: date
    last: date

    def part(self, day: date) -> float:
        """Return how far along the chart a day lies, from 0 to 1."""
        return (day - self.first) / (self.last - self.first)

    def width_of(self, pixels: float) -> timedelta:
        """Return how many days lie under so many pixels of a chart on a phone."""
        return (self.last - self.first) * (pixels / look.NARROW)


def marks(lane: Lane, top: int, scale: Scale) -> list[Figure]:
    """Return the marks of a lane that begins `top` pixels below the top of the figure.

    In a crowded lane a day that is sure is a stroke: hundreds of shapes would take a browser
    longer than all the rest of the page.
    """
    if not lane.is_crowded():
        return [_shapes(lane, top, scale)]
    drawn, unsure = [_strokes(lane.of(unsure=False), top)], lane.of(unsure=True)
    return [*drawn, _shapes(unsure, top, scale)] if unsure.days else drawn


def _shapes(lane: Lane, top: int, scale: Scale) -> Figure:
    rows = _rows(lane.days, scale.width_of(_SHAPE))
    symbol = lane.look.symbol
    return {
        "type": "scatter",
        "mode": "markers",
        "name": lane.name,
        "x": [day.isoformat() for day in lane.days],
        "y": [top + _MARKS + _STEP * row for row in rows],
        "marker": {
            "symbol": [f"{symbol}-open" if unsure else symbol for unsure in lane.unsure],
            "size": _SHAPE,
            "color": lane.look.colour,
            "opacity": 1,
            "line": {"width": 2, "color": lane.look.colour},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _strokes(lane: Lane, top: int) -> Figure:
    """Return one line along the foot of a lane, up and down again at each day, higher for more."""
    foot, count = top + LANE, Counter(lane.days)
    days = sorted(count)
    heads = [foot - _STROKE * (1 + min(count[day], _ROWS)) for day in days]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": lane.name,
        "x": [day.isoformat() for day in days for _ in ("foot", "head", "foot")],
        "y": [y for head in heads for y in (foot, head, foot)],
        "line": {"width": 2, "color": lane.look.colour, "simplify": False},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def name(lane: Lane, top: int) -> Figure:
    """Return the name of a lane, above its marks."""
    return look.letters(lane.name, 0, top + _NAME, xref="paper")


def baseline(top: int) -> Figure:
    """Return the faint line a lane stands on."""
    y = top + LANE
    line = {"color": look.FAINT, "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "line": line}


def flag(text: str, day: date, row: int, scale: Scale) -> Figure:
    """Return a label at the top, left of its day where there is room for it, else right."""
    part = scale.part(day)
    room = look.LETTER_WIDTH * len(text) / look.NARROW
    y = FLAG * row + FLAG / 2
    if part >= room:
        return look.letters(text, day.isoformat(), y, xanchor="right", xshift=-6)
    if part + room <= 1:
        return look.letters(text, day.isoformat(), y, xshift=6)
    return look.letters(text, 1, y, xref="paper", xanchor="right")


def upright(day: date, row: int, bottom: int, **line: str | int) -> Figure:
    """Return a line through all lanes at a day, from its flag down."""
    x = day.isoformat()
    return {"type": "line", "x0": x, "x1": x, "y0": FLAG * row + 4, "y1": bottom, "line": line}


def _rows(days: Sequence[date], width: timedelta) -> Iterable[int]:
    """Yield a row for each mark, so that neighbours do not hide each other."""
    free: list[date] = []
    for day in days:
        row = next((row for row, until in enumerate(free) if until <= day), len(free))
        if row == _ROWS:
            row = free.index(min(free))
        free[row : row + 1] = [day + width]
        yield row
