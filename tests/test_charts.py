"""Charts: what each says, that its table has every mark, and that none leans on colour."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.case import Body, Case, Incident, Kind, Nation, Report
from selfcheck.charts import Chart, as_html, charts, kinds_in, look
from selfcheck.complaints import Verdict
from selfcheck.content import long_date, words
from tests.strategies import TODAY, cases

ON = date(2026, 11, 22)
CONFIG = Path(__file__).parent.parent / ".streamlit" / "config.toml"


def report(day: date, to: Body = Body.POLICE, response: str | None = None) -> Report:
    return Report(id=f"r-{day}-{to}", date=day, to=to, response=response)


def incident(day: date, *kinds: Kind, reports: Iterable[Report] = (), **fields: Any) -> Incident:
    return Incident(id=f"i-{day}", date=day, kinds=kinds, reports=tuple(reports), **fields)


def case_of(*incidents: Incident, **fields: Any) -> Case:
    return Case(incidents=incidents, **fields)


def told(case: Case, on: date = ON, kind: Kind | None = None) -> tuple[Chart, ...]:
    return charts(case, assess(case, on), kind)


def drawn(chart: Chart) -> go.Figure:
    """Return the figure as Plotly understands it; it raises for anything it does not know."""
    assert chart.figure is not None
    return go.Figure(chart.figure)


def marks(chart: Chart) -> list[Any]:
    return [trace for trace in drawn(chart).data if trace.mode == "markers"]


def bands(chart: Chart) -> list[Any]:
    return [trace for trace in drawn(chart).data if trace.fill == "toself"]


# Three incidents, each reported the next day; the number is reached on 5 November and
# the first report can be relied on until 2 March.
THREE = case_of(
    incident(date(2026, 9, 2), Kind.ABUSIVE_LANGUAGE, reports=[report(date(2026, 9, 3))]),
    incident(
        date(2026, 10, 3),
        Kind.STALKING,
        time="22:15",
        reports=[report(date(2026, 10, 4), Body.COUNCIL, "They sent a letter.")],
    ),
    incident(
        date(2026, 11, 4), Kind.ABUSIVE_LANGUAGE, time="23:40", reports=[report(date(2026, 11, 5))]
    ),
)
OVER = case_of(
    incident(date(2026, 3, 2), reports=[report(date(2026, 3, 3))]),
    incident(date(2026, 4, 3), reports=[report(date(2026, 4, 4))]),
    incident(date(2026, 5, 4), reports=[report(date(2026, 5, 5))]),
)
ONE_INCIDENT = case_of(
    incident(
        date(2026, 9, 2),
        Kind.HATE_INCIDENT,
        reports=[
            report(date(2026, 9, 3)),
            report(date(2026, 9, 4), Body.COUNCIL),
            report(date(2026, 9, 5)),
        ],
    )
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
        *(incident(day, reports=[report(date(2026, 8, 31))]) for day in _days("2026-08-03 05 07"))
    )
    chart = told(case)[0]

    lines = [shape.x0 for shape in drawn(chart).layout.shapes if shape.x0 == shape.x1]

    assert lines == ["2027-02-27", "2026-11-22"]
    assert chart.finding.endswith("you can apply until 27 February 2027.")
    assert chart.rows[-1][:2] == ("27 February 2027", "Last day to apply")
    assert max(bands(chart)[0].x) == "2027-02-28"


def _days(text: str) -> list[date]:
    """Return several days of one month, as in "2026-08-03 05 07"."""
    first, *more = text.split()
    return [date.fromisoformat(first), *(date.fromisoformat(f"{first[:8]}{day}") for day in more)]


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


# ---- is it getting worse? --------------------------------------------------------


@pytest.mark.parametrize(
    ("days", "says"),
    [
        (
            "2026-05-30 2026-08-01 2026-10-31",
            (
                "There were more: 2 incidents in August to October 2026, and 1 incident in the 3"
                " months before."
            ),
        ),
        (
            "2026-05-01 2026-06-09 2026-10-31 2026-11-01 2026-11-02",
            (
                "There were fewer: 1 incident in August to October 2026, and 2 incidents in the 3"
                " months before."
            ),
        ),
        (
            "2026-07-31 2026-08-01",
            (
                "It is the same: 1 incident in August to October 2026, and 1 incident in the 3"
                " months before."
            ),
        ),
        (
            "2026-04-30 2026-09-01",
            (
                "There were more: 1 incident in August to October 2026, and no incidents in the 3"
                " months before."
            ),
        ),
        (
            "2026-04-30 2026-11-20",
            "You wrote down no incidents in the 6 months before November 2026.",
        ),
        (
            "2026-10-01 2026-10-02 2026-11-20",
            (
                "It is too soon to say: you wrote down 2 incidents in August to October 2026, and"
                " none before that."
            ),
        ),
        (
            "2026-11-01 2026-11-22",
            (
                "You wrote down 2 incidents in November 2026, and there are no earlier months to"
                " compare."
            ),
        ),
    ],
)
def test_the_last_three_full_months_are_compared_with_the_three_before(
    days: str, says: str
) -> None:
    case = case_of(*(incident(date.fromisoformat(day)) for day in days.split()))

    assert told(case)[1].finding == says


def test_months_over_new_year_are_named_with_both_years() -> None:
    case = case_of(incident(date(2025, 9, 9)), incident(date(2025, 11, 11)))

    assert told(case, date(2026, 2, 28))[1].finding == (
        "It is the same: 1 incident in November 2025 to January 2026, and 1 incident in the 3"
        " months before."
    )


def test_a_month_without_incidents_is_nought_and_this_month_is_not_over() -> None:
    chart = told(case_of(*THREE.incidents[:1], *THREE.incidents[2:]))[1]

    assert chart.columns == ("Month", "Abusive language", "All")
    assert chart.rows == (
        ("September 2026", "1", "1"),
        ("October 2026", "0", "0"),
        ("November 2026, so far", "1", "1"),
    )
    assert chart.notes[0] == "November 2026 is not over yet. It has 1 incident so far."


def test_fewer_is_not_called_better_and_a_young_diary_is_said() -> None:
    days = (date(2026, 5, 1), date(2026, 6, 9), date(2026, 10, 31))
    notes = told(case_of(*map(incident, days)))[1].notes

    assert ("Fewer does not always mean better. A count cannot show how bad each one was.") in notes
    assert any(note.startswith("The first incident here is from 1 May 2026.") for note in notes)


def test_an_incident_of_several_kinds_is_counted_once() -> None:
    chart = told(case_of(incident(date(2026, 11, 2), Kind.BULLYING, Kind.STALKING)))[1]

    assert chart.columns == ("Month", "Several kinds at once", "All")
    assert chart.rows == (("November 2026, so far", "1", "1"),)


def test_months_before_the_last_twelve_are_one_row_and_not_drawn() -> None:
    days = (date(1999, 1, 1), date(2025, 11, 30), date(2025, 12, 1), date(2026, 11, 2))
    chart = told(case_of(*(incident(day, Kind.BEGGING) for day in days)))[1]
    (bars,) = drawn(chart).data

    assert chart.rows[0] == ("Before December 2025", "2", "2")
    assert len(chart.rows) == 13
    assert (bars.x[0], len(bars.x), sum(bars.y)) == ("2025-12-01", 12, 2)


def test_a_kind_only_of_earlier_months_keeps_its_column() -> None:
    case = case_of(
        incident(date(2024, 1, 1), Kind.BEGGING), incident(date(2026, 11, 2), Kind.STALKING)
    )
    chart = told(case)[1]

    assert chart.columns == ("Month", "Stalking", "Begging", "All")
    assert chart.rows[0] == ("Before December 2025", "0", "1", "1")
    assert [trace.name for trace in drawn(chart).data] == ["Stalking"]


# ---- what time of day, and which day of the week? --------------------------------


def at(day: date, time: str | None, **fields: Any) -> Incident:
    return incident(day, time=time, **fields)


@pytest.mark.parametrize(
    ("incidents", "says"),
    [
        (
            [
                at(date(2026, 11, 6), "18:00"),
                at(date(2026, 11, 13), "23:59"),
                at(date(2026, 11, 14), "05:59"),
            ],
            "Most often on a Friday (2 of 3), and most often from 6pm (2 of 3 with a time).",
        ),
        (
            [at(date(2026, 11, 6), None), at(date(2026, 11, 13), "00:00")],
            "Most often on a Friday (2 of 2), and no time of day stands out.",
        ),
        (
            [at(date(2026, 11, 5), "06:00"), at(date(2026, 11, 13), "11:59")],
            "Most often from 6am to noon (2 of 2 with a time), and no day of the week stands out.",
        ),
        (
            [at(date(2026, 11, 5), "12:00"), at(date(2026, 11, 13), None)],
            "No day of the week and no time of day stands out.",
        ),
    ],
)
def test_the_day_and_time_that_stand_out_are_named_with_their_numbers(
    incidents: Sequence[Incident], says: str
) -> None:
    assert told(case_of(*incidents))[2].finding == says


def test_what_has_no_time_or_no_sure_day_is_said_and_counted_apart() -> None:
    case = case_of(
        at(date(2026, 11, 2), None),
        at(date(2026, 11, 3), "12:00", approximate=True),
        at(date(2026, 11, 4), None, approximate=True),
    )
    chart = told(case)[2]

    assert chart.columns[-1] == "No time"
    assert chart.rows[0] == ("Monday", "0", "0", "0", "0", "1")
    assert chart.rows[-1] == ("Not sure", "0", "0", "1", "0", "1")
    assert chart.notes == (
        "Without a time: 2 incidents. They are in the last column.",
        "Not sure of the day: 2 incidents. They are in the last row.",
    )


def test_a_circle_carries_its_number() -> None:
    (circles,) = drawn(told(THREE)[2]).data

    assert sorted(zip(circles.x, circles.y, circles.text, strict=True)) == [
        (3, 2, "1"),  # Wednesday, from 6pm
        (3, 5, "1"),  # Saturday, from 6pm
        (4, 2, "1"),  # Wednesday, no time
    ]


# ---- who was told, and what came back? -------------------------------------------


def answered(*responses: str | None) -> Case:
    days = _days("2026-11-02 03 04 05")[: len(responses)]
    return case_of(
        incident(
            date(2026, 11, 1),
            reports=[report(day, response=said) for day, said in zip(days, responses, strict=True)],
        )
    )


@pytest.mark.parametrize(
    ("case", "says"),
    [
        (case_of(incident(date(2026, 11, 1))), "You wrote down no reports here."),
        (answered(None), "You wrote down 1 report, and no reply to it."),
        (answered("Yes."), "You wrote down 1 report, and a reply to it."),
        (answered(None, ""), "You wrote down 2 reports, and no reply to any of them."),
        (answered("Yes.", "No."), "You wrote down 2 reports, and a reply to each."),
        (answered("Yes.", None, "No."), "You wrote down 3 reports, and a reply to 2 of them."),
    ],
)
def test_replies_written_down_are_counted(case: Case, says: str) -> None:
    assert told(case)[3].finding == says


def test_bodies_stand_in_order_of_how_often_they_were_told() -> None:
    assert told(THREE)[3].rows == (
        ("Police", "2", "0", "2"),
        ("Council", "1", "1", "0"),
    )


def test_without_a_report_there_is_nothing_to_draw() -> None:
    chart = told(case_of(incident(date(2026, 11, 1))))[3]

    assert chart.figure is None
    assert chart.rows == ()


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


# ---- every chart -----------------------------------------------------------------


@given(cases(), st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=400)))
def test_no_case_is_too_odd_to_draw(case: Case, on: date) -> None:
    for kind in (None, *kinds_in(case)):
        for chart in told(case, on, kind):
            assert chart.finding.endswith(".")
            assert "{" not in chart.finding + chart.alt + "".join(chart.notes)
            assert all(len(row) == len(chart.columns) for row in chart.rows)
            if chart.figure is not None:
                go.Figure(chart.figure)


@given(cases(last=ON))
def test_every_mark_has_a_row_and_every_count_adds_up(case: Case) -> None:
    when, months, hours, replies = told(case)
    rows = " ".join(row[0] for row in when.rows)
    reports = sum(len(i.reports) for i in case.incidents)

    for lane in marks(when) if when.figure else ():
        assert all(long_date(date.fromisoformat(day)) in rows for day in lane.x)
    assert sum(row[1] in ("Incident", "Report") for row in when.rows) == (
        len(case.incidents) + reports
    )
    assert sum(int(row[-1]) for row in months.rows) == len(case.incidents)
    assert sum(int(n) for row in hours.rows for n in row[1:]) == len(case.incidents)
    assert sum(int(row[1]) for row in replies.rows) == reports


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_no_word_that_was_typed_gets_into_a_chart(name: str) -> None:
    planted = json.loads(examples.data(name))
    for entry in planted["incidents"]:
        entry.update(dict.fromkeys(("what_happened", "where", "effect", "evidence"), "PLANTED"))
        for told_to in entry.get("reports", []):
            told_to.update(dict.fromkeys(("reference", "response", "person"), "PLANTED"))

    drawn_charts = told(Case.model_validate(planted))

    assert "PLANTED" in json.dumps(planted)
    assert "PLANTED" not in repr(drawn_charts)


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_every_figure_is_large_enough_to_read_and_lets_the_page_through(name: str) -> None:
    for chart in told(examples.load(name)):
        layout = drawn(chart).layout

        assert layout.font.size >= 14
        assert layout.height >= 130
        assert layout.paper_bgcolor == layout.plot_bgcolor == "rgba(0,0,0,0)"
        assert not layout.hovermode
        assert chart.title in chart.alt
        assert chart.finding in chart.alt


def test_an_empty_diary_has_nothing_to_draw() -> None:
    assert all(chart.figure is None and chart.rows == () for chart in told(Case()))


def test_two_hundred_incidents_stay_readable() -> None:
    first = date(2025, 1, 1)
    many = [
        Incident(id=f"i{n}", date=first + timedelta(days=3 * n), kinds=(list(Kind)[n % 10],))
        for n in range(200)
    ]
    chart = told(case_of(*many))[0]

    for lane in marks(chart):
        places = list(zip(lane.x, lane.y, strict=True))
        assert len(places) == len(set(places)) == 20
    assert len(drawn(chart).layout.xaxis.title.text or "") == 0
    assert drawn(chart).layout.xaxis.dtick == "M5"


# ---- never by colour alone -------------------------------------------------------


def test_every_kind_has_a_shape_and_a_pattern_of_its_own() -> None:
    kinds = look.LOOKS.values()
    verdicts = look.VERDICT_LOOKS.values()

    assert set(Kind) < set(look.LOOKS)
    assert len({kind.symbol for kind in kinds}) == len(kinds)
    assert len({(kind.pattern, kind.size) for kind in kinds}) == len(kinds)
    assert set(look.VERDICT_LOOKS) - {look.NO_VERDICT} == set(Verdict) - {Verdict.AFTER_THIS_DAY}
    assert len({verdict.symbol for verdict in verdicts}) == len(verdicts)


def test_the_patterns_reach_the_bars() -> None:
    case = case_of(*(incident(date(2026, 11, 2), kind) for kind in Kind))
    bars = drawn(told(case)[1]).data

    patterns = {(bar.marker.pattern.shape, bar.marker.pattern.size) for bar in bars}

    assert len(patterns) == len(bars) == 10


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_colour_stands_out_from_the_page(scheme: str) -> None:
    page = tomllib.loads(CONFIG.read_text("utf-8"))["theme"][scheme]["backgroundColor"]
    looks = [*look.LOOKS.values(), *look.VERDICT_LOOKS.values()]

    for colour in {*(each.colour for each in looks), look.BAND, look.LINE, look.LAST_DAY, look.BAR}:
        assert contrast(colour, page) >= 3, colour


def test_the_figures_in_the_circles_can_be_read() -> None:
    assert contrast(look.BAR, "#ffffff") >= 4.5


# ---- words and tables ------------------------------------------------------------


def test_every_verdict_has_words() -> None:
    assert set(words("charts")["when"]["verdict"]) == set(look.VERDICT_LOOKS)
    assert set(words("charts")["when"]["yours"]) == set(words("charts")["when"]["shown"])


def test_a_table_is_escaped_and_can_be_reached_by_keyboard() -> None:
    chart = Chart("A <b> & c", "So.", None, ("<i>", "B"), (("<script>", "1 & 2"),), "")

    assert as_html(chart) == (
        '<div class="sc-facts" role="region" tabindex="0" aria-label="A &lt;b&gt; &amp; c">'
        '<table><thead><tr><th scope="col">&lt;i&gt;</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><th scope="row">&lt;script&gt;</th><td>1 &amp; 2</td></tr></tbody>'
        "</table></div>"
    )


def test_importing_the_charts_does_not_load_plotly() -> None:
    program = "import sys, selfcheck.charts; print('plotly' in sys.modules)"

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )

    assert run.stdout == "False\n"
