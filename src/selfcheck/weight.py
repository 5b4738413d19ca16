"""What adds weight to a definition, and is said beside it; none of it is required."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from selfcheck.case import Case, Harm, Kind, YesNo
from selfcheck.conditions import named_in
from selfcheck.findings import Condition, Reason, Value

Weight = Callable[[Case], Iterable[Condition]]

DAILY_LIFE = frozenset(Harm) - {Harm.MONEY_OR_PROPERTY, Harm.OTHER}


def threats_or_demands(case: Case) -> Iterable[Condition]:
    """Yield that there were threats or demands, where there were."""
    because = named_in(case, frozenset({Kind.VIOLENCE_OR_THREATS}))
    if case.answers.threats_or_demands is YesNo.YES:
        because += ("threats_or_demands",)
    if because:
        yield Condition("threats_or_demands", Value.YES, Reason("weight_threats"), because)


def any_kind(case: Case) -> Iterable[Condition]:
    """Yield that at least one kind of behaviour on the document's list was named."""
    because = named_in(case, frozenset(Kind) - {Kind.OTHER_ASB})
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
