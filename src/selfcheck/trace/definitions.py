"""The part of the trace that holds each meaning against the answers, with the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from selfcheck import areas, content, explain, interview
from selfcheck.case import Case
from selfcheck.definitions import PLAIN_KINDS
from selfcheck.findings import Condition, Finding, Outcome
from selfcheck.trace.line import Line

_MOST_DAYS = 12


def lines(case: Case, findings: Iterable[Finding]) -> Iterator[Line]:
    """Yield each definition: outcome, conditions with values and evidence, notes, sources.

    Kinds of behaviour that nobody named come last, together.
    """
    found = list(findings)
    for finding in found:
        if not _is_unnamed(finding):
            yield from _one(case, finding)
    unnamed = sorted((f for f in found if _is_unnamed(f)), key=lambda f: f.outcome)
    for outcome, alike in groupby(unnamed, key=lambda f: f.outcome):
        yield _together(outcome, list(alike))


def _is_unnamed(finding: Finding) -> bool:
    return finding.label in PLAIN_KINDS and finding.outcome is not Outcome.FITS


def _one(case: Case, finding: Finding) -> Iterator[Line]:
    words, says = _words(), content.words("definitions")[finding.label]
    outcome = content.words("what_this_is")["outcome"][finding.outcome].lower()
    text = words["outcome"].format(title=says["title"], outcome=outcome, says=says[finding.outcome])
    yield Line(text, sources=finding.sources)
    for condition in finding.conditions:
        yield from _condition(case, condition)
    for condition in finding.weight:
        told = explain.why(condition.reason, case)
        yield Line(words["weight"].format(says=told), 1)
        yield from _evidence(case, condition)
    for key in finding.missing:
        if key in content.words("questions"):
            yield Line(words["missing"].format(question=_question(case, key)), 1)
    for note in finding.notes:
        yield Line(words["note"].format(note=explain.note(note, case)), 1)


def _condition(case: Case, condition: Condition) -> Iterator[Line]:
    named = content.words("what_this_is")
    text = _words()["condition"].format(
        name=named["condition"][condition.name],
        value=named["value"][condition.value],
        says=explain.why(condition.reason, case),
    )
    yield Line(text, 1)
    yield from _evidence(case, condition)


def _evidence(case: Case, condition: Condition) -> Iterator[Line]:
    """Yield what a condition rests on: days in the diary, answers, other definitions."""
    words, because = _words(), set(condition.because)
    days = sorted(i.date for i in case.incidents if i.id in because)
    shown = [content.long_date(day) for day in dict.fromkeys(days[:_MOST_DAYS])]
    if days:
        code = "diary_more" if len(days) > _MOST_DAYS else "diary"
        count = len(days) - _MOST_DAYS
        yield Line(words[code].format(days=", ".join(shown), count=count), 2)
    for key in condition.because:
        if key in content.words("questions"):
            text = words["answer"].format(question=_question(case, key), answer=_answer(case, key))
            yield Line(text, 2)
        elif key in content.words("definitions"):
            title = content.words("definitions")[key]["title"]
            yield Line(words["also"].format(title=title), 2)


def _together(outcome: Outcome, findings: list[Finding]) -> Line:
    titles = [content.words("definitions")[finding.label]["title"] for finding in findings]
    text = _words()["grouped"].format(
        titles=", ".join(titles),
        outcome=content.words("what_this_is")["outcome"][outcome].lower(),
        says=content.say("conditions", findings[0].conditions[0].reason),
    )
    return Line(text, sources=findings[0].sources)


def _question(case: Case, key: str) -> str:
    """Return a question as it was put to whoever answered."""
    asked = "ask_on_behalf" if case.on_behalf else "ask"
    return str(content.words("questions")[key][asked])


def _answer(case: Case, key: str) -> str:
    """Return an answer as people read it."""
    given = interview.answer_to(case, key)
    if key == "area":
        area = areas.area(given)
        return area.name if area else str(given)
    if isinstance(given, tuple):
        named = [content.words("choices")[type(one).__name__][one] for one in given]
        return ", ".join(named) or str(content.words("asking")["none_of_these"])
    return str(content.words("choices")[type(given).__name__][given])


def _words() -> dict[str, Any]:
    return dict(content.words("trace")["definitions"])
