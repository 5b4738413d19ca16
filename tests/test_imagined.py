"""What if: the same rules on a changed copy, and the case itself never touched."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck.assessment import assess
from selfcheck.case import Answers, Body, Case, Incident, Nation, Report, YesNo
from selfcheck.casefile import open_case, save_case
from selfcheck.compared import changes_said, compare
from selfcheck.examples import EXAMPLES, load
from selfcheck.imagined import (
    CannotImagineError,
    Imagined,
    NewReport,
    assess_imagined,
    imagine,
)
from selfcheck.review import ReviewOutcome

TODAY = date(2026, 11, 22)


def incident(number: int, happened: date, *reported: date) -> Incident:
    reports = tuple(
        Report(id=f"r{number}{n}", date=day, to=Body.POLICE) for n, day in enumerate(reported)
    )
    return Incident(id=f"i{number}", date=happened, reports=reports)


CASE = Case(
    nation=Nation.ENGLAND,
    answers=Answers(distress=YesNo.YES),
    incidents=(
        incident(1, date(2026, 8, 1), date(2026, 8, 2)),
        incident(2, date(2026, 9, 1), date(2026, 9, 2)),
        incident(3, date(2026, 11, 10)),
    ),
)


def outcome(changes: Imagined) -> ReviewOutcome:
    return assess_imagined(CASE, changes).review.outcome


# ---- each change -----------------------------------------------------------------------


def test_without_a_change_it_is_the_present_answer() -> None:
    assert imagine(CASE, Imagined(TODAY)) == CASE
    assert assess_imagined(CASE, Imagined(TODAY)) == assess(CASE, TODAY)


def test_one_more_report_of_an_incident_in_the_diary_meets_the_threshold() -> None:
    new = NewReport(date(2026, 11, 20), date(2026, 11, 10), incident="i3")

    assert assess(CASE, TODAY).review.outcome is ReviewOutcome.DISCRETIONARY
    assert outcome(Imagined(TODAY, added=new)) is ReviewOutcome.MET
    assert [len(i.reports) for i in imagine(CASE, Imagined(TODAY, added=new)).incidents] == [
        1,
        1,
        1,
    ]


def test_one_more_report_of_a_new_incident_meets_it_too() -> None:
    new = NewReport(date(2026, 11, 21), date(2026, 11, 21))

    assert outcome(Imagined(TODAY, added=new)) is ReviewOutcome.MET
    assert len(imagine(CASE, Imagined(TODAY, added=new)).incidents) == 4


def test_a_report_to_somebody_else_does_not_count_in_imagination_either() -> None:
    new = NewReport(date(2026, 11, 21), date(2026, 11, 21), to=Body.SCHOOL)

    assert outcome(Imagined(TODAY, added=new)) is ReviewOutcome.DISCRETIONARY


def test_a_report_that_was_never_made_is_gone() -> None:
    changed = imagine(CASE, Imagined(TODAY, unmade=frozenset({"r10", "r20"})))

    assert not list(changed.reports())
    assert assess(changed, TODAY).review.outcome is ReviewOutcome.REPORT_FIRST


def test_a_report_on_another_day_is_judged_by_that_day() -> None:
    imagined = assess_imagined(CASE, Imagined(TODAY, moved={"r10": date(2026, 9, 20)}))
    (first, _) = imagined.review.complaints

    assert first.reported_on == date(2026, 9, 20)
    assert first.verdict == "reported_too_late"


def test_another_day_of_applying_is_how_it_stood_or_will_stand() -> None:
    earlier = assess_imagined(CASE, Imagined(date(2026, 8, 15)))
    later = assess_imagined(CASE, Imagined(date(2027, 2, 10)))

    assert earlier.review.counts.separate_incidents == 1
    assert [c.verdict for c in later.review.complaints] == ["too_old", "counts"]


def test_another_area_brings_its_own_rule_and_its_nation() -> None:
    changed = imagine(CASE, Imagined(TODAY, area="W06000015"))

    assert changed.area == "W06000015"
    assert changed.nation is Nation.WALES


def test_a_report_before_its_incident_cannot_be_imagined() -> None:
    for changes in (
        Imagined(TODAY, moved={"r10": date(2026, 7, 31)}),
        Imagined(TODAY, added=NewReport(date(2026, 11, 9), date(2026, 11, 10), incident="i3")),
        Imagined(TODAY, added=NewReport(date(2026, 11, 9), date(2026, 11, 10))),
    ):
        with pytest.raises(CannotImagineError) as refused:
            imagine(CASE, changes)

        assert refused.value.reason.code == "report_before_incident"


def test_an_area_that_is_none_cannot_be_imagined() -> None:
    with pytest.raises(CannotImagineError) as refused:
        imagine(CASE, Imagined(TODAY, area="E06999999"))

    assert refused.value.reason.code == "unknown_area"


# ---- the case itself -------------------------------------------------------------------

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(
    name=st.sampled_from(EXAMPLES),
    on=DAYS,
    day=DAYS,
    area=st.sampled_from([None, "E08000003", "W06000015", "E07000139"]),
    to=st.sampled_from(Body),
)
def test_the_case_is_the_same_byte_for_byte_whatever_is_imagined(
    name: str, on: date, day: date, area: str | None, to: Body
) -> None:
    case = load(name)
    before = save_case(case)
    first = next((report.id for _, report in case.reports()), "r1")
    changes = Imagined(on, area, {first: day}, frozenset({"r2"}), NewReport(day, min(on, day), to))
    try:
        assess_imagined(case, changes)
    except CannotImagineError:
        assert day < max(i.date for i in case.incidents)

    assert save_case(case) == before
    assert open_case(before, TODAY) == case


# ---- beside each other -----------------------------------------------------------------


def test_only_what_differs_is_not_the_same() -> None:
    new = NewReport(date(2026, 11, 21), date(2026, 11, 21))
    changes = Imagined(TODAY, added=new)
    now = assess(CASE, TODAY)
    rows = {row.code: row for row in compare(now, assess_imagined(CASE, changes))}

    assert rows["needed"].same
    assert (rows["counts"].now, rows["counts"].imagined) == ("2", "3")
    assert (rows["act_by"].now, rows["act_by"].imagined) == ("None", "1 February 2027")
    assert rows["reports"].imagined == "1: Counts; 2: Counts; New: Counts"


def test_reports_keep_their_numbers_whatever_day_they_are_moved_to() -> None:
    changes = Imagined(TODAY, moved={"r10": date(2026, 9, 20)})
    now = assess(CASE, TODAY)
    rows = {row.code: row for row in compare(now, assess_imagined(CASE, changes))}

    assert rows["reports"].imagined == "1: Reported too late; 2: Counts"
    assert changes_said(changes, now) == ("Report 1 made on 20 September 2026.",)


@pytest.mark.parametrize("name", EXAMPLES)
def test_nothing_differs_where_nothing_is_imagined(name: str) -> None:
    now = assess(load(name), TODAY)

    assert all(row.same for row in compare(now, now))
    assert changes_said(Imagined(TODAY), now) == ()


def test_every_change_is_said() -> None:
    changes = Imagined(
        date(2026, 11, 3),
        "E08000003",
        {"r10": date(2026, 8, 20)},
        frozenset({"r20"}),
        NewReport(date(2026, 11, 2), date(2026, 11, 1)),
    )

    assert changes_said(changes, assess(CASE, TODAY)) == (
        "Applied on 3 November 2026.",
        "In Manchester.",
        "Report 1 made on 20 August 2026.",
        "Report 2 never made.",
        "One more report on 2 November 2026, of what happened on 1 November 2026.",
    )
