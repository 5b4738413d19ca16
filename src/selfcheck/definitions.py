"""The document's definitions as data: what each requires, what adds weight, its sources."""

from __future__ import annotations

from dataclasses import dataclass

from selfcheck import conditions as c
from selfcheck import weight as w
from selfcheck.case import Kind


@dataclass(frozen=True, slots=True)
class Definition:
    """One label: it fits when every required condition is yes.

    `mark` is the condition that tells it from every other kind of repeated, unwanted
    behaviour; harassment has none of its own.
    """

    label: str
    requires: tuple[c.ConditionRule, ...]
    sources: tuple[str, ...]
    weight: tuple[w.Weight, ...] = ()
    mark: c.ConditionRule | None = None


# Stalking, bullying and hate incidents are kinds too; their own definitions decide them.
PLAIN_KINDS = tuple(
    kind for kind in Kind if kind not in (Kind.STALKING, Kind.HATE_INCIDENT, Kind.BULLYING)
)

DEFINITIONS = (
    Definition(
        "harassment",
        requires=c.HARASSMENT,
        weight=(w.threats_or_demands, w.any_kind),
        sources=("document", "pha1997.s1", "pha1997.s7.3"),
    ),
    Definition(
        "stalking",
        mark=c.fixed_attention,
        requires=c.STALKING,
        weight=(w.fear_of_violence, w.stalking_acts, w.effect_on_daily_life),
        sources=("document", "pha1997.s2A", "pha1997.s4A", "four"),
    ),
    Definition(
        "hate_incident",
        requires=(c.targeted,),
        weight=(w.characteristics,),
        sources=("document", "hate.shared"),
    ),
    Definition(
        "hate_crime",
        mark=c.targeted,
        requires=(c.targeted, c.national_strand, c.may_be_offence),
        sources=("document", "hate.shared", "sentencing2020.s66"),
    ),
    Definition(
        "bullying",
        mark=c.picked_on,
        requires=(c.picked_on, c.repeated, c.unwanted),
        weight=(w.threats_or_demands,),
        sources=("document",),
    ),
    Definition(
        "cyber_bullying",
        mark=c.picked_on,
        requires=(c.picked_on, c.repeated, c.unwanted, c.online),
        sources=("document",),
    ),
    Definition(
        "anti_social_behaviour",
        requires=(c.distress,),
        sources=("asbcpa2014.s105.4",),
    ),
    *(
        Definition(kind.value, requires=(c.named(kind),), sources=("document",))
        for kind in PLAIN_KINDS
    ),
)
