"""The part of the pack that lists each report with its verdict."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content, explain, picture
from selfcheck.case import Case
from selfcheck.complaints import Complaint, Verdict
from selfcheck.documents.blocks import Block, text
from selfcheck.documents.unprinted import fit
from selfcheck.review import Review, ReviewOutcome


def blocks(case: Case, review: Review) -> Iterator[Block]:
    """Yield the table of reports in the order they were made; nothing where none is judged."""
    if review.outcome is ReviewOutcome.NOT_AVAILABLE:
        return
    words = content.words("pack")["reports"]
    if not review.complaints:
        yield text(words["none"])
        return
    references = {report.id: report.reference for _, report in case.reports()}
    about = {incident.id for incident in case.incidents if incident.approximate}
    yield text(words["says"], "lead")
    yield {
        "is": "reports",
        "columns": words["columns"],
        "rows": [
            _row(number, complaint, references[complaint.report], complaint.incident in about)
            for number, complaint in picture.numbered(review)
        ],
    }


def _row(number: int, complaint: Complaint, reference: str | None, about: bool) -> Block:
    words = content.words("pack")["reports"]
    happened = content.long_date(complaint.happened_on)
    typed = fit(reference)
    first, _, rest = explain.verdict(complaint).partition(". ")
    if complaint.borderline:
        rest = f"{rest} {content.words('review')['borderline']['verdict']}".strip()
    return {
        "number": str(number),
        "happened": words["about"].format(day=happened) if about else happened,
        "reported": content.long_date(complaint.reported_on),
        "to": content.words("choices")["Body"][complaint.to],
        "reference": words["reference"].format(reference=typed) if typed else None,
        "verdict": f"{first.rstrip('.')}.",
        "why": rest,
        "counts": complaint.verdict is Verdict.COUNTS,
    }
