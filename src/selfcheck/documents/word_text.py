"""Paragraphs of Word files: blanks marked, right-to-left scripts the right way round."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from selfcheck.documents.parts import blanks, printable

_RIGHT_TO_LEFT = ("R", "AL")
_BREAKS = re.compile(r"([\n\t])")


def paragraph(text: str, style: str) -> BaseOxmlElement:
    """Return a paragraph of a style; what no document can hold is left out."""
    shown, element = printable(text), OxmlElement("w:p")
    properties = inside(element, "w:pPr")
    inside(properties, "w:pStyle", val=style)
    right_to_left = _is_right_to_left(shown)
    if right_to_left:
        inside(properties, "w:bidi")
    for part, is_blank in _parts(shown):
        element.append(_run(part, is_blank=is_blank, right_to_left=right_to_left))
    return element


def _run(text: str, *, is_blank: bool, right_to_left: bool) -> BaseOxmlElement:
    run = OxmlElement("w:r")
    if is_blank:
        inside(inside(run, "w:rPr"), "w:rStyle", val="Blank")
    elif right_to_left:
        inside(inside(run, "w:rPr"), "w:rtl")
    for piece in _BREAKS.split(text):
        if piece == "\n":
            inside(run, "w:br")
        elif piece == "\t":
            inside(run, "w:tab")
        elif piece:
            shown = inside(run, "w:t")
            shown.text = piece
            # Without this, spaces at either end would be lost.
            shown.set(qn("xml:space"), "preserve")
    return run


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the text in parts, each with whether it is a marked blank."""
    for part in _blank().split(text):
        if part:
            yield part, bool(_blank().fullmatch(part))


@cache
def _blank() -> re.Pattern[str]:
    return re.compile("(" + "|".join(map(re.escape, blanks())) + ")")


def _is_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction runs from right to left."""
    kinds = (unicodedata.bidirectional(letter) for letter in text)
    return next((kind for kind in kinds if kind in ("L", *_RIGHT_TO_LEFT)), "L") != "L"


def inside(parent: BaseOxmlElement, tag: str, **values: object) -> BaseOxmlElement:
    """Return a new element, added at the end of another, with its values."""
    child = OxmlElement(tag)
    for name, value in values.items():
        child.set(qn(f"w:{name}"), str(value))
    parent.append(child)
    return child
