"""A letter as it is read on the page: the same words as in the file, blanks marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

from selfcheck.content import words
from selfcheck.documents.parts import Letter, Line, Look, Passage, Table, blanks
from selfcheck.web import markup

# The file has all rows; more than this are hard to read on a phone.
_MOST_ROWS = 30


def whole(letter: Letter) -> str:
    """Return a letter as HTML, from the sender to the signature."""
    inside = "".join([head(letter), *map(passage, letter.passages), foot(letter)])
    return markup.element("div", inside, "sc-letter")


def head(letter: Letter) -> str:
    """Return who writes to whom, the greeting and what it is about."""
    return "".join(
        (
            _address(letter.sender, "sc-sender"),
            _address(letter.recipient),
            _paragraph(letter.greeting),
            markup.heading(letter.title, 3),
        )
    )


def passage(part: Passage) -> str:
    """Return one part of a letter with its heading and its table."""
    title = markup.heading(part.heading, 4) if part.heading else ""
    return title + _lines(part.lines) + (table(part.table) if part.table else "")


def foot(letter: Letter) -> str:
    """Return the end of a letter."""
    return "".join(map(_paragraph, letter.closing))


def left_blank(letter: Letter) -> list[str]:
    """Return the marked blanks of a letter, each once, in reading order."""
    texts = [*letter.sender, *letter.recipient, letter.greeting]
    texts += [line.text for part in letter.passages for line in part.lines]
    texts += letter.closing
    return list(dict.fromkeys(found for text in texts for found in _blank().findall(text)))


def marked(text: str) -> str:
    """Return a text made safe for HTML, its blanks marked."""
    pieces = _blank().split(text)
    return "".join(
        f'<mark class="sc-blank">{markup.text(piece)}</mark>' if at % 2 else markup.text(piece)
        for at, piece in enumerate(pieces)
    )


def table(held: Table) -> str:
    """Return a table with roles in the HTML: on a phone it is drawn as a list."""
    heads = "".join(
        f'<th role="columnheader" scope="col">{markup.text(name)}</th>' for name in held.columns
    )
    body = "".join(_row(held.columns, row) for row in held.rows[:_MOST_ROWS])
    more = len(held.rows) - _MOST_ROWS
    rest = words("downloads")["letter"]["more_rows"].format(count=more)
    return (
        f'<table class="sc-table" role="table" aria-label="{markup.text(held.says)}">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
        f"{markup.paragraph(rest) if more > 0 else ''}"
    )


def _row(columns: Sequence[str], cells: Sequence[str]) -> str:
    drawn = "".join(
        f'<td role="cell" dir="auto"><span class="sc-name" aria-hidden="true">'
        f"{markup.text(name)}: </span>{marked(cell)}</td>"
        for name, cell in zip(columns, cells, strict=True)
    )
    return f'<tr role="row">{drawn}</tr>'


def _lines(lines: Sequence[Line]) -> str:
    return "".join(_alike(lines))


def _alike(lines: Sequence[Line]) -> Iterator[str]:
    """Yield lines of one look together: points make a list."""
    for look, alike in groupby(lines, key=lambda line: line.look):
        texts = [line.text for line in alike]
        if look is Look.POINT:
            yield markup.items(f'<span dir="auto">{marked(text)}</span>' for text in texts)
        elif look is Look.QUOTE:
            yield markup.element("blockquote", "".join(map(_paragraph, texts)), "sc-quote")
        else:
            yield "".join(map(_paragraph, texts))


def _address(lines: Sequence[str], look: str = "") -> str:
    return markup.element("p", "<br>".join(map(marked, lines)), look)


def _paragraph(text: str) -> str:
    return f'<p dir="auto">{marked(text)}</p>'


@cache
def _blank() -> re.Pattern[str]:
    return re.compile("(" + "|".join(map(re.escape, blanks())) + ")")
