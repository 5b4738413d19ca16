"""One line of the trace."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence or two; `depth` 0 is a paragraph, 1 a point, 2 a point below a point.

    `sources` are keys of `law.SOURCES`, `url` a page to read.
    """

    text: str
    depth: int = 0
    sources: tuple[str, ...] = ()
    url: str | None = None


def one_line(typed: str) -> str:
    """Return what a person typed on one line, so that it cannot pass for a line of ours."""
    return " ".join(typed.split())
