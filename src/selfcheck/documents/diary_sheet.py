"""The blank diary sheet in Word: one A4 page of boxes, the same as the PDF's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from selfcheck import content
from selfcheck.case import Kind, YesNo
from selfcheck.documents.word import add, add_all, add_element, new_document, text_width
from selfcheck.documents.word_file import file_of
from selfcheck.documents.word_table import empty_table, row

TICK = "☐"
# A row of boxes: what stands in each and how wide it is, in twelfths; then the row's
# height in millimetres.
Boxes = tuple[tuple[tuple[str, int], ...], int]
_TWELFTHS = 12
_TWIPS_IN_TEN_MILLIMETRES = 567


def make_diary_sheet(on: date) -> bytes:
    """Return the sheet as a Word file; `on` is the day written into its properties."""
    words: dict[str, Any] = dict(content.words("diary_table")["sheet"])
    document = new_document(words["title"], on)
    add(document, words["title"], "Title")
    add(document, words["lead"])
    add_all(document, words["tips"], "SheetTip")
    column = text_width(document) // _TWELFTHS
    table = empty_table(words["title"], [column] * _TWELFTHS, headed=False)
    for boxes, height in _rows(words):
        texts, spans = [text for text, _ in boxes], [span for _, span in boxes]
        twips = height * _TWIPS_IN_TEN_MILLIMETRES // 10
        widths = [span * column for span in spans]
        table.append(row(texts, widths, spans=spans, style="Prompt", height=twips))
    add_element(document, table)
    add(document, words["again"], "Note")
    return file_of(document)


def _rows(words: dict[str, Any]) -> Iterator[Boxes]:
    yield ((words["date"], 4), (words["time"], 3), (f"{TICK} {words['unsure']}", 5)), 11
    ticks = [f"{TICK} {says}" for says in _choices("Kind", Kind)]
    half = len(ticks) // 2
    yield ((words["kinds"], 12),), 0
    yield (("\n".join(ticks[:half]), 6), ("\n".join(ticks[half:]), 6)), 0
    yield ((words["what_happened"], 12),), 62
    yield ((words["where"], 6), (words["witnesses"], 6)), 15
    yield ((words["effect"], 12),), 22
    yield ((words["evidence"], 12),), 13
    answers = "   ".join(f"{TICK} {says}" for says in _choices("YesNo", YesNo))
    yield ((f"{words['targeted']}   {answers}", 12),), 0
    for _ in range(2):
        yield (
            (
                (words["to"], 4),
                (words["reported"], 2),
                (words["by"], 3),
                (words["reference"], 3),
            ),
            13,
        )
        yield ((words["response"], 12),), 13


def _choices(of: str, values: Any) -> list[str]:
    words: dict[str, str] = content.words("choices")[of]
    return [words[value] for value in values]
