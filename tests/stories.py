"""Small builders for told stories: incidents and reports by their dates."""

from __future__ import annotations

from typing import Any

from selfcheck.case import Answers, Case, Incident
from selfcheck.periods import Period
from selfcheck.procedure import Procedure

MONTH = Period(1, "month")
HALF_YEAR = Period(6, "month")


def incident(happened: str, *reported: str | tuple[str, str], **facts: Any) -> Incident:
    """Return an incident with its reports, each "2026-09-03" (police) or (day, to)."""
    name = facts.pop("id", f"i{happened}")
    by, person = facts.pop("by", "me"), facts.pop("person", None)
    reports = []
    for number, one in enumerate(reported, 1):
        day, to = one if isinstance(one, tuple) else (one, "police")
        reports.append(
            {"id": f"{name}r{number}", "date": day, "to": to, "by": by, "person": person}
        )
    return Incident.model_validate({"id": name, "date": happened, "reports": reports, **facts})


def case(*incidents: Incident, **fields: Any) -> Case:
    """Return a case of somebody in England whom it distresses, with these incidents."""
    answers = {"distress": "yes", **fields.pop("answers", {})}
    return Case.model_validate(
        {"nation": "england", **fields, "answers": Answers.model_validate(answers)}
    ).model_copy(update={"incidents": incidents})


def procedure(**facts: Any) -> Procedure:
    """Return an invented area's procedure with these facts."""
    return Procedure.model_validate({"code": "E06000001", "name": "Testshire", **facts})
