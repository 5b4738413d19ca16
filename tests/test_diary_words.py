"""Every code of the diary has words, and the blank sheet asks what the form asks."""

from __future__ import annotations

import re

import pytest

from selfcheck import case
from selfcheck.case import Body, Kind
from selfcheck.complaints import RELEVANT_BODIES
from selfcheck.content import words
from selfcheck.diary_table import columns
from selfcheck.diary_table.blank_sheet import TOLD, blank_sheet
from selfcheck.written import Order, Unreadable


def test_everybody_who_may_not_count_has_words_as_the_only_one_told() -> None:
    assert set(words("diary")["told_only"]) == {*set(Body) - RELEVANT_BODIES, "several"}


def test_every_reason_why_a_day_cannot_be_read_has_words() -> None:
    assert set(Unreadable) <= set(words("diary")["problems"])
    assert set(Order) <= set(words("diary")["bring_in"])


def test_every_field_of_a_list_has_a_heading_and_is_known_by_others() -> None:
    assert set(words("diary_table")["columns"]) == set(columns.FIELDS)
    assert set(words("diary_table")["known"]["columns"]) == set(columns.FIELDS)


@pytest.mark.parametrize("of", ["Kind", "Body", "ReportedBy", "YesNo"])
def test_other_words_are_known_for_every_choice_and_for_one_choice_alone(of: str) -> None:
    known = words("diary_table")["known"][of]
    others = [word for names in known.values() for word in names]

    assert set(known) == set(getattr(case, of))
    assert len(others) == len(set(others))
    assert others == [columns.plain(word) for word in others]


def test_the_blank_sheet_is_one_file_that_fetches_and_runs_nothing() -> None:
    sheet = blank_sheet().decode()

    assert sheet.startswith("<!DOCTYPE html>")
    assert not re.search(r"https?:|<script|<link|<img|@import|url\(", sheet)
    assert "$" not in sheet


def test_the_blank_sheet_has_a_box_for_each_kind_and_room_for_who_was_told() -> None:
    sheet = blank_sheet().decode()

    assert all(f"<li>{words('choices')['Kind'][kind]}</li>" in sheet for kind in Kind)
    assert sheet.count(words("diary_table")["sheet"]["reference"] + "</div>") == TOLD
    assert "Call 999" in sheet
