"""Complaining about a body that did too little: the right one first, then the next.

The order and the time limits differ by nation and by kind of landlord.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from selfcheck import content
from selfcheck.applying import nation_of
from selfcheck.assessment import Assessment
from selfcheck.case import Body, Case, Nation, Response
from selfcheck.documents import complaint_table
from selfcheck.documents.addresses import agreement, closing, for_whom, police, sender
from selfcheck.documents.argument import harm
from selfcheck.documents.facts import Facts, gather, on_day, speaker
from selfcheck.documents.parts import (
    Details,
    Letter,
    Line,
    Passage,
    Table,
    blank,
    given,
    given_day,
    lines,
    points,
    quoted,
    typed,
)
from selfcheck.organisations import ORGANISATIONS

_COUNCIL: dict[Nation | None, tuple[str, ...]] = {
    Nation.ENGLAND: ("council", "lgsco"),
    Nation.WALES: ("council", "psow"),
    Nation.SCOTLAND: ("council", "spso"),
    Nation.NORTHERN_IRELAND: ("council", "nipso"),
    None: ("council",),
}
_LANDLORD: dict[Nation | None, tuple[str, ...]] = {
    Nation.ENGLAND: ("landlord_stage_1", "landlord_stage_2", "housing_ombudsman"),
    Nation.WALES: ("landlord", "psow"),
    Nation.SCOTLAND: ("landlord", "spso"),
    Nation.NORTHERN_IRELAND: ("landlord", "nipso"),
    None: ("landlord",),
}
# The order for the police of Scotland and Northern Ireland was not established.
_POLICE: dict[Nation | None, tuple[str, ...]] = {
    Nation.ENGLAND: ("police", "police_review"),
    Nation.WALES: ("police", "police_review"),
    None: ("police",),
}
_ORDER = {Body.COUNCIL: _COUNCIL, Body.SOCIAL_LANDLORD: _LANDLORD, Body.POLICE: _POLICE}
# Steps that go to somebody other than the body complained about.
_ELSEWHERE = frozenset({"lgsco", "housing_ombudsman", "psow", "police_review", "spso", "nipso"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of complaining about a body, in its order; codes of `content/complain.toml`."""

    about: Body
    code: str

    @property
    def title(self) -> str:
        """Return what the step is, in a few words."""
        return str(content.words("complain")["step"][self.code]["title"])

    @property
    def limit(self) -> str:
        """Return what time there is for it."""
        return str(content.words("complain")["limit"][self.code]["text"])

    @property
    def limit_status(self) -> str:
        """Return how the time was read: verified, secondary or not_seen."""
        return str(content.words("complain")["limit"][self.code]["status"])


def steps(case: Case, assessment: Assessment) -> tuple[Step, ...]:
    """Return the steps of complaining about each body that was told, in order.

    The council, the landlord and the police come in this order; the body that takes
    applications for case reviews is among them, because it may have refused one.
    """
    told = {report.to for _, report in case.as_it_stood_on(assessment.on).reports()}
    procedure = assessment.review.procedure
    lead = procedure.contact.lead_body if procedure else None
    nation = nation_of(case)
    return tuple(
        Step(body, code)
        for body, order in _ORDER.items()
        if body in told or body.value == lead
        for code in order.get(nation, ())
    )


def complaint_texts(
    case: Case, assessment: Assessment, details: Details | None = None
) -> tuple[tuple[Step, Letter], ...]:
    """Return each of `steps` with its letter."""
    facts = gather(case, assessment, details or Details())
    return tuple((step, _letter(facts, step)) for step in steps(case, assessment))


def _letter(facts: Facts, step: Step) -> Letter:
    words = content.words("complain")
    return Letter(
        code=f"complaint_{step.about}_{step.code}",
        title=words["title"].format(what=_what(facts, step)),
        on=facts.on,
        sender=sender(facts.details),
        recipient=_to(facts, step),
        greeting=words["greeting_elsewhere" if step.code in _ELSEWHERE else "greeting"],
        passages=tuple(_passages(facts, step)),
        closing=closing(facts, enclosed=False),
    )


# ---- to whom ---------------------------------------------------------------------------


def _to(facts: Facts, step: Step) -> tuple[str, ...]:
    words = content.words("complain")["to"]
    if step.code == "police_review":
        return (blank("reviewer"),)
    if step.code in _ELSEWHERE:
        known = ORGANISATIONS[step.code]
        return (known.name, known.web)
    named = words[step.about].format(
        area=facts.place,
        landlord=given(facts.details.landlord, "landlord"),
        police=police(facts.area),
    )
    return (named, blank("send_to"))


# ---- what it says ------------------------------------------------------------------------


def _passages(facts: Facts, step: Step) -> Iterator[Passage]:
    words = content.words("complain")
    yield Passage("opening", None, tuple(_opening(facts, step)))
    reported = _reported(facts, step.about)
    if reported:
        code = "reported_elsewhere" if step.code in _ELSEWHERE else "reported_heading"
        yield Passage("reports", words[code], table=reported)
    yield Passage("wrong", words["wrong_heading"], _wrong(facts, step))
    if affected := harm(facts):
        yield Passage("effect", facts.say(words["effect_heading"]), lines(" ".join(affected)))
    yield Passage("asks", words["asks_heading"], _asks(step))
    if then := tuple(_then(facts, step)):
        yield Passage("next", words["next_heading"], then)


def _opening(facts: Facts, step: Step) -> Iterator[Line]:
    words = content.words("complain")
    if speaker(facts.case) != "self":
        yield from lines(words["writes_for"].format(for_whom=for_whom(facts)))
        yield from agreement(facts)
    yield from lines(
        words["step"][step.code]["opening"].format(
            answered=given_day(facts.details.answered_on, "answered_on"),
            about=words["about"][step.about],
            what=_what(facts, step),
        )
    )


def _what(facts: Facts, step: Step) -> str:
    """Return what was dealt with: the reports made to that body, else an application."""
    told = any(report.to is step.about for _, report in facts.case.reports())
    return str(content.words("complain")["reports" if told else "application"])


def _reported(facts: Facts, body: Body) -> Table | None:
    """Return the reports made to one body with what they said or did, as typed."""
    told = [(i, r) for i in facts.incidents for r in i.reports if r.to is body]
    if not told:
        return None
    words, headings = content.words("complain"), content.words("documents")["columns"]
    return Table(
        says=words["says"],
        columns=tuple(headings[code] for code in ("happened", "reported", "reference", "done")),
        rows=tuple(
            (
                on_day(incident),
                content.long_date(report.date),
                complaint_table.reference(report),
                quoted(done) if (done := typed(report.response)) else words["no_answer"],
            )
            for incident, report in told
        ),
        shares=(22, 20, 20, 38),
    )


def _wrong(facts: Facts, step: Step) -> tuple[Line, ...]:
    words: dict[str, str] = content.words("complain")["wrong"]
    answered = facts.case.answers.response
    too_little = answered in (Response.NONE, Response.NOT_ENOUGH)
    says = words[str(answered)] if answered and too_little else None
    again = step.code == "landlord_stage_2" or step.code in _ELSEWHERE
    return lines(says, blank("still_unhappy" if again else "unhappy"))


def _asks(step: Step) -> tuple[Line, ...]:
    words = content.words("complain")
    codes = ("ombudsman",) if step.code in _ELSEWHERE else ("look", "right", "answer")
    wanted = words["wanted"].format(wanted=blank("put_right"))
    return (*points(words["ask"][code] for code in codes), *lines(wanted))


def _then(facts: Facts, step: Step) -> Iterator[Line]:
    """Yield the time they have to answer, where it was read, and the step after this one."""
    words = content.words("complain")
    limit = words["limit"][step.code]
    if limit["at"] == "theirs" and limit["status"] == "verified":
        yield from lines(limit["text"])
    order = _ORDER[step.about].get(nation_of(facts.case), ())
    after = order[order.index(step.code) + 1 :]
    yield from lines(words["step"][after[0]]["after"] if after else None)
