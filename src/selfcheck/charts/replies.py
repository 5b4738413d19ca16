"""Who was told, and what came back? Reports by body, with and without a reply written down."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from textwrap import wrap

from selfcheck import content
from selfcheck.case import Body
from selfcheck.charts import look
from selfcheck.charts.chart import Chart, Figure, alt, counted, words
from selfcheck.charts.shown import Shown, only

ROW = 78  # pixels
BAR = 56  # pixels from the top of a row to the middle of its bar
LINE = 18
Counts = Counter[tuple[Body, bool]]
LOOKS = {True: look.LOOKS["stalking"]._replace(pattern=""), False: look.Look("#66788a", "x", "/")}


def replies(shown: Shown) -> Chart:
    """Draw a bar for each body told, the one told most often first."""
    says = words("replies")
    count = Counter((report.to, bool(report.response)) for _, report in shown.reports)
    told = Counter(report.to for _, report in shown.reports)
    bodies = sorted(told, key=lambda body: (-told[body], list(Body).index(body)))
    finding = _finding(count)
    return Chart(
        title=says["title"],
        finding=finding,
        figure=_figure(count, bodies) if bodies else None,
        columns=tuple(says["columns"]),
        table=lambda: (
            (_name(body), str(told[body]), str(count[body, True]), str(count[body, False]))
            for body in bodies
        ),
        alt=alt(says["title"], finding),
        notes=(*only(shown), says["note"]["reply"]) if bodies else (),
        code="replies",
    )


def _finding(count: Counts) -> str:
    reports = count.total()
    replied = sum(n for (_, reply), n in count.items() if reply)
    if not reports:
        code = "nobody"
    elif replied in (0, reports):
        code = "all" if replied else "none"
    else:
        code = "some"
    code += "_one" if reports == 1 else ""
    return str(words("replies")[code]).format(reports=counted("report", reports), n=replied)


def _name(body: Body) -> str:
    return str(content.words("choices")["Body"][body])


# ---- as a figure -----------------------------------------------------------------


def _figure(count: Counts, bodies: Sequence[Body]) -> Figure:
    most = max(count[body, True] + count[body, False] for body in bodies)
    bottom = ROW * len(bodies)
    return look.figure(
        [_bars(count, bodies, reply=reply) for reply in (True, False)],
        height=8 + bottom + 64,
        margin={"l": 4, "r": 4, "t": 8, "b": 64},
        barmode="stack",
        showlegend=True,
        legend=look.legend_below(),
        # Room at the end of the longest bar for its number.
        xaxis={"range": [0, most * 1.15], "visible": False, "fixedrange": True},
        yaxis=look.pixels_down(bottom),
        annotations=[
            label
            for body, y in zip(bodies, range(0, bottom, ROW), strict=True)
            for label in _labels(_name(body), count[body, True] + count[body, False], y)
        ],
    )


def _labels(name: str, n: int, y: int) -> tuple[Figure, Figure]:
    """Return a body's name above its bar, and its number of reports at the end."""
    lines = wrap(name, int(look.NARROW / look.LETTER_WIDTH))
    above = y + BAR - 15 - LINE * len(lines) / 2
    return (
        look.letters("<br>".join(lines), 0, above),
        look.letters(str(n), n, y + BAR, xshift=4),
    )


def _bars(count: Counts, bodies: Sequence[Body], *, reply: bool) -> Figure:
    return {
        "type": "bar",
        "orientation": "h",
        "name": words("replies")["reply" if reply else "no_reply"],
        "x": [count[body, reply] for body in bodies],
        "y": [ROW * place + BAR for place in range(len(bodies))],
        "width": 22,
        "marker": look.bar_pattern(LOOKS[reply]),
        "hoverinfo": "skip",
    }
