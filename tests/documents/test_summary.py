"""Both summaries read back: the assessment's own days and outcomes, one page, no notes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta

import pytest

from selfcheck import content, explain
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Body, Case, Incident, Report
from selfcheck.content import long_date
from selfcheck.documents import summary
from selfcheck.documents.incident_log import make_incident_log
from selfcheck.documents.letter import NoLetter, letter_text, make_letter
from selfcheck.documents.pack import make_pack
from selfcheck.documents.summary_files import (
    plain_pdf,
    plain_word,
    technical_pdf,
    technical_word,
)
from selfcheck.examples import EXAMPLES, load
from selfcheck.trace import trace
from tests.documents.pdf import faults, page_count, words_of
from tests.documents.reading import DAY, read, table_under, under

TODAY = date(2026, 11, 22)
PAGE = r"Page \d+ of \d+"
Make = Callable[[Case, Assessment], bytes]


def word_text(data: bytes) -> str:
    document = read(data)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return " ".join(" ".join([*(p.text for p in document.paragraphs), *cells]).split())


def text(make: Make, case: Case, on: date = TODAY) -> str:
    data = make(case, assess(case, on))
    return words_of(data, PAGE) if make in (plain_pdf, technical_pdf) else word_text(data)


def long_case(count: int) -> Case:
    days = [date(2026, 7, 1) + timedelta(days=n) for n in range(count)]
    return Case(
        reference="JB-0412",
        incidents=tuple(
            Incident(
                id=f"i{n}",
                date=day,
                what_happened="marker",
                reports=(Report(id=f"r{n}", date=day, to=Body.SOCIAL_LANDLORD),) if n % 2 else (),
            )
            for n, day in enumerate(days)
        ),
        adviser_notes="marker",
    )


# ---- one page --------------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_plain_one_is_one_page_that_a_screen_reader_can_read(name: str) -> None:
    data = plain_pdf(load(name), assess(load(name), TODAY))

    assert page_count(data) == 1
    assert faults(data) == []


@pytest.mark.parametrize("count", [1, 12, 60, 140])
def test_it_stays_one_page_however_long_the_diary_is(count: int) -> None:
    case = long_case(count)

    assert page_count(plain_pdf(case, assess(case, TODAY))) == 1


def test_what_is_left_out_of_a_long_list_is_counted() -> None:
    case = long_case(60)
    told = text(plain_pdf, case)

    assert "And 20 more. Your adviser has the whole list." in told


# ---- the assessment's own words and days -----------------------------------------------


@pytest.mark.parametrize("make", [plain_word, plain_pdf])
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_outcome_and_the_day_to_act_by_are_the_assessments(make: Make, name: str) -> None:
    case = load(name)
    review = assess(case, TODAY).review
    told = text(make, case)

    assert explain.headline(review) in told
    assert (explain.act_by(review) or "") in told
    assert "As it stood on 22 November 2026" in told


@pytest.mark.parametrize("name", [name for name in EXAMPLES if name != "scotland"])
def test_each_row_is_a_report_of_the_assessment_with_its_days_and_verdict(name: str) -> None:
    case = load(name)
    assessment = assess(case, TODAY)
    title = content.words("summary")["plain"]["reports"]
    rows = table_under(read(plain_word(case, assessment)), title)
    ordered = sorted(assessment.review.complaints, key=lambda c: (c.reported_on, c.happened_on))

    assert len(rows) == len(ordered)
    for row, complaint in zip(rows, ordered, strict=True):
        assert row[1] == long_date(complaint.happened_on)
        assert row[2] == long_date(complaint.reported_on)
        assert row[4].startswith(content.words("review")["verdict_short"][complaint.verdict])
        counts = complaint.verdict == "counts"
        assert (long_date(complaint.window.last) in row[4]) == counts


@pytest.mark.parametrize("make", [plain_word, plain_pdf])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_day_in_it_is_a_day_of_the_case_or_the_assessment(make: Make, name: str) -> None:
    case = load(name)
    assessment = assess(case, TODAY)
    review = assessment.review
    known = {TODAY, *(i.date for i in case.incidents)}
    known |= {day for c in review.complaints for day in (c.reported_on, c.window.last)}
    known |= {step.by for step in assessment.next_steps if step.by}
    known |= {day for day in (review.apply_advised, review.apply_by) if day}
    known |= {review.lapsed_on - timedelta(days=1)} if review.lapsed_on else set()

    assert set(DAY.findall(text(make, case))) <= {long_date(day) for day in known}


def test_what_to_do_next_is_the_assessments_first_steps() -> None:
    case = load("one_short")
    assessment = assess(case, TODAY)
    title = content.words("summary")["plain"]["steps"]
    told = under(read(plain_word(case, assessment)), title)
    steps = [content.say("next_steps", s.reason) for s in assessment.next_steps]

    assert told[: summary.MOST_STEPS] == steps[: summary.MOST_STEPS]


# ---- every step ------------------------------------------------------------------------


@pytest.mark.parametrize("make", [technical_word, technical_pdf])
@pytest.mark.parametrize("name", ["clearly_met", "hate_route", "scotland"])
def test_every_step_of_the_trace_is_in_the_technical_one(make: Make, name: str) -> None:
    case = load(name)
    told = text(make, case).replace(" ", "")

    for section in trace(case, assess(case, TODAY)):
        assert section.heading.replace(" ", "") in told
        for line in section.lines:
            assert line.text.replace(" ", "").replace("\u200b", "") in told


def test_the_technical_pdf_can_be_read_by_a_screen_reader() -> None:
    case = load("clearly_met")

    assert faults(technical_pdf(case, assess(case, TODAY))) == []


# ---- what stays out --------------------------------------------------------------------


@pytest.mark.parametrize("make", [plain_word, plain_pdf, technical_word, technical_pdf])
def test_no_notes_and_nothing_typed_about_what_happened_are_in_it(make: Make) -> None:
    told = text(make, long_case(4))

    assert "marker" not in told
    assert "JB-0412" in told


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_advisers_notes_change_no_letter_no_list_and_no_summary(name: str) -> None:
    case = load(name)
    noted = case.model_copy(update={"adviser_notes": "marker"})
    makers = [make_incident_log, make_pack, plain_word, plain_pdf, technical_word, technical_pdf]
    with suppress(NoLetter):
        letter_text(case, assess(case, TODAY))
        makers.append(make_letter)

    for make in makers:
        assert make(noted, assess(noted, TODAY)) == make(case, assess(case, TODAY))


@pytest.mark.parametrize("make", [plain_word, plain_pdf])
def test_danger_comes_with_the_number_to_call(make: Make) -> None:
    assert "In danger now? Call 999." in text(make, Case())


@pytest.mark.parametrize("make", [plain_word, plain_pdf, technical_word, technical_pdf])
def test_the_same_case_on_the_same_day_makes_the_same_file(make: Make) -> None:
    case = load("lapsed")
    assessment = assess(case, TODAY)

    assert make(case, assessment) == make(case, assessment)
