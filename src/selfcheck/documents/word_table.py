"""Tables of Word files: headings repeated on every page, told in words to a screen reader.

Rows are written one by one, not through the library's own tables, which look every cell
up again: a log of 300 incidents is made many times quicker.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from selfcheck.documents.parts import Table
from selfcheck.documents.word_text import inside, paragraph

# A row of so few letters stays on one page; longer ones must be able to go on. A line
# break takes the room of a line.
_SHORT_ROW, _LINE = 700, 60


def table_element(table: Table, width: int) -> BaseOxmlElement:
    """Return a table; `width` is in twentieths of a point."""
    whole = sum(table.shares)
    widths = [share * width // whole for share in table.shares]
    element = empty_table(table.says, widths)
    element.append(row(table.columns, widths, heading=True))
    for cells in table.rows:
        element.append(row(cells, widths))
    return element


def empty_table(says: str, widths: Sequence[int], *, headed: bool = True) -> BaseOxmlElement:
    """Return a table without rows; `says` tells a screen reader what it holds."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    says = escape(says)
    return parse_xml(
        f"<w:tbl {nsdecls('w')}><w:tblPr>"
        f'<w:tblStyle w:val="Rows"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{"0020" if headed else "0000"}" w:firstRow="{headed:d}" '
        'w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{says}"/><w:tblDescription w:val="{says}"/>'
        f"</w:tblPr><w:tblGrid>{columns}</w:tblGrid></w:tbl>"
    )


def row(
    cells: Sequence[str],
    widths: Sequence[int],
    *,
    heading: bool = False,
    style: str = "Cell",
    height: int = 0,
    spans: Sequence[int] | None = None,
) -> BaseOxmlElement:
    """Return a row; a heading stands again at the top of each page.

    `height` is the least, in twentieths of a point; 0 is as high as its words. `spans`
    is over how many of the table's columns each cell goes, one where it is left out.
    """
    element = OxmlElement("w:tr")
    properties = inside(element, "w:trPr")
    if heading or sum(len(text) + _LINE * text.count("\n") for text in cells) <= _SHORT_ROW:
        inside(properties, "w:cantSplit")
    if height:
        inside(properties, "w:trHeight", val=height, hRule="atLeast")
    if heading:
        inside(properties, "w:tblHeader")
    for text, width, span in zip(cells, widths, spans or [1] * len(cells), strict=True):
        cell = inside(element, "w:tc")
        properties = inside(cell, "w:tcPr")
        inside(properties, "w:tcW", w=width, type="dxa")
        if span > 1:
            inside(properties, "w:gridSpan", val=span)
        cell.append(paragraph(text, "HeadCell" if heading else style))
    return element
