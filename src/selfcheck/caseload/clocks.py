"""Every report with the two clocks of each route its area counts (section 104(11)).

One row a report and route. `surely` and `perhaps` are what `routes.py` means by them:
by the area's own limit, and by a looser reading.
"""

from __future__ import annotations

from typing import Any

import ibis

from selfcheck.caseload.days import deadlines, key
from selfcheck.caseload.rules import ACT_MONTH
from selfcheck.routes import RouteName

Table = Any

# How hate is written in numbers, so that an incident takes the surest of its reports.
NOT_HATE, LEFT_OPEN, HATE = 0, 1, 2


def clocked(reports: Table, days: Table, rules: dict[str, Table], on: int) -> Table:
    """Return each report on each counted route of its area, as it stands on a day.

    `known` says that it was made to a relevant body up to that day, which is included.
    """
    ends = deadlines(days, rules["periods"])
    routed = reports.join(rules["routes"], "place").mutate(
        act_key=key(ibis._.happened, ACT_MONTH),
        limit_key=key(ibis._.happened, ibis._.report_within),
        window_key=key(ibis._.reported, ibis._.apply_within),
    )
    act = ends.select(act_key="key", act_last="within_last")
    limit = ends.select(limit_key="key", limit_last="within_last", limit_advised="within_advised")
    window = ends.select(window_key="key", last="last", advised="advised")
    joined = routed.join(act, "act_key").join(limit, "limit_key").join(window, "window_key")
    return _judged(joined, on)


def _judged(joined: Table, on: int) -> Table:
    hate_route = joined.route == RouteName.HATE.value
    in_time = joined.reported <= joined.limit_last
    return joined.select(
        "line", "case_id", "incident_id", "person", "reported", "last", "advised",
        "place", "route", "needed", "people", "separate",
        known=joined.relevant & (joined.reported <= on),
        in_time=in_time,
        in_time_advised=joined.reported <= joined.limit_advised,
        surely=in_time & (~hate_route | (joined.hate == HATE)),
        # What only the Act's month saves is arguable.
        perhaps=(in_time | (joined.reported <= joined.act_last))
        & (~hate_route | (joined.hate != NOT_HATE)),
    )  # fmt: skip
