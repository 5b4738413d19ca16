"""One page in plain words for the person whose case it is: what follows, by when, who helps.

Nothing an adviser noted and nothing that was typed about what happened is in it, so that it
can be handed over or sent.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.classify import is_to_be_shown
from selfcheck.complaints import Complaint, Verdict
from selfcheck.documents.parts import Passage, Table, lines, points, typed
from selfcheck.findings import Outcome
from selfcheck.organisations import ORGANISATIONS
from selfcheck.picture import numbered
from selfcheck.review import ReviewOutcome

# So that it stays on one page.
MOST_STEPS, MOST_REPORTS, MOST_NOTICES, MOST_HELPERS = 4, 10, 2, 4


def passages(assessment: Assessment) -> tuple[Passage, ...]:
    """Return what the page says, part by part, without what stands at its head and foot."""
    words = _words()
    found = (
        Passage("answer", words["answer"], lines(*_answer(assessment))),
        Passage("steps", words["steps"], points(_steps(assessment))),
        _reports(assessment),
        Passage("kinds", words["kinds"], lines(*_kinds(assessment))),
        Passage("support", words["support"], points(_helpers(assessment))),
    )
    return tuple(one for one in found if one.lines or one.table)


def head(case: Case, assessment: Assessment) -> str:
    """Return whose case it is, by its reference, and the day."""
    words = _words()
    day = words["as_it_stood"].format(day=content.long_date(assessment.on))
    reference = typed(case.reference)
    if not reference:
        return str(day)
    return f"{words['reference'].format(reference=' '.join(reference.split()))} · {day}"


def _answer(assessment: Assessment) -> Iterator[str]:
    review = assessment.review
    yield " ".join(one for one in (explain.headline(review), explain.act_by(review)) if one)
    yield explain.outcome(review)
    if lapsed := explain.lapsed(review):
        yield lapsed
    yield from (explain.notice(code) for code in review.notices[:MOST_NOTICES])


def _steps(assessment: Assessment) -> Iterator[str]:
    steps = assessment.next_steps
    yield from (content.say("next_steps", step.reason) for step in steps[:MOST_STEPS])
    if len(steps) > MOST_STEPS:
        yield _words()["more_steps"]


# ---- reports -------------------------------------------------------------------------


def _reports(assessment: Assessment) -> Passage:
    """Return the reports as a table; of many, those that count longest."""
    words, review = _words(), assessment.review
    if review.outcome is ReviewOutcome.NOT_AVAILABLE or not review.complaints:
        return Passage("reports", None)
    ranked = sorted(numbered(review), key=_how_much_it_matters)[:MOST_REPORTS]
    table = Table(
        words["reports_say"],
        tuple(words["columns"]),
        tuple(_row(number, complaint) for number, complaint in sorted(ranked)),
        tuple(words["shares"]),
    )
    left = len(review.complaints) - len(ranked)
    more = words["more_reports"].format(count=left) if left else None
    return Passage("reports", words["reports"], lines(more), table)


def _how_much_it_matters(row: tuple[int, Complaint]) -> tuple[bool, int]:
    _, complaint = row
    return complaint.verdict is not Verdict.COUNTS, -complaint.window.last.toordinal()


def _row(number: int, complaint: Complaint) -> tuple[str, ...]:
    return (
        str(number),
        content.long_date(complaint.happened_on),
        content.long_date(complaint.reported_on),
        content.words("documents")["bodies"][complaint.to],
        _verdict(complaint),
    )


def _verdict(complaint: Complaint) -> str:
    verdict: str = content.words("review")["verdict_short"][complaint.verdict]
    if complaint.verdict is not Verdict.COUNTS:
        return verdict
    until = content.long_date(complaint.window.last)
    return str(_words()["counts_until"]).format(verdict=verdict, until=until)


# ---- what it is called, who helps ----------------------------------------------------


def _kinds(assessment: Assessment) -> Iterator[str]:
    shown = [finding for finding in assessment.findings if is_to_be_shown(finding)]
    for outcome in (Outcome.FITS, Outcome.MAY_FIT):
        named = [
            content.words("definitions")[finding.label]["title"]
            for finding in shown
            if finding.outcome is outcome
        ]
        if named:
            yield _words()[outcome].format(kinds=", ".join(named))


def _helpers(assessment: Assessment) -> Iterator[str]:
    known = (ORGANISATIONS[code] for code in assessment.support)
    with_phone = [one for one in known if one.phone]
    for one in with_phone[:MOST_HELPERS]:
        name = one.name.removesuffix(f", {one.phone}")
        yield _words()["helper"].format(name=name, phone=one.phone)


def _words() -> dict[str, Any]:
    return dict(content.words("summary")["plain"])
