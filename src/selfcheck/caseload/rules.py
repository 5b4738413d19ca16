"""The areas' rules as small tables: what the expression needs of each procedure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from selfcheck import areas, content, explain
from selfcheck.case import Nation
from selfcheck.periods import Period
from selfcheck.procedure import (
    ACT_REPORT_WITHIN,
    Procedure,
    RouteKind,
    Threshold,
    complaints_threshold,
    route_threshold,
)
from selfcheck.routes import RouteName

# What stands in the place of an area's code where the list names no area.
NO_AREA = ""
# The number of the Act's own month among the periods: it is always the first.
ACT_MONTH = 0
ELSEWHERE = (Nation.SCOTLAND, Nation.NORTHERN_IRELAND)

Row = dict[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Rules:
    """Three small tables: the places, their counted routes, and the periods those use.

    A period is known by its place in `periods`, counted from 0.
    """

    places: tuple[Row, ...]
    routes: tuple[Row, ...]
    periods: tuple[Row, ...]


def rules_of(procedures: Mapping[str, Procedure | None]) -> Rules:
    """Return the rules of some procedures by the code of their area."""
    thresholds = {code: dict(_thresholds(found)) for code, found in procedures.items()}
    used = {ACT_REPORT_WITHIN: None}
    for routes in thresholds.values():
        for threshold in routes.values():
            used |= {threshold.apply_within: None, threshold.report_within: None}
    number = {period: index for index, period in enumerate(used)}
    places = [_place(code, found, thresholds[code]) for code, found in procedures.items()]
    return Rules(
        places=(*places, *(_elsewhere(nation) for nation in ELSEWHERE)),
        routes=tuple(
            _route(code, name, threshold, number)
            for code, routes in thresholds.items()
            for name, threshold in routes.items()
        ),
        periods=tuple(
            {"period": index, "amount": period.amount, "in_months": period.unit == "month"}
            for period, index in number.items()
        ),
    )


@cache
def every_rule() -> Rules:
    """Return the rules of every area, and the Act's own for a list that names none."""
    procedures = {area.code: areas.procedure(area.code) for area in areas.all_areas()}
    return rules_of({NO_AREA: None, **procedures})


def _thresholds(procedure: Procedure | None) -> Iterator[tuple[RouteName, Threshold]]:
    ordinary = complaints_threshold(procedure)
    yield RouteName.COMPLAINTS, ordinary
    for kind, name in (
        (RouteKind.HATE, RouteName.HATE),
        (RouteKind.SEVERAL_PEOPLE, RouteName.SEVERAL_PEOPLE),
    ):
        local = procedure.route(kind) if procedure else None
        if local:
            yield name, route_threshold(local, ordinary)


def _route(code: str, name: RouteName, threshold: Threshold, number: Mapping[Period, int]) -> Row:
    return {
        "place": code,
        "route": name.value,
        "needed": threshold.needed,
        "people": threshold.people,
        "separate": threshold.separate_incidents,
        "apply_within": number[threshold.apply_within],
        "report_within": number[threshold.report_within],
    }


def _place(
    code: str, procedure: Procedure | None, thresholds: Mapping[RouteName, Threshold]
) -> Row:
    hate = thresholds.get(RouteName.HATE)
    several = thresholds.get(RouteName.SEVERAL_PEOPLE)
    source = procedure.source if procedure else None
    return {
        "place": code,
        "area": code or None,
        "area_name": procedure.name if procedure else None,
        "available": True,
        "needed": thresholds[RouteName.COMPLAINTS].needed,
        "hate_needed": hate.needed if hate else None,
        "several_needed": several.needed if several else None,
        "several_people": several.people if several else None,
        "one_is_enough": any(
            threshold.needed == threshold.people == 1
            for name, threshold in thresholds.items()
            if name is not RouteName.HATE
        ),
        "rule": " ".join(_says(procedure, thresholds)),
        "confidence": source.confidence if source else content.words("caseload")["not_seen"],
        "checked_on": source.checked_on.isoformat() if source else None,
    }


def _elsewhere(nation: Nation) -> Row:
    """Return a place without case reviews."""
    says = content.words("caseload")["elsewhere"][nation]
    empty = dict.fromkeys(("needed", "hate_needed", "several_needed", "several_people"))
    named = {"place": nation.value, "area": nation.value, "area_name": None, "available": False}
    empty["one_is_enough"] = False
    return {**named, **empty, "rule": says, "confidence": None, "checked_on": None}


def _says(procedure: Procedure | None, thresholds: Mapping[RouteName, Threshold]) -> Iterator[str]:
    """Yield the sentences that say an area's rule."""
    words = content.words("caseload")["rule"]
    seen = procedure is not None and procedure.source is not None
    yield words["local" if seen else "national"]
    for name, threshold in thresholds.items():
        yield words[name].format(
            needed=threshold.needed,
            people=threshold.people,
            report_within=explain.period(threshold.report_within),
            period=explain.period(threshold.apply_within),
        )
