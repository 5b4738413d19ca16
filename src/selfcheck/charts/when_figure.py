"""The first chart drawn: lanes of marks along time, with the days to apply laid over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from selfcheck.charts import lanes, look
from selfcheck.charts.chart import Figure, short_date, words
from selfcheck.charts.shown import GROUPS, Shown, groups, name
from selfcheck.review import Review
from selfcheck.stretches import Stretch

# Longer diaries would squeeze the months that matter into nothing.
LONGEST = timedelta(days=731)
ABOVE, BELOW = 8, 48  # pixels
Flag = tuple[str, date, Figure]


def scale(shown: Shown) -> lanes.Scale:
    """Return the days to draw: from the first mark, or two years before the last, to the end."""
    review = shown.review
    marks = [i.date for i in shown.incidents] + [r.date for _, r in shown.reports]
    marks = marks or [review.on]
    stretch_ends = [stretch.last for stretch in review.stretches]
    advised = [review.apply_advised] if review.apply_advised else []
    last = max([review.on, *stretch_ends, *advised])
    first = max(min(marks), max(marks) - LONGEST)
    margin = max(timedelta(days=4), (last - first) * 0.03)
    # What is left out as too early must not creep back in at the edge.
    return lanes.Scale(first - margin if first == min(marks) else first, last + margin)


def lanes_of(shown: Shown, scale: lanes.Scale) -> Iterator[lanes.Lane]:
    """Yield a lane for each kind and each verdict that has a mark to draw."""
    incidents = [incident for incident in shown.incidents if incident.date >= scale.first]
    for kind in (shown.kind,) if shown.kind else GROUPS:
        of = [incident for incident in incidents if kind in groups(incident)]
        if of:
            days = tuple(incident.date for incident in of)
            unsure = tuple(incident.approximate for incident in of)
            yield lanes.Lane(_named(name(kind), of), look.LOOKS[kind], days, unsure)
    reports = [report for _, report in shown.reports if report.date >= scale.first]
    verdicts = {id_: str(complaint.verdict) for id_, complaint in shown.complaints.items()}
    for verdict, words_for in words("when")["verdict"].items():
        days = tuple(r.date for r in reports if verdicts.get(r.id, look.NO_VERDICT) == verdict)
        if days:
            unsure = (False,) * len(days)
            yield lanes.Lane(_named(words_for, days), look.VERDICT_LOOKS[verdict], days, unsure)


def _named(what: str, marks: Sequence[object]) -> str:
    return str(words("when")["lane"]).format(name=what, n=len(marks))


def figure(shown: Shown, scale: lanes.Scale, drawn: Sequence[lanes.Lane]) -> Figure:
    """Return the lanes one below the other, under labels for the days that matter."""
    flags = list(_flags(shown.review))
    top = lanes.FLAG * len(flags)
    bottom = top + lanes.LANE * len(drawn)
    tops = range(top, bottom, lanes.LANE)
    placed = list(zip(drawn, tops, strict=True))
    return look.figure(
        [_band(stretch, bottom) for stretch in shown.review.stretches]
        + [trace for lane, top in placed for trace in lanes.marks(lane, top, scale)],
        height=ABOVE + bottom + BELOW,
        margin={"l": 4, "r": 4, "t": ABOVE, "b": BELOW},
        xaxis=look.month_axis(scale.first, scale.last)
        | {"range": [scale.first.isoformat(), scale.last.isoformat()]},
        yaxis=look.pixels_down(bottom),
        shapes=[lanes.baseline(top) for top in tops] + list(_uprights(flags, bottom)),
        annotations=[lanes.name(lane, top) for lane, top in placed]
        + [lanes.flag(text, day, row, scale) for row, (text, day, _) in enumerate(flags)],
    )


def _flags(review: Review) -> Iterator[Flag]:
    """Yield each label at the top with its day and its line; the band needs no line.

    Today comes last: its line, often mid-way, then crosses no other label.
    """
    says = words("when")
    if review.stretches:
        yield says["band"], review.stretches[-1].first, {}
    if last := review.apply_advised:
        text = says["last_day"].format(day=short_date(last))
        yield text, last, {"color": look.LAST_DAY, "width": 3, "dash": "dash"}
    today = says["today"].format(day=short_date(review.on))
    yield today, review.on, {"color": look.LINE, "width": 2}


def _uprights(flags: Sequence[Flag], bottom: int) -> Iterator[Figure]:
    for row, (_, day, line) in enumerate(flags):
        if line:
            yield lanes.upright(day, row, bottom, **line)


def _band(stretch: Stretch, bottom: int) -> Figure:
    """Return a stretch as a striped band; both of its ends are drawn."""
    first, last = stretch.first.isoformat(), stretch.last.isoformat()
    return {
        "type": "scatter",
        "mode": "lines",
        "name": words("when")["stretch"],
        "x": [first, first, last, last, first],
        "y": [0, bottom, bottom, 0, 0],
        "fill": "toself",
        "fillcolor": "rgba(29,129,137,0.10)",
        "fillpattern": {
            "shape": "/",
            "size": 16,
            "solidity": 0.08,
            "fillmode": "overlay",
            "fgcolor": look.BAND,
            "fgopacity": 0.3,
        },
        "line": {"color": look.BAND, "width": 1},
        "hoverinfo": "skip",
    }
