"""What must be said before anything else: danger now, and where to turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from selfcheck.case import Case, Harm, Kind, YesNo
from selfcheck.findings import Finding, Outcome
from selfcheck.needs import is_domestic

# The questions whose answers alone make something urgent: each stands in a `because`.
URGENT_QUESTIONS = frozenset(
    ("immediate_danger", "harm", "fear_of_violence", "kinds", "relationship")
)


@dataclass(frozen=True, slots=True)
class Urgent:
    """One urgent thing: a code with its words in `content/`, and what it rests on."""

    code: str
    because: tuple[str, ...]


def urgent(case: Case, findings: Iterable[Finding]) -> tuple[Urgent, ...]:
    """Return what is urgent in a case, the most urgent first."""
    return tuple(_urgent(case, {finding.label: finding.outcome for finding in findings}))


def _urgent(case: Case, outcomes: dict[str, Outcome]) -> Iterator[Urgent]:
    answers = case.answers
    # Somebody unsure whether they are in danger is told how to get help.
    if answers.immediate_danger in (YesNo.YES, YesNo.UNSURE):
        yield Urgent("call_999", ("immediate_danger",))
    if Harm.THOUGHTS_OF_SELF_HARM in (answers.harm or ()):
        yield Urgent("crisis_support", ("harm",))
    afraid = answers.fear_of_violence is YesNo.YES
    stalked = outcomes["stalking"]
    if stalked is Outcome.FITS or (stalked is Outcome.MAY_FIT and afraid):
        yield Urgent("tell_police_stalking", ("stalking",))
    violence = tuple(_violence(case))
    if violence:
        yield Urgent("tell_police_violence", violence)
    if is_domestic(case):
        yield Urgent("domestic_abuse", ("relationship",))


def _violence(case: Case) -> Iterator[str]:
    if case.answers.fear_of_violence is YesNo.YES:
        yield "fear_of_violence"
    if Kind.VIOLENCE_OR_THREATS in (case.answers.kinds or ()):
        yield "kinds"
    yield from (i.id for i in case.incidents if Kind.VIOLENCE_OR_THREATS in i.kinds)
