from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from selfcheck import examples, picture
from selfcheck.assessment import assess
from selfcheck.case import Case
from selfcheck.review import Review
from tests.stories import case, incident

SVG = "{http://www.w3.org/2000/svg}"
ON = date(2026, 11, 22)
WITH_PICTURE = [name for name in examples.EXAMPLES if name != "scotland"]


def review(story: Case, on: date = ON) -> Review:
    return assess(story, on).review


def drawn(found: Review, width: int) -> ET.Element:
    return ET.fromstring(picture.svg(found, width))  # noqa: S314 - our own drawing


def words(svg: ET.Element) -> list[str]:
    return [text.text or "" for text in svg.iter(f"{SVG}text")]


def bars(svg: ET.Element) -> list[tuple[float, float]]:
    """Return where each bar begins and ends; month boxes are not rounded."""
    return [
        (float(box.get("x", "")), float(box.get("x", "")) + float(box.get("width", "")))
        for box in svg.iter(f"{SVG}rect")
        if box.get("rx")
    ]


@pytest.mark.parametrize("width", [310, 600])
@pytest.mark.parametrize("name", WITH_PICTURE)
def test_everything_drawn_lies_inside_the_picture(name: str, width: int) -> None:
    svg = drawn(review(examples.load(name)), width)
    height = float(svg.get("height", ""))

    assert bars(svg)
    assert all(0 <= left < right <= width for left, right in bars(svg))
    assert all(0 < float(text.get("y", "")) < height for text in svg.iter(f"{SVG}text"))


def test_a_bar_ends_where_its_last_day_ends() -> None:
    # November 2026 to May 2027: 212 days over 598 units, from 1.
    svg = drawn(review(case(incident("2026-11-10", "2026-11-11"))), 600)
    (bar,) = bars(svg)

    assert bar[0] == pytest.approx(1 + 10 / 212 * 598, abs=0.1)
    assert bar[1] == pytest.approx(1 + 191 / 212 * 598, abs=0.1)
    assert "last day 10 May 2027" in words(svg)


def test_each_bar_is_labelled_with_whom_when_and_its_last_day() -> None:
    said = words(drawn(review(examples.load("different_people")), 600))

    assert "2. Police, 13 Sep 2026" in said
    assert "last day 12 Mar 2027" in said
    assert "apply by 12 Mar 2027" in said
    assert "Today, 22 Nov 2026" in said


def test_no_day_to_apply_by_is_drawn_where_there_is_none() -> None:
    said = words(drawn(review(examples.load("one_short")), 600))

    assert not any("apply by" in text for text in said)


def test_months_too_narrow_for_three_letters_have_one_and_far_too_narrow_none() -> None:
    year = [incident(f"2026-{month:02}-20", f"2026-{month:02}-21") for month in range(3, 12)]

    assert "Sep" in words(drawn(review(case(*year)), 400))
    assert "S" in words(drawn(review(case(*year)), 240))
    assert {"S", "Sep"}.isdisjoint(words(drawn(review(case(*year)), 100)))


def test_a_report_that_ended_lately_is_shown_and_one_long_ago_is_not() -> None:
    found = review(case(incident("2026-05-15", "2026-05-16"), incident("2025-05-15", "2025-05-16")))

    assert [number for number, _ in picture.bars(found)] == [2]


def test_of_very_many_reports_those_that_last_the_longest_are_drawn() -> None:
    many = [incident(f"2026-10-{day:02}", f"2026-10-{day:02}") for day in range(1, 21)]

    found = review(case(*many))

    assert [number for number, _ in picture.bars(found)] == list(range(11, 21))


def test_reports_to_nobody_the_act_names_have_no_bar() -> None:
    found = review(case(incident("2026-11-02", ("2026-11-03", "employer"))))

    assert picture.bars(found) == ()
    assert len(picture.numbered(found)) == 1


def test_the_words_beside_it_hold_every_fact_it_draws() -> None:
    found = review(examples.load("same_incident"))
    said = picture.described(found)

    assert said == (
        "A calendar with a bar for each report. "
        "Report 1, to the police on 24 October 2026, can be used until 23 April 2027. "
        "Report 2, to the council on 26 October 2026, can be used until 25 April 2027. "
        "Report 3, to the landlord on 27 October 2026, can be used until 26 April 2027. "
        "Today is 22 November 2026. Apply by 23 April 2027."
    )


def test_the_threshold_has_a_bar_of_its_own_before_the_reports() -> None:
    svg = drawn(review(examples.load("clearly_met")), 600)
    threshold, *reports = bars(svg)

    assert len(reports) == 6
    # From 23 August, when a third incident was reported, to the last day of its later report.
    assert threshold == (reports[2][0], reports[3][1])
