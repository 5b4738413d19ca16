"""Letters to the point of contact when an application was refused, or nobody answered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.documents import complaint_table
from selfcheck.documents.addresses import agreement, closing, point_of_contact, sender
from selfcheck.documents.argument import argued, speaks_for
from selfcheck.documents.facts import Facts, gather
from selfcheck.documents.letter import check_there_is_a_letter, clock_lines
from selfcheck.documents.parts import (
    Details,
    Letter,
    Line,
    Passage,
    blank,
    given,
    given_day,
    lines,
    points,
)
from selfcheck.review import ReviewOutcome


def request_for_decision_text(
    case: Case, assessment: Assessment, details: Details | None = None
) -> Letter:
    """Return the letter that asks for the decision and its reasons; NoLetter as there."""
    facts = _facts(case, assessment, details)
    return _letter(facts, "decision", _ask_for_decision(facts))


def challenge_text(case: Case, applied: Assessment, details: Details | None = None) -> Letter:
    """Return the answer to "threshold not met", argued as it stood on the day of applying.

    `applied` is the case assessed on that day; NoLetter where no application was open.
    """
    facts = _facts(case, applied, details)
    return _letter(facts, "challenge", _challenge(facts))


def _facts(case: Case, assessment: Assessment, details: Details | None) -> Facts:
    check_there_is_a_letter(assessment)
    return gather(case, assessment, details or Details())


def _letter(facts: Facts, code: str, passages: Iterator[Passage]) -> Letter:
    return Letter(
        code=code,
        title=content.words("refused")[code]["title"],
        on=facts.on,
        sender=sender(facts.details),
        recipient=point_of_contact(facts),
        greeting=content.words("letter")["greeting"],
        passages=tuple(passages),
        closing=closing(facts, enclosed=False),
    )


# ---- nobody answered -------------------------------------------------------------------


def _ask_for_decision(facts: Facts) -> Iterator[Passage]:
    words = content.words("refused")["decision"]
    applied = given_day(facts.details.applied_on, "applied_on")
    yield Passage("opening", None, (*lines(words["opening"].format(applied=applied)),))
    times = clock_lines(facts, words["clocks"]) or lines(words["no_clocks"])
    yield Passage("law", words["law_heading"], (*lines(words["law"]), *times))
    rows = complaint_table.told_rows(facts)
    table = complaint_table.table(facts, rows, _says(), "stands")
    lead = lines(facts.say(words["complaints"], on=facts.on))
    yield Passage("complaints", words["complaints_heading"], lead, table)
    codes = ("ask_decision", "ask_reasons", "ask_person", "ask_appeal", "ask_lost")
    yield Passage("asks", words["asks_heading"], (*_asked(words, codes), *_reach(facts)))


# ---- refused ---------------------------------------------------------------------------


def _challenge(facts: Facts) -> Iterator[Passage]:
    words = content.words("refused")["challenge"]
    decided = given_day(facts.details.decided_on, "decided_on")
    opening = facts.say(words["opening"], on=facts.on, decided=decided)
    reasons = words["reasons"].format(reasons=blank("their_reasons"))
    yield Passage("opening", None, (*lines(opening, reasons), *agreement(facts)))
    yield _complaints(facts, words)
    outcome = facts.review.outcome
    yield Passage("argument", words[f"argument_{outcome}"], tuple(_argument(facts, words)))
    number = outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE)
    codes = ("ask_met" if number else "ask_other", "ask_reasons", "ask_appeal")
    yield Passage("asks", words["asks_heading"], (*_asked(words, codes), *_reach(facts)))


def _complaints(facts: Facts, words: dict[str, Any]) -> Passage:
    """Return the reports: those that counted on the day, or all where the number was short."""
    met = facts.review.outcome is ReviewOutcome.MET
    short = facts.review.outcome is ReviewOutcome.DISCRETIONARY
    rows = complaint_table.told_rows(facts) if short else complaint_table.rests_on(facts)
    threshold = (facts.route and facts.route.threshold) or facts.review.threshold
    lead = facts.say(
        words["complaints_met" if met else "complaints_other"],
        on=facts.on,
        report_within=explain.period(threshold.report_within),
        period=explain.period(threshold.apply_within),
    )
    table = complaint_table.table(facts, rows, _says(), "stands" if short else "why")
    return Passage("complaints", words["complaints_heading"], lines(lead), table)


def _argument(facts: Facts, words: dict[str, Any]) -> Iterator[Line]:
    if facts.review.outcome is not ReviewOutcome.DISCRETIONARY:
        yield from argued(facts)
        yield from lines(words["met"] if facts.review.outcome is ReviewOutcome.MET else None)
        return
    yield from lines(words["discretionary"])
    said = speaks_for(facts)
    yield from lines(words["weigh" if said else "weigh_all"])
    yield from points(said)


# ---- shared ----------------------------------------------------------------------------


def _asked(words: dict[str, str], codes: tuple[str, ...]) -> tuple[Line, ...]:
    return points(words[code] for code in codes)


def _reach(facts: Facts) -> tuple[Line, ...]:
    contact = given(facts.details.contact, "contact")
    return lines(content.words("letter")["reply"]["reach"].format(contact=contact))


def _says() -> str:
    return str(content.words("letter")["others"]["says"])
