"""Two assessments beside each other: the present one and an imagined one, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from selfcheck import areas, content, explain
from selfcheck.assessment import Assessment
from selfcheck.imagined import Imagined
from selfcheck.picture import numbered
from selfcheck.review import Review, ReviewOutcome


@dataclass(frozen=True, slots=True)
class Row:
    """One thing as it is and as imagined; `same` where both are alike."""

    code: str
    name: str
    now: str
    imagined: str

    @property
    def same(self) -> bool:
        """Say whether the change made no difference here."""
        return self.now == self.imagined


def compare(now: Assessment, imagined: Assessment) -> tuple[Row, ...]:
    """Return what an adviser looks at first, as it is and as imagined; nothing that is neither."""
    names = _words()["row"]
    numbers = {complaint.report: str(number) for number, complaint in numbered(now.review)}
    present, other = dict(_told(now, numbers)), dict(_told(imagined, numbers))
    rows = (Row(code, names[code], present[code], other[code]) for code in present)
    return tuple(row for row in rows if not row.same or row.now != _none())


def changes_said(changes: Imagined, now: Assessment) -> tuple[str, ...]:
    """Return each imagined change in a sentence."""
    words = _words()["change"]
    numbers = {complaint.report: number for number, complaint in numbered(now.review)}
    said = [words["on"].format(day=content.long_date(changes.on))] if changes.on != now.on else []
    area = areas.area(changes.area) if changes.area else None
    said += [words["area"].format(area=area.name)] if area else []
    for report, day in changes.moved.items():
        values = {"number": numbers.get(report, ""), "day": content.long_date(day)}
        said.append(words["moved"].format_map(values))
    said += [words["unmade"].format(number=numbers.get(report, "")) for report in changes.unmade]
    if new := changes.added:
        values = {
            "reported": content.long_date(new.reported_on),
            "happened": content.long_date(new.happened_on),
        }
        said.append(words["added"].format_map(values))
    return tuple(said)


def _told(assessment: Assessment, numbers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    review = assessment.review
    yield "on", content.long_date(review.on)
    yield "headline", explain.headline(review)
    yield "act_by", _day(review.apply_advised)
    yield "counts", _counted(review)
    yield "needed", str(review.threshold.needed) if _available(review) else _none()
    yield "met_from", _day(review.met_from)
    yield "lapsed_on", _day(review.lapsed_on)
    yield "rule", explain.rule_used(review)[0] if _available(review) else _none()
    yield "reports", _reports(review, numbers)


def _reports(review: Review, numbers: Mapping[str, str]) -> str:
    """Return each report with its verdict in a word or two, by its number in the present answer."""
    short, new = content.words("review")["verdict_short"], _words()["compare"]["new"]
    told = [(numbers.get(c.report, new), short[c.verdict]) for c in review.complaints]
    told.sort(key=lambda pair: (not pair[0].isdecimal(), pair[0].zfill(6)))
    return "; ".join(f"{number}: {verdict}" for number, verdict in told) or _none()


def _counted(review: Review) -> str:
    return str(review.counts.separate_incidents) if _available(review) else _none()


def _available(review: Review) -> bool:
    return review.outcome is not ReviewOutcome.NOT_AVAILABLE


def _day(day: date | None) -> str:
    return content.long_date(day) if day else _none()


def _none() -> str:
    return str(_words()["compare"]["none"])


def _words() -> dict[str, Any]:
    return dict(content.words("imagined"))
