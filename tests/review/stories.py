"""What the stories of section 104 have in common: who tells them, and to whom."""

from __future__ import annotations

from datetime import date

from selfcheck.case import Case
from selfcheck.findings import Condition, Reason, Value
from selfcheck.procedure import Procedure
from selfcheck.review import Review, ReviewOutcome, review
from tests.stories import case, incident, procedure

DISTRESS = Condition("distress", Value.YES, Reason("distress_yes"))
MET, ARGUABLE = ReviewOutcome.MET, ReviewOutcome.ARGUABLE
DISCRETIONARY, REPORT_FIRST = ReviewOutcome.DISCRETIONARY, ReviewOutcome.REPORT_FIRST


def on(day: str, told: Case, rule: Procedure | None = None) -> Review:
    return review(told, rule, DISTRESS, date.fromisoformat(day))


def verdicts(found: Review) -> list[str]:
    return [complaint.verdict.value for complaint in found.complaints]


THREE = case(
    incident("2026-07-18", "2026-07-19"),
    incident("2026-09-02", "2026-09-03"),
    incident("2026-10-19", "2026-10-20"),
)

# Reported on a day from which six months end in doubt: November has no 31st.
MAY = incident("2026-05-31", "2026-05-31")
HATE_ROUTE = procedure(routes=[{"kind": "hate", "reports": 1}])

FIVE_PEOPLE = procedure(
    complaints={"needed": 10}, routes=[{"kind": "several_people", "reports": 3, "people": 3}]
)


def by(*people: str | None) -> Case:
    days = ("01", "03", "05", "07", "09")
    told = [
        incident(
            f"2026-10-{day}",
            f"2026-10-{day}",
            by="neighbour" if person else "me",
            person=person,
        )
        for day, person in zip(days, people, strict=False)
    ]
    return case(*told)
