"""What one area's published review procedures say (section 104(2)), typed.

A field that is None, or an empty list, was not seen on the area's page. It never
means "no": the Act's own rule fills the gap, and `Threshold.from_the_act` says where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from selfcheck.periods import Period


class _Fact(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


_WRITTEN_SPAN = re.compile(r"(1|[2-9]|[1-9]\d+) (day|working day|month)(s?)")


class Span(_Fact):
    """A length of time as a page gives it; working days are shown, never computed.

    Files write it out: "1 month", "30 days", "10 working days".
    """

    amount: Annotated[int, Field(ge=1, le=366)]
    unit: Literal["day", "working_day", "month"]

    @model_validator(mode="before")
    @classmethod
    def _read_written(cls, given: object) -> object:
        """Return a written span as amount and unit; ValueError says how to write one."""
        if not isinstance(given, str):
            return given
        found = _WRITTEN_SPAN.fullmatch(given)
        if not found or (found[1] == "1") == bool(found[3]):
            raise ValueError(f'write "1 month", "30 days" or "10 working days", not "{given}"')
        return {"amount": int(found[1]), "unit": found[2].replace(" ", "_")}

    def as_period(self) -> Period | None:
        """Return this span as a period of days or months; None for working days."""
        return None if self.unit == "working_day" else Period(self.amount, self.unit)


class ComplaintsRule(_Fact):
    """The ordinary route: how many reports, and within which two periods."""

    needed: Annotated[int, Field(ge=1, le=10)]
    period: Span | None = None
    report_within: Span | None = None
    separate_incidents: bool | None = None
    window: Literal["back_from_application", "forward_from_first_report"] | None = None


class RouteKind(StrEnum):
    HATE = "hate"
    SEVERAL_PEOPLE = "several_people"
    VULNERABLE = "vulnerable"
    DISCRETION = "discretion"
    OTHER = "other"


class LocalRoute(_Fact):
    """Another way to qualify that this area publishes, joined to the rest by OR."""

    kind: RouteKind
    reports: Annotated[int, Field(ge=1, le=20)] | None = None
    people: Annotated[int, Field(ge=2, le=20)] | None = None
    period: Span | None = None
    report_within: Span | None = None
    note: str | None = None


class ConditionKind(StrEnum):
    CASE_CLOSED = "case_closed"
    NO_ACTION_TAKEN = "no_action_taken"
    RECENT_REPORT = "recent_report"
    ONE_AGENCY_ONLY = "one_agency_only"
    MEDIATION_ENGAGED = "mediation_engaged"
    EXHAUSTED_COMPLAINTS = "exhausted_complaints"
    WITNESSED_IN_PERSON = "witnessed_in_person"
    NOT_LIVE_CASE = "not_live_case"
    NOT_HATE_CRIME = "not_hate_crime"
    NOT_ANONYMOUS = "not_anonymous"
    NOT_VEXATIOUS = "not_vexatious"
    ALREADY_REVIEWED = "already_reviewed"
    OTHER = "other"
    WINDOW_FROM_FIRST_REPORT = "window_from_first_report"


class Standing(StrEnum):
    """How far a local condition can go: section 104(4) leaves no room to add to it."""

    STATUTORY = "statutory"
    LOCAL = "local"
    DOUBTFUL = "doubtful"


class LocalCondition(_Fact):
    """Something this area asks for besides the count."""

    kind: ConditionKind
    standing: Standing
    within: Span | None = None
    note: str | None = None


class Contact(_Fact):
    """Where this area takes applications (section 104(3)(a): the point of contact)."""

    form_url: str | None = None
    email: str | None = None
    phone: str | None = None
    post: str | None = None
    lead_body: Literal["council", "police", "commissioner", "other"] | None = None


class Clock(_Fact):
    """How soon this area says it does something; None for `after` was not said."""

    event: Literal["acknowledge", "decide", "review", "action_plan"]
    days: Annotated[int, Field(ge=1, le=120)]
    days_kind: Literal["working", "calendar"] | None = None
    after: Literal["application", "decision"] | None = None


class Appeal(_Fact):
    """Who hears someone dissatisfied with the review (Schedule 4 requires a route).

    `to` goes on after "an appeal goes to", as in "the chair of the partnership".
    """

    to: str | None = None
    within: Span | None = None


class Source(_Fact):
    """Where a procedure was read, when, and how sure of it we are."""

    url: str
    note: str
    checked_on: date
    confidence: Literal["high", "medium", "low"]
    kind: Literal["own_page", "shared_scheme", "police_page", "ombudsman", "mirror", "other"]


class Procedure(_Fact):
    """One area's published procedure. Source None: no page was seen at all."""

    code: Annotated[str, Field(pattern=r"^(E0[6-9]|W06)\d{6}$")]
    name: str
    scheme: str | None = None
    complaints: ComplaintsRule | None = None
    routes: tuple[LocalRoute, ...] = ()
    conditions: tuple[LocalCondition, ...] = ()
    contact: Contact = Contact()
    clocks: tuple[Clock, ...] = ()
    appeal: Appeal | None = None
    source: Source | None = None

    def route(self, kind: RouteKind) -> LocalRoute | None:
        """Return this area's route of one kind, or None where it has none."""
        return next((route for route in self.routes if route.kind is kind), None)


# Section 104(4) and (11): three qualifying complaints, one month, six months.
ACT_NEEDED = 3
ACT_REPORT_WITHIN = Period(1, "month")
ACT_APPLY_WITHIN = Period(6, "month")


@dataclass(frozen=True, slots=True)
class Threshold:
    """One route's number and periods, the Act's figures filling what was not seen.

    `from_the_act` names the fields the page did not give.
    """

    needed: int
    apply_within: Period
    report_within: Period
    separate_incidents: bool = True
    people: int = 1
    from_the_act: tuple[str, ...] = ()


def complaints_threshold(procedure: Procedure | None) -> Threshold:
    """Return the ordinary route of an area; the Act's own where no page was seen."""
    rule = (procedure.complaints if procedure else None) or None
    period = _period(rule.period if rule else None)
    report_within = _period(rule.report_within if rule else None)
    separate = rule.separate_incidents if rule else None
    return Threshold(
        needed=rule.needed if rule else ACT_NEEDED,
        apply_within=period or ACT_APPLY_WITHIN,
        report_within=report_within or ACT_REPORT_WITHIN,
        # Section 104(12) leaves this to each area; most want separate incidents.
        separate_incidents=separate is not False,
        from_the_act=_missing(number=rule, period=period, report_within=report_within),
    )


def route_threshold(route: LocalRoute, ordinary: Threshold) -> Threshold:
    """Return a further route's figures; what it does not say is as on the ordinary one."""
    period, report_within = _period(route.period), _period(route.report_within)
    return Threshold(
        needed=route.reports or 1,
        apply_within=period or ordinary.apply_within,
        report_within=report_within or ordinary.report_within,
        separate_incidents=ordinary.separate_incidents,
        people=route.people or 1,
        from_the_act=ordinary.from_the_act,
    )


def _period(span: Span | None) -> Period | None:
    return span.as_period() if span else None


def _missing(**seen: object) -> tuple[str, ...]:
    return tuple(name for name, value in seen.items() if value is None)


def kinds_of(conditions: Iterable[LocalCondition]) -> frozenset[ConditionKind]:
    """Return the kinds of a list of conditions."""
    return frozenset(condition.kind for condition in conditions)
