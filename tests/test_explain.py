"""Results in words: the same sentences for pages, letters and the command line."""

from __future__ import annotations

from datetime import date

import pytest

from selfcheck import explain
from selfcheck.assessment import assess
from selfcheck.case import Case
from selfcheck.content import long_date, say, weekday_date, words
from selfcheck.periods import Period
from selfcheck.procedure import Span
from selfcheck.review import Review
from tests.review.stories import FIVE_PEOPLE, HATE_ROUTE, THREE, by, on
from tests.stories import case, incident


def test_a_met_threshold_says_so_and_names_the_day() -> None:
    found = on("2026-11-22", THREE)

    assert explain.headline(found) == words("review")["headline"]["met"]
    assert explain.act_by(found) == "Apply by Monday 18 January 2027."
    assert explain.outcome(found).startswith("Reports that count: 3. Number needed: 3.")


def test_on_the_last_day_it_says_today() -> None:
    found = on("2027-01-18", THREE)

    assert explain.act_by(found) == "Apply today, Monday 18 January 2027. It is the last day."


def test_where_the_last_day_is_in_doubt_the_day_before_is_named() -> None:
    told = case(
        incident("2026-05-31", "2026-05-31"),
        incident("2026-06-10", "2026-06-10"),
        incident("2026-07-10", "2026-07-10"),
    )
    found = on("2026-11-22", told)

    assert found.apply_by == date(2026, 11, 30)
    assert explain.act_by(found) == "Apply by Sunday 29 November 2026."


def test_short_of_the_number_no_day_is_named() -> None:
    assert explain.act_by(on("2027-01-19", THREE)) is None


def test_a_lapsed_threshold_says_until_when_it_was_met() -> None:
    assert explain.lapsed(on("2027-01-19", THREE)) == (
        "The threshold was met until 18 January 2027. "
        "One of the reports then became too old to count."
    )
    assert explain.lapsed(on("2026-11-22", THREE)) is None


def test_a_hate_route_says_how_many_such_reports_it_takes() -> None:
    told = case(incident("2026-10-01", "2026-10-02", targeted="yes"))

    assert explain.outcome(on("2026-11-22", told, HATE_ROUTE)) == (
        "This area accepts one reported hate incident. Reported: 1."
    )


def test_where_the_motive_was_left_open_people_are_asked_to_mark_the_incident() -> None:
    told = case(incident("2026-10-01", "2026-10-02"), answers={"targeted": "yes"})

    says = explain.outcome(on("2026-11-22", told, HATE_ROUTE))

    assert "Mark each such incident in your diary" in says


def test_a_several_people_route_says_how_many_people() -> None:
    found = on("2026-11-22", by(None, "A", "B"), FIVE_PEOPLE)

    assert explain.outcome(found) == (
        "This area accepts 3 reports from at least 3 people. There are 3 from 3."
    )
    assert explain.route_count(found.routes[1]) == "3 of the 3 needed. Different people: 3 of 3"


@pytest.mark.parametrize(
    ("told", "day", "sentence"),
    [
        (THREE, "2026-11-22", "Counts. It was reported in time"),
        (THREE, "2027-01-19", "No longer counts. You could rely on it until 18 January 2027."),
        (
            case(incident("2025-03-01", "2025-04-01")),
            "2025-04-02",
            "Does not count. It had to be reported by 31 March 2025.",
        ),
    ],
)
def test_a_verdict_names_its_date(told: Case, day: str, sentence: str) -> None:
    assert explain.verdict(on(day, told).complaints[0]).startswith(sentence)


def test_the_national_rule_is_named_as_such() -> None:
    national, figures = explain.procedure(on("2026-11-22", THREE))

    assert national == words("review")["procedure"]["national"]
    assert figures == (
        "3 reports, each made within 1 month of what happened. "
        "Apply within 6 months of each report."
    )


def test_a_local_rule_gives_its_source_its_date_and_how_sure_it_is() -> None:
    told = case(*THREE.incidents, area="E08000035")
    lines = explain.procedure(assess(told, date(2026, 11, 22)).review)

    assert lines[0] == "The published rule of Leeds."
    assert lines[-1].startswith("Checked on ")
    assert any(line.startswith("Source: http") for line in lines)


@pytest.mark.parametrize(
    ("length", "says"),
    [
        (Period(1, "month"), "1 month"),
        (Period(6, "month"), "6 months"),
        (Period(30, "day"), "30 days"),
        (Period(1, "day"), "1 day"),
    ],
)
def test_a_period_in_words(length: Period, says: str) -> None:
    assert explain.period(length) == says


def test_working_days_are_said_as_working_days() -> None:
    assert explain.span(Span(amount=10, unit="working_day")) == "10 working days"
    assert explain.span(Span(amount=1, unit="working_day")) == "1 working day"


def test_days_are_written_out() -> None:
    assert long_date(date(2026, 12, 2)) == "2 December 2026"
    assert weekday_date(date(2026, 12, 2)) == "Wednesday 2 December 2026"


def every_review() -> list[Review]:
    days = ("2026-07-01", "2026-09-30", "2026-11-22", "2027-01-18", "2027-01-19")
    return [on(day, THREE) for day in days]


@pytest.mark.parametrize("found", every_review(), ids=lambda found: str(found.on))
def test_no_sentence_has_a_gap_left_in_it(found: Review) -> None:
    sentences = [
        explain.headline(found),
        explain.outcome(found),
        *(explain.verdict(complaint) for complaint in found.complaints),
        *(explain.notice(code) for code in found.notices),
        *(explain.speaks_for(code) for code in found.speaks_for),
    ]

    assert not [sentence for sentence in sentences if "{" in sentence or "None" in sentence]


def test_every_next_step_has_words_for_its_reason() -> None:
    told = case(
        incident("2026-07-18", "2026-07-19"),
        incident("2026-09-02", "2026-09-03"),
        incident("2026-11-03"),
        incident("2026-11-10", approximate=True),
    )
    steps = assess(told, date(2026, 11, 22)).next_steps

    says = [say("next_steps", step.reason) for step in steps]

    assert says[0] == (
        "Report the incident of 3 November 2026 by 2 December 2026. "
        "Then the threshold would be met that day."
    )
    assert says[1] == (
        "Report the incident of about 10 November 2026 by 2 December 2026, or sooner because "
        "the date is not certain. Then the threshold would be met that day."
    )
