"""What a document says, as plain data: the same for a page, for Word and for other formats.

Blanks only the person can fill stand in the text as they are written in
`content/documents.toml`, such as "[your name]"; a face may mark them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from selfcheck import content

# What XML cannot hold, and the other control characters, which nobody can see.
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029]")
# What turns the direction of the text after it, and what ends that.
_END, _END_ALL = "\u202c", "\u2069"
_ENDS = dict.fromkeys("\u202a\u202b\u202d\u202e", _END)
_ENDS |= dict.fromkeys("\u2066\u2067\u2068", _END_ALL)
_BETWEEN_BLOCKS = re.compile(r"\n[ \t]*\n")


class Look(StrEnum):
    """How a line is set; the mark before it is what people type to ask for it."""

    PLAIN = "plain"
    POINT = "point"
    QUOTE = "quote"


_MARKS = {Look.PLAIN: "", Look.POINT: "- ", Look.QUOTE: "> "}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, point or quotation; it may hold line breaks."""

    text: str
    look: Look = Look.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its headings, which stand for every row; `says` tells what it holds.

    `shares` are the columns' widths as parts of the whole.
    """

    says: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a letter: a heading, lines and, after them, a table if there is one.

    `code` is a stable name, by which a page holds what people change in it.
    """

    code: str
    heading: str | None
    lines: tuple[Line, ...] = ()
    table: Table | None = None

    @property
    def text(self) -> str:
        """Return the lines as text to change: "- " begins a point, "> " a quotation."""
        texts = (_MARKS[line.look] + _BETWEEN_BLOCKS.sub("\n", line.text) for line in self.lines)
        return "\n\n".join(texts)

    def with_text(self, text: str) -> Passage:
        """Return this passage with lines read from a changed text; a blank line ends one."""
        blocks = (block.strip() for block in _BETWEEN_BLOCKS.split(printable(text)))
        return replace(self, lines=tuple(_line(block) for block in blocks if block))


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter in the order people read it; nothing in it is empty.

    `on` is the day of the assessment its facts come from, not the day it is signed.
    """

    code: str
    title: str
    on: date
    sender: tuple[str, ...]
    recipient: tuple[str, ...]
    greeting: str
    passages: tuple[Passage, ...]
    closing: tuple[str, ...]

    def changed(self, texts: Mapping[str, str]) -> Letter:
        """Return this letter with the texts of some passages changed, by their codes.

        A passage left with nothing to say goes, and its heading with it.
        """
        passages = (p.with_text(texts[p.code]) if p.code in texts else p for p in self.passages)
        return replace(self, passages=tuple(p for p in passages if p.lines or p.table))


@dataclass(frozen=True, slots=True)
class Details:
    """What people may add for one document alone; None leaves a marked blank.

    `for_whom` names the person helped or the business, `contact` a safe way to reach the
    writer, `wanted` what they want to happen. The last four are for letters that follow
    an application or a complaint; `answered_on` is the day of the last answer.
    """

    name: str | None = None
    address: str | None = None
    for_whom: str | None = None
    contact: str | None = None
    wanted: str | None = None
    signed_on: date | None = None
    landlord: str | None = None
    applied_on: date | None = None
    decided_on: date | None = None
    answered_on: date | None = None


def blank(code: str) -> str:
    """Return a marked blank, such as "[your name]"."""
    return str(content.words("documents")["blank"][code])


def given(text: str | None, code: str) -> str:
    """Return what was typed, or the marked blank for it where nothing was."""
    return typed(text) or blank(code)


def given_day(day: date | None, code: str) -> str:
    """Return a day written out, or the marked blank for it."""
    return content.long_date(day) if day else blank(code)


def blanks() -> tuple[str, ...]:
    """Return every marked blank there is, as it stands in a text."""
    return tuple(content.words("documents")["blank"].values())


def typed(text: str | None) -> str | None:
    """Return what a person typed, ready to print; None where there is nothing to see."""
    return unturned(printable(text).strip()) or None if text else None


def unturned(text: str) -> str:
    """Return a text that turns the direction of nothing after it: what it opens, it closes."""
    to_end: list[str] = []
    for sign in text:
        if sign in _ENDS:
            to_end.append(_ENDS[sign])
        elif sign == _END and to_end[-1:] == [_END]:
            to_end.pop()
        elif sign == _END_ALL and sign in to_end:
            while to_end.pop() != sign:
                pass
    return text + "".join(reversed(to_end))


def printable(text: str) -> str:
    """Return a text without what no document can hold; line ends become one kind."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def quoted(text: str) -> str:
    """Return words as they were typed, in quotation marks."""
    return f"“{text}”"


def lines(*texts: str | None, look: Look = Look.PLAIN) -> tuple[Line, ...]:
    """Return texts as lines, leaving out those there are none of."""
    return tuple(Line(text, look) for text in texts if text)


def points(texts: Iterable[str]) -> tuple[Line, ...]:
    """Return texts as points of a list."""
    return lines(*texts, look=Look.POINT)


def listed(names: Iterable[str]) -> str:
    """Return names in a row, as in "a, b and c"."""
    *others, last = names
    return f"{', '.join(others)} {content.words('documents')['and']} {last}" if others else last


def _line(block: str) -> Line:
    for look in (Look.POINT, Look.QUOTE):
        if block.startswith(_MARKS[look]):
            return Line(block.removeprefix(_MARKS[look]).strip(), look)
    return Line(block)
