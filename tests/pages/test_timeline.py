from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from selfcheck import charts, examples
from selfcheck.assessment import assess
from selfcheck.case import Case, Incident, Kind
from tests.pages import told

OpenPage = Callable[..., AppTest]

QUESTIONS = [
    "When did it happen, and what counts?",
    "Is it getting worse?",
    "What time of day, and which day of the week?",
    "Who was told, and what came back?",
]
TWO_KINDS = Case(
    incidents=(
        Incident(id="a", date=date(2026, 9, 2), kinds=(Kind.STALKING,), where="<b>*x*</b>"),
        Incident(id="b", date=date(2026, 10, 3), kinds=(Kind.BEGGING,), time="22:15"),
    )
)


def pieces(page: AppTest) -> list[str]:
    return [piece.proto.body for piece in page.get("html")]


def found(pattern: str, page: AppTest) -> list[str]:
    return [unescape(one) for body in pieces(page) for one in re.findall(pattern, body)]


def headings(page: AppTest) -> list[str]:
    return found('<h2 class="sc-chart">(.*?)</h2><p><strong>', page)


def answers(page: AppTest) -> list[str]:
    return found("<p><strong>(.*?)</strong></p>", page)


def press(page: AppTest, label: str) -> AppTest:
    (button,) = [button for button in page.button if button.label == label]
    return button.click().run()


def every_chart(page: AppTest) -> AppTest:
    """Have all charts drawn that are there when asked for."""
    for button in [b.label for b in page.button if b.label.startswith("Show the chart ")]:
        press(page, button)
    return page


def figures(page: AppTest) -> list[go.Figure]:
    return [go.Figure(json.loads(chart.proto.spec)) for chart in page.get("plotly_chart")]


def tables_drawn(page: AppTest) -> list[str]:
    return [body for body in pieces(page) if body.startswith('<div class="sc-facts"')]


def tables(page: AppTest) -> list[str]:
    """Unfold every table that is there, and return them all."""
    for chart in charts.charts(TWO_KINDS, assess(TWO_KINDS, date(2026, 11, 22))):
        page.session_state[f"timeline_table_{chart.code}"] = True
    return tables_drawn(page.run())


def test_an_empty_diary_has_a_sentence_a_way_on_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page("timeline")

    assert told.heading(page) == "Your timeline"
    assert any(text.value.startswith("There is nothing to draw yet.") for text in page.markdown)
    assert "Go to your incidents" in [link.proto.label for link in page.get("page_link")]
    assert not headings(page)
    assert not page.get("plotly_chart")
    assert not page.radio


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_each_example_has_each_question_with_its_answer_chart_and_table(
    open_page: OpenPage, name: str
) -> None:
    page = every_chart(open_page("timeline", case=examples.load(name)))
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]

    assert headings(page)[1:] == QUESTIONS[1:]
    assert len(figures(page)) == len(tables(page)) == 4
    assert all(alt.startswith("Chart. ") for alt in alts)
    for alt, answer in zip(alts, answers(page), strict=True):
        assert answer in alt


def test_all_but_the_first_chart_come_when_asked_for_and_go_again(open_page: OpenPage) -> None:
    page = open_page("timeline", case=examples.load("clearly_met"))
    shown = "Show the chart by month"

    assert headings(page)[1:] == QUESTIONS[1:]
    assert len(answers(page)) == 4
    assert len(figures(page)) == len(tables(page)) == 1

    press(page, shown)

    assert [chart.proto.alt[:27] for chart in page.get("plotly_chart")][1] == (
        "Chart. Is it getting worse?"
    )
    assert len(tables(page)) == 2
    assert shown not in [button.label for button in page.button]

    press(page, "Hide the chart by month")

    assert len(figures(page)) == len(tables(page)) == 1


def test_a_table_is_drawn_once_it_is_unfolded(open_page: OpenPage) -> None:
    page = open_page("timeline", case=TWO_KINDS)

    assert "The same facts as a table" in [one.label for one in page.expander]
    assert not tables_drawn(page)
    assert len(tables(page)) == 1


def test_a_chart_that_was_asked_for_is_there_when_one_comes_back(open_page: OpenPage) -> None:
    page = press(open_page("timeline", case=TWO_KINDS), "Show the chart by month")
    page.radio[0].set_value(Kind.STALKING).run()

    assert len(figures(page)) == 2


def test_charts_are_worked_out_again_when_the_case_changes(open_page: OpenPage) -> None:
    page = open_page("timeline", case=TWO_KINDS)
    one = TWO_KINDS.model_copy(update={"incidents": TWO_KINDS.incidents[:1]})
    before = tables(page)[0].count("<tr>")
    page.session_state["_case"] = one
    page.run()

    assert tables(page)[0].count("<tr>") == before - 1


def test_figures_reach_the_browser_as_they_are(open_page: OpenPage) -> None:
    case = examples.load("clearly_met")
    page = open_page("timeline", case=case)
    (sent,) = [json.loads(chart.proto.spec) for chart in page.get("plotly_chart")]

    assert sent == charts.charts(case, assess(case, date(2026, 11, 22)))[0].figure


def test_the_first_answer_is_that_of_the_example_told(open_page: OpenPage) -> None:
    page = open_page("timeline", case=examples.load("lapsed"))

    assert answers(page)[0] == (
        "2 of your 3 reports count today, but enough of them counted until 15 November 2026."
    )


def test_charts_are_static_and_have_no_toolbar(open_page: OpenPage) -> None:
    page = every_chart(open_page("timeline", case=TWO_KINDS))
    settings: list[dict[str, Any]] = [
        json.loads(chart.proto.config) for chart in page.get("plotly_chart")
    ]

    assert all(each["staticPlot"] and not each["displayModeBar"] for each in settings)


def test_one_kind_can_be_shown_alone_and_all_again(open_page: OpenPage) -> None:
    page = open_page("timeline", case=TWO_KINDS)
    (kinds,) = page.radio

    assert kinds.label == "Which incidents to show"
    assert kinds.options == ["All of them", "Stalking", "Begging"]
    assert "Begging" in tables(page)[0]

    kinds.set_value(Kind.STALKING).run()

    assert "Stalking" in tables(page)[0]
    assert "Begging" not in tables(page)[0]

    page.radio[0].set_value("every_kind").run()

    assert "Begging" in tables(page)[0]


def more_rows(page: AppTest) -> list[Button]:
    return [button for button in page.button if button.label.endswith(" more rows")]


def test_of_a_long_table_the_next_rows_come_when_asked_for(open_page: OpenPage) -> None:
    days = [date(2026, month, day) for month in (9, 10) for day in range(1, 31)]
    diary = tuple(Incident(id=f"i{n}", date=day) for n, day in enumerate([*days, *days[:15]]))
    page = open_page("timeline", case=Case(incidents=diary))
    before = tables(page)[0].count("<tr>")
    (button,) = more_rows(page)
    button.click().run()

    assert before == 60 + 1
    assert tables(page)[0].count("<tr>") == before + int(button.label.split()[1])
    assert not more_rows(page)


def test_a_diary_of_one_kind_needs_no_choice(open_page: OpenPage) -> None:
    one = TWO_KINDS.model_copy(update={"incidents": TWO_KINDS.incidents[:1]})

    assert not open_page("timeline", case=one).radio


def test_nothing_told_to_anyone_is_said_in_place_of_a_chart(open_page: OpenPage) -> None:
    page = every_chart(open_page("timeline", case=TWO_KINDS))

    assert headings(page) == QUESTIONS
    assert len(figures(page)) == 3
    assert "You wrote down no reports here." in answers(page)
