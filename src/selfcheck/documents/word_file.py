"""A Word file as a whole: page, language, properties and page numbers, and its bytes."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from selfcheck import content
from selfcheck.documents.word_text import inside

LANGUAGE = "en-GB"
_SHORT_SIDE, _LONG_SIDE = Mm(210), Mm(297)
_MARGIN = Mm(20)
# What we do not use of the library's template: its thumbnail, its older styles and an
# empty bibliography.
_LEFT_OUT = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
# A file says when its parts were packed; a fixed time keeps equal letters equal.
_PACKED = (1980, 1, 1, 0, 0, 0)


def empty_file(title: str, on: date, *, landscape: bool = False) -> WordDocument:
    """Return an empty A4 document; `on` is written down as the day it was made on."""
    document = Document()
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, held in relations.items() if held.reltype in _LEFT_OUT]:
            del relations[key]
    document.styles.element[:] = _styles()
    _set_page(document, landscape=landscape)
    _set_properties(document, title, on)
    _number_pages(document)
    return document


def file_of(document: WordDocument) -> bytes:
    """Return a document as the bytes of a file; the same document gives the same bytes."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as parts, zipfile.ZipFile(packed, "w") as again:
        for name in parts.namelist():
            part = zipfile.ZipInfo(name, _PACKED)
            again.writestr(part, parts.read(name), zipfile.ZIP_DEFLATED, 6)
    return packed.getvalue()


def _styles() -> list[BaseOxmlElement]:
    return list(parse_xml(_styles_as_written()))


@cache
def _styles_as_written() -> bytes:
    return Path(__file__).with_name("word_styles.xml").read_bytes()


def _set_page(document: WordDocument, *, landscape: bool) -> None:
    section = document.sections[0]
    section.page_width = _LONG_SIDE if landscape else _SHORT_SIDE
    section.page_height = _SHORT_SIDE if landscape else _LONG_SIDE
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = _MARGIN
    section.top_margin = section.bottom_margin = _MARGIN
    for settings in document.settings.element.findall(qn("w:themeFontLang")):
        settings.set(qn("w:val"), LANGUAGE)


def _set_properties(document: WordDocument, title: str, on: date) -> None:
    """Say what it is and in which language, and nothing of who made it with what."""
    told = document.core_properties
    told.title, told.language = title, LANGUAGE
    told.author = told.comments = told.last_modified_by = ""
    told.created = told.modified = datetime(on.year, on.month, on.day)  # noqa: DTZ001


def _number_pages(document: WordDocument) -> None:
    footer = document.sections[0].footer
    footer.is_linked_to_previous = False
    line = footer.part.element[0]
    words: str = content.words("documents")["page"]
    before, between, after = words.format(page="\n", pages="\n").split("\n")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES"), (after, None)):
        if text:
            shown = inside(inside(line, "w:r"), "w:t")
            shown.text = text
            shown.set(qn("xml:space"), "preserve")
        if field:
            counted = inside(line, "w:fldSimple", instr=field)
            inside(inside(counted, "w:r"), "w:t").text = "1"
