"""Long diaries with fixed dates, the same on every machine and every day."""

from __future__ import annotations

from datetime import date, timedelta

from selfcheck.case import Answers, Body, Case, FromWhom, Incident, Kind, Nation, Report, YesNo

AS_OF = date(2026, 11, 22)
KINDS = (Kind.ABUSIVE_LANGUAGE, Kind.INTIMIDATING_BEHAVIOUR)
BODIES = (Body.POLICE, Body.COUNCIL, Body.SOCIAL_LANDLORD)


def long_case(length: int, told: int = len(BODIES)) -> Case:
    """Return a case of `length` incidents over the last two years, each told to some bodies."""
    return Case(
        nation=Nation.ENGLAND,
        area="E08000035",
        answers=Answers(
            kinds=KINDS,
            unwanted=YesNo.YES,
            repeated=YesNo.YES,
            from_whom=FromWhom.ONE_PERSON,
            reasonable_purpose=YesNo.NO,
            distress=YesNo.YES,
        ),
        incidents=tuple(_incident(number, length, told) for number in range(length)),
    )


def _incident(number: int, of: int, told: int) -> Incident:
    happened = AS_OF - timedelta(days=7 + (of - 1 - number) * 720 // of)
    return Incident(
        id=f"i{number}",
        date=happened,
        kinds=(KINDS[number % 2],),
        what_happened="Shouting at the door.",
        reports=tuple(
            Report(id=f"r{number}-{later}", date=happened + timedelta(days=later), to=body)
            for later, body in enumerate(BODIES[:told])
        ),
    )
