"""The part of the pack that says why: ways to qualify, what the area asks, what this is."""

from __future__ import annotations

from collections.abc import Iterator

from selfcheck import content, explain, law
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.classify import is_to_be_shown
from selfcheck.documents.blocks import Block, heading, items, section, text
from selfcheck.findings import Finding
from selfcheck.local_conditions import ConditionHeld
from selfcheck.procedure import ConditionKind
from selfcheck.review import Review
from selfcheck.routes import Route, RouteName


def ways(review: Review) -> Iterator[Block]:
    """Yield the routes, what speaks for discretion and the area's conditions, each if any."""
    routes = [route for route in review.routes if route.route is not RouteName.DISCRETION]
    yield from section("routes", [*items([_route(route) for route in routes])])
    speaks = [explain.speaks_for(code) for code in review.speaks_for]
    yield from section("speaks_for", [*items(speaks)])
    held = [_condition(condition) for condition in review.conditions]
    yield from section("conditions", [*items(held)])


def _route(route: Route) -> str:
    words = content.words("review")
    stands = (explain.route_count(route), words["route_outcome"][route.outcome])
    how = ". ".join(part for part in stands if part)
    said = f"{words['route'][route.route]}: {how}."
    return f"{said} {_noted(route.note)}" if route.note else said


def _condition(held: ConditionHeld) -> str:
    local = held.condition
    standing = content.words("review")["standing"][local.standing]
    said = f"{explain.condition(held)} {standing} {explain.kept(held)}"
    own_words = local.kind is not ConditionKind.OTHER and local.note
    return f"{said} {_noted(local.note or '')}" if own_words else said


def _noted(note: str) -> str:
    return f"{content.words('case_review')['noted']} {note}"


# ---- what this is --------------------------------------------------------------------


def kinds(case: Case, assessment: Assessment) -> Iterator[Block]:
    """Yield each definition that fits or may fit: its outcome, why, and its sources."""
    shown = [finding for finding in assessment.findings if is_to_be_shown(finding)]
    if not shown:
        yield text(content.words("pack")["kinds"]["none"])
    for finding in shown:
        yield from _kind(case, finding)


def _kind(case: Case, finding: Finding) -> Iterator[Block]:
    words, pack = content.words("definitions")[finding.label], content.words("pack")["kinds"]
    yield heading(words["title"], 2)
    yield text(words[finding.outcome], "strong")
    if "document" in words:
        yield text(pack["document"].format(quote=words["document"]), "quiet")
    yield from items([*_reasons(case, finding)])
    yield from (text(explain.note(note, case)) for note in finding.notes)
    cites = "; ".join(law.SOURCES[source].cite for source in finding.sources)
    if cites:
        yield text(pack["sources"].format(cites=cites), "quiet")


def _reasons(case: Case, finding: Finding) -> Iterator[str]:
    for condition in (*finding.conditions, *finding.weight):
        days = explain.evidence(condition, case)
        says = explain.why(condition.reason, case)
        yield f"{says} {days}" if days else says
