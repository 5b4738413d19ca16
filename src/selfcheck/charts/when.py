"""When did it happen, and what counts? Incidents and reports along time, and the days to apply."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selfcheck import content
from selfcheck.charts import when_figure, when_rows
from selfcheck.charts.chart import Chart, alt, counted, words
from selfcheck.charts.lanes import Lane, Scale
from selfcheck.charts.shown import Shown
from selfcheck.complaints import Verdict
from selfcheck.periods import ONE_DAY
from selfcheck.review import Review, ReviewOutcome


def when(shown: Shown) -> Chart:
    """Draw incidents by kind and reports by verdict, with the stretches, today and the last day."""
    available = shown.review.outcome is not ReviewOutcome.NOT_AVAILABLE
    title = words("when")["title" if available else "title_not_available"]
    finding = _finding(shown)
    scale = when_figure.scale(shown)
    lanes = list(when_figure.lanes_of(shown, scale))
    return Chart(
        title=title,
        finding=finding,
        figure=when_figure.figure(shown, scale, lanes) if shown.incidents else None,
        columns=tuple(words("when")["columns"]),
        table=lambda: when_rows.rows(shown) if shown.incidents else (),
        alt=alt(title, finding),
        notes=tuple(_notes(shown, scale, lanes)),
        code="when",
    )


def _finding(shown: Shown) -> str:
    review, says = shown.review, words("when")
    values = {
        "count": _count(shown),
        "need": review.threshold.needed,
        "by": content.long_date(review.apply_advised) if review.apply_advised else "",
        "last": content.long_date(review.lapsed_on - ONE_DAY) if review.lapsed_on else "",
        "incidents": counted("incident", len(shown.incidents)),
        "reports": counted("report", len(shown.reports)),
    }
    return str(says[_code(review)]).format(**values)


def _code(review: Review) -> str:
    if review.apply_advised:
        return str(review.outcome) + ("_today" if review.apply_advised == review.on else "")
    if review.outcome is ReviewOutcome.NOT_AVAILABLE:
        return "not_available"
    return "lapsed" if review.lapsed_on else "short"


def _count(shown: Shown) -> str:
    """Return how many of the reports shown count, in words."""
    n = len(shown.reports)
    counts = sum(c.verdict is Verdict.COUNTS for c in shown.complaints.values())
    if n < 2:
        code = ("no_report", "one_counts" if counts else "one_does_not")[n]
    elif counts == n:
        code = "both" if n == 2 else "all"
    else:
        code = {0: "none", 1: "one"}.get(counts, "some")
    return str(words("when")["shown" if shown.kind else "yours"][code]).format(n=n, counts=counts)


def _notes(shown: Shown, scale: Scale, lanes: Sequence[Lane]) -> Iterator[str]:
    """Yield how to read the figure, and what it leaves out."""
    says, review = words("when")["note"], shown.review
    if review.stretches:
        yield says["band"]
    if shown.kind and (review.stretches or review.apply_advised):
        yield says["filtered"]
    if any(complaint.borderline for complaint in shown.complaints.values()):
        yield says["close"]
    if any(incident.approximate for incident in shown.incidents):
        yield says["hollow"]
    if any(lane.is_crowded() for lane in lanes):
        yield says["strokes"]
    if not shown.kind and any(len(set(i.kinds)) > 1 for i in shown.incidents):
        yield says["several"]
    days = [i.date for i in shown.incidents] + [r.date for _, r in shown.reports]
    if earlier := sum(day < scale.first for day in days):
        code = "earlier_one" if earlier == 1 else "earlier_some"
        yield says[code].format(n=earlier, day=content.long_date(scale.first))
