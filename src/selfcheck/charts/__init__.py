"""Charts that answer a question each: a case and its assessment in, Plotly figures out.

Nothing is decided here: verdicts, stretches and the day to apply by are the
assessment's. A figure is Plotly's as a plain dictionary, so that whoever draws it
imports Plotly and the command line need not. No text a person typed is ever in one.
"""

from __future__ import annotations

from selfcheck.assessment import Assessment
from selfcheck.case import Case, Kind
from selfcheck.charts.chart import Chart, Figure
from selfcheck.charts.hours import hours
from selfcheck.charts.months import months
from selfcheck.charts.replies import replies
from selfcheck.charts.shown import Shown, kinds_in, shown
from selfcheck.charts.table import as_html, style
from selfcheck.charts.when import when

__all__ = ["Chart", "Figure", "Shown", "as_html", "charts", "kinds_in", "shown", "style"]


def charts(case: Case, assessment: Assessment, kind: Kind | None = None) -> tuple[Chart, ...]:
    """Return the charts of a case in the order to read them, of one kind where one is named.

    Incidents and reports after the day assessed are left out, as in the assessment.
    """
    seen = shown(case, assessment, kind)
    return when(seen), months(seen), hours(seen), replies(seen)
