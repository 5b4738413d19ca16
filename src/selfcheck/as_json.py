"""An assessment as the JSON of `selfcheck check --json`. Labels and codes are stable."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from selfcheck import content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.complaints import Complaint
from selfcheck.findings import Condition, Finding
from selfcheck.local_conditions import ConditionHeld
from selfcheck.review import Review
from selfcheck.routes import Route
from selfcheck.stretches import Stretch
from selfcheck.what_if import NextStep

Json = dict[str, Any]


def assessment_as_json(case: Case, assessment: Assessment) -> Json:
    """Return the assessment as plain JSON values, days as YYYY-MM-DD.

    What it says is for whoever filled the case in.
    """
    return {
        "as_of": assessment.on.isoformat(),
        "rules": assessment.rules,
        "urgent": [asdict(one) for one in assessment.urgent],
        "findings": [_finding(finding, case) for finding in assessment.findings],
        "review": _review(assessment.review, assessment.next_steps),
        "report_to": list(assessment.report_to),
        "support": list(assessment.support),
    }


def _finding(finding: Finding, case: Case) -> Json:
    return {
        "label": finding.label,
        "outcome": finding.outcome,
        "conditions": [_condition(condition, case) for condition in finding.conditions],
        "weight": [_condition(condition, case) for condition in finding.weight],
        "missing": list(finding.missing),
        "notes": list(finding.notes),
        "sources": list(finding.sources),
    }


def _condition(condition: Condition, case: Case) -> Json:
    return {
        "name": condition.name,
        "value": condition.value,
        "because": list(condition.because),
        "says": explain.why(condition.reason, case),
    }


def _review(review: Review, steps: tuple[NextStep, ...]) -> Json:
    return {
        "outcome": review.outcome,
        "says": explain.headline(review),
        "area": review.area,
        "procedure": _procedure(review),
        "complaints": [_complaint(complaint) for complaint in review.complaints],
        "counts": asdict(review.counts),
        "routes": [_route(route) for route in review.routes],
        "met_from": _day(review.met_from),
        "apply_by": _day(review.apply_by),
        "apply_advised": _day(review.apply_advised),
        "lapsed_on": _day(review.lapsed_on),
        "stretches": [_stretch(stretch) for stretch in review.stretches],
        "conditions": [_held(held) for held in review.conditions],
        "speaks_for": list(review.speaks_for),
        "notices": list(review.notices),
        "next_steps": [_step(step) for step in steps],
    }


def _complaint(complaint: Complaint) -> Json:
    return {
        "report": complaint.report,
        "incident": complaint.incident,
        "verdict": complaint.verdict,
        "report_by": complaint.report_by.isoformat(),
        "window": _stretch(complaint.window),
        "borderline": complaint.borderline,
    }


def _route(route: Route) -> Json:
    people = {"people": route.people, "people_needed": route.people_needed}
    return {
        "route": route.route,
        "outcome": route.outcome,
        "have": route.have,
        "need": route.need,
        **(people if route.people_needed else {}),
    }


def _step(step: NextStep) -> Json:
    return {
        "action": step.action,
        "by": _day(step.by),
        "last_day": _day(step.last_day),
        "incident": step.incident,
        "says": content.say("next_steps", step.reason),
    }


def _procedure(review: Review) -> Json:
    threshold, procedure = review.threshold, review.procedure
    source = procedure.source if procedure else None
    return {
        "number": threshold.needed,
        "period": explain.period(threshold.apply_within),
        "report_within": explain.period(threshold.report_within),
        "source": source.url if source else "statute",
        "checked_on": source.checked_on.isoformat() if source else None,
        "confidence": source.confidence if source else None,
        "from_the_act": list(threshold.from_the_act),
    }


def _held(held: ConditionHeld) -> Json:
    condition = held.condition
    return {
        "kind": condition.kind,
        "standing": condition.standing,
        "value": held.value,
        "says": explain.condition(held),
    }


def _stretch(stretch: Stretch) -> list[str]:
    return [stretch.first.isoformat(), stretch.last.isoformat()]


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
