"""The days to apply in, drawn as a calendar: a box for each month, a bar for each report.

SVG for screens and documents alike, in the colour of the text around it. It shows what
the review decided, in our own words; nothing a person typed is ever in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

from selfcheck import content
from selfcheck.complaints import Complaint, Verdict
from selfcheck.content import MONTHS, long_date
from selfcheck.periods import ONE_DAY
from selfcheck.review import Review

# A report that stopped counting lately is shown beside those that still count.
LATELY = timedelta(days=92)
MOST_BARS = 10
HEADER, ROW, FOOT = 54, 58, 44
DARK = "@media (prefers-color-scheme: dark) { svg { color: #e8efee; } }"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"


def numbered(review: Review) -> tuple[tuple[int, Complaint], ...]:
    """Return the reports by the day they were made, numbered from 1 as people see them."""
    ordered = sorted(review.complaints, key=lambda c: (c.reported_on, c.happened_on))
    return tuple(enumerate(ordered, start=1))


def bars(review: Review) -> tuple[tuple[int, Complaint], ...]:
    """Return the reports that have a bar: those with a window now, or until lately.

    Of very many, the ones whose windows end last.
    """
    kinds = (Verdict.COUNTS, Verdict.SAME_INCIDENT, Verdict.TOO_OLD)
    shown = [
        (number, complaint)
        for number, complaint in numbered(review)
        if complaint.verdict in kinds and complaint.window.last >= review.on - LATELY
    ]
    shown.sort(key=lambda pair: pair[1].window.last, reverse=True)
    return tuple(sorted(shown[:MOST_BARS]))


def described(review: Review) -> str:
    """Return everything the picture shows, in sentences."""
    words = content.words("picture")
    said = [
        words["alt_report"].format(
            number=number,
            to=words["to"][complaint.to].lower(),
            reported=long_date(complaint.reported_on),
            last=long_date(complaint.window.last),
        )
        for number, complaint in bars(review)
    ]
    said.append(words["alt_today"].format(today=long_date(review.on)))
    if review.apply_advised:
        said.append(words["alt_apply_by"].format(by=long_date(review.apply_advised)))
    return " ".join([words["alt"], *said])


def svg(review: Review, width: int) -> str:
    """Draw the calendar, `width` units across; its height follows from the reports."""
    shown = bars(review)
    scale = _Scale(_first_month(shown, review.on), _end(shown, review.on), width)
    rows = (*_threshold_row(review), *_report_rows(shown))
    height = HEADER + ROW * len(rows) + FOOT
    drawn = [*_months(scale)]
    for index, row in enumerate(rows):
        drawn += _row(row, HEADER + ROW * index, scale)
    drawn += _marks(review, len(rows), scale)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" color="#16232a" font-family="{FONT}" '
        f'font-size="14" fill="currentColor"><style>{DARK}</style>{_STRIPES}'
        f"{''.join(drawn)}</svg>"
    )


_STRIPES = (
    '<defs><pattern id="stripes" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="4" height="7"/></pattern></defs>'
)


# ---- days and where they stand -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days shown, from `start` up to and without `end`, over a width."""

    start: date
    end: date
    width: int

    def at(self, day: date) -> float:
        """Return how far from the left a day begins."""
        share = (day - self.start) / (self.end - self.start)
        return round(1 + share * (self.width - 2), 1)

    def months(self) -> Iterator[date]:
        """Yield the first of each month shown."""
        month = self.start
        while month < self.end:
            yield month
            month = _next_month(month)


def _first_month(shown: tuple[tuple[int, Complaint], ...], on: date) -> date:
    return min([on, *(c.window.first for _, c in shown)]).replace(day=1)


def _end(shown: tuple[tuple[int, Complaint], ...], on: date) -> date:
    return _next_month(max([on, *(c.window.last for _, c in shown)]).replace(day=1))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)


# ---- rows --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Row:
    first: date
    last: date
    title: str
    until: str
    look: str


_LOOKS = {
    Verdict.COUNTS: 'stroke="currentColor"',
    Verdict.SAME_INCIDENT: 'fill="none" stroke="currentColor" stroke-width="1.5"',
    Verdict.TOO_OLD: 'fill="none" stroke="currentColor" stroke-dasharray="4 3"',
}


def _report_rows(shown: tuple[tuple[int, Complaint], ...]) -> Iterator[_Row]:
    words = content.words("picture")
    for number, complaint in shown:
        title = words["report"].format(
            number=number, to=words["to"][complaint.to], reported=_short(complaint.reported_on)
        )
        window = complaint.window
        until = words["last_day"].format(last=_short(window.last))
        yield _Row(window.first, window.last, title, until, _LOOKS[complaint.verdict])


def _threshold_row(review: Review) -> Iterator[_Row]:
    """Yield the stretch in which an application meets the threshold, where there is one."""
    if review.apply_by is None or review.apply_advised is None:
        return
    words = content.words("picture")
    first = review.met_from or review.on
    until = words["apply_by"].format(by=_short(review.apply_advised))
    look = 'fill="url(#stripes)" stroke="currentColor" stroke-width="1.5"'
    yield _Row(first, review.apply_by, words[str(review.outcome)], until, look)


def _row(row: _Row, top: int, scale: _Scale) -> Iterator[str]:
    left, right = scale.at(row.first), scale.at(row.last + ONE_DAY)
    yield _text(row.title, 1, top + 14)
    yield (
        f'<rect x="{left}" y="{top + 20}" width="{round(right - left, 1)}" height="13" rx="3" '
        f"{row.look}/>"
    )
    # Words end under the bar's end, but never run out of the picture on the left.
    needed = 8.4 * len(row.until)
    yield _text(row.until, max(right, min(needed, scale.width)), top + 48, anchor="end")


# ---- months, today and the last day --------------------------------------------------


def _months(scale: _Scale) -> Iterator[str]:
    months = list(scale.months())
    box = scale.width / len(months)
    for month in months:
        left, right = scale.at(month), scale.at(_next_month(month))
        yield (
            f'<rect x="{left}" y="18" width="{round(right - left, 1)}" height="26" '
            'fill="none" stroke="currentColor" stroke-opacity="0.55"/>'
        )
        if month in (scale.start, month.replace(month=1)):
            yield _text(str(month.year), left, 13)
        name = MONTHS[month.month - 1][: 3 if box >= 24 else 1]
        if box >= 11:
            yield _text(name, (left + right) / 2, 36, anchor="middle", size=14 if box >= 38 else 11)


def _marks(review: Review, rows: int, scale: _Scale) -> Iterator[str]:
    """Draw today: a line through months and bars that leaves the words free."""
    x = scale.at(review.on)
    foot = HEADER + ROW * rows
    for top in range(HEADER, foot, ROW):
        yield _line(x, top + 16, top + 37)
    yield _line(x, 44, 52)
    yield _line(x, foot, foot + 12)
    today = content.words("picture")["today"].format(today=_short(review.on))
    half = 4.2 * len(today)
    yield _text(today, min(max(x, half), scale.width - half), foot + 28, anchor="middle", bold=True)


def _line(x: float, top: int, foot: int) -> str:
    return f'<path d="M{x} {top}V{foot}" stroke="currentColor" stroke-width="2.5"/>'


def _text(
    words: str, x: float, y: int, *, anchor: str = "start", bold: bool = False, size: int = 14
) -> str:
    weight = ' font-weight="700"' if bold else ""
    weight += f' font-size="{size}"' if size != 14 else ""
    return f'<text x="{round(x, 1)}" y="{y}" text-anchor="{anchor}"{weight}>{escape(words)}</text>'


def _short(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"
