"""The three-valued conditions: plain functions from a case to a Condition.

Unsure and unanswered are both unknown. Free text is never interpreted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from selfcheck.case import Case, Characteristic, FromWhom, Incident, Kind, SchoolOrWork, YesNo
from selfcheck.findings import Condition, Reason, Value
from selfcheck.periods import Period

ConditionRule = Callable[[Case], Condition]

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
    because = named_in(case, frozenset({Kind.STALKING}))
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
    because = named_in(case, frozenset({Kind.HATE_INCIDENT}))
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
    because = named_in(case, OFFENCES)
    if because:
        return Condition(name, Value.YES, Reason("may_be_offence_kind"), because)
    for label, rules in (("harassment", HARASSMENT), ("stalking", STALKING)):
        if all(rule(case).value is Value.YES for rule in rules):
            return Condition(name, Value.YES, Reason(f"may_be_offence_{label}"), (label,))
    in_public = named_in(case, frozenset({Kind.ABUSIVE_LANGUAGE, Kind.INTIMIDATING_BEHAVIOUR}))
    if in_public:
        # Public Order Act 1986 ss.4 to 5: no offence where both are inside dwellings.
        return Condition(name, Value.UNKNOWN, Reason("may_be_offence_if_public"), in_public)
    return _unknown(name, None, "kinds")


# ---- bullying --------------------------------------------------------------------


def picked_on(case: Case) -> Condition:
    """Say whether it was named as bullying, or happens at school or work."""
    name, answers = "picked_on", case.answers
    because = named_in(case, frozenset({Kind.BULLYING}))
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
    return partial(_named, kind)


def _named(kind: Kind, case: Case) -> Condition:
    name = "named"
    because = named_in(case, frozenset({kind}))
    if because:
        return Condition(name, Value.YES, Reason("named_yes"), because)
    if case.answers.kinds is None:
        return _unknown(name, None, "kinds")
    return Condition(name, Value.NO, Reason("named_no"), ("kinds",))


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


def named_in(case: Case, kinds: frozenset[Kind]) -> tuple[str, ...]:
    """Return where any of these kinds is named: "kinds" for the answers, then incidents' ids."""
    in_answers = () if kinds.isdisjoint(case.answers.kinds or ()) else ("kinds",)
    return in_answers + tuple(i.id for i in case.incidents if not kinds.isdisjoint(i.kinds))


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
