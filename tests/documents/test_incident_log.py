"""The incident log holds every incident, every report and every verdict."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings

from selfcheck import examples
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.complaints import Complaint, Verdict
from selfcheck.content import long_date, words
from selfcheck.documents.incident_log import make_incident_log
from tests.documents import hostile
from tests.documents.reading import days, faults, read, rows, table_under, tamed, under
from tests.documents.reading import words as said
from tests.documents.test_letter import THREE, days_of
from tests.stories import case, incident
from tests.strategies import TODAY, cases

LOG = words("incident_log")
BEGINS = {
    Verdict.COUNTS: "Counts.",
    Verdict.SAME_INCIDENT: "In time",
    Verdict.REPORTED_TOO_LATE: "Does not count.",
    Verdict.TOO_OLD: "No longer counts.",
    Verdict.NOT_TO_A_RELEVANT_BODY: "May not count.",
    Verdict.AFTER_THIS_DAY: "Not counted.",
}


def agrees(told: Case, assessment: Assessment) -> None:
    """Assert that the log read back holds each incident, report, verdict and count."""
    log = make_incident_log(told, assessment)
    document, review = read(log), assessment.review
    reports = table_under(document, LOG["reports"])

    assert faults(log) == []
    assert "None" not in said(document)
    assert "{" not in said(document)
    assert "}" not in said(document)
    assert len(table_under(document, LOG["incidents"])) == len(told.incidents)
    assert len(reports) == len(list(told.reports()))
    assert days(document) <= days_of(told, assessment)
    if review.complaints:
        assert sorted(map(as_read, reports)) == sorted(map(as_judged, review.complaints))
        assert f"{review.counts.separate_incidents} by separate incident" in said(document)
        assert f"{review.counts.complaints} if each report is counted" in said(document)


def as_read(row: list[str]) -> tuple[str, ...]:
    """Return a row as the day reported, how its verdict begins, and the verdict's days."""
    (begins,) = [word for word in BEGINS.values() if row[6].startswith(word)]
    return (row[2], begins, *re.findall(r"\d+ [A-Z]\w+ \d{4}", row[6]))


def as_judged(complaint: Complaint) -> tuple[str, ...]:
    """Return the same of a verdict."""
    last, report_by = long_date(complaint.window.last), long_date(complaint.report_by)
    named = {
        Verdict.COUNTS: (report_by, last),
        Verdict.SAME_INCIDENT: (report_by, last),
        Verdict.REPORTED_TOO_LATE: (report_by,),
        Verdict.TOO_OLD: (last,),
    }
    reported, begins = long_date(complaint.reported_on), BEGINS[complaint.verdict]
    return (reported, begins, *named.get(complaint.verdict, ()))


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_the_log_of_each_example_agrees_with_its_assessment(name: str) -> None:
    told = tamed(examples.load(name))

    agrees(told, assess(told, examples.TOLD_ON))


@settings(max_examples=200)
@given(cases())
def test_the_log_of_any_case_agrees_with_its_assessment(told: Case) -> None:
    told = tamed(told)

    agrees(told, assess(told, TODAY))


def test_a_log_of_an_earlier_day_says_which_reports_came_later() -> None:
    agrees(THREE, assess(THREE, date(2026, 7, 15)))

    later = assess(THREE, date(2026, 7, 15)).review.complaints[-1]
    assert later.verdict is Verdict.AFTER_THIS_DAY


def test_incidents_stand_in_order_of_day_and_time() -> None:
    told = case(
        incident("2026-10-02", time="09:00", id="i1"),
        incident("2026-10-02", time="07:00", id="i2"),
        incident("2026-09-01", id="i3", approximate=True),
    )
    table = table_under(read(make_incident_log(told, assess(told, TODAY))), LOG["incidents"])

    assert [row[:2] for row in table] == [
        ["1", "about 1 September 2026"],
        ["2", "2 October 2026, 07:00"],
        ["3", "2 October 2026, 09:00"],
    ]


def test_all_that_was_written_down_is_in_it() -> None:
    told = examples.load("clearly_met")
    text = said(read(make_incident_log(told, assess(told, examples.TOLD_ON))))

    for one in told.incidents:
        for typed in (one.what_happened, one.where, one.effect, one.evidence, one.witnesses):
            assert (typed or "") in text
    for _, report in told.reports():
        assert (report.reference or "") in text
        assert (report.response or "") in text


def test_headings_of_a_table_stand_on_every_page() -> None:
    document = read(make_incident_log(THREE, assess(THREE, TODAY)))

    for table in document.tables:
        assert "w:tblHeader" in table.rows[0]._tr.xml
        assert "w:tblHeader" not in table.rows[1]._tr.xml


def test_an_empty_diary_makes_a_log_that_says_so() -> None:
    told = Case()
    log = make_incident_log(told, assess(told, TODAY))

    assert faults(log) == []
    assert "No incident is written down." in said(read(log))


def test_where_no_review_exists_the_log_gives_no_verdict() -> None:
    told = examples.load("scotland")
    document = read(make_incident_log(told, assess(told, examples.TOLD_ON)))

    assert LOG["no_verdicts"] in said(document)
    assert {len(row) for row in table_under(document, LOG["reports"])} == {6}


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_any_text_makes_a_sound_log(kind: str) -> None:
    told = hostile.case_of(hostile.TEXTS[kind])

    assert faults(make_incident_log(told, assess(told, hostile.ON))) == []


def test_words_that_could_be_markup_are_shown_as_typed() -> None:
    typed = hostile.TEXTS["a broken element"]
    told = hostile.case_of(typed)
    (table, *_) = [
        rows(block)
        for block in under(
            read(make_incident_log(told, assess(told, hostile.ON))), LOG["incidents"]
        )
        if not isinstance(block, str)
    ]

    assert f"What happened: {typed}" in table[0][3]


def test_words_that_run_from_right_to_left_are_set_that_way() -> None:
    told = hostile.case_of(hostile.TEXTS["Arabic"])
    log = read(make_incident_log(told, assess(told, hostile.ON)))
    said_back = log.tables[1].rows[1].cells[5].paragraphs[0]

    assert "w:bidi" in said_back._p.xml
    assert "w:rtl" in said_back._p.xml


def test_three_hundred_incidents_make_a_log() -> None:
    told = hostile.case_of("He shouted at me again.", incidents=300)
    log = make_incident_log(told, assess(told, hostile.ON))

    assert faults(log) == []
    assert len(table_under(read(log), LOG["incidents"])) == 300
