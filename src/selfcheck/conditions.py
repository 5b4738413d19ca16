"""The three-valued conditions: plain functions from a case to a Condition.

Unsure and unanswered are both unknown. Free text is never interpreted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from selfcheck.case import Case, Characteristic, FromWhom, Harm, Incident, Kind, SchoolOrWork, YesNo
from selfcheck.findings import Condition, Reason, Value
from selfcheck.periods import Period

ConditionRule = Callable[[Case], Condition]
Weight = Callable[[Case], Iterable[Condition]]

# Lau v DPP [2000]: two incidents four months apart were not enough; Pratt v DPP
# [2001]: three months only just were. Two that far apart prove nothing either way.
WIDELY_SPACED = Period(3, "month")

# The strands the police and the Crown Prosecution Service count nationally.
NATIONAL_STRANDS = frozenset(
    {
        Characteristic.DISABILITY,
        Characteristic.RACE,
        Characteristic.RELIGION,
        Characteristic.SEXUAL_ORIENTATION,
        Characteristic.TRANSGENDER_IDENTITY,
    }
)
OFFENCES = frozenset({Kind.VIOLENCE_OR_THREATS, Kind.MALICIOUS_COMMUNICATIONS})
DAILY_LIFE = frozenset(Harm) - {Harm.MONEY_OR_PROPERTY, Harm.OTHER}


# ---- harassment ------------------------------------------------------------------


def repeated(case: Case) -> Condition:
    """Say whether it happened on two or more occasions (1997 Act, s.7(3)).

    The diary outweighs the answer. There is no shortest span between occasions, and
    one occasion told to two agencies is still one.
    """
    name, answer = "repeated", case.answers.repeated
    occasions = _occasions(case)
    because = tuple(incident.id for incident in occasions)
    if len(occasions) == 2 and _widely_spaced(*occasions):
        reason = Reason("repeated_two_far_apart")
        return Condition(name, Value.UNKNOWN, reason, because, (name, "incidents"))
    if len(occasions) >= 2:
        code = "repeated_diary_not_answer" if answer is YesNo.NO else "repeated_diary"
        return Condition(name, Value.YES, Reason(code, {"count": len(occasions)}), because)
    return _from_answer(case, name)


def unwanted(case: Case) -> Condition:
    """Say whether the person does not want it."""
    return _from_answer(case, "unwanted")


def from_one_party(case: Case) -> Condition:
    """Say whether one person or one group does it (the document: "one party or a group").

    Behaviour that goes both ways is unknown, never no (R v Curtis [2010]).
    """
    name, answer = "from_one_party", case.answers.from_whom
    if answer is FromWhom.DIFFERENT_PEOPLE:
        return Condition(name, Value.NO, Reason("from_one_party_no"), ("from_whom",))
    if answer in (None, FromWhom.UNKNOWN):
        return _unknown(name, answer, "from_whom")
    if case.answers.two_sided is YesNo.YES:
        because = ("from_whom", "two_sided")
        return Condition(name, Value.UNKNOWN, Reason("from_one_party_two_sided"), because)
    return Condition(name, Value.YES, Reason("from_one_party_yes"), ("from_whom",))


def no_reasonable_purpose(case: Case) -> Condition:
    """Say whether it lacks a lawful and reasonable purpose (1997 Act, s.1(3))."""
    name, answer = "no_reasonable_purpose", case.answers.reasonable_purpose
    asks = ("reasonable_purpose",)
    if answer is YesNo.NO:
        return Condition(name, Value.YES, Reason("no_reasonable_purpose_yes"), asks)
    if answer is YesNo.YES:
        return Condition(name, Value.NO, Reason("no_reasonable_purpose_no"), asks)
    return _unknown(name, answer, *asks)


# ---- stalking --------------------------------------------------------------------


def fixed_attention(case: Case) -> Condition:
    """Say whether the attention is fixed on the person (the document; 1997 Act, s.2A)."""
    name, answers = "fixed_attention", case.answers
    because = _named(case, {Kind.STALKING})
    if answers.obsessive_attention is YesNo.YES:
        because += ("obsessive_attention",)
    if answers.stalking_acts:
        because += ("stalking_acts",)
    if because:
        return Condition(name, Value.YES, Reason("fixed_attention_yes"), because)
    if answers.obsessive_attention is YesNo.NO:
        reason = Reason("fixed_attention_no")
        return Condition(name, Value.NO, reason, ("obsessive_attention",))
    return _unknown(name, answers.obsessive_attention, "obsessive_attention", "stalking_acts")


# ---- hate ------------------------------------------------------------------------


def targeted(case: Case) -> Condition:
    """Say whether the victim, or anyone else, thinks they were targeted for who they are."""
    name, answers = "targeted", case.answers
    because = _named(case, {Kind.HATE_INCIDENT})
    because += tuple(i.id for i in case.incidents if is_hate(i) and i.id not in because)
    because += tuple(
        field
        for field, says_so in (
            ("targeted", answers.targeted is YesNo.YES),
            ("targeted_because_of", bool(answers.targeted_because_of)),
        )
        if says_so
    )
    if because:
        return Condition(name, Value.YES, Reason("targeted_yes"), because)
    return _from_answer(case, name)


def national_strand(case: Case) -> Condition:
    """Say whether one of the five nationally recorded strands is named.

    Gender or age alone is unknown: some forces record them, and it should be reported
    all the same.
    """
    name, named = "national_strand", case.answers.targeted_because_of
    asks = ("targeted_because_of",)
    if named and NATIONAL_STRANDS.intersection(named):
        return Condition(name, Value.YES, Reason("national_strand_yes"), asks)
    if named:
        return Condition(name, Value.UNKNOWN, Reason("national_strand_other"), asks, asks)
    return _unknown(name, None, *asks)


def may_be_offence(case: Case) -> Condition:
    """Say whether the conduct may be an offence; no court is second-guessed here."""
    name = "may_be_offence"
    because = _named(case, OFFENCES)
    if because:
        return Condition(name, Value.YES, Reason("may_be_offence_kind"), because)
    for label, rules in (("harassment", HARASSMENT), ("stalking", STALKING)):
        if all(rule(case).value is Value.YES for rule in rules):
            return Condition(name, Value.YES, Reason(f"may_be_offence_{label}"), (label,))
    in_public = _named(case, {Kind.ABUSIVE_LANGUAGE, Kind.INTIMIDATING_BEHAVIOUR})
    if in_public:
        # Public Order Act 1986 ss.4 to 5: no offence where both are inside dwellings.
        return Condition(name, Value.UNKNOWN, Reason("may_be_offence_if_public"), in_public)
    return _unknown(name, None, "kinds")


# ---- bullying --------------------------------------------------------------------


def picked_on(case: Case) -> Condition:
    """Say whether it was named as bullying, or happens at school or work."""
    name, answers = "picked_on", case.answers
    because = _named(case, {Kind.BULLYING})
    if answers.bullying is YesNo.YES:
        because += ("bullying",)
    if answers.school_or_work in (SchoolOrWork.SCHOOL, SchoolOrWork.WORK):
        because += ("school_or_work",)
    if because:
        return Condition(name, Value.YES, Reason("picked_on_yes"), because)
    if answers.bullying is YesNo.NO and answers.school_or_work is SchoolOrWork.NO:
        asked = ("bullying", "school_or_work")
        return Condition(name, Value.NO, Reason("picked_on_no"), asked)
    unsure = YesNo.UNSURE if YesNo.UNSURE in (answers.bullying, answers.school_or_work) else None
    return _unknown(name, unsure, "bullying", "school_or_work")


def online(case: Case) -> Condition:
    """Say whether it happens online or by phone message."""
    return _from_answer(case, "online")


# ---- anti-social behaviour and the kinds -----------------------------------------


def distress(case: Case) -> Condition:
    """Say whether it caused anyone harassment, alarm or distress (2014 Act, s.105(4))."""
    return _from_answer(case, "distress")


def named(kind: Kind) -> ConditionRule:
    """Return the condition that says whether a kind was named, in the answers or the diary."""

    def rule(case: Case) -> Condition:
        because = _named(case, {kind})
        if because:
            return Condition("named", Value.YES, Reason("named_yes"), because)
        if case.answers.kinds is None:
            return _unknown("named", None, "kinds")
        return Condition("named", Value.NO, Reason("named_no"), ("kinds",))

    return rule


# ---- what adds weight ------------------------------------------------------------


def threats_or_demands(case: Case) -> Iterable[Condition]:
    """Yield that there were threats or demands, where there were."""
    because = _named(case, {Kind.VIOLENCE_OR_THREATS})
    if case.answers.threats_or_demands is YesNo.YES:
        because += ("threats_or_demands",)
    if because:
        yield Condition("threats_or_demands", Value.YES, Reason("weight_threats"), because)


def any_kind(case: Case) -> Iterable[Condition]:
    """Yield that at least one kind of behaviour on the document's list was named."""
    because = _named(case, set(Kind) - {Kind.OTHER_ASB})
    if because:
        yield Condition("any_kind", Value.YES, Reason("weight_any_kind"), because)


def fear_of_violence(case: Case) -> Iterable[Condition]:
    """Yield that the person fears violence, where they do (1997 Act, ss.4 and 4A)."""
    if case.answers.fear_of_violence is YesNo.YES:
        because = ("fear_of_violence",)
        yield Condition("fear_of_violence", Value.YES, Reason("weight_fear"), because)


def stalking_acts(case: Case) -> Iterable[Condition]:
    """Yield each act of section 2A(3) that was named."""
    for act in case.answers.stalking_acts or ():
        reason = Reason(f"weight_act_{act.value}")
        yield Condition("stalking_act", Value.YES, reason, ("stalking_acts",))


def effect_on_daily_life(case: Case) -> Iterable[Condition]:
    """Yield that daily life has suffered (1997 Act, s.4A: a substantial adverse effect)."""
    if DAILY_LIFE.intersection(case.answers.harm or ()):
        yield Condition("effect_on_daily_life", Value.YES, Reason("weight_daily_life"), ("harm",))


def characteristics(case: Case) -> Iterable[Condition]:
    """Yield each characteristic the person was targeted for."""
    for characteristic in case.answers.targeted_because_of or ():
        reason = Reason(f"weight_targeted_{characteristic.value}")
        yield Condition("characteristic", Value.YES, reason, ("targeted_because_of",))


# ---- shared ----------------------------------------------------------------------


def is_hate(incident: Incident) -> bool:
    """Say whether an incident is told as one that targeted the person for who they are."""
    return incident.targeted is YesNo.YES or Kind.HATE_INCIDENT in incident.kinds


def _occasions(case: Case) -> list[Incident]:
    """Return the incidents that were different occasions, earliest first.

    Two entries for the same day and the same stated time are one occasion.
    """
    seen: set[tuple[object, object]] = set()
    occasions = []
    for incident in sorted(case.incidents, key=lambda i: (i.date, i.time or "")):
        moment = (incident.date, incident.time)
        if incident.time is None or moment not in seen:
            occasions.append(incident)
        seen.add(moment)
    return occasions


def _widely_spaced(*occasions: Incident) -> bool:
    return all(
        later.date > WIDELY_SPACED.last_day(earlier.date) for earlier, later in pairwise(occasions)
    )


def _named(case: Case, kinds: Collection[Kind]) -> tuple[str, ...]:
    """Return where any of these kinds is named: "kinds" for the answers, then incidents' ids."""
    in_answers = ("kinds",) if any(kind in kinds for kind in case.answers.kinds or ()) else ()
    return in_answers + tuple(
        incident.id for incident in case.incidents if any(kind in kinds for kind in incident.kinds)
    )


def _from_answer(case: Case, name: str) -> Condition:
    """Return the condition that is simply the answer of the same name."""
    answer: YesNo | None = getattr(case.answers, name)
    if answer in (None, YesNo.UNSURE):
        return _unknown(name, answer, name)
    return Condition(name, Value(answer.value), Reason(f"{name}_{answer.value}"), (name,))


def _unknown(name: str, answer: YesNo | FromWhom | None, *settled_by: str) -> Condition:
    """Return a condition that is unknown: not answered yet, or answered "unsure"."""
    reason = Reason(f"{name}_unsure" if answer else f"{name}_unanswered")
    return Condition(name, Value.UNKNOWN, reason, (), settled_by, answered=answer is not None)


HARASSMENT: tuple[ConditionRule, ...] = (repeated, unwanted, from_one_party, no_reasonable_purpose)
STALKING: tuple[ConditionRule, ...] = (fixed_attention, unwanted, repeated)
