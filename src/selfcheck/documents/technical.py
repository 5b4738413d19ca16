"""The trace as a document: the same sections and sentences, with the law named at each step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import content, law
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.documents.parts import Line, Look, Passage
from selfcheck.trace import Line as Step
from selfcheck.trace import Section, trace


def passages(case: Case, assessment: Assessment) -> tuple[Passage, ...]:
    """Return the trace part by part; a step below a step stands on a line of its own."""
    return tuple(
        Passage(section.code, section.heading, tuple(_lines(section)))
        for section in trace(case, assessment)
    )


def _lines(section: Section) -> Iterator[Line]:
    held: Line | None = None
    for step in section.lines:
        if step.depth > 1 and held:
            held = Line(f"{held.text}\n– {_said(step)}", Look.POINT)
            continue
        if held:
            yield held
        held = None if step.depth == 0 else Line(_said(step), Look.POINT)
        if step.depth == 0:
            yield Line(_said(step))
    if held:
        yield held


def _said(step: Step) -> str:
    cites = "; ".join(law.SOURCES[key].cite for key in step.sources)
    text = _words()["cited"].format(text=step.text, cites=cites) if cites else step.text
    return f"{text}\n{step.url}" if step.url else text


def _words() -> dict[str, Any]:
    return dict(content.words("summary")["technical"])
