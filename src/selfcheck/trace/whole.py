"""The trace: each step from a case to its assessment, in words, with the law it rests on.

The page, the command line and the technical summary all show this. It decides nothing:
values, verdicts and days are the assessment's, or come from the same period that it asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from selfcheck import content, explain, law
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.picture import numbered
from selfcheck.review import Review, ReviewOutcome
from selfcheck.routes import Route, RouteName
from selfcheck.trace import definitions, reports
from selfcheck.trace.line import Line, one_line


@dataclass(frozen=True, slots=True)
class Section:
    """One part of the trace under its heading; `code` is a stable name."""

    code: str
    heading: str
    lines: tuple[Line, ...]


def trace(case: Case, assessment: Assessment) -> tuple[Section, ...]:
    """Return the trace of an assessment of this case, in the order it was reached."""
    review = assessment.review
    available = review.outcome is not ReviewOutcome.NOT_AVAILABLE
    parts: dict[str, Iterable[Line]] = {
        "answer": _answer(case, assessment),
        "rule": _rule(review),
        "reports": reports.lines(case, review) if available else (),
        "routes": _routes(review),
        "conditions": _conditions(review),
        "discretion": _discretion(review) if available else (),
        "steps": (Line(content.say("next_steps", s.reason), 1) for s in assessment.next_steps),
        "definitions": definitions.lines(case, assessment.findings),
    }
    told = {code: tuple(lines) for code, lines in parts.items()}
    told["sources"] = tuple(_sources(line for lines in told.values() for line in lines))
    headings = _words()["heading"]
    return tuple(Section(code, headings[code], lines) for code, lines in told.items() if lines)


def head(case: Case, assessment: Assessment) -> tuple[str, ...]:
    """Return what stands above the trace: whose case, on which day, under which rules."""
    words = _words()
    reference = case.reference and words["reference"].format(reference=one_line(case.reference))
    read = content.long_date(law.LAW_CHECKED_ON)
    rules = words["rules"].format(rules=assessment.rules, read=read)
    said = (
        reference,
        words["as_it_stood"].format(day=content.long_date(assessment.on)),
        rules if assessment.rules else words["no_rules"],
        words["you"],
        words["not_advice"],
    )
    return tuple(line for line in said if line)


def as_text(case: Case, assessment: Assessment) -> str:
    """Return the trace as plain text for a file note, the same wherever it is shown."""
    lines = [_words()["title"], *head(case, assessment)]
    for section in trace(case, assessment):
        lines += ["", section.heading.upper(), *(_plain(line) for line in section.lines)]
    return "\n".join(lines) + "\n"


def _plain(line: Line) -> str:
    cites = "; ".join(law.SOURCES[key].cite for key in line.sources)
    text = " ".join(part for part in (line.text, f"[{cites}]" if cites else "", line.url) if part)
    return f"{'  ' * (line.depth - 1)}- {text}" if line.depth else text


# ---- the answer ----------------------------------------------------------------------


def _answer(case: Case, assessment: Assessment) -> Iterator[Line]:
    review, words = assessment.review, _words()["answer"]
    for one in assessment.urgent:
        says = explain.urgent(one.code, case)
        yield Line(words["urgent"].format(text=f"{says['title']}. {says['text']}"))
    decides = ("asbcpa2014.s104.4",) if review.outcome in _BY_NUMBER else ("asbcpa2014.s104.5",)
    yield Line(explain.headline(review), sources=decides if assessment.rules else ())
    said = [explain.act_by(review), explain.outcome(review), explain.lapsed(review)]
    said += [explain.notice(code) for code in review.notices]
    yield from (Line(text, 1) for text in said if text)
    yield from _last_day(review)
    for stretch in review.stretches:
        days = {
            "first": content.long_date(stretch.first),
            "last": content.long_date(stretch.last),
        }
        yield Line(words["stretch"].format_map(days), 1)


_BY_NUMBER = (ReviewOutcome.MET, ReviewOutcome.ARGUABLE)


def _last_day(review: Review) -> Iterator[Line]:
    """Yield why the last day to apply is the last, and why a day sooner may be named."""
    words = _words()["answer"]
    closing = [str(n) for n, one in numbered(review) if one.report in review.closing]
    if review.apply_by is None or review.apply_advised is None:
        return
    if closing:
        last = content.long_date(review.apply_by)
        text = words["apply_by"].format(last=last, reports=", ".join(closing))
        yield Line(text, 1, ("asbcpa2014.s104.11",))
    if review.apply_advised != review.apply_by:
        advised = content.long_date(review.apply_advised)
        yield Line(words["in_doubt"].format(advised=advised), 1)


# ---- the rule ------------------------------------------------------------------------


def _rule(review: Review) -> Iterator[Line]:
    words, procedure = _words()["why"], review.procedure
    if review.outcome is ReviewOutcome.NOT_AVAILABLE:
        yield Line(words["not_available"])
        return
    area = procedure.name if procedure else ""
    yield Line(words[_why(review)].format(area=area), sources=("asbcpa2014.s104.2",))
    if _why(review) == "local":
        yield Line(words["area_may"], 1, ("asbcpa2014.s104.2", "asbcpa2014.s104.4"))
    figures = explain.rule_used(review)[1]
    yield Line(figures, 1, ("asbcpa2014.s104.4", "asbcpa2014.s104.11"))
    counted = "separate" if review.threshold.separate_incidents else "one_by_one"
    yield Line(words[counted], 1, ("asbcpa2014.s104.12",))
    if procedure and procedure.source:
        if review.threshold.from_the_act:
            fields = ", ".join(_words()["field"][name] for name in review.threshold.from_the_act)
            yield Line(words["from_the_act"].format(fields=fields), 1)
        yield Line(words["page"], 1, url=procedure.source.url)
        confidence = content.words("case_review")["confidence"][procedure.source.confidence]
        yield Line(f"{explain.checked(procedure.source)} {confidence}", 1)


def _why(review: Review) -> str:
    """Return the code of why this rule was used and no other."""
    if review.procedure is None:
        return "no_area"
    if review.procedure.source is None:
        return "not_seen"
    return "local" if review.procedure.complaints else "no_figures"


# ---- routes, conditions, discretion ----------------------------------------------------


def _routes(review: Review) -> Iterator[Line]:
    words = _words()["routes"]
    if review.complaints:
        yield Line(
            words["counts"].format(
                incidents=review.counts.separate_incidents, complaints=review.counts.complaints
            ),
            sources=("asbcpa2014.s104.12",),
        )
    for route in review.routes:
        if route.route is not RouteName.DISCRETION:
            yield from _route(route)


def _route(route: Route) -> Iterator[Line]:
    words, names = _words()["routes"], content.words("review")
    stands = (explain.route_count(route), names["route_outcome"][route.outcome])
    how = ". ".join(part for part in stands if part)
    yield Line(words["one"].format(route=names["route"][route.route], how=how), 1)
    for code, stretches in (("met", route.met), ("arguable", route.arguable)):
        for stretch in stretches:
            if code == "met" or stretch not in route.met:
                first, last = content.long_date(stretch.first), content.long_date(stretch.last)
                yield Line(words[code].format(first=first, last=last), 2)
    if route.note:
        yield Line(words["note"].format(note=route.note), 2)


def _conditions(review: Review) -> Iterator[Line]:
    for held in review.conditions:
        standing = content.words("review")["standing"][held.condition.standing]
        values = {"asks": explain.condition(held), "standing": standing}
        text = _words()["conditions"]["one"].format(kept=explain.kept(held), **values)
        yield Line(text, 1)


def _discretion(review: Review) -> Iterator[Line]:
    words = _words()["discretion"]
    yield Line(words["what"], sources=("asbcpa2014.s104.5",))
    yield from (Line(explain.speaks_for(code), 1) for code in review.speaks_for)
    if not review.speaks_for:
        yield Line(words["none"], 1)


# ---- sources -------------------------------------------------------------------------


def _sources(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each source once, with where its text is and how it was read."""
    keys = dict.fromkeys(key for line in lines for key in line.sources)
    for key in keys:
        source = law.SOURCES[key]
        yield Line(f"{source.cite}. {_words()['sources'][source.basis]}", 1, url=source.url)


def _words() -> dict[str, Any]:
    return dict(content.words("trace"))
