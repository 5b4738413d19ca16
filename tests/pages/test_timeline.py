from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from selfcheck import examples
from selfcheck.case import Case, Incident, Kind

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


def headings(page: AppTest) -> list[str]:
    """Return the page's own headings; the last one is that of the frame's foot."""
    return [header.value for header in page.header]


def said(page: AppTest) -> list[str]:
    return [text.value for text in page.markdown]


def figures(page: AppTest) -> list[go.Figure]:
    return [go.Figure(json.loads(chart.proto.spec)) for chart in page.get("plotly_chart")]


def tables(page: AppTest) -> list[str]:
    bodies = [piece.proto.body for piece in page.get("html")]
    return [body for body in bodies if body.startswith('<div class="sc-facts"')]


def test_an_empty_diary_has_a_sentence_a_way_on_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page("timeline")

    assert page.title[0].value == "Your timeline"
    assert any(text.startswith("There is nothing to draw yet.") for text in said(page))
    assert "Go to your incidents" in [link.proto.label for link in page.get("page_link")]
    assert not headings(page)
    assert not page.get("plotly_chart")
    assert not page.radio


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_each_example_has_each_question_with_its_answer_chart_and_table(
    open_page: OpenPage, name: str
) -> None:
    page = open_page("timeline", case=examples.load(name))
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]

    assert headings(page)[1:] == QUESTIONS[1:]
    assert len(figures(page)) == len(tables(page)) == 4
    assert all(alt.startswith("Chart. ") for alt in alts)
    for alt, answer in zip(alts, [text for text in said(page) if text[:2] == "**"], strict=True):
        assert answer.strip("*") in alt


def test_the_first_answer_is_that_of_the_example_told(open_page: OpenPage) -> None:
    page = open_page("timeline", case=examples.load("lapsed"))

    assert (
        "**2 of your 3 reports count today, but enough of them counted until 15 November 2026.**"
    ) in said(page)


def test_charts_are_static_and_have_no_toolbar(open_page: OpenPage) -> None:
    page = open_page("timeline", case=TWO_KINDS)
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


def test_of_a_long_table_the_next_rows_come_when_asked_for(open_page: OpenPage) -> None:
    days = [date(2026, month, day) for month in (9, 10) for day in range(1, 31)]
    diary = tuple(Incident(id=f"i{n}", date=day) for n, day in enumerate([*days, *days[:15]]))
    page = open_page("timeline", case=Case(incidents=diary))
    before = tables(page)[0].count("<tr>")
    (button,) = [button for button in page.button if button.label.startswith("Show ")]
    button.click().run()

    assert before == 60 + 1
    assert tables(page)[0].count("<tr>") == before + int(button.label.split()[1])
    assert not [button for button in page.button if button.label.startswith("Show ")]


def test_a_diary_of_one_kind_needs_no_choice(open_page: OpenPage) -> None:
    one = TWO_KINDS.model_copy(update={"incidents": TWO_KINDS.incidents[:1]})

    assert not open_page("timeline", case=one).radio


def test_nothing_told_to_anyone_is_said_in_place_of_a_chart(open_page: OpenPage) -> None:
    page = open_page("timeline", case=TWO_KINDS)

    assert headings(page) == QUESTIONS
    assert len(figures(page)) == 3
    assert "**You wrote down no reports here.**" in said(page)
