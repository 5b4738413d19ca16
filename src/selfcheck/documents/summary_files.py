"""Both summaries as files: Word to go on writing in, and PDF to print or send."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from selfcheck import content
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.documents import summary, technical
from selfcheck.documents.blocks import Block, heading, items, text
from selfcheck.documents.parts import Look, Passage, Table
from selfcheck.documents.typeset import pdf
from selfcheck.documents.unprinted import fit
from selfcheck.documents.word import add, add_passage, new_document
from selfcheck.documents.word_file import file_of


def plain_word(case: Case, assessment: Assessment) -> bytes:
    """Return the page in plain words as a Word file."""
    return _word("plain", summary.passages(assessment), case, assessment)


def plain_pdf(case: Case, assessment: Assessment) -> bytes:
    """Return the page in plain words as a PDF; PdfNotInstalledError without the typesetter."""
    return _pdf("plain", summary.passages(assessment), case, assessment)


def technical_word(case: Case, assessment: Assessment) -> bytes:
    """Return every step as a Word file."""
    return _word("technical", technical.passages(case, assessment), case, assessment)


def technical_pdf(case: Case, assessment: Assessment) -> bytes:
    """Return every step as a PDF; PdfNotInstalledError without the typesetter."""
    return _pdf("technical", technical.passages(case, assessment), case, assessment)


# ---- Word ----------------------------------------------------------------------------


def _word(code: str, passages: Sequence[Passage], case: Case, assessment: Assessment) -> bytes:
    words = content.words("summary")
    document = new_document(words[code]["title"], assessment.on)
    add(document, words[code]["title"], "Title")
    add(document, summary.head(case, assessment))
    for passage in passages:
        add_passage(document, passage)
    add(document, words["plain"]["danger"])
    add(document, words[code]["made"], "Note")
    return file_of(document)


# ---- PDF -----------------------------------------------------------------------------


def _pdf(code: str, passages: Sequence[Passage], case: Case, assessment: Assessment) -> bytes:
    words = content.words("summary")
    data = {
        "title": words[code]["title"],
        "as_it_stood": fit(summary.head(case, assessment)),
        "made": words[code]["made"],
        "danger": words["plain"]["danger"],
        **{name: content.words("pack")[name] for name in ("page", *_NOTES)},
        "blocks": [block for passage in passages for block in _blocks(passage)],
    }
    return pdf("summary.typ", data, assessment.on)


_NOTES = ("unprinted_note", "not_standard_note")


def _blocks(passage: Passage) -> Iterator[Block]:
    if passage.heading:
        yield heading(passage.heading, 1)
    if passage.table:
        yield _table(passage.table)
    for is_point, alike in groupby(passage.lines, key=lambda line: line.look is Look.POINT):
        says = [line.text for line in alike]
        if is_point:
            yield from items(says)
        else:
            yield from (text(one, "strong" if one == _answer(passage) else "plain") for one in says)


def _answer(passage: Passage) -> str | None:
    """Return the sentence that answers everything, which stands out."""
    return passage.lines[0].text if passage.code == "answer" else None


def _table(table: Table) -> Block:
    return {
        "is": "table",
        "columns": [fit(name) for name in table.columns],
        "rows": [[fit(cell) for cell in row] for row in table.rows],
        "shares": list(table.shares),
    }
