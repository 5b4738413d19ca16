"""How the charts look: shapes and patterns beside every colour, on light and dark paper.

Each colour stands out by more than 3:1 from both of the app's backgrounds, so one figure
serves light, dark and print. Letters take the page's own colour.
"""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple
from zlib import crc32

from selfcheck.case import Kind
from selfcheck.charts.chart import Figure
from selfcheck.charts.shown import NO_KIND, SEVERAL
from selfcheck.complaints import Verdict

LETTERS = 14
LETTER_WIDTH = 7.5  # pixels a letter takes at that size, generously
NARROW = 276  # pixels of a chart on the narrowest phone, 320 wide
CLEAR = "rgba(0,0,0,0)"
FAINT = "rgba(127,127,127,0.35)"
LINE = "#6f8087"
BAND = "#1d8189"
LAST_DAY = "#c2504c"
BAR = "#3f78b8"  # white figures on it have 4.5:1


class Look(NamedTuple):
    """A colour, the shape of a mark and the pattern of a bar (its shape and size)."""

    colour: str
    symbol: str
    pattern: str = ""
    size: int = 8


LOOKS: dict[str, Look] = {
    Kind.INTIMIDATING_BEHAVIOUR: Look("#b8632b", "circle", ""),
    Kind.VIOLENCE_OR_THREATS: Look("#c2504c", "diamond", "x"),
    Kind.ABUSIVE_LANGUAGE: Look("#3f78b8", "square", "/"),
    Kind.MALICIOUS_COMMUNICATIONS: Look("#8a63b5", "triangle-up", "."),
    Kind.STALKING: Look("#1d8189", "cross", "|"),
    Kind.HATE_INCIDENT: Look("#b8557f", "pentagon", "\\"),
    Kind.BEGGING: Look("#84772f", "triangle-down", "-"),
    Kind.HOAX_CALLS: Look("#2f86a6", "hexagram", "+"),
    Kind.BULLYING: Look("#4f8440", "x", "/", 16),
    Kind.OTHER_ASB: Look("#8f6a4f", "diamond-wide", "-", 16),
    SEVERAL: Look("#66788a", "star-triangle-up", "x", 16),
    NO_KIND: Look("#787878", "star-square", ".", 16),
}

NO_VERDICT = "no_verdict"
VERDICT_LOOKS: dict[str, Look] = {
    Verdict.COUNTS: Look("#1d8189", "star"),
    Verdict.SAME_INCIDENT: Look("#3f78b8", "bowtie"),
    Verdict.NOT_TO_A_RELEVANT_BODY: Look("#8a63b5", "diamond-tall"),
    Verdict.REPORTED_TOO_LATE: Look("#c2504c", "x"),
    Verdict.TOO_OLD: Look("#787878", "hourglass"),
    NO_VERDICT: Look("#66788a", "hexagon"),
}


def figure(traces: list[Figure], height: int, **layout: Any) -> Figure:
    """Return a figure of a fixed height in pixels that lets the page show through."""
    plain = {
        "height": height,
        "font": {"size": LETTERS, "family": "inherit"},  # the page's own
        "margin": {"l": 4, "r": 4, "t": 8, "b": 8},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        # Streamlit has Plotly draw each figure twice. It leaves the marks alone the second
        # time when told that they are the same.
        "datarevision": crc32(repr(traces).encode()),
    }
    return {"data": traces, "layout": {**plain, **layout}}


def legend_below() -> Figure:
    """Return a legend at the foot of a figure, one entry a row."""
    return {
        "orientation": "v",
        "yref": "container",
        "y": 0,
        "yanchor": "bottom",
        "x": 0,
        "xanchor": "left",
        "traceorder": "normal",
        "font": {"size": LETTERS},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def bar_pattern(look: Look) -> Figure:
    """Return the fill of a bar: its colour, with white strokes over it."""
    return {
        "color": look.colour,
        "line": {"width": 0},
        "pattern": {
            "shape": look.pattern,
            "size": look.size,
            "solidity": 0.22,
            "fillmode": "overlay",
            "fgcolor": "#ffffff",
            "fgopacity": 0.85,
        },
    }


def letters(text: str, x: float | str, y: float, **more: Any) -> Figure:
    """Return words of ours at a place in a figure, with no arrow."""
    plain = {"showarrow": False, "xanchor": "left", "yanchor": "middle", "align": "left"}
    return {"text": text, "x": x, "y": y, "font": {"size": LETTERS}, **plain, **more}


def pixels_down(bottom: int) -> Figure:
    """Return an upright axis in pixels from the top, so that words and marks keep apart."""
    return {"range": [bottom, 0], "visible": False, "fixedrange": True}


def month_axis(first: date, last: date) -> Figure:
    """Return a time axis with no more than five months named, however long it is."""
    span = (last.year - first.year) * 12 + last.month - first.month + 1
    return {
        "type": "date",
        "tickformat": "%b<br>%Y",
        "dtick": f"M{-(-span // 5)}",
        "tick0": first.replace(day=1).isoformat(),
        "tickfont": {"size": LETTERS},
        "tickangle": 0,
        "showgrid": False,
        "zeroline": False,
        "title": {"text": ""},
        "fixedrange": True,
        "automargin": False,
    }
