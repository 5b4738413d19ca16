"""Until when enough windows overlap, and since when (section 104(4) and (12)).

After the day assessed no window opens by itself, so coverage only falls: a number `n`
is reached until the n-th latest end of different keys. Keys are incidents, reports or
people. Before that day windows open and close, so `met_from` is found by a sweep.
"""

from __future__ import annotations

from typing import Any

import ibis
from ibis import _

from selfcheck.routes import RouteName

Table = Any

MET, LOOSE, ONE_MORE = "met", "loose", "one_more"
KEYS, PEOPLE = "keys", "people"
APPLICANT = "me"


# ---- until when --------------------------------------------------------------------


def until(reports: Table, on: int) -> Table:
    """Return the last day of each case's present stretch, one column a way of counting.

    `met_last` by the sure count, `loose_last` by the looser one, `more_last` the last
    day on which one more report of a new incident would be enough; `..._advised` leave
    out days in doubt. Empty where the number is not reached on the day assessed.
    """
    active = reports.filter(_.known & _.perhaps & (_.last >= on))
    ends = _votes(active).group_by(
        "case_id", "route", "mode", "counting", "need", "ways", "one", "other"
    )
    ranked = ends.agg(last=_.last.max(), advised=_.advised.max()).mutate(
        place=_rank(_.last), place_advised=_rank(_.advised)
    )
    routes = ranked.group_by("case_id", "route", "mode", "ways").agg(
        last=_.last.min(where=_.place == _.need),
        reached=(_.place == _.need).sum(),
        advised=_.advised.min(where=_.place_advised == _.need),
        reached_advised=((_.place_advised == _.need) & (_.advised >= on)).sum(),
    )
    return routes.group_by("case_id").agg(
        **{
            f"{mode}_{end}": _[end].max(where=(_.mode == mode) & (_[reached] == _.ways))
            for mode in (MET, LOOSE, ONE_MORE)
            for end, reached in (("last", "reached"), ("advised", "reached_advised"))
        }
    )


def _rank(end: Any) -> Any:
    window = ibis.window(
        group_by=("case_id", "route", "mode", "counting"), order_by=(end.desc(), "one", "other")
    )
    return ibis.row_number().over(window) + 1


def _votes(active: Table) -> Table:
    """Return what each report gives to each way of counting that its route has.

    `ways` is how many counts must be reached at once: keys alone, or people as well.
    """
    of_people = active.filter(_.people > 1)
    by_key = _.separate.ifelse(_.incident_id, _.line)
    many = (_.people > 1).ifelse(2, 1)
    met = active.filter(_.surely)
    met_people = of_people.filter(_.surely)
    more = met.filter((_.route != RouteName.HATE.value) & (_.needed > 1))
    more_people = met_people.filter(_.person != APPLICANT)
    more_ways = (_.needed > 1).ifelse(1, 0) + (_.people > 1).ifelse(1, 0)
    return ibis.union(
        _vote(met, (MET, KEYS), _.needed, many, (by_key, "")),
        _vote(met_people, (MET, PEOPLE), _.people, many, (0, _.person)),
        _vote(active.filter(_.people == 1), (LOOSE, KEYS), _.needed, many, (_.line, "")),
        _vote(of_people, (LOOSE, KEYS), _.needed, many, (_.incident_id, _.person)),
        _vote(of_people, (LOOSE, PEOPLE), _.people, many, (0, _.person)),
        _vote(more, (ONE_MORE, KEYS), _.needed - 1, more_ways, (by_key, "")),
        _vote(more_people, (ONE_MORE, PEOPLE), _.people - 1, more_ways, (0, _.person)),
    )


def _vote(
    reports: Table, way: tuple[str, str], need: Any, ways: Any, key: tuple[Any, Any]
) -> Table:
    """Return one vote a report: `way` is its mode and what it counts, `key` what is told apart."""
    mode, counting = way
    return reports.select(
        "case_id",
        "route",
        "last",
        "advised",
        mode=ibis.literal(mode),
        counting=ibis.literal(counting),
        need=need.cast("int64"),
        ways=ways.cast("int64"),
        one=_whole(key[0]),
        other=_text(key[1]),
    )


def _text(value: Any) -> Any:
    return ibis.literal(value) if isinstance(value, str) else value


def _whole(value: Any) -> Any:
    return (ibis.literal(value) if isinstance(value, int) else value).cast("int64")


# ---- since when --------------------------------------------------------------------


def since(reports: Table, places: Table, on: int) -> Table:
    """Return the first day of the stretch on which each case's threshold is met.

    Reports of cases that do not meet it on the day assessed must have been left out.
    """
    surely = reports.filter(_.known & _.surely)
    changes = (
        _changes(surely)
        .group_by("case_id", "place", "day")
        .agg(
            keys=_change(RouteName.COMPLAINTS, KEYS),
            hate=_change(RouteName.HATE, KEYS),
            several=_change(RouteName.SEVERAL_PEOPLE, KEYS),
            people=_change(RouteName.SEVERAL_PEOPLE, PEOPLE),
        )
    )
    in_order = ibis.window(group_by="case_id", order_by="day")
    so_far = ibis.cumulative_window(group_by="case_id", order_by="day")
    counted = changes.join(places, "place").mutate(
        met=(_.keys.sum().over(so_far) >= _.needed)
        | (_.hate.sum().over(so_far) >= _.hate_needed).fill_null(False)
        | (
            (_.several.sum().over(so_far) >= _.several_needed)
            & (_.people.sum().over(so_far) >= _.several_people)
        ).fill_null(False)
    )
    begun = counted.mutate(before=_.met.lag().over(in_order).fill_null(False))
    begun = begun.filter(_.met & ~_.before & (_.day <= on))
    return begun.group_by("case_id").agg(met_from=_.day.max())


def _change(route: RouteName, counting: str) -> Any:
    of_it = (_.route == route.value) & (_.counting == counting)
    return _.change.sum(where=of_it).fill_null(0)


def _changes(surely: Table) -> Table:
    """Return the days on which a key begins or ends to count.

    The windows of one key, such as two reports of one incident, count once a day: each
    is cut short where the next begins. The later never ends first.
    """
    by_key = _.separate.ifelse(_.incident_id, _.line)
    windows = ibis.union(
        _window(surely, KEYS, by_key, ""),
        _window(surely.filter(_.route == RouteName.SEVERAL_PEOPLE.value), PEOPLE, 0, _.person),
    )
    own = ibis.window(
        group_by=("case_id", "route", "counting", "one", "other"), order_by=("reported", "line")
    )
    windows = windows.mutate(next=_.reported.lead().over(own))
    windows = windows.mutate(over=ibis.least(_.last + 1, _.next.fill_null(_.last + 1)))
    same = ("case_id", "place", "route", "counting")
    return ibis.union(
        windows.select(*same, day="reported", change=ibis.literal(1)),
        windows.select(*same, day="over", change=ibis.literal(-1)),
    )


def _window(reports: Table, counting: str, one: Any, other: Any) -> Table:
    return reports.select(
        "case_id",
        "place",
        "route",
        "line",
        "reported",
        "last",
        counting=ibis.literal(counting),
        one=_whole(one),
        other=_text(other),
    )
