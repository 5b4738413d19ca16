"""Answers that do not go together. Nothing is corrected: people are asked which is right."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck import conditions as c
from selfcheck.case import Case, SchoolOrWork, YesNo
from selfcheck.findings import Reason, Value


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two things that do not go together, and the question to look at again."""

    reason: Reason
    question: str


def contradictions(case: Case) -> tuple[Contradiction, ...]:
    """Return what does not go together in a case, in asking order."""
    return tuple(_contradictions(case))


def _contradictions(case: Case) -> Iterator[Contradiction]:
    answers = case.answers
    repeated = c.repeated(case)
    if answers.repeated is YesNo.NO and repeated.value is Value.YES:
        count = len(repeated.because)
        yield Contradiction(Reason("once_but_diary_has_more", {"count": count}), "repeated")
    if answers.unwanted is YesNo.NO and (answers.harm or answers.distress is YesNo.YES):
        yield Contradiction(Reason("wanted_but_harmed"), "unwanted")
    if answers.targeted is YesNo.NO and c.targeted(case).value is Value.YES:
        yield Contradiction(Reason("not_targeted_but_hate_named"), "targeted")
    at_school_or_work = answers.school_or_work in (SchoolOrWork.SCHOOL, SchoolOrWork.WORK)
    if answers.bullying is YesNo.NO and at_school_or_work:
        yield Contradiction(Reason("no_bullying_but_school_or_work"), "bullying")
    if answers.distress is YesNo.NO and answers.harm:
        yield Contradiction(Reason("no_distress_but_harm"), "distress")
