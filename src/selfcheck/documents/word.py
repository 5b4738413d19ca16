"""Word files in one look: A4, British English, real headings and tables, page numbers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from docx.document import Document as WordDocument
from docx.oxml.xmlchemy import BaseOxmlElement

from selfcheck.documents.parts import Letter, Look, Passage, Table
from selfcheck.documents.word_file import empty_file, file_of
from selfcheck.documents.word_table import table_element
from selfcheck.documents.word_text import paragraph

_STYLE_OF = {Look.PLAIN: "Normal", Look.POINT: "ListBullet", Look.QUOTE: "Quote"}
_EMU_IN_A_TWIP = 635


def letter_file(letter: Letter) -> bytes:
    """Return a letter as a Word file."""
    document = new_document(letter.title, letter.on)
    add_all(document, letter.sender, "Sender")
    add_all(document, letter.recipient, "Address")
    add(document, letter.greeting)
    add(document, letter.title, "Heading1")
    for passage in letter.passages:
        add_passage(document, passage)
    # A name on a page of its own could be signed under anything.
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    add_all(document, letter.closing, "LetterClosing")
    return file_of(document)


def new_document(title: str, on: date, *, landscape: bool = False) -> WordDocument:
    """Return an empty document with its styles, its properties and page numbers.

    `on` is written down as the day it was made on: nothing here reads the clock.
    """
    return empty_file(title, on, landscape=landscape)


def add(document: WordDocument, text: str, style: str = "Normal") -> None:
    """Add a paragraph at the end, its marked blanks in a style of their own."""
    add_element(document, paragraph(text, style))


def add_all(document: WordDocument, texts: Iterable[str], style: str) -> None:
    """Add paragraphs of one style at the end."""
    for text in texts:
        add(document, text, style)


def add_passage(document: WordDocument, passage: Passage) -> None:
    """Add one part of a letter."""
    if passage.heading:
        add(document, passage.heading, "Heading2")
    for line in passage.lines:
        add(document, line.text, _STYLE_OF[line.look])
    if passage.table:
        add_table(document, passage.table)


def add_table(document: WordDocument, table: Table) -> None:
    """Add a table as wide as the text; something else must come after it."""
    add_element(document, table_element(table, text_width(document)))


def add_element(document: WordDocument, element: BaseOxmlElement) -> None:
    """Add an element at the end, before the settings of the page that must stay last."""
    document.element.body[-1].addprevious(element)


def text_width(document: WordDocument) -> int:
    """Return how wide the text is, in twentieths of a point."""
    section = document.sections[0]
    edges = (section.left_margin or 0) + (section.right_margin or 0)
    return ((section.page_width or 0) - edges) // _EMU_IN_A_TWIP
