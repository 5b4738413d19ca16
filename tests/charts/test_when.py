"""The chart that says when it happened and what counts."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from selfcheck.assessment import assess
from selfcheck.case import Body, Case, Incident, Kind, Nation
from selfcheck.charts import kinds_in
from tests.charts.drawing import (
    ON,
    ONE_INCIDENT,
    OVER,
    THREE,
    bands,
    case_of,
    days,
    drawn,
    incident,
    marks,
    report,
    told,
)

# ---- when did it happen, and what counts? ----------------------------------------


@pytest.mark.parametrize(
    ("case", "on", "says"),
    [
        (
            THREE,
            date(2026, 11, 22),
            "All 3 of your reports count today, and you can apply until 2 March 2027.",
        ),
        (
            THREE,
            date(2027, 3, 2),
            "All 3 of your reports count today, and today is the last day to apply.",
        ),
        (
            THREE,
            date(2027, 3, 3),
            "2 of your 3 reports count today, but enough of them counted until 2 March 2027.",
        ),
        (THREE, date(2026, 10, 4), "Both of your reports count today, and the number needed is 3."),
        (THREE, date(2026, 9, 3), "Your report counts today, and the number needed is 3."),
        (THREE, date(2026, 9, 2), "You wrote down no report, and the number needed is 3."),
        (
            OVER,
            date(2026, 11, 22),
            (
                "None of your 3 reports counts today, but enough of them counted until"
                " 2 September 2026."
            ),
        ),
        (
            ONE_INCIDENT,
            date(2026, 11, 22),
            (
                "1 of your 3 reports counts today, but on a wider count you can apply until"
                " 2 March 2027."
            ),
        ),
        (
            ONE_INCIDENT,
            date(2027, 3, 2),
            (
                "1 of your 3 reports counts today, but on a wider count today is the last day"
                " to apply."
            ),
        ),
        (
            case_of(
                incident(date(2026, 9, 2), reports=[report(date(2026, 9, 3), Body.SCHOOL)]),
            ),
            date(2026, 11, 22),
            "Your report does not count today, and the number needed is 3.",
        ),
        (
            THREE.model_copy(update={"nation": Nation.SCOTLAND}),
            date(2026, 11, 22),
            "You wrote down 3 incidents and 3 reports.",
        ),
    ],
)
def test_the_first_chart_says_what_counts_and_until_when(case: Case, on: date, says: str) -> None:
    assert told(case, on)[0].finding == says


def test_its_rows_are_every_mark_and_day_that_matters_in_order() -> None:
    assert told(THREE)[0].rows == (
        ("2 September 2026", "Incident", "Abusive language", ""),
        ("3 September 2026", "Report", "Police: incident of 2 September 2026", "Counts"),
        ("3 October 2026", "Incident", "Stalking", ""),
        ("4 October 2026", "Report", "Council: incident of 3 October 2026", "Counts"),
        ("4 November 2026", "Incident", "Abusive language", ""),
        ("5 November 2026", "Report", "Police: incident of 4 November 2026", "Counts"),
        ("5 November 2026 to 2 March 2027", "Enough reports count", "", ""),
        ("22 November 2026", "Today", "", ""),
        ("2 March 2027", "Last day to apply", "", ""),
    )


@pytest.mark.parametrize("case", [THREE, OVER, ONE_INCIDENT])
def test_the_shaded_days_are_the_stretches_of_the_review(case: Case) -> None:
    stretches = assess(case, ON).review.stretches

    shaded = [(min(band.x), max(band.x)) for band in bands(told(case)[0])]

    assert shaded == [(s.first.isoformat(), s.last.isoformat()) for s in stretches]


def test_the_shaded_days_have_stripes_and_a_label() -> None:
    (band,) = bands(told(THREE)[0])
    labels = [label.text for label in drawn(told(THREE)[0]).layout.annotations]

    assert band.fillpattern.shape == "/"
    assert "Shaded: enough reports count" in labels


def test_today_and_the_last_day_are_lines_with_labels_and_different_strokes() -> None:
    figure = drawn(told(THREE)[0])
    lines = {shape.x0: shape.line.dash for shape in figure.layout.shapes if shape.x0 == shape.x1}
    labels = {label.text for label in figure.layout.annotations}

    assert lines == {"2026-11-22": None, "2027-03-02": "dash"}
    assert {"Today: 22 Nov 2026", "Last day to apply: 2 Mar 2027"} <= labels


def test_the_line_stands_on_the_day_to_advise_where_the_last_day_is_in_doubt() -> None:
    # 31 August plus six months: there is no 31 February, so the 28th itself is doubtful.
    case = case_of(
        *(incident(day, reports=[report(date(2026, 8, 31))]) for day in days("2026-08-03 05 07"))
    )
    chart = told(case)[0]

    lines = [shape.x0 for shape in drawn(chart).layout.shapes if shape.x0 == shape.x1]

    assert lines == ["2027-02-27", "2026-11-22"]
    assert chart.finding.endswith("you can apply until 27 February 2027.")
    assert chart.rows[-1][:2] == ("27 February 2027", "Last day to apply")
    assert max(bands(chart)[0].x) == "2027-02-28"


def test_each_verdict_has_a_lane_and_a_shape_of_its_own() -> None:
    too_late = incident(date(2026, 6, 1), reports=[report(date(2026, 9, 1))])
    school = incident(date(2026, 9, 9), reports=[report(date(2026, 9, 10), Body.SCHOOL)])
    case = case_of(*OVER.incidents[:1], too_late, *ONE_INCIDENT.incidents, school)

    lanes = {lane.name: set(lane.marker.symbol) for lane in marks(told(case)[0])}

    assert lanes == {
        "Hate because of who someone is: 1": {"pentagon"},
        "No kind chosen: 3": {"star-square"},
        "Reports that count: 1": {"star"},
        "Reports made too late: 1": {"x"},
        "Reports now too old: 1": {"hourglass"},
        "More reports of the same incident: 2": {"bowtie"},
        "Reports that may not count: 1": {"diamond-tall"},
    }


def test_where_there_is_no_review_reports_have_no_verdict() -> None:
    chart = told(THREE.model_copy(update={"nation": Nation.SCOTLAND}))[0]

    assert chart.title == "When did it happen?"
    assert "Reports: 3" in [lane.name for lane in marks(chart)]
    assert bands(chart) == []
    assert {row[3] for row in chart.rows} == {""}


def test_a_crowded_row_has_a_stroke_a_day_higher_where_there_is_more() -> None:
    first = date(2026, 1, 5)
    weekly = [Incident(id=f"w{n}", date=first + timedelta(weeks=n)) for n in range(39)]
    again = [Incident(id=f"a{n}", date=first) for n in range(5)]
    unsure = Incident(id="u", date=date(2026, 6, 1), approximate=True)
    chart = told(case_of(*again, *weekly, unsure))[0]
    (strokes,) = (trace for trace in drawn(chart).data if trace.mode == "lines")

    heights = [strokes.y[0] - head for head in strokes.y[1::3]]

    assert list(strokes.x[:3]) == ["2026-01-05"] * 3
    assert list(strokes.x[-3:]) == ["2026-09-28"] * 3
    assert heights == [28] + [14] * 38
    assert [(list(lane.x), lane.marker.symbol) for lane in marks(chart)] == [
        (["2026-06-01"], ("star-square-open",))
    ]
    assert "No kind chosen: 45" in [note.text for note in drawn(chart).layout.annotations]
    assert any(note.startswith("Where a row has very many marks") for note in chart.notes)


def test_forty_marks_in_a_row_keep_their_shapes() -> None:
    many = [Incident(id=f"i{n}", date=date(2026, 9, 1) + timedelta(days=n)) for n in range(40)]
    chart = told(case_of(*many))[0]

    assert [len(lane.x) for lane in marks(chart)] == [40]
    assert not any(note.startswith("Where a row has very many marks") for note in chart.notes)


def test_many_days_that_are_not_sure_stay_hollow_shapes() -> None:
    many = [
        Incident(id=f"i{n}", date=date(2026, 9, 1) + timedelta(days=n), approximate=True)
        for n in range(41)
    ]
    chart = told(case_of(*many))[0]

    assert [set(lane.marker.symbol) for lane in marks(chart)] == [{"star-square-open"}]
    assert not any(note.startswith("Where a row has very many marks") for note in chart.notes)


def test_a_day_that_is_not_sure_is_hollow_and_says_about() -> None:
    unsure = incident(date(2026, 9, 2), Kind.BEGGING, approximate=True)
    case = case_of(unsure, incident(date(2026, 9, 9), Kind.BEGGING))
    chart = told(case)[0]

    assert [lane.marker.symbol for lane in marks(chart)] == [
        ("triangle-down-open", "triangle-down")
    ]
    assert chart.rows[0][0] == "About 2 September 2026"
    assert "A hollow shape means that you were not sure of the day." in chart.notes


def test_a_report_close_to_the_line_says_so() -> None:
    # A week earlier, the first of October would have been too late.
    close = incident(
        date(2026, 9, 2), approximate=True, reports=[report(date(2026, 9, 29), Body.COUNCIL)]
    )
    chart = told(case_of(close))[0]

    assert chart.rows[1] == (
        "29 September 2026",
        "Report",
        "Council: incident of about 2 September 2026",
        "Counts, close to the line",
    )


def test_what_happened_long_before_is_in_the_table_and_said_but_not_drawn() -> None:
    case = case_of(incident(date(2019, 5, 6), Kind.BEGGING), *THREE.incidents)
    chart = told(case)[0]

    assert chart.rows[0] == ("6 May 2019", "Incident", "Begging", "")
    assert not any(lane.name.startswith("Begging") for lane in marks(chart))
    assert "1 mark from before 4 November 2024 is in the table alone." in chart.notes


def test_an_incident_of_several_kinds_is_in_the_row_of_each() -> None:
    chart = told(case_of(incident(date(2026, 9, 2), Kind.BULLYING, Kind.STALKING)))[0]

    assert [lane.name for lane in marks(chart)] == ["Stalking: 1", "Bullying: 1"]
    assert chart.rows[0][2] == "Bullying; Stalking"


# ---- one kind alone --------------------------------------------------------------


def test_one_kind_alone_counts_its_own_reports_but_keeps_the_case_s_days() -> None:
    whole, stalking = told(THREE)[0], told(THREE, kind=Kind.STALKING)[0]

    assert stalking.finding == (
        "The report shown counts today, and you can apply until 2 March 2027."
    )
    assert [lane.name for lane in marks(stalking)] == ["Stalking: 1", "Reports that count: 1"]
    assert [band.x for band in bands(stalking)] == [band.x for band in bands(whole)]
    assert any(
        note.startswith("The last day to apply and the shaded days") for note in stalking.notes
    )


def test_one_kind_alone_is_said_under_every_count() -> None:
    only = "Only incidents of this kind are counted here: Stalking."

    assert [chart.notes[0] for chart in told(THREE, kind=Kind.STALKING)[1:]] == [only] * 3
    assert all(only not in chart.notes for chart in told(THREE))


def test_the_kinds_to_choose_from_are_those_named() -> None:
    assert kinds_in(THREE) == (Kind.ABUSIVE_LANGUAGE, Kind.STALKING)
