"""What an area asks for besides the count, held against the case.

None of these ever lowers the outcome: where three qualifying complaints were made,
section 104(4) says the bodies must decide that the threshold is met. They are shown
with their standing so that people know what they may be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from selfcheck.case import Case, Response, YesNo
from selfcheck.complaints import Complaint, Verdict
from selfcheck.conditions import targeted
from selfcheck.findings import Value
from selfcheck.procedure import (
    ConditionKind,
    LocalCondition,
    Procedure,
    Standing,
    complaints_threshold,
)


@dataclass(frozen=True, slots=True)
class ConditionHeld:
    """A local condition and whether the case seems to keep it."""

    condition: LocalCondition
    value: Value


def hold_conditions(
    case: Case, procedure: Procedure | None, complaints: Sequence[Complaint], on: date
) -> tuple[ConditionHeld, ...]:
    """Return each condition of an area with its value on a day."""
    if procedure is None:
        return ()
    return tuple(
        ConditionHeld(condition, _value(condition, case, procedure, complaints, on))
        for condition in _conditions(procedure)
    )


def _conditions(procedure: Procedure) -> Iterator[LocalCondition]:
    yield from procedure.conditions
    rule = procedure.complaints
    if rule and rule.window == "forward_from_first_report":
        # Read literally this shuts out people who have suffered for long; the Act looks
        # at each complaint by itself, so the local window is shown and never applied.
        yield LocalCondition(
            kind=ConditionKind.WINDOW_FROM_FIRST_REPORT, standing=Standing.DOUBTFUL
        )


def _value(
    condition: LocalCondition,
    case: Case,
    procedure: Procedure,
    complaints: Sequence[Complaint],
    on: date,
) -> Value:
    match condition.kind:
        case ConditionKind.CASE_CLOSED | ConditionKind.NOT_LIVE_CASE:
            return _from(case.answers.case_closed)
        case ConditionKind.NO_ACTION_TAKEN:
            return _no_action(case.answers.response)
        case ConditionKind.NOT_HATE_CRIME:
            return _opposite(targeted(case).value)
        case ConditionKind.RECENT_REPORT:
            return _recent(condition, complaints, on)
        case ConditionKind.WINDOW_FROM_FIRST_REPORT:
            return _from_first(procedure, complaints, on)
        case _:
            return Value.UNKNOWN


def _from(answer: YesNo | None) -> Value:
    return Value.UNKNOWN if answer in (None, YesNo.UNSURE) else Value(answer.value)


def _no_action(response: Response | None) -> Value:
    if response in (Response.NONE, Response.NOT_ENOUGH):
        return Value.YES
    return Value.NO if response is Response.DEALT_WITH else Value.UNKNOWN


def _opposite(value: Value) -> Value:
    return {Value.YES: Value.NO, Value.NO: Value.YES}.get(value, Value.UNKNOWN)


def _recent(condition: LocalCondition, complaints: Sequence[Complaint], on: date) -> Value:
    period = condition.within.as_period() if condition.within else None
    made = [c.reported_on for c in complaints if c.verdict is not Verdict.AFTER_THIS_DAY]
    if period is None or not made:
        return Value.UNKNOWN
    return Value.YES if on <= period.deadline(max(made)).last else Value.NO


def _from_first(procedure: Procedure, complaints: Sequence[Complaint], on: date) -> Value:
    passed = (Verdict.COUNTS, Verdict.SAME_INCIDENT, Verdict.TOO_OLD)
    made = [c.reported_on for c in complaints if c.verdict in passed]
    if not made:
        return Value.UNKNOWN
    period = complaints_threshold(procedure).apply_within
    return Value.YES if on <= period.deadline(min(made)).last else Value.NO
