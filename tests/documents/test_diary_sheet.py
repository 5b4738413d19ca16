"""The blank diary sheet asks for all that a case file can hold of an incident."""

from __future__ import annotations

from datetime import date

from selfcheck.case import Kind
from selfcheck.content import words
from selfcheck.documents.diary_sheet import TICK, make_diary_sheet
from tests.documents.reading import faults, read
from tests.documents.reading import words as said

SHEET = words("diary_table")["sheet"]
ON = date(2026, 11, 22)


def test_it_is_a_sound_file() -> None:
    assert faults(make_diary_sheet(ON)) == []


def test_every_prompt_of_the_other_sheets_is_on_it() -> None:
    text = said(read(make_diary_sheet(ON)))
    prompts = [
        line for says in SHEET.values() for line in ([says] if isinstance(says, str) else says)
    ]

    assert [line for line in prompts if line not in text] == []


def test_every_kind_can_be_ticked() -> None:
    text = said(read(make_diary_sheet(ON)))

    for kind in Kind:
        assert f"{TICK} {words('choices')['Kind'][kind]}" in text


def test_its_boxes_leave_room_to_write() -> None:
    (boxes,) = read(make_diary_sheet(ON)).tables
    heights = [row.height.mm for row in boxes.rows if row.height]

    assert max(heights) > 50
    assert 120 < sum(heights) < 190
