"""The shape of `selfcheck check --json`: every key it promises, and what each may hold.

More keys may stand beside these; none of these may be missing or hold anything else.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
Sentence = Annotated[str, Field(min_length=1, pattern=r"[.?]$")]
Stretch = Annotated[list[Day], Field(min_length=2, max_length=2)]


class _Shape(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")


class Urgent(_Shape):
    code: str
    because: list[str]


class Condition(_Shape):
    name: str
    value: Literal["yes", "no", "unknown"]
    because: list[str]
    says: Sentence


class Finding(_Shape):
    label: str
    outcome: Literal["fits", "does_not_fit", "may_fit", "not_answered"]
    conditions: Annotated[list[Condition], Field(min_length=1)]
    weight: list[Condition]
    missing: list[str]
    sources: Annotated[list[str], Field(min_length=1)]


class Procedure(_Shape):
    number: int
    period: str
    report_within: str
    source: str
    checked_on: Day | None
    confidence: Literal["high", "medium", "low"] | None


class Complaint(_Shape):
    report: str
    incident: str
    verdict: Literal[
        "counts",
        "reported_too_late",
        "too_old",
        "same_incident",
        "not_to_a_relevant_body",
        "after_this_day",
    ]
    window: Stretch
    borderline: bool


class Counts(_Shape):
    separate_incidents: int
    complaints: int


class Route(_Shape):
    route: Literal["complaints", "hate", "several_people", "vulnerability", "other", "discretion"]
    outcome: Literal["met", "arguable", "not_met", "discretionary", "unknown"]
    have: int | None
    need: int | None


class NextStep(_Shape):
    action: str
    by: Day | None
    incident: str | None
    says: Sentence


class Review(_Shape):
    outcome: Literal["met", "arguable", "discretionary", "report_first", "not_available"]
    area: str | None
    procedure: Procedure
    complaints: list[Complaint]
    counts: Counts
    routes: list[Route]
    met_from: Day | None
    apply_by: Day | None
    lapsed_on: Day | None
    stretches: list[Stretch]
    conditions: list[dict[str, object]]
    next_steps: list[NextStep]


class Printed(_Shape):
    """All that `check --json` prints."""

    as_of: Day
    rules: str | None
    urgent: list[Urgent]
    findings: Annotated[list[Finding], Field(min_length=1)]
    review: Review
    report_to: list[str]
    support: list[str]
