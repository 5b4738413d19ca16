"""Reads a PDF back: its words in reading order, where they stand, and what its tags lack."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2

_HIDDEN = re.compile("[\u200b\u200c\u200d\ufeff]")


def words_of(pdf: bytes, *furniture: str) -> str:
    """Return the words of all pages with single spaces, without what stands on every page."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (page.get_textpage().get_text_range() for page in document)
    return " ".join(_plain(page, furniture) for page in pages)


def _plain(page: str, furniture: tuple[str, ...]) -> str:
    # The reader gives a hyphen at a line's end as this sign.
    text = _HIDDEN.sub("", page.replace("\ufffe\r\n", "-").replace("\ufffe", "-"))
    text = " ".join(text.split())
    for pattern in furniture:
        text = re.sub(pattern, "", text)
    return " ".join(text.split())


def outside(pdf: bytes, margin: float) -> list[tuple[int, tuple[float, ...]]]:
    """Return each run of text, by page, that reaches into the margin or off the page."""
    found: list[tuple[int, tuple[float, ...]]] = []
    for number, page in enumerate(pypdfium2.PdfDocument(pdf), start=1):
        width, height = page.get_size()
        text = page.get_textpage()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            if left < margin or right > width - margin or bottom < 0 or top > height:
                found.append((number, (left, bottom, right, top)))
    return found


def page_count(pdf: bytes) -> int:
    """Return how many pages there are."""
    return len(pypdfium2.PdfDocument(pdf))


# ---- tags ----------------------------------------------------------------------------

_HEADINGS = {"H1": 1, "H2": 2, "H3": 3}
# Operators that put something on the page.
_PAINTS = set("Tj TJ ' \" f F f* B B* b b* S s sh Do BI INLINE IMAGE".split())


def faults(pdf: bytes) -> list[str]:
    """Return what keeps a PDF from being readable by a screen reader, as PDF/UA-1 asks.

    Beside what the typesetter itself refuses: language, title, every mark on the page
    tagged or an artifact, headings in order and none empty, tables with headings for each
    cell, pictures and links described, fonts embedded and readable.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [
            *_about_the_file(document),
            *_about_the_tags(document),
            *(fault for page in document.pages for fault in _about_a_page(page)),
        ]


def _about_the_file(document: pikepdf.Pdf) -> Iterator[str]:
    root = document.Root
    with document.open_metadata() as about:
        if about.get("pdfuaid:part") != "1":
            yield "does not say that it is PDF/UA-1"
        if not about.get("dc:title"):
            yield "has no title"
    if str(root.get("/Lang", "")) != "en-GB":
        yield "has no language"
    if not root.MarkInfo.Marked:
        yield "is not marked as tagged"
    if not root.ViewerPreferences.DisplayDocTitle:
        yield "shows its file name in place of its title"
    if "/Outlines" not in root:
        yield "has no bookmarks"


def _about_the_tags(document: pikepdf.Pdf) -> Iterator[str]:
    tree = document.Root.StructTreeRoot
    found = list(elements(tree.K))
    yield from _about_headings([role for role, _ in found])
    for role, element in found:
        if role == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture without words"
        if role == "Table":
            yield from _about_a_table(element)
        if role == "Link" and not any(_kind(kid) == "/OBJR" for kid in _kids(element)):
            yield "a link that leads nowhere"
        if role == "LI" and [_role(kid) for kid in _kids(element)] != ["Lbl", "LBody"]:
            yield "a point of a list without its mark or its text"


def _about_headings(roles: list[str]) -> Iterator[str]:
    before, level = "", 0
    for role in [*roles, "H1"]:
        if role in _HEADINGS:
            if _HEADINGS[role] > level + 1:
                yield f"{role} follows a heading two levels above it"
            if before in _HEADINGS and _HEADINGS[role] <= _HEADINGS[before]:
                yield f"an empty {before}"
            level = _HEADINGS[role]
        before = role


def _about_a_table(table: pikepdf.Object) -> Iterator[str]:
    rows = [element for role, element in elements(table.K) if role == "TR"]
    lengths = {len(_kids(row)) for row in rows}
    if len(lengths) != 1:
        yield f"a table with rows of {lengths} cells"
    heads = {str(cell.ID) for row in rows[:1] for cell in _kids(row) if _role(cell) == "TH"}
    for row in rows[1:]:
        for cell in _kids(row):
            named = {str(one) for one in cell.A[0].get("/Headers", [])}
            if not named or not named <= heads:
                yield "a cell whose heading is not named"


def _about_a_page(page: pikepdf.Page) -> Iterator[str]:
    if "/Annots" in page.obj and str(page.obj.get("/Tabs", "")) != "/S":
        yield "links in another order than the words"
    for note in page.obj.get("/Annots", []):
        if "/StructParent" not in note or not str(note.get("/Contents", "")):
            yield "a link without words"
    for font in page.resources.get("/Font", {}).values():
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        about = inner.FontDescriptor
        if not any(f"/FontFile{n}" in about for n in ("", "2", "3")) or "/ToUnicode" not in font:
            yield "a font that is not embedded or cannot be read out"
    yield from _about_the_marks(page)


def _about_the_marks(page: pikepdf.Page) -> Iterator[str]:
    open_tags = 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in ("BDC", "BMC"):
            open_tags += 1
        elif name == "EMC":
            open_tags -= 1
        elif name in _PAINTS and not open_tags:
            yield f"something on the page without a tag: {name}"


def elements(kids: Any) -> Iterator[tuple[str, pikepdf.Object]]:
    """Yield every tag below some kids with its element, in reading order."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        role = _role(kid)
        if role:
            yield role, kid
            if "/K" in kid:
                yield from elements(kid.K)


def _kids(element: pikepdf.Object) -> list[Any]:
    kids: Any = element.get("/K", [])
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _kind(kid: Any) -> str:
    return str(kid.get("/Type", "")) if isinstance(kid, pikepdf.Dictionary) else ""


def _role(kid: Any) -> str:
    if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid or _kind(kid) == "/MCR":
        return ""
    return str(kid.S).removeprefix("/")
