"""Why the threshold is met, or why a review should be held all the same: section 104."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import content, explain
from selfcheck.case import Harm, Response, YesNo
from selfcheck.complaints import Verdict
from selfcheck.documents.complaint_table import rests_on
from selfcheck.documents.facts import Facts, counted_incidents
from selfcheck.documents.parts import Line, Passage, blank, lines, listed, points
from selfcheck.findings import Value
from selfcheck.procedure import Standing
from selfcheck.review import ReviewOutcome
from selfcheck.routes import Route, RouteName


def argument(facts: Facts) -> Passage:
    """Return the argument that fits the outcome, from the dated facts alone."""
    return Passage("argument", _words()[facts.review.outcome], argued(facts))


def argued(facts: Facts) -> tuple[Line, ...]:
    """Return the argument without its heading."""
    said = {
        ReviewOutcome.MET: _met,
        ReviewOutcome.ARGUABLE: _arguable,
        ReviewOutcome.DISCRETIONARY: _discretionary,
    }[facts.review.outcome]
    return tuple(said(facts))


# ---- section 104(4): the number is reached -------------------------------------------


def _met(facts: Facts) -> Iterator[Line]:
    if facts.route:
        yield from lines(_number(facts, facts.route))
    yield from lines(_words()["must"])
    yield from _answers(facts)


def _number(facts: Facts, route: Route) -> str:
    code = f"met_{route.route}"
    if route.route is RouteName.COMPLAINTS and not facts.review.threshold.separate_incidents:
        code = "met_reports"
    if route.route is RouteName.HATE and route.need == 1:
        code = "met_hate_one"
    return _about_route(facts, route, _words()[code])


def _answers(facts: Facts) -> Iterator[Line]:
    """Yield an answer to each thing the area adds to the Act and the person fails."""
    words = content.words("letter")["answer"]
    failed = {
        held.condition.kind: held.condition
        for held in facts.review.conditions
        if held.value is Value.NO and held.condition.standing is Standing.DOUBTFUL
    }
    for kind, condition in failed.items():
        within = explain.span(condition.within) if condition.within else ""
        period = explain.period(facts.review.threshold.apply_within)
        yield from lines(facts.say(words[kind], within=within, period=period))


# ---- a wider count reaches it --------------------------------------------------------


def _arguable(facts: Facts) -> Iterator[Line]:
    words = _words()
    if facts.route:
        for code in wider_counts(facts, facts.route):
            yield from lines(_about_route(facts, facts.route, words[code]))
    yield from _answers(facts)
    yield from lines(words["decide"])
    yield from _things(facts)


def wider_counts(facts: Facts, route: Route) -> tuple[str, ...]:
    """Return the codes of what the looser count rests on; never none."""
    rows = rests_on(facts)
    late = any(complaint.verdict is Verdict.REPORTED_TOO_LATE for *_, complaint in rows)
    few = len({incident.id for incident, *_ in rows}) < (route.need or 0)
    people = route.route is RouteName.SEVERAL_PEOPLE
    checks = (
        ("act_month", late),
        ("hate", route.route is RouteName.HATE),
        ("people", people),
        ("same_incident", few and not people),
    )
    return tuple(code for code, applies in checks if applies) or ("wider",)


# ---- section 104(5): the bodies decide -----------------------------------------------


def _discretionary(facts: Facts) -> Iterator[Line]:
    words, review = _words(), facts.review
    yield from lines(words["section_5"])
    if "no_distress" not in review.notices and facts.route:
        yield from lines(_short_of_the_number(facts, facts.route))
    if review.lapsed_on:
        yield from lines(facts.say(words["lapsed"], lapsed_on=review.lapsed_on))
    yield from _things(facts)


def _short_of_the_number(facts: Facts, route: Route) -> str:
    words = _words()
    code = {0: "count_none", 1: "count_one"}.get(route.have or 0, "count_some")
    says = _about_route(facts, route, words[code])
    counted_once = any(c.verdict is Verdict.SAME_INCIDENT for c in facts.review.complaints)
    return f"{says} {words['by_incident']}" if counted_once else says


def _things(facts: Facts) -> Iterator[Line]:
    """Yield what speaks for it under section 104(5)(a) to (c), or ask to look at all three."""
    words, said = _words(), speaks_for(facts)
    if not said:
        yield from lines(words["all_three"])
        return
    yield from lines(words["look_at"])
    yield from points(said)


def speaks_for(facts: Facts) -> list[str]:
    """Return what the answers say of how long, the harm and the response, one text each."""
    found = (_speaks_for(facts, code) for code in facts.review.speaks_for)
    return [text for text in found if text]


def _speaks_for(facts: Facts, code: str) -> str | None:
    match code:
        case "persistence":
            return _persistence(facts)
        case "harm":
            says = harm(facts)
            words = content.words("letter")["speaks_for"]
            return facts.say(words["harm"], says=" ".join(says)) if says else None
        case _:
            return response(facts)


def _persistence(facts: Facts) -> str:
    words = content.words("letter")["speaks_for"]
    told = len(list(facts.case.reports()))
    still = facts.case.answers.still_happening is YesNo.YES
    return facts.say(
        words["persistence_still" if still else "persistence"],
        incidents=counted_incidents(
            facts, words, "incidents_one", "incidents_one_day", "incidents_some"
        ),
        reports=facts.say(words["reports_one" if told == 1 else "reports_some"], count=told),
    )


def harm(facts: Facts) -> list[str]:
    """Return how it affects people, from the answers.

    Thoughts of self-harm are never passed on unasked: whoever wants to tell of them can
    write so in the letter.
    """
    words, answers = content.words("letter"), facts.case.answers
    told = [harm for harm in answers.harm or () if harm is not Harm.THOUGHTS_OF_SELF_HARM]
    effect = words["effect"]
    says = []
    if told:
        says.append(effect["harm"].format(harm=listed(words["harm"][one] for one in told)))
    if answers.fear_of_violence is YesNo.YES:
        says.append(effect["fear"])
    if answers.vulnerable is YesNo.YES:
        says.append(facts.say(effect["harder"], blank=blank("harder")))
    return says


def response(facts: Facts) -> str | None:
    """Return what was done about it, where it was too little."""
    words = content.words("letter")["speaks_for"]
    if facts.case.answers.response in (Response.NONE, Response.NOT_ENOUGH):
        return str(words[f"response_{facts.case.answers.response}"])
    return None


# ---- shared --------------------------------------------------------------------------


def _about_route(facts: Facts, route: Route, words: str) -> str:
    """Return a sentence with a route's figures."""
    within = route.threshold.report_within if route.threshold else None
    return facts.say(
        words,
        on=facts.on,
        have=route.have,
        needed=route.need,
        people=route.people,
        people_needed=route.people_needed,
        complaints=len(facts.rests_on),
        report_within=explain.period(within) if within else "",
    )


def _words() -> dict[str, Any]:
    words: dict[str, Any] = content.words("letter")["argument"]
    return words
