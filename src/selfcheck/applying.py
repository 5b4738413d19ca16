"""Applying for a case review: who may, what to have ready, and where to turn if unheard.

Codes only; their words stand in `content/how_to_apply.toml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from selfcheck import areas
from selfcheck.case import Applicant, Case, Nation
from selfcheck.needs import SOCIAL_TENANT
from selfcheck.periods import ONE_DAY, Period
from selfcheck.procedure import Clock, Procedure

# When to ask how far they are where the area names no day that can be counted. The law
# sets none either: these four weeks are our own.
ASK_AFTER = Period(28, "day")


class Awaited(NamedTuple):
    """Something the area says it does after an application, and its last day to do it."""

    clock: Clock
    by: date


def who_applies(case: Case) -> str:
    """Return the code of what to say about who may apply (section 104(1): any person).

    For someone who helps another, it says how the question of consent was answered.
    """
    if case.on_behalf:
        return f"on_behalf_{case.consent or 'unanswered'}"
    return str(case.applicant or Applicant.SELF)


def to_have_ready(case: Case) -> tuple[str, ...]:
    """Return the codes of what to have ready before applying, in order."""
    return tuple(_to_have_ready(case))


def replies_due(procedure: Procedure | None, applied_on: date) -> tuple[Awaited, ...]:
    """Return what the area owes after an application made on a day, the first day first.

    Only clocks in calendar days after the application: anything else would be a guess.
    """
    due = (
        Awaited(clock, Period(clock.days, "day").deadline_within(applied_on).last)
        for clock in (procedure.clocks if procedure else ())
        if clock.days_kind == "calendar" and clock.after == "application"
    )
    return tuple(sorted(due, key=lambda awaited: awaited.by))


def ask_again_on(procedure: Procedure | None, applied_on: date) -> date:
    """Return the day to ask how far they are: after the last reply was due, else in four weeks."""
    due = replies_due(procedure, applied_on)
    return (due[-1].by if due else ASK_AFTER.last_day(applied_on)) + ONE_DAY


def _to_have_ready(case: Case) -> Iterator[str]:
    yield from ("dates", "told", "references", "effect", "evidence")
    if case.answers.home in SOCIAL_TENANT:
        yield "landlord"
    if case.on_behalf:
        yield "consent"
    yield from ("wanted", "reach")


def if_unheard(case: Case, procedure: Procedure | None) -> tuple[str, ...]:
    """Return the codes of where to turn when refused or not heard, the nearest first."""
    return tuple(_if_unheard(case, procedure))


def nation_of(case: Case) -> Nation | None:
    """Return the nation named, else that of the council chosen, else None."""
    area = areas.area(case.area) if case.area else None
    return case.nation or (area.nation if area else None)


def _if_unheard(case: Case, procedure: Procedure | None) -> Iterator[str]:
    nation = nation_of(case)
    if nation in (Nation.SCOTLAND, Nation.NORTHERN_IRELAND):
        yield f"ombudsman_{nation}"
        return
    # Schedule 4 requires a route for those dissatisfied; not every page names it.
    yield "area_appeal" if procedure and procedure.appeal else "ask_for_appeal"
    # The 2026 Act's review by the local policing body is not known to have begun.
    yield "policing_body"
    if nation is not Nation.WALES:
        yield "council_england"
        if case.answers.home in (*SOCIAL_TENANT, None):
            yield "landlord_england"
    if nation is not Nation.ENGLAND:
        yield "ombudsman_wales"
    yield "police"
