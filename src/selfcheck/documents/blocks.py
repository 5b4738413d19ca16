"""What a PDF page is made of: plain data that `pack.typ` sets, one after another.

Each block is {"is": its kind, ...}. Nothing empty becomes a block, and a heading stands
only where something follows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from selfcheck import content
from selfcheck.documents.unprinted import fit

Block = dict[str, Any]


def section(code: str, inside: Sequence[Block]) -> Iterator[Block]:
    """Yield a heading by its code in `content/pack.toml` and what stands below it, if anything."""
    if inside:
        yield heading(content.words("pack")["heading"][code], 1)
        yield from inside


def heading(says: str, level: Literal[1, 2]) -> Block:
    """Return a heading, which becomes a bookmark too."""
    return {"is": "heading", "level": level, "text": fit(says)}


def text(says: str, look: Literal["plain", "quiet", "strong", "lead"] = "plain") -> Block:
    """Return one paragraph; a strong one and a lead stay with what follows them."""
    return {"is": "text", "text": fit(says), "look": look}


def items(says: Sequence[str]) -> Iterator[Block]:
    """Yield a list of sentences, if there are any."""
    if says:
        yield {"is": "items", "items": [fit(one) for one in says]}
