"""The definitions held against the case: one finding for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selfcheck.case import Applicant, Case, FromWhom, YesNo
from selfcheck.definitions import DEFINITIONS, Definition
from selfcheck.findings import Condition, Finding, Outcome, Value


def classify(case: Case) -> tuple[Finding, ...]:
    """Return a finding for every definition, in the document's order."""
    return tuple(_finding(definition, case) for definition in DEFINITIONS)


def outcome_of(conditions: Iterable[Condition]) -> Outcome:
    """Return how a definition stands, from the values of the conditions it requires."""
    values = {condition.value for condition in conditions}
    if Value.NO in values:
        return Outcome.DOES_NOT_FIT
    if values == {Value.YES}:
        return Outcome.FITS
    return Outcome.MAY_FIT if Value.YES in values else Outcome.NOT_ANSWERED


def labels_that_apply(findings: Iterable[Finding]) -> frozenset[str]:
    """Return the labels to act on: those that fit, or may fit and were spoken of."""
    return frozenset(finding.label for finding in findings if is_to_be_shown(finding))


def is_to_be_shown(finding: Finding) -> bool:
    """Say whether a finding is one to act on; the rest are better folded away."""
    if finding.outcome is Outcome.MAY_FIT:
        return finding.spoken_of
    return finding.outcome is Outcome.FITS


def _finding(definition: Definition, case: Case) -> Finding:
    conditions = tuple(rule(case) for rule in definition.requires)
    outcome = outcome_of(conditions)
    return Finding(
        label=definition.label,
        outcome=outcome,
        conditions=conditions,
        spoken_of=definition.mark is None or definition.mark(case).answered,
        weight=tuple(w for rule in definition.weight for w in rule(case)),
        missing=_missing(conditions, outcome),
        notes=tuple(_notes(definition.label, case, conditions)),
        sources=definition.sources,
    )


def _missing(conditions: tuple[Condition, ...], outcome: Outcome) -> tuple[str, ...]:
    """Return the answers that could still settle the outcome, in asking order."""
    if outcome is Outcome.DOES_NOT_FIT:
        return ()
    asked = (name for condition in conditions for name in condition.settled_by)
    return tuple(dict.fromkeys(asked))


def _notes(label: str, case: Case, conditions: tuple[Condition, ...]) -> Iterator[str]:
    """Yield what the result must also say, whatever its outcome."""
    values = {condition.name: condition.value for condition in conditions}
    if values.get("repeated") is Value.NO:
        yield "single_incident"
    if "from_one_party" in values:
        yield from _party_notes(case)
    if values.get("no_reasonable_purpose") is Value.NO:
        yield "unreasonable_manner"
    if label in ("harassment", "stalking") and case.applicant is Applicant.BUSINESS_OR_GROUP:
        # 1997 Act, s.7(5): the victim must be an individual.
        yield "individuals_only"
    if label == "hate_crime" and values["national_strand"] is Value.UNKNOWN and _named_only(case):
        yield "report_all_the_same"


def _party_notes(case: Case) -> Iterator[str]:
    if case.answers.two_sided is YesNo.YES:
        yield "two_sided"
    if case.answers.from_whom is FromWhom.DIFFERENT_PEOPLE:
        yield "different_people"


def _named_only(case: Case) -> bool:
    return bool(case.answers.targeted_because_of)
