"""The pack: everything the assessment says and rests on, as one PDF to keep or hand over.

Notes of an adviser and what is urgent stay out of it: it is made to be shown to others.
"""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content, explain, picture
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.classify import is_to_be_shown
from selfcheck.documents import pack_log, pack_reasons, pack_reports, pack_sources
from selfcheck.documents.blocks import Block, items, section, text
from selfcheck.documents.typeset import pdf
from selfcheck.documents.unprinted import fit
from selfcheck.findings import Outcome
from selfcheck.review import Review, ReviewOutcome

MOST_STEPS = 12
PICTURE_WIDTH = 640


def make_pack(case: Case, assessment: Assessment) -> bytes:
    """Return the pack as a tagged PDF; PdfNotInstalledError without the typesetter."""
    words = content.words("pack")
    available = assessment.review.outcome is not ReviewOutcome.NOT_AVAILABLE
    data = {
        "title": words["title" if available else "title_elsewhere"],
        "as_it_stood": words["as_it_stood"].format(day=content.long_date(assessment.on)),
        "reference": _reference(case),
        "made": words["made"],
        "danger": words["danger"],
        "page": words["page"],
        "unprinted_note": words["unprinted_note"],
        "not_standard_note": words["not_standard_note"],
        "blocks": [*_blocks(case, assessment)],
    }
    return pdf("pack.typ", data, assessment.on)


def _reference(case: Case) -> str | None:
    reference = fit(case.reference)
    return content.words("pack")["reference"].format(reference=reference) if reference else None


def _blocks(case: Case, assessment: Assessment) -> Iterator[Block]:
    review = assessment.review
    yield from section("answer", [*_answer(case, assessment)])
    yield from section("steps", [*_steps(assessment)])
    yield from section("reports", [*pack_reports.blocks(case, review)])
    yield from section("window", [*_window(review)])
    yield from pack_reasons.ways(review)
    yield from section("kinds", [*pack_reasons.kinds(case, assessment)])
    yield from section("log", [*pack_log.blocks(case, review)])
    yield from section("sources", [*pack_sources.blocks(assessment)])


# ---- the answer ----------------------------------------------------------------------


def _answer(case: Case, assessment: Assessment) -> Iterator[Block]:
    review = assessment.review
    act = explain.act_by(review)
    yield {"is": "answer", "headline": explain.headline(review), "act": act}
    said = [explain.outcome(review), explain.lapsed(review)]
    said += [explain.notice(code) for code in review.notices]
    yield from (text(line) for line in said if line)
    yield {"is": "facts", "facts": [*_facts(case, assessment)]}


def _facts(case: Case, assessment: Assessment) -> Iterator[list[str]]:
    """Yield what was found and every figure and day the answer rests on, each with its name."""
    names = content.words("pack")["facts"]
    for outcome in (Outcome.FITS, Outcome.MAY_FIT):
        found = [*_found(assessment, outcome)]
        if found:
            yield [names[outcome], "; ".join(found)]
    if assessment.review.outcome is not ReviewOutcome.NOT_AVAILABLE:
        yield from _figures(assessment.review, names)
    yield [names["incidents_all"], str(len(case.incidents))]
    yield [names["reports_all"], str(sum(1 for _ in case.reports()))]


def _found(assessment: Assessment, outcome: Outcome) -> Iterator[str]:
    for finding in assessment.findings:
        if finding.outcome is outcome and is_to_be_shown(finding):
            yield content.words("definitions")[finding.label]["title"]


def _figures(review: Review, names: dict[str, str]) -> Iterator[list[str]]:
    if review.procedure:
        yield [names["area"], review.procedure.name]
    yield [names["needed"], str(review.threshold.needed)]
    yield [names["incidents"], str(review.counts.separate_incidents)]
    yield [names["complaints"], str(review.counts.complaints)]
    in_doubt = review.apply_by if review.apply_by != review.apply_advised else None
    for name, day in (
        ("met_from", review.met_from),
        ("apply_by", review.apply_advised),
        ("apply_by_last", in_doubt),
        ("lapsed_on", review.lapsed_on),
    ):
        if day:
            yield [names[name], content.long_date(day)]


def _steps(assessment: Assessment) -> Iterator[Block]:
    steps = assessment.next_steps
    says = [content.say("next_steps", step.reason) for step in steps[:MOST_STEPS]]
    if len(steps) > MOST_STEPS:
        more = content.words("case_review")["more_steps"]
        says.append(more.format(count=len(steps) - MOST_STEPS))
    yield from items(says)


# ---- the days to apply in ------------------------------------------------------------


def _window(review: Review) -> Iterator[Block]:
    drawn = picture.bars(review)
    if drawn:
        words = content.words("pack")["window"]
        says = words["says"] if len(drawn) < picture.MOST_BARS else words["says_some"]
        svg = picture.svg(review, PICTURE_WIDTH)
        yield text(says.format(count=len(drawn)), "lead")
        yield {"is": "picture", "svg": svg, "alt": picture.described(review)}
    yield from _stretches(review)


def _stretches(review: Review) -> Iterator[Block]:
    words = content.words("pack")["window"]
    days = [
        words["stretch"].format(
            first=content.long_date(stretch.first), last=content.long_date(stretch.last)
        )
        for stretch in review.stretches
    ]
    if days:
        yield text(words["stretches"])
        yield from items(days)
