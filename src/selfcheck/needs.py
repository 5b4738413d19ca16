"""What a person may need help with, and which organisations can give it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from selfcheck.case import (
    Applicant,
    Body,
    Case,
    Characteristic,
    Harm,
    Home,
    Kind,
    Relationship,
    Response,
    SchoolOrWork,
    YesNo,
)

SOCIAL_TENANT = frozenset({Home.COUNCIL_TENANT, Home.HOUSING_ASSOCIATION_TENANT})
HATE = ("hate_incident", "hate_crime")
BULLYING = ("bullying", "cyber_bullying")
NEVER_MEDIATE = (*HATE, "stalking", "violence_or_threats", "intimidating_behaviour")
_NOT_NO = frozenset({YesNo.YES, YesNo.UNSURE})


@dataclass(frozen=True, slots=True)
class Situation:
    """A case and the labels that fit it or may fit it."""

    case: Case
    labels: frozenset[str]


When = Callable[[Situation], bool]


def may_be_in_danger(case: Case) -> bool:
    """Say whether danger was answered yes or unsure: unsure is treated as danger."""
    return case.answers.immediate_danger in _NOT_NO


def is_domestic(case: Case) -> bool:
    """Say whether it comes from a partner, an ex-partner or family."""
    return case.answers.relationship in (Relationship.PARTNER_OR_EX, Relationship.FAMILY)


def _named(*wanted: str) -> When:
    return lambda situation: not situation.labels.isdisjoint(wanted)


def _hate_because_of(characteristic: Characteristic) -> When:
    def when(situation: Situation) -> bool:
        because_of = situation.case.answers.targeted_because_of or ()
        return _named(*HATE)(situation) and characteristic in because_of

    return when


def _harmed(harm: Harm) -> When:
    return lambda situation: harm in (situation.case.answers.harm or ())


def _let_down_by(body: Body) -> When:
    def when(situation: Situation) -> bool:
        case = situation.case
        told = {report.to for _, report in case.reports()}
        too_little = case.answers.response in (Response.NONE, Response.NOT_ENOUGH)
        return too_little and (body in told or not told)

    return when


def _domestic(situation: Situation) -> bool:
    return is_domestic(situation.case)


def _family(situation: Situation) -> bool:
    return situation.case.answers.relationship is Relationship.FAMILY


def _child(situation: Situation) -> bool:
    answers = situation.case.answers
    pupil = answers.relationship is Relationship.PUPIL_OR_STUDENT
    at = answers.school_or_work
    return at is SchoolOrWork.SCHOOL or (pupil and at is not SchoolOrWork.WORK)


def _bullied_at_work(situation: Situation) -> bool:
    at_work = situation.case.answers.school_or_work is SchoolOrWork.WORK
    return at_work and _named(*BULLYING, "harassment")(situation)


def _online(situation: Situation) -> bool:
    return situation.case.answers.online is YesNo.YES


def _adult_with_messages_online(situation: Situation) -> bool:
    messages = "malicious_communications" in situation.labels
    return messages and _online(situation) and not _child(situation)


def _mediation(situation: Situation) -> bool:
    """Say whether talking to a neighbour with help may be suggested.

    Never with stalking, threats, hate or domestic abuse, nor where an answer leaves one
    of them open; so every kind named must be ordinary anti-social behaviour.
    """
    case, answers = situation.case, situation.case.answers
    kinds = {*(answers.kinds or ()), *(kind for i in case.incidents for kind in i.kinds)}
    ordinary = kinds == {Kind.OTHER_ASB} and situation.labels.isdisjoint(NEVER_MEDIATE)
    open_or_yes = {
        answers.immediate_danger,
        answers.threats_or_demands,
        answers.fear_of_violence,
        answers.obsessive_attention,
        answers.targeted,
        *(incident.targeted for incident in case.incidents),
    }
    neighbours = answers.relationship is Relationship.NEIGHBOUR
    return neighbours and ordinary and open_or_yes.isdisjoint(_NOT_NO)


def _private_person(situation: Situation) -> bool:
    return situation.case.applicant is not Applicant.BUSINESS_OR_GROUP


# Most relevant first: lives, then safety at home, then what was done, then the general
# helpers and last those who look at how a body dealt with it. Each row lists the same
# kind of help for every nation; `support` keeps those that serve the person's own.
NEEDS: tuple[tuple[When, tuple[str, ...]], ...] = (
    (_harmed(Harm.THOUGHTS_OF_SELF_HARM), ("samaritans", "shout")),
    (
        _domestic,
        (
            "refuge",
            "live_fear_free",
            "scotland_domestic_abuse",
            "ni_domestic_sexual_abuse",
            "mens_advice_line",
            "womens_aid",
            "gov_report_domestic_abuse",
        ),
    ),
    (_family, ("karma_nirvana", "hourglass")),
    # A child's own line before those for parents.
    (_child, ("childline", "family_lives", "nspcc", "kidscape", "anti_bullying_alliance")),
    # The three bodies the document names, the one that answers the phone first.
    (_named("stalking"), ("stalking_helpline", "paladin", "suzy_lamplugh_trust")),
    (_named(*HATE), ("wales_hate_centre", "victim_support_scotland", "victim_support_ni")),
    (_hate_because_of(Characteristic.RACE), ("monitoring_group",)),
    (_hate_because_of(Characteristic.RELIGION), ("cst", "british_muslim_trust", "tell_mama")),
    (_hate_because_of(Characteristic.SEXUAL_ORIENTATION), ("galop", "lgbt_foundation")),
    (
        _hate_because_of(Characteristic.TRANSGENDER_IDENTITY),
        ("galop", "gendered_intelligence", "lgbt_foundation"),
    ),
    (_hate_because_of(Characteristic.DISABILITY), ("mencap", "dimensions")),
    (_hate_because_of(Characteristic.AGE), ("hourglass",)),
    (_bullied_at_work, ("acas", "national_bullying_helpline")),
    (_named(*BULLYING), ("national_bullying_helpline", "anti_bullying_alliance")),
    (_online, ("cyber_helpline", "report_harmful_content")),
    (_adult_with_messages_online, ("revenge_porn_helpline", "stopncii")),
    (_named("harassment", "intimidating_behaviour"), ("stalking_helpline",)),
    (_named("anti_social_behaviour", "other_asb"), ("asb_help",)),
    (
        _named(*HATE, "violence_or_threats", "stalking", "harassment", "abusive_language"),
        ("victim_support", "victim_support_scotland", "victim_support_ni"),
    ),
    (_named("violence_or_threats"), ("crimestoppers", "rape_crisis", "survivors_trust")),
    (_named("malicious_communications"), ("spam_7726", "ofcom", "report_fraud")),
    # Lines that only some areas pay for, or that take only some complaints, come late.
    (_named(*HATE), ("stop_hate_uk", "eass")),
    (_named(*HATE, "violence_or_threats"), ("victims_information_service",)),
    (_harmed(Harm.FEAR_AT_HOME), ("shelter",)),
    (_mediation, ("mediation_scotland",)),
    (_private_person, ("citizens_advice_england", "citizens_advice_wales")),
    (_let_down_by(Body.COUNCIL), ("lgsco", "psow", "spso", "nipso")),
    (_let_down_by(Body.SOCIAL_LANDLORD), ("housing_ombudsman", "psow", "spso", "nipso")),
    (_let_down_by(Body.POLICE), ("iopc",)),
)
