"""Each example tells its story on its own day; every date here was worked out by hand.

A period of months that begins with a day ends on the day before the same day of the
later month, so a report of 24 August carries an application until 23 February.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from selfcheck.assessment import Assessment, assess
from selfcheck.case import Body, Case, Report
from selfcheck.casefile import open_case, save_case
from selfcheck.content import words
from selfcheck.examples import EXAMPLES, TOLD_ON, data, load
from selfcheck.findings import Outcome


def assessed(name: str) -> Assessment:
    return assess(load(name), TOLD_ON)


def labels_that_fit(name: str) -> set[str]:
    return {f.label for f in assessed(name).findings if f.outcome is Outcome.FITS}


def verdicts(assessment: Assessment) -> list[tuple[str, str]]:
    return [(c.report, str(c.verdict)) for c in assessment.review.complaints]


def steps(assessment: Assessment) -> list[tuple[str, date | None, str | None]]:
    return [(str(step.action), step.by, step.incident) for step in assessment.next_steps]


def counts(assessment: Assessment) -> tuple[int, int]:
    found = assessment.review.counts
    return found.separate_incidents, found.complaints


def with_report(case: Case, incident_id: str, reported_on: date) -> Case:
    """Return the case with one more report to the police."""
    report = Report(id="late", date=reported_on, to=Body.POLICE)
    incidents = tuple(
        i.model_copy(update={"reports": (*i.reports, report)}) if i.id == incident_id else i
        for i in case.incidents
    )
    return case.model_copy(update={"incidents": incidents})


# ---- all of them -----------------------------------------------------------------


def test_there_are_eight_stories_each_with_a_title_and_a_sentence() -> None:
    assert len(EXAMPLES) == len(set(EXAMPLES)) == 8
    assert list(words("examples")) == list(EXAMPLES)
    assert all(set(entry) == {"title", "summary"} for entry in words("examples").values())


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_stands_in_its_file_as_the_program_saves_it(name: str) -> None:
    assert save_case(open_case(data(name), TOLD_ON)) == data(name)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_full_diary_told_in_sentences(name: str) -> None:
    case = load(name)

    assert case.incidents
    assert all(len(i.what_happened or "") > 60 and i.where for i in case.incidents)
    assert any(report.reference for _, report in case.reports())


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("later", [1, 8, 9, 38, 67, 68, 98, 99, 128, 365, 465, 828])
def test_an_example_tells_the_same_story_on_another_day(name: str, later: int) -> None:
    day = TOLD_ON + timedelta(days=later)
    then, now = assessed(name), assess(load(name, day), day)

    assert now.review.outcome is then.review.outcome
    assert counts(now) == counts(then)
    assert (now.review.lapsed_on is None) == (then.review.lapsed_on is None)
    assert [step.action for step in now.next_steps] == [step.action for step in then.next_steps]


# ---- one by one ------------------------------------------------------------------


def test_clearly_met_rests_on_five_incidents() -> None:
    told = assessed("clearly_met")

    assert told.review.outcome == "met"
    assert counts(told) == (5, 6)
    # Third incident reported on 23 August 2026: with 15 June and 20 July, three windows.
    assert told.review.met_from == date(2026, 8, 23)
    # Windows end 14 December (15 June), 19 January (20 July), 23 February (the second
    # report of that incident, 24 August), 17 April, 8 May. Three last until the third
    # from the end.
    assert told.review.apply_by == told.review.apply_advised == date(2027, 2, 23)
    assert verdicts(told) == [
        ("r1", "counts"),
        ("r2", "counts"),
        ("r3", "same_incident"),
        ("r4", "counts"),
        ("r5", "counts"),
        ("r6", "counts"),
    ]
    assert steps(told) == [("apply", date(2027, 2, 23), None)]
    assert labels_that_fit("clearly_met") == {
        "harassment",
        "anti_social_behaviour",
        "intimidating_behaviour",
        "abusive_language",
        "other_asb",
    }


def test_one_short_can_still_be_met_by_reporting_in_time() -> None:
    told = assessed("one_short")

    assert told.review.outcome == "discretionary"
    assert counts(told) == (2, 2)
    assert told.review.apply_by is None
    # 12 July could be reported until 11 August; it was reported on 20 August.
    assert verdicts(told) == [("r1", "reported_too_late"), ("r2", "counts"), ("r3", "counts")]
    assert steps(told) == [
        # One month beginning with 3 November ends on 2 December.
        ("report_incident", date(2026, 12, 2), "i4"),
        # The report of 1 September carries an application until 28 February.
        ("report_new_incident", date(2027, 2, 28), None),
        ("apply_anyway", None, None),
    ]
    assert labels_that_fit("one_short") == {
        "harassment",
        "anti_social_behaviour",
        "abusive_language",
        "other_asb",
    }


def test_one_short_flips_on_the_last_day_and_not_on_the_day_after() -> None:
    case = load("one_short")
    in_time = with_report(case, "i4", date(2026, 12, 2))
    too_late = with_report(case, "i4", date(2026, 12, 3))

    assert assess(in_time, date(2026, 12, 2)).review.outcome == "met"
    # Until the report of 1 September is over: the day before 1 March.
    assert assess(in_time, date(2026, 12, 2)).review.apply_by == date(2027, 2, 28)
    assert assess(too_late, date(2026, 12, 3)).review.outcome == "discretionary"


def test_three_reports_of_one_incident_are_arguable() -> None:
    told = assessed("same_incident")

    assert told.review.outcome == "arguable"
    assert counts(told) == (1, 3)
    assert verdicts(told) == [
        ("r1", "same_incident"),
        ("r2", "same_incident"),
        ("r3", "counts"),
    ]
    # All three count one by one until that of 24 October is over: 23 April 2027.
    assert told.review.apply_by == date(2027, 4, 23)
    assert told.review.met_from is None
    assert steps(told) == [("apply", date(2027, 4, 23), None), ("fewest_reports", None, None)]
    assert labels_that_fit("same_incident") == {
        "anti_social_behaviour",
        "violence_or_threats",
        "other_asb",
    }
    assert told.finding("harassment").outcome == "may_fit"


def test_lapsed_was_met_until_last_week() -> None:
    told = assessed("lapsed")

    assert told.review.outcome == "discretionary"
    assert counts(told) == (2, 2)
    # Three from 4 July, until the report of 16 May was over: six months end 15 November.
    assert told.review.stretches == ((date(2026, 7, 4), date(2026, 11, 15)),)
    assert told.review.lapsed_on == date(2026, 11, 16)
    assert verdicts(told) == [("r1", "too_old"), ("r2", "counts"), ("r3", "counts")]
    assert steps(told) == [
        # The report of 20 June carries an application until 19 December.
        ("report_new_incident", date(2026, 12, 19), None),
        ("apply_anyway", None, None),
    ]
    assert assess(load("lapsed"), date(2026, 11, 15)).review.outcome == "met"
    assert labels_that_fit("lapsed") == {
        "harassment",
        "anti_social_behaviour",
        "malicious_communications",
        "other_asb",
    }


def test_one_report_of_hate_is_enough_where_the_area_says_so() -> None:
    told = assessed("hate_route")
    routes = [(str(r.route), str(r.outcome), r.have, r.need) for r in told.review.routes]

    assert told.review.outcome == "met"
    assert counts(told) == (1, 1)
    assert routes[:2] == [("complaints", "not_met", 1, 3), ("hate", "met", 1, 1)]
    assert told.review.met_from == date(2026, 11, 1)
    # Six months beginning with 1 November end on 30 April.
    assert told.review.apply_by == date(2027, 4, 30)
    assert labels_that_fit("hate_route") == {
        "harassment",
        "hate_incident",
        "hate_crime",
        "anti_social_behaviour",
        "abusive_language",
    }


def test_stalking_with_danger_now_puts_999_first() -> None:
    told = assessed("stalking_danger")

    assert [one.code for one in told.urgent] == [
        "call_999",
        "tell_police_stalking",
        "tell_police_violence",
        "domestic_abuse",
    ]
    assert told.report_to[0] == "police_999"
    assert labels_that_fit("stalking_danger") == {
        "harassment",
        "stalking",
        "anti_social_behaviour",
        "intimidating_behaviour",
        "malicious_communications",
    }
    assert told.review.outcome == "discretionary"
    assert counts(told) == (2, 2)
    assert steps(told) == [
        # One month beginning with 20 November ends on 19 December.
        ("report_incident", date(2026, 12, 19), "i4"),
        # The report of 18 October carries an application until 17 April.
        ("report_new_incident", date(2027, 4, 17), None),
        ("apply_anyway", None, None),
    ]


def test_different_people_is_no_harassment_and_still_a_review() -> None:
    told = assessed("different_people")

    assert told.finding("harassment").outcome == "does_not_fit"
    assert "different_people" in told.finding("harassment").notes
    assert labels_that_fit("different_people") == {
        "anti_social_behaviour",
        "abusive_language",
        "begging",
        "other_asb",
    }
    assert told.review.outcome == "met"
    assert counts(told) == (4, 4)
    # The third report, made by a neighbour, is of 25 October.
    assert told.review.met_from == date(2026, 10, 25)
    # Ends: 8 February, 12 March, 24 April, 13 May; three last until the second of them.
    assert told.review.apply_by == date(2027, 3, 12)


def test_scotland_has_no_review_and_still_an_answer() -> None:
    told = assessed("scotland")

    assert told.review.outcome == "not_available"
    assert told.review.notices == ("scotland",)
    assert told.review.apply_by is None
    assert told.next_steps == ()
    assert labels_that_fit("scotland") == {
        "harassment",
        "bullying",
        "cyber_bullying",
        "anti_social_behaviour",
        "abusive_language",
        "malicious_communications",
    }
    assert "childline" in told.support
