"""Results in words, the same for pages, letters and the command line.

The rules return codes; this file picks the sentence in `content/` and fills it in.
"""

from __future__ import annotations

from selfcheck import content
from selfcheck.complaints import Complaint
from selfcheck.local_conditions import ConditionHeld
from selfcheck.periods import ONE_DAY, Period
from selfcheck.procedure import ConditionKind, Span
from selfcheck.review import Review, ReviewOutcome
from selfcheck.routes import Route, RouteName, RouteOutcome


def headline(review: Review) -> str:
    """Return the outcome in one sentence."""
    return _words("headline")[review.outcome]


def act_by(review: Review) -> str | None:
    """Return the day to apply by in one sentence, or None where no day ends it."""
    if review.apply_advised is None:
        return None
    code = str(review.outcome) + ("_today" if review.apply_advised == review.on else "")
    return _words("act_by")[code].format(by=content.weekday_date(review.apply_advised))


def outcome(review: Review) -> str:
    """Return why the outcome is what it is, from the route that decides it."""
    route = _deciding_route(review)
    code = str(review.outcome)
    if review.outcome is ReviewOutcome.MET and route and route.route is not RouteName.COMPLAINTS:
        code = f"met_{route.route}"
    return _words("outcome")[code].format(
        have=route.have if route else 0,
        need=route.need if route else review.threshold.needed,
        people=route.people if route else None,
        people_needed=route.people_needed if route else None,
    )


def lapsed(review: Review) -> str | None:
    """Return that the threshold was met before and until when, or None."""
    if review.lapsed_on is None:
        return None
    last = content.long_date(review.lapsed_on - ONE_DAY)
    return _words("lapsed")["text"].format(last=last)


def verdict(complaint: Complaint) -> str:
    """Return what a report's verdict means, with its dates."""
    return _words("verdict")[complaint.verdict].format(
        until=content.long_date(complaint.window.last),
        report_by=content.long_date(complaint.report_by),
    )


def route_count(route: Route) -> str | None:
    """Return how far a route is, such as "2 of 3"; None where nothing is counted."""
    if route.need is None:
        return None
    words = _words("route_count")["people" if route.people_needed else "plain"]
    return words.format(
        have=route.have, need=route.need, people=route.people, people_needed=route.people_needed
    )


def condition(held: ConditionHeld) -> str:
    """Return what an area asks for, in our words or its own note."""
    local = held.condition
    if local.kind is ConditionKind.OTHER:
        return local.note or ""
    within = span(local.within) if local.within else ""
    return _words("condition")[local.kind].format(within=within, note=local.note)


def notice(code: str) -> str:
    """Return something that must be said beside the outcome."""
    return _words("notice")[code]


def speaks_for(code: str) -> str:
    """Return one of the things section 104(5) lets the bodies weigh."""
    return _words("speaks_for")[code]


def procedure(review: Review) -> list[str]:
    """Return which rule was used, its figures, where it was read, when and how surely."""
    words, local = _words("procedure"), review.procedure
    threshold = review.threshold
    figures = words["figures"].format(
        needed=threshold.needed,
        report_within=period(threshold.report_within),
        period=period(threshold.apply_within),
    )
    if local is None or local.source is None:
        return [words["national"], figures]
    source = local.source
    return [
        words["local"].format(area=local.name),
        figures,
        *([words["from_the_act"]] if threshold.from_the_act else []),
        words["source"].format(url=source.url),
        words["checked"].format(
            day=content.long_date(source.checked_on), confidence=source.confidence
        ),
    ]


def period(length: Period) -> str:
    """Return a period in words, such as "6 months"."""
    return _length(length.amount, length.unit)


def span(length: Span) -> str:
    """Return a span in words, such as "10 working days"."""
    return _length(length.amount, length.unit)


def _length(amount: int, unit: str) -> str:
    return _words("period")[f"one_{unit}" if amount == 1 else unit].format(amount=amount)


def _deciding_route(review: Review) -> Route | None:
    """Return the counted route the outcome rests on: the one met, else the ordinary one."""
    counted = [route for route in review.routes if route.need is not None]
    met = (route for route in counted if route.outcome is RouteOutcome.MET)
    return next(met, counted[0] if counted else None)


def _words(part: str) -> dict[str, str]:
    words: dict[str, str] = content.words("review")[part]
    return words
