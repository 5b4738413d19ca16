"""One call from a case to everything the faces show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from selfcheck import areas, law, signposting
from selfcheck.case import Case
from selfcheck.classify import classify, labels_that_apply
from selfcheck.findings import Condition, Finding
from selfcheck.procedure import Procedure
from selfcheck.review import Review, review
from selfcheck.urgent import Urgent, urgent
from selfcheck.what_if import NextStep, next_steps


@dataclass(frozen=True, slots=True)
class Assessment:
    """A case assessed as it stood on `on`; the same case and day give the same one.

    `rules` names the rule set in force, None before case reviews existed. `report_to`
    and `support` are codes of `signposting`, the first to turn to first.
    """

    on: date
    rules: str | None
    urgent: tuple[Urgent, ...]
    findings: tuple[Finding, ...]
    review: Review
    next_steps: tuple[NextStep, ...]
    report_to: tuple[str, ...]
    support: tuple[str, ...]

    def finding(self, label: str) -> Finding:
        """Return the finding of one definition; StopIteration never happens for a label."""
        return next(finding for finding in self.findings if finding.label == label)


def assess(case: Case, on: date) -> Assessment:
    """Return the assessment of a case as it stood on a day, which is included.

    Incidents and reports after `on` are left out; the review lists such reports.
    """
    known = case.as_it_stood_on(on)
    findings = classify(known)
    labels = labels_that_apply(findings)
    procedure = procedure_of(case)
    reviewed = review(case, procedure, _distress(findings), on)
    rules = law.rules_on(on)
    return Assessment(
        on=on,
        rules=rules.name if rules else None,
        urgent=urgent(known, findings),
        findings=findings,
        review=reviewed,
        next_steps=next_steps(case, reviewed, procedure),
        report_to=signposting.report_to(known, labels),
        support=signposting.support(known, labels),
    )


def procedure_of(case: Case) -> Procedure | None:
    """Return the procedure of the case's area, or None where no area was chosen."""
    return areas.procedure(case.area) if case.area and areas.area(case.area) else None


def _distress(findings: tuple[Finding, ...]) -> Condition:
    asb = next(finding for finding in findings if finding.label == "anti_social_behaviour")
    return asb.conditions[0]
