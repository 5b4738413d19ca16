"""Word files read back: their words, their tables, and what every one of them must keep."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from selfcheck.case import Case
from selfcheck.content import MONTHS

DAY = re.compile(rf"\b\d{{1,2}} (?:{'|'.join(MONTHS)}) \d{{4}}\b")
A4 = {7560310, 10692130}
TYPED = "these words were typed"


def read(data: bytes) -> WordDocument:
    """Return a Word file opened again."""
    return Document(io.BytesIO(data))


def rows(table: Table) -> list[list[str]]:
    """Return the rows of a table below its headings."""
    return [[cell.text for cell in row.cells] for row in table.rows][1:]


def under(document: WordDocument, heading: str) -> list[str | Table]:
    """Return what stands between a heading and the next."""
    found: list[str | Table] = []
    inside = False
    for block in document.iter_inner_content():
        if isinstance(block, Paragraph) and is_heading(block):
            inside = block.text == heading
        elif inside:
            found.append(block if isinstance(block, Table) else block.text)
    return found


def table_under(document: WordDocument, heading: str) -> list[list[str]]:
    """Return the rows of the table below a heading; none where there is no such table."""
    tables = (block for block in under(document, heading) if isinstance(block, Table))
    return [row for table in tables for row in rows(table)]


def headings(document: WordDocument) -> list[str]:
    """Return every heading and title."""
    return [p.text for p in document.paragraphs if is_heading(p)]


def is_heading(paragraph: Paragraph) -> bool:
    """Say whether a paragraph is a heading or the title."""
    name = paragraph.style.name if paragraph.style else None
    return (name or "").startswith(("Heading", "Title"))


def words(document: WordDocument) -> str:
    """Return all that can be read, a line for each paragraph and cell."""
    return "\n".join(_words(document))


def days(document: WordDocument) -> set[str]:
    """Return every day written out."""
    return set(DAY.findall(words(document)))


def tamed(case: Case) -> Case:
    """Return a case in which all that was typed reads the same and names no day."""
    texts = ("what_happened", "where", "effect", "evidence", "witnesses")
    return case.model_copy(
        update={
            "reference": case.reference and TYPED,
            "adviser_notes": None,
            "incidents": tuple(
                incident.model_copy(
                    update={
                        **{name: getattr(incident, name) and TYPED for name in texts},
                        "reports": tuple(
                            report.model_copy(update={"reference": report.reference and TYPED})
                            for report in incident.reports
                        ),
                    }
                )
                for incident in case.incidents
            ),
        }
    )


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a Word file, whatever is in it: nothing should be."""
    document = read(data)
    return [*_faults_of_parts(data), *_faults_of_page(document), *_faults_of_blocks(document)]


def _words(document: WordDocument) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            for row in block.rows:
                yield from (cell.text for cell in row.cells)
        else:
            yield block.text


def _faults_of_parts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        if parts.testzip():
            yield "a part is damaged"
        for name in parts.namelist():
            if b"python" in parts.read(name).lower():
                yield f"{name} names what it was made with"


def _faults_of_page(document: WordDocument) -> Iterator[str]:
    told, section = document.core_properties, document.sections[0]
    if not told.title or told.language != "en-GB":
        yield "no title or no language"
    if told.author or told.last_modified_by or told.comments or told.keywords:
        yield "says who made it"
    if {section.page_width, section.page_height} != A4:
        yield "not A4"
    (language,) = document.styles.element.iter(qn("w:lang"))
    if language.get(qn("w:val")) != "en-GB":
        yield "the words are not marked as British English"
    if "PAGE" not in section.footer.part.element.xml:
        yield "no page numbers"


def _faults_of_blocks(document: WordDocument) -> Iterator[str]:
    heading: str | None = None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _faults_of_table(block)
            heading = None
            continue
        if not block.text.strip():
            yield f"an empty paragraph after {heading}"
        starts = is_heading(block)
        if starts and heading and heading != document.core_properties.title:
            yield f"nothing under {heading}"
        heading = block.text if starts else None
    if heading:
        yield f"nothing under {heading}"


def _faults_of_table(table: Table) -> Iterator[str]:
    element = table._tbl
    if not list(element.iter(qn("w:tblDescription"))):
        yield "a table without words for a screen reader"
    headed = element[2].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None
    if headed and any(not cell.text.strip() for row in table.rows for cell in row.cells):
        yield "an empty cell"
