"""How do the cases of a whole list stand? One bar an outcome."""

from __future__ import annotations

from collections.abc import Mapping

from selfcheck import content
from selfcheck.charts import look
from selfcheck.charts.chart import Chart, Figure, alt
from selfcheck.review import ReviewOutcome

ROW = 62  # pixels
BAR = 40  # pixels from the top of a row to the middle of its bar


def outcomes(count: Mapping[ReviewOutcome, int]) -> Chart:
    """Draw a bar for each outcome that some case has, in the order of the review."""
    words = content.words("caseload")["chart"]
    names = content.words("caseload")["summary"]["outcome"]
    there = [(names[outcome].capitalize(), n) for outcome, n in count.items() if n]
    cases = sum(n for _, n in there)
    finding = words["finding"].format(met=count[ReviewOutcome.MET], cases=cases)
    return Chart(
        title=words["title"],
        finding=finding,
        figure=_figure(there) if there else None,
        columns=tuple(words["columns"]),
        table=lambda: ((name, f"{n:,}") for name, n in there),
        alt=alt(words["title"], finding),
    )


def _figure(there: list[tuple[str, int]]) -> Figure:
    bottom = ROW * len(there)
    most = max(n for _, n in there)
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [n for _, n in there],
        "y": [ROW * place + BAR for place in range(len(there))],
        "width": 22,
        "marker": {"color": look.BAR},
        "hoverinfo": "skip",
    }
    labels = [
        label
        for (name, n), y in zip(there, range(0, bottom, ROW), strict=True)
        for label in (
            look.letters(name, 0, y + 14),
            look.letters(f"{n:,}", n, y + BAR, xshift=4),
        )
    ]
    return look.figure(
        [bars],
        height=bottom + 16,
        # Room at the end of the longest bar for its number.
        xaxis={"range": [0, most * 1.2], "visible": False, "fixedrange": True},
        yaxis=look.pixels_down(bottom),
        annotations=labels,
    )
