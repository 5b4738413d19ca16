"""Results in words, the same for pages, letters and the command line.

The rules return codes; this file picks the sentence in `content/` and fills it in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from selfcheck import content
from selfcheck.case import Case
from selfcheck.complaints import Complaint
from selfcheck.findings import Condition, Reason
from selfcheck.local_conditions import ConditionHeld
from selfcheck.periods import ONE_DAY, Period
from selfcheck.procedure import Appeal, Clock, ConditionKind, Source, Span
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
    if code == "met_hate" and route and route.need == 1:
        code = "met_hate_one"
    if review.outcome is ReviewOutcome.ARGUABLE and route and route.route is RouteName.HATE:
        code = "arguable_hate"
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
    """Return how far a route is, such as "2 of the 3 needed"; None where nothing is counted."""
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


def kept(held: ConditionHeld) -> str:
    """Return whether the case seems to keep what an area asks for."""
    return _words("kept")[held.value]


def procedure(review: Review) -> list[str]:
    """Return which rule was used, its figures, where it was read, when and how surely."""
    source = review.procedure.source if review.procedure else None
    rule = rule_used(review)
    if source is None:
        return rule
    return [*rule, _words("procedure")["source"].format(url=source.url), checked(source)]


def rule_used(review: Review) -> list[str]:
    """Return which rule was used, and its figures."""
    words, local = _words("procedure"), review.procedure
    threshold = review.threshold
    figures = words["figures"].format(
        needed=threshold.needed,
        report_within=period(threshold.report_within),
        period=period(threshold.apply_within),
    )
    if local is None or local.source is None:
        return [words["national"], figures]
    from_the_act = [words["from_the_act"]] if threshold.from_the_act else []
    return [words["local"].format(area=local.name), figures, *from_the_act]


def checked(source: Source) -> str:
    """Return when a source was read and how sure of it we are."""
    return _words("procedure")["checked"].format(
        day=content.long_date(source.checked_on), confidence=source.confidence
    )


def clock(held: Clock) -> str:
    """Return how soon an area says it does something, such as "within 10 working days"."""
    words = content.words("how_to_apply")["clock"]
    unit = "working_day" if held.days_kind == "working" else "day"
    after = words["after"][held.after] if held.after else ""
    return str(words[held.event]).format(within=_length(held.days, unit) + after)


def appeal(route: Appeal) -> str:
    """Return what an area's page says about who hears an appeal, and within what time."""
    words = content.words("how_to_apply")["appeal"]
    to = words["to"].format(to=route.to) if route.to else words["not_seen"]
    return f"{to} {words['within'].format(within=span(route.within))}" if route.within else str(to)


def why(reason: Reason, case: Case) -> str:
    """Return why a condition is as it is, or what adds weight, for whoever filled the case in."""
    return content.sentence("conditions", _voiced("conditions", reason.code, case), **reason.values)


def note(code: str, case: Case) -> str:
    """Return what a finding must say as well, for whoever filled the case in."""
    return str(content.words("notes")[_voiced("notes", code, case)])


def urgent(code: str, case: Case) -> Mapping[str, Any]:
    """Return the words of something urgent and what to do, for whoever filled the case in."""
    says: Mapping[str, Any] = content.words("urgent")[code]
    return {**says, **says.get("on_behalf", {})} if case.on_behalf else says


def evidence(condition: Condition, case: Case) -> str | None:
    """Return the days in the diary a condition rests on, or None where it rests on none."""
    because = set(condition.because)
    days = sorted(incident.date for incident in case.incidents if incident.id in because)
    if not days:
        return None
    words = content.words("what_this_is")["diary"]
    named = ", ".join(content.long_date(day) for day in dict.fromkeys(days[:3]))
    code = "days" if len(days) <= 3 else "days_and_more"
    return str(words[code]).format(days=named, more=len(days) - 3)


def period(length: Period) -> str:
    """Return a period in words, such as "6 months"."""
    return _length(length.amount, length.unit)


def span(length: Span) -> str:
    """Return a span in words, such as "10 working days"."""
    return _length(length.amount, length.unit)


def _length(amount: int, unit: str) -> str:
    return _words("period")[f"one_{unit}" if amount == 1 else unit].format(amount=amount)


def _deciding_route(review: Review) -> Route | None:
    """Return the counted route the outcome rests on; the ordinary one where it is short."""
    counted = [route for route in review.routes if route.need is not None]
    for outcome in (RouteOutcome.MET, RouteOutcome.ARGUABLE):
        for route in counted:
            if route.outcome is outcome:
                return route
    return counted[0] if counted else None


def _voiced(name: str, code: str, case: Case) -> str:
    """Return the code of the sentence for someone who helps another person, where there is one."""
    theirs = f"{code}_on_behalf"
    return theirs if case.on_behalf and theirs in content.words(name) else code


def _words(part: str) -> dict[str, str]:
    words: dict[str, str] = content.words("review")[part]
    return words
