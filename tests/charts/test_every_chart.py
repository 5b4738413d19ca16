"""What is true of every chart: it can be drawn, read in words and seen without colour."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from datetime import date, timedelta
from pathlib import Path

import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st
from plotly.tools import return_figure_from_figure_or_data

from selfcheck import examples
from selfcheck.case import Case, Incident, Kind
from selfcheck.charts import Chart, as_html, kinds_in, look
from selfcheck.charts.finished import Finished
from selfcheck.complaints import Verdict
from selfcheck.content import long_date, words
from tests.charts.drawing import (
    ON,
    case_of,
    drawn,
    incident,
    marks,
    told,
)
from tests.strategies import TODAY, cases

CONFIG = Path(__file__).parents[2] / ".streamlit" / "config.toml"

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


def test_marks_that_change_are_drawn_anew_and_those_that_do_not_are_left() -> None:
    case = examples.load("clearly_met")
    fewer = case.model_copy(update={"incidents": case.incidents[1:]})

    def revisions(one: Case) -> list[int]:
        return [drawn(chart).layout.datarevision for chart in told(one)]

    assert revisions(case) == revisions(case)
    assert not set(revisions(case)) & set(revisions(fewer))


def test_streamlit_sends_a_finished_figure_as_it_is() -> None:
    figure = told(examples.load("clearly_met"))[0].figure or {}

    assert return_figure_from_figure_or_data(Finished(figure), validate_figure=True) is figure


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
    chart = Chart("A <b> & c", "So.", None, ("<i>", "B"), lambda: [("<script>", "1 & 2")], "")

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
