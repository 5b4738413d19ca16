"""The part of the pack that tells the diary, the oldest incident first."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content, diary, picture
from selfcheck.case import Case, Incident, Report, ReportedBy, YesNo
from selfcheck.documents.blocks import Block, heading, text
from selfcheck.documents.unprinted import fit
from selfcheck.review import Review

_TEXTS = ("what_happened", "where", "effect", "evidence", "witnesses")


def blocks(case: Case, review: Review) -> Iterator[Block]:
    """Yield each incident with all that was written down about it, and who was told."""
    words = content.words("pack")["log"]
    if not case.incidents:
        yield text(words["none"])
    numbers = {complaint.report: number for number, complaint in picture.numbered(review)}
    in_order = sorted(case.incidents, key=lambda incident: (incident.date, incident.time or ""))
    for number, incident in enumerate(in_order, start=1):
        yield heading(words["number"].format(number=number, when=diary.when_says(incident)), 2)
        yield {"is": "fields", "fields": [*_fields(incident, numbers)]}


def _fields(incident: Incident, numbers: dict[str, int]) -> Iterator[list[str]]:
    words = content.words("pack")["log"]
    named = [diary.choice("Kind", kind) for kind in incident.kinds]
    if named:
        yield [words["kinds"], "; ".join(named)]
    for name in _TEXTS:
        typed = fit(getattr(incident, name))
        if typed:
            yield [words[name], typed]
    if incident.targeted in (YesNo.YES, YesNo.UNSURE):
        yield [words["targeted"], diary.choice("YesNo", incident.targeted)]
    told = [_told(report, numbers.get(report.id)) for report in incident.reports]
    yield [words["told"], "\n".join(told) or words["told_nobody"]]


def _told(report: Report, number: int | None) -> str:
    """Return one report in a line; it has a number where the pack lists the reports."""
    words = content.words("pack")["log"]
    day = content.long_date(report.date)
    when = words["report"].format(number=number, day=day) if number else day
    said = words["told_whom"].format(when=when, to=diary.choice("Body", report.to))
    if report.by is not ReportedBy.ME:
        said += " " + words["by"].format(by=_by(report))
    for name in ("reference", "response"):
        if typed := fit(getattr(report, name)):
            said += " " + words[name].format(typed=typed)
    return str(said)


def _by(report: Report) -> str:
    by, person = diary.choice("ReportedBy", report.by), fit(report.person)
    return f"{by} ({person})" if person else by
