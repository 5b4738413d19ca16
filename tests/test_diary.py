"""The diary: ids, adding and removing, and what each incident still lacks."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck import diary
from selfcheck.assessment import assess
from selfcheck.case import MAX_INCIDENTS, Body, Case, Incident, Nation, Report
from selfcheck.complaints import RELEVANT_BODIES, Verdict
from selfcheck.diary import Entry, Gap
from selfcheck.what_if import Action
from tests.strategies import TODAY, cases


def incident(number: int, day: date, **more: Any) -> Incident:
    return Incident(id=f"i{number}", date=day, **more)


def told(number: int, day: date, to: Body = Body.POLICE) -> Report:
    return Report(id=f"r{number}", date=day, to=to)


def entry(found: Incident, *others: Incident, on: date = TODAY, **answers: Any) -> Entry:
    """Return how an incident stands in a diary."""
    case = Case(incidents=(found, *others), **answers)
    entries = diary.entries(case, assess(case, on))
    return next(one for one in entries if one.incident == found)


# ---- ids -------------------------------------------------------------------------


def test_the_first_incident_of_a_diary_is_i1() -> None:
    assert diary.new_id(Case(), "i") == "i1"
    assert diary.new_id(Case(), "r") == "r1"


def test_a_new_id_follows_the_highest_even_when_others_were_removed() -> None:
    case = Case(incidents=(incident(7, date(2026, 9, 1)), incident(3, date(2026, 9, 2))))

    assert diary.new_id(case, "i") == "i8"


def test_an_incident_may_have_an_id_that_looks_like_a_report() -> None:
    case = Case(incidents=(Incident(id="r4", date=date(2026, 9, 1)),))

    assert diary.new_id(case, "r") == "r5"


def test_a_number_too_long_to_count_on_from_is_left_alone() -> None:
    case = Case(incidents=(Incident(id="i" + "9" * 39, date=date(2026, 9, 1)),))

    assert diary.new_id(case, "i") == "i1"


@given(cases())
def test_a_new_id_is_never_taken(case: Case) -> None:
    taken = {i.id for i in case.incidents} | {r.id for _, r in case.reports()}

    assert diary.new_id(case, "i") not in taken
    assert diary.new_id(case, "r") not in taken


# ---- adding, changing, removing --------------------------------------------------


@given(cases())
def test_adding_and_removing_leaves_the_diary_as_it_was(case: Case) -> None:
    new = Incident(id=diary.new_id(case, "i"), date=date(2026, 11, 3))
    added = diary.add(case, new)

    assert diary.find(added, new.id) == new
    assert diary.remove(added, new.id) == case


@given(cases(), st.data())
def test_a_change_touches_one_incident_and_keeps_its_place(case: Case, data: st.DataObject) -> None:
    if not case.incidents:
        case = Case(incidents=(incident(1, date(2026, 9, 1)),))
    place = data.draw(st.integers(0, len(case.incidents) - 1))
    changed = case.incidents[place].model_copy(update={"effect": "I could not sleep"})
    after = diary.replace(case, changed)

    assert after.incidents[place] == changed
    assert after.incidents[:place] == case.incidents[:place]
    assert after.incidents[place + 1 :] == case.incidents[place + 1 :]


def test_a_change_to_an_incident_that_was_removed_puts_it_back() -> None:
    changed = incident(1, date(2026, 9, 1))

    assert diary.replace(Case(), changed).incidents == (changed,)


def test_removing_what_is_not_there_changes_nothing() -> None:
    case = Case(incidents=(incident(1, date(2026, 9, 1)),))

    assert diary.remove(case, "i9") == case


def test_the_latest_incident_is_the_one_that_happened_last() -> None:
    first = incident(1, date(2026, 9, 2), time="09:00")
    evening = incident(2, date(2026, 9, 2), time="22:15")
    before = incident(3, date(2026, 9, 1))

    assert diary.latest(Case(incidents=(first, evening, before))) == evening
    assert diary.latest(Case()) is None


def test_of_two_incidents_at_the_same_time_the_one_added_last_is_the_latest() -> None:
    case = Case(incidents=(incident(1, date(2026, 9, 2)), incident(2, date(2026, 9, 2))))

    assert diary.latest(case) == case.incidents[1]


# ---- reading one about to be added -----------------------------------------------


def refusals(case: Case, raw: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    read = diary.read(case, raw, TODAY)
    assert isinstance(read, list)
    return [(problem.place, diary.problem_says(problem)) for problem in read]


def test_a_sound_incident_is_read() -> None:
    raw = {"id": "i1", "date": "2026-11-22", "what_happened": "Shouting"}

    assert diary.read(Case(), raw, TODAY) == incident(1, TODAY, what_happened="Shouting")


def test_tomorrow_is_refused_as_in_a_case_file() -> None:
    assert refusals(Case(), {"id": "i1", "date": "2026-11-23"}) == [
        (
            ("date",),
            "23 November 2026 is in the future. Check the date, or add it once it has happened.",
        )
    ]


def test_a_report_before_its_incident_is_refused_beside_the_report() -> None:
    report = {"id": "r1", "date": "2026-11-02", "to": "police"}
    raw = {"id": "i1", "date": "2026-11-03", "reports": [report]}

    assert refusals(Case(), raw) == [
        (
            ("reports", 0, "date"),
            (
                "The report is dated 2 November 2026, before the incident of 3 November 2026. "
                "Correct one of the two dates."
            ),
        )
    ]


def test_a_report_on_the_day_itself_is_fine() -> None:
    report = {"id": "r1", "date": "2026-11-03", "to": "police"}
    raw = {"id": "i1", "date": "2026-11-03", "reports": [report]}

    assert isinstance(diary.read(Case(), raw, TODAY), Incident)


def test_a_text_that_is_too_long_is_refused_and_not_cut() -> None:
    raw = {"id": "i1", "date": "2026-11-03", "what_happened": "x" * 4001}

    assert refusals(Case(), raw) == [
        (
            ("what_happened",),
            (
                "This text is longer than 4,000 characters, which is the most that is kept. "
                "Shorten it."
            ),
        )
    ]


def test_a_change_may_keep_its_own_id_and_a_new_one_may_not_take_it() -> None:
    case = Case(incidents=(incident(1, date(2026, 9, 1)), incident(2, date(2026, 9, 2))))
    report = {"id": "i2", "date": "2026-11-03", "to": "police"}

    assert isinstance(diary.read(case, {"id": "i1", "date": "2026-11-03"}, TODAY), Incident)
    assert [
        place
        for place, _ in refusals(case, {"id": "i3", "date": "2026-11-03"} | {"reports": [report]})
    ] == [("reports", 0, "id")]


def test_a_full_diary_takes_no_more_but_its_incidents_can_be_changed() -> None:
    days = tuple(incident(number, date(2026, 9, 1)) for number in range(MAX_INCIDENTS))
    full = Case(incidents=days)

    assert refusals(full, {"id": "new", "date": "2026-11-03"}) == [
        ((), "The diary is full. It can hold 2,000 incidents. Remove old ones first.")
    ]
    assert isinstance(diary.read(full, {"id": "i5", "date": "2026-11-03"}, TODAY), Incident)


# ---- order -----------------------------------------------------------------------


def test_the_newest_incident_comes_first_and_of_one_time_the_one_added_last() -> None:
    case = Case(
        incidents=(
            incident(1, date(2026, 9, 2)),
            incident(2, date(2026, 11, 3), time="09:00"),
            incident(3, date(2026, 11, 3), time="22:15"),
            incident(4, date(2026, 9, 2)),
        )
    )

    found = diary.entries(case, assess(case, TODAY))

    assert [one.incident.id for one in found] == ["i3", "i2", "i4", "i1"]


@given(cases())
def test_every_incident_stands_in_the_list_once_with_all_its_verdicts(case: Case) -> None:
    assessment = assess(case, TODAY)
    found = diary.entries(case, assessment)
    listed = [complaint for one in found for complaint in one.complaints]

    assert sorted(one.incident.id for one in found) == sorted(i.id for i in case.incidents)
    assert {c.report for c in listed} == {c.report for c in assessment.review.complaints}
    assert len(listed) == len(assessment.review.complaints)
    assert [one.incident.date for one in found] == sorted(
        (i.date for i in case.incidents), reverse=True
    )


# ---- gaps ------------------------------------------------------------------------


def test_an_unreported_incident_names_its_last_day_and_the_days_left() -> None:
    found = entry(incident(1, date(2026, 11, 3)))

    assert (found.gap, found.left, found.over) == (Gap.NOT_REPORTED, 10, False)
    assert diary.gap_says(found) == (
        "Not reported yet. Last day to report it: 2 December 2026. You have 10 days left."
    )


def test_on_the_last_day_but_one_there_is_one_day_left() -> None:
    found = entry(incident(1, date(2026, 10, 24)))

    assert found.left == 1
    assert str(diary.gap_says(found)).endswith("23 November 2026. You have 1 day left.")


def test_on_the_last_day_it_says_today() -> None:
    found = entry(incident(1, date(2026, 10, 23)))

    assert found.left == 0
    assert str(diary.gap_says(found)).endswith("22 November 2026. That is today.")


def test_on_the_day_after_the_last_it_is_too_late_to_count() -> None:
    found = entry(incident(1, date(2026, 10, 22)))

    assert (found.gap, found.step, found.over) == (Gap.NOT_REPORTED, None, True)
    assert diary.gap_says(found) == (
        "Not reported yet. It is too late to count. You can still report it. "
        "It helps to show how long this has gone on."
    )


def test_a_report_that_would_be_enough_says_so() -> None:
    reported = [incident(n, date(2026, 9, n), reports=(told(n, date(2026, 9, n)),)) for n in (2, 3)]
    found = entry(incident(1, date(2026, 11, 3)), *reported)

    assert found.step is not None
    assert found.step.action is Action.REPORT_INCIDENT
    assert diary.gap_says(found) == (
        "Not reported yet. Report it by 2 December 2026. Then the threshold for a Case "
        "Review would be met. You have 10 days left."
    )


def test_an_approximate_date_is_given_an_earlier_day_and_says_why() -> None:
    found = entry(incident(1, date(2026, 11, 3), approximate=True))

    assert diary.gap_says(found) == (
        "Not reported yet. You are not sure of the date. To be safe, report it by "
        "26 November 2026. You have 4 days left."
    )


@pytest.mark.parametrize(
    ("bodies", "opening"),
    [
        ([Body.PRIVATE_LANDLORD], "You told only your landlord. That may not count."),
        ([Body.SCHOOL], "You told only the school or college. That may not count."),
        ([Body.SCHOOL, Body.EMPLOYER], "None of those you told may count."),
    ],
)
def test_who_was_told_in_vain_is_named(bodies: list[Body], opening: str) -> None:
    reports = tuple(told(n, date(2026, 11, 4), body) for n, body in enumerate(bodies))
    found = entry(incident(1, date(2026, 11, 3), reports=reports))

    assert found.gap is Gap.TOLD_OTHERS
    assert [c.verdict for c in found.complaints] == [Verdict.NOT_TO_A_RELEVANT_BODY] * len(bodies)
    assert diary.gap_says(found) == (
        f"{opening} Last day to report it: 2 December 2026. You have 10 days left."
    )


@pytest.mark.parametrize("body", sorted(RELEVANT_BODIES))
def test_once_a_body_that_counts_was_told_nothing_is_lacking(body: Body) -> None:
    found = entry(incident(1, date(2026, 11, 3), reports=(told(1, date(2026, 11, 4), body),)))

    assert found.gap is None
    assert found.step is None
    assert diary.gap_says(found) is None


def test_a_report_made_too_late_is_told_by_its_verdict_not_as_a_gap() -> None:
    found = entry(incident(1, date(2026, 9, 1), reports=(told(1, date(2026, 10, 1)),)))

    assert found.gap is None
    assert [c.verdict for c in found.complaints] == [Verdict.REPORTED_TOO_LATE]


def test_where_there_is_no_case_review_no_last_day_is_named() -> None:
    found = entry(incident(1, date(2026, 11, 3)), nation=Nation.SCOTLAND)

    assert (found.gap, found.over) == (Gap.NOT_REPORTED, False)
    assert diary.gap_says(found) == "Not reported yet."


def test_what_lies_after_the_day_assessed_lacks_nothing_yet() -> None:
    found = entry(incident(1, date(2026, 11, 3)), on=date(2026, 11, 2))

    assert found.gap is None


def test_a_report_after_the_day_assessed_does_not_fill_the_gap_before_it() -> None:
    reported = incident(1, date(2026, 11, 3), reports=(told(1, date(2026, 11, 10)),))

    assert entry(reported, on=date(2026, 11, 9)).gap is Gap.NOT_REPORTED
    assert entry(reported, on=date(2026, 11, 10)).gap is None


@given(cases())
def test_every_last_day_is_one_the_assessment_names_and_not_over(case: Case) -> None:
    assessment = assess(case, TODAY)
    named = {(step.incident, step.by) for step in assessment.next_steps}

    for one in diary.entries(case, assessment):
        says = diary.gap_says(one)
        assert (says is None) == (one.gap is None)
        if one.step:
            assert (one.incident.id, one.step.by) in named
            assert one.left is not None
            assert one.left >= 0
            assert not one.over


# ---- when, in words --------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({}, "Tuesday 3 November 2026"),
        ({"time": "22:15"}, "Tuesday 3 November 2026, 22:15"),
        ({"approximate": True}, "About 3 November 2026"),
        ({"approximate": True, "time": "22:15"}, "About 3 November 2026, 22:15"),
    ],
)
def test_when_it_happened_is_told_as_surely_as_it_is_known(more: dict[str, Any], says: str) -> None:
    assert diary.when_says(incident(1, date(2026, 11, 3), **more)) == says
