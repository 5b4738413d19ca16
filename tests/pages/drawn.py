"""What a page drew, as its reader meets it: HTML and words of ours, from top to bottom."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from streamlit.testing.v1 import AppTest

# Where a paragraph ends, in HTML of ours and in Markdown.
_ENDS = re.compile(
    r"</?(?:p|li|[ou]l|d[dlt]|h\d|div|t[dhr]|table|thead|tbody|summary|details|figure|br)\b[^>]*>"
    r"|\n\n|  \n|\n- "
)
_WORDS = {"html": "body", "markdown": "body", "button": "label", "expander": "label"}


def html(page: AppTest) -> str:
    """Return the HTML that a page drew itself, our frame's left out."""
    bodies = [element.proto.body for element in page.get("html")]
    return "\n".join(body for body in bodies if 'class="sc-words"' in body)


def text(page: AppTest) -> str:
    """Return the words of a page in reading order, a picture's in its place."""
    return " ".join(_plain(words) for words in _words(page.main))


def _words(block: Any) -> list[str]:
    found = []
    for child in block.children.values():
        if child.type in _WORDS and hasattr(child, "proto"):
            found.append(str(getattr(child.proto, _WORDS[child.type], "")))
        if hasattr(child, "children"):
            found += _words(child)
    return found


def paragraphs(page: AppTest) -> Iterator[str]:
    """Yield the paragraphs, labels and cells of a page, top to bottom."""
    for block in _blocks(page.main):
        for written in (getattr(block, "body", ""), getattr(block, "label", "")):
            if isinstance(written, str) and "<style>" not in written:
                yield from filter(None, map(_plain, _ENDS.split(written)))


def _blocks(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield getattr(child, "proto", None)
        if hasattr(child, "children"):
            yield from _blocks(child)


def _plain(written: str) -> str:
    if "<style>" in written:
        return ""
    with_pictures = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" \1 ", written)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", with_pictures)).split())
