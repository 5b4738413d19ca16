"""The part of the pack that names its sources, each with the day it was read."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content, explain, law
from selfcheck.assessment import Assessment
from selfcheck.classify import is_to_be_shown
from selfcheck.documents.blocks import Block, heading, items
from selfcheck.documents.unprinted import fit
from selfcheck.review import ReviewOutcome

# What every case review rests on, whatever was found.
_REVIEW = ("asbcpa2014.s104.4", "asbcpa2014.s104.5", "asbcpa2014.s104.11", "asbcpa2014.s104.12")


def blocks(assessment: Assessment) -> Iterator[Block]:
    """Yield the area's rule with its source, then every provision the answer rests on."""
    words = content.words("pack")["sources"]
    available = assessment.review.outcome is not ReviewOutcome.NOT_AVAILABLE
    if available:
        yield heading(words["rule"], 2)
        yield from items(explain.rule_used(assessment.review))
        yield from _page(assessment)
    yield heading(words["law"], 2)
    shown = (f for f in assessment.findings if is_to_be_shown(f))
    keys = [*(_REVIEW if available else ()), *(key for f in shown for key in f.sources)]
    yield {"is": "sources", "sources": [_source(key) for key in dict.fromkeys(["document", *keys])]}


def _page(assessment: Assessment) -> Iterator[Block]:
    procedure = assessment.review.procedure
    if procedure and procedure.source:
        read = procedure.source
        says = (
            f"{explain.checked(read)} {content.words('case_review')['confidence'][read.confidence]}"
        )
        yield {"is": "sources", "sources": [_cited(procedure.name, read.url, says)]}


def _source(key: str) -> Block:
    source, words = law.SOURCES[key], content.words("pack")["sources"]
    return _cited(
        source.cite,
        source.url,
        words[source.basis].format(day=content.long_date(law.LAW_CHECKED_ON)),
    )


def _cited(cite: str, url: str | None, says: str) -> Block:
    return {"cite": fit(cite), "url": url, "says": fit(says)}
