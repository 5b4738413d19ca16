"""The same facts as a table: HTML of ours, every cell escaped."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files

from selfcheck.charts.chart import Chart


def as_html(chart: Chart, most: int | None = None) -> str:
    """Return a chart's rows, or the first ones, as a table in a box scrolled by keyboard too."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in chart.columns)
    body = "".join(_row(row) for row in chart.rows[:most])
    return (
        f'<div class="sc-facts" role="region" tabindex="0" aria-label="{escape(chart.title)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(row: tuple[str, ...]) -> str:
    first, *rest = row
    cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
    return f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'


@cache
def style() -> str:
    """Return the style sheet of charts and their tables."""
    return files(__package__).joinpath("charts.css").read_text("utf-8")
