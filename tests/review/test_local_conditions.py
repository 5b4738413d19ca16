"""What areas ask for besides the count, shown and never lowering the outcome."""

from __future__ import annotations

import pytest

from selfcheck.findings import Value
from selfcheck.local_conditions import ConditionHeld
from selfcheck.procedure import (
    ConditionKind,
    Standing,
)
from selfcheck.review import Review
from tests.review.stories import (
    MET,
    THREE,
    on,
    verdicts,
)
from tests.stories import case, incident, procedure


def held(found: Review, kind: ConditionKind) -> ConditionHeld:
    return next(one for one in found.conditions if one.condition.kind is kind)


def test_a_doubtful_condition_never_lowers_the_outcome() -> None:
    closed = procedure(conditions=[{"kind": "case_closed", "standing": "doubtful"}])
    still_open = case(*THREE.incidents, answers={"case_closed": "no"})
    found = on("2026-11-22", still_open, closed)

    assert found.outcome is MET
    assert held(found, ConditionKind.CASE_CLOSED).value is Value.NO


def test_a_window_counted_forward_from_the_first_report_is_shown_as_doubtful() -> None:
    forward = procedure(complaints={"needed": 3, "window": "forward_from_first_report"})
    told = case(
        incident("2026-01-10", "2026-01-11"),
        *THREE.incidents,
    )
    found = on("2026-11-22", told, forward)
    window = held(found, ConditionKind.WINDOW_FROM_FIRST_REPORT)

    assert found.outcome is MET
    assert window.condition.standing is Standing.DOUBTFUL
    assert window.value is Value.NO


@pytest.mark.parametrize(("day", "value"), [("2026-11-19", Value.YES), ("2026-11-20", Value.NO)])
def test_a_recent_report_is_looked_for_to_the_day(day: str, value: Value) -> None:
    recent = procedure(
        conditions=[
            {
                "kind": "recent_report",
                "standing": "doubtful",
                "within": {"amount": 1, "unit": "month"},
            }
        ]
    )

    assert held(on(day, THREE, recent), ConditionKind.RECENT_REPORT).value is value


@pytest.mark.parametrize(
    ("kind", "answers", "value"),
    [
        ("case_closed", {"case_closed": "yes"}, Value.YES),
        ("case_closed", {"case_closed": "unsure"}, Value.UNKNOWN),
        ("not_live_case", {"case_closed": "no"}, Value.NO),
        ("no_action_taken", {"response": "not_enough"}, Value.YES),
        ("no_action_taken", {"response": "dealt_with"}, Value.NO),
        ("no_action_taken", {"response": "too_early"}, Value.UNKNOWN),
        ("not_hate_crime", {"targeted": "yes"}, Value.NO),
        ("not_hate_crime", {"targeted": "no"}, Value.YES),
        ("not_hate_crime", {}, Value.UNKNOWN),
        ("not_anonymous", {}, Value.UNKNOWN),
        ("recent_report", {}, Value.UNKNOWN),
    ],
)
def test_a_condition_is_held_against_the_answers(
    kind: str, answers: dict[str, str], value: Value
) -> None:
    area = procedure(conditions=[{"kind": kind, "standing": "local"}])
    found = on("2026-11-22", case(incident("2026-10-01"), answers=answers), area)

    assert held(found, ConditionKind(kind)).value is value


def test_where_hate_crime_is_not_for_the_process_a_hate_report_still_counts() -> None:
    area = procedure(conditions=[{"kind": "not_hate_crime", "standing": "local"}])
    told = case(incident("2026-10-01", "2026-10-02", targeted="yes"))

    assert verdicts(on("2026-11-22", told, area)) == ["counts"]
