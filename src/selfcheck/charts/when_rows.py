"""The first chart as a table: every mark, stretch and line, in order of date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selfcheck import content
from selfcheck.case import Incident
from selfcheck.charts.chart import Row, words
from selfcheck.charts.shown import Shown, groups, name
from selfcheck.complaints import Complaint
from selfcheck.review import Review
from selfcheck.stretches import Stretch

Dated = tuple[date, Row]


def rows(shown: Shown) -> tuple[Row, ...]:
    """Return the rows of everything drawn, and of what is too early to be drawn."""
    dated = [*_incidents(shown), *_reports(shown), *_days_that_matter(shown.review)]
    return tuple(row for _, row in sorted(dated, key=lambda pair: pair[0]))


def _incidents(shown: Shown) -> Iterator[Dated]:
    for incident in shown.incidents:
        kinds = "; ".join(name(kind) for kind in groups(incident))
        yield incident.date, (_happened(incident), words("when")["incident"], kinds, "")


def _reports(shown: Shown) -> Iterator[Dated]:
    says, complaints = words("when"), shown.complaints
    for incident, report in shown.reports:
        about = says["report_of_unsure" if incident.approximate else "report_of"].format(
            to=content.words("choices")["Body"][report.to], day=content.long_date(incident.date)
        )
        verdict = _verdict(complaints.get(report.id))
        yield report.date, (content.long_date(report.date), says["report"], about, verdict)


def _days_that_matter(review: Review) -> Iterator[Dated]:
    says = words("when")
    for stretch in review.stretches:
        yield stretch.first, (_days(stretch), says["stretch"], "", "")
    yield review.on, (content.long_date(review.on), says["row_today"], "", "")
    if last := review.apply_advised:
        yield last, (content.long_date(last), says["row_last_day"], "", "")


def _happened(incident: Incident) -> str:
    day = content.long_date(incident.date)
    return str(words("when")["about"]).format(day=day) if incident.approximate else day


def _days(stretch: Stretch) -> str:
    first, last = content.long_date(stretch.first), content.long_date(stretch.last)
    return str(words("when")["stretch_days"]).format(first=first, last=last)


def _verdict(complaint: Complaint | None) -> str:
    if complaint is None:
        return ""
    verdict = str(content.words("review")["verdict_short"][complaint.verdict])
    close = str(words("when")["close"])
    return close.format(verdict=verdict) if complaint.borderline else verdict
