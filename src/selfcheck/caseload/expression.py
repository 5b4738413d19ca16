"""One Ibis expression from reports to one row a case: what `review.py` says of each.

It runs on DuckDB and unchanged on Spark. Tests compare every column with the review.
"""

from __future__ import annotations

from datetime import date
from typing import Any

import ibis
from ibis import _

from selfcheck import content, law
from selfcheck.caseload import coverage
from selfcheck.caseload.clocks import clocked
from selfcheck.caseload.days import as_date, number
from selfcheck.caseload.engine import kept
from selfcheck.review import ReviewOutcome
from selfcheck.routes import RouteName

Table = Any

# Who must act soonest comes first: those who can apply, then those one report short.
APPLY, APPLY_ARGUABLE = "apply", "apply_arguable"
ONE_MORE_BY, ONE_MORE, APPLY_ANYWAY = (
    "report_new_incident",
    "report_new_incident_any_day",
    "apply_anyway",
)
REPORT_FIRST, NOT_AVAILABLE = "report_first", "not_available"
STEPS = (APPLY, APPLY_ARGUABLE, ONE_MORE_BY, ONE_MORE, APPLY_ANYWAY, REPORT_FIRST, NOT_AVAILABLE)


def screened(reports: Table, cases: Table, days: Table, rules: dict[str, Table], on: date) -> Table:
    """Return one row a case as it stood on a day, who must act soonest first.

    `reports` has one row a report, with line, case_id, incident_id, place, person,
    happened, reported, relevant and hate; `cases` has case_id, case and place.
    """
    today = number(on)
    # Kept, since Spark would work each of them out again wherever it is named.
    told = kept(clocked(reports, days, rules, today))
    standing = kept(_standing(cases, reports, told, rules["places"], on))
    since = coverage.since(
        told.semi_join(standing.filter(_.outcome == "met"), "case_id"), rules["places"], today
    )
    doubtful = _in_doubt(told, standing)
    joined = _beside(_beside(standing, since), doubtful)
    return _shown(_with_step(_with_advice(joined, today), today), today)


def _beside(cases: Table, facts: Table) -> Table:
    return cases.left_join(facts, "case_id").drop("case_id_right")


# ---- s.104(4) and (5) ----------------------------------------------------------------


def _standing(cases: Table, reports: Table, told: Table, places: Table, on: date) -> Table:
    today = number(on)
    known = reports.filter(_.relevant & (_.reported <= today)).group_by("case_id")
    joined = cases.join(places, "place")
    for facts in (_counts(told, today), coverage.until(told, today), known.agg(known=_.count())):
        joined = _beside(joined, facts)
    available = joined.available & (law.rules_on(on) is not None)
    return joined.mutate(
        outcome=ibis.cases(
            (~available, ReviewOutcome.NOT_AVAILABLE.value),
            (_.known.isnull(), ReviewOutcome.REPORT_FIRST.value),
            (_.met_last.notnull(), ReviewOutcome.MET.value),
            (_.loose_last.notnull(), ReviewOutcome.ARGUABLE.value),
            else_=ReviewOutcome.DISCRETIONARY.value,
        )
    ).mutate(
        apply_last=_if(_.outcome == "met", _.met_last, _if(_.outcome == "arguable", _.loose_last))
    )


def _if(condition: Any, value: Any, otherwise: Any = None) -> Any:
    return condition.ifelse(value, ibis.null("int64") if otherwise is None else otherwise)


def _counts(told: Table, today: int) -> Table:
    ordinary = told.filter(_.known & (_.route == RouteName.COMPLAINTS.value))
    active, active_advised = _.last >= today, _.advised >= today
    counts = _.in_time & active
    # A verdict is borderline where it would be another with the days in doubt left out.
    borderline = (_.in_time & ~_.in_time_advised) | (_.in_time_advised & active & ~active_advised)
    return ordinary.group_by("case_id").agg(
        separate_incidents=_.incident_id.nunique(where=counts),
        complaints=counts.sum(),
        borderline=borderline.any(),
    )


# ---- s.104(11): by when --------------------------------------------------------------


def _in_doubt(told: Table, standing: Table) -> Table:
    """Return the cases whose last day to apply the law leaves in doubt."""
    ends = standing.filter(_.apply_last.notnull()).select("case_id", "apply_last")
    closing = told.join(ends, "case_id").filter(_.last == _.apply_last).select("line").distinct()
    doubtful = told.filter(_.last != _.advised).semi_join(closing, "line")
    return doubtful.select("case_id").distinct().mutate(in_doubt=ibis.literal(True))


def _with_advice(cases: Table, today: int) -> Table:
    """Return the cases with the day to name for applying: sooner where it is in doubt."""
    sure = _if(_.outcome == "met", _.met_advised, _.loose_advised)
    advised = sure.notnull().ifelse(ibis.least(sure, _.apply_last), today)
    return cases.mutate(apply_advised=_if(_.in_doubt.fill_null(False), advised, _.apply_last))


# ---- what to do ----------------------------------------------------------------------


def _with_step(cases: Table, today: int) -> Table:
    """Return the cases with the one step that the counts alone can name, and its day."""
    short = _.outcome == ReviewOutcome.DISCRETIONARY.value
    step = ibis.cases(
        (_.outcome == "met", APPLY),
        (_.outcome == "arguable", APPLY_ARGUABLE),
        (short & _.one_is_enough, ONE_MORE),
        (short & _.one_more_last.notnull(), ONE_MORE_BY),
        (short, APPLY_ANYWAY),
        else_=_.outcome,
    )
    by = ibis.cases(
        (_.next_step == ONE_MORE_BY, _.one_more_advised.fill_null(today)),
        else_=_.apply_advised,
    )
    return cases.mutate(next_step=step).mutate(by=by)


def _shown(cases: Table, today: int) -> Table:
    met = _.outcome == "met"
    given = _.outcome != ReviewOutcome.NOT_AVAILABLE.value
    words = content.words("caseload")["next_step"]
    ranks = {step: rank for rank, step in enumerate(STEPS)}
    soonest = [_.by.isnull(), (_.next_step == ONE_MORE_BY), _.by, _.urgency, _.case]
    return (
        cases.mutate(urgency=_.next_step.cases(*ranks.items(), else_=len(STEPS)))
        .order_by(soonest)
        .select(
            "case",
            "area",
            "area_name",
            "outcome",
            separate_incidents=_if(given, _.separate_incidents.fill_null(0)),
            complaints=_if(given, _.complaints.fill_null(0)),
            met_from=as_date(_if(met, _.met_from)),
            apply_by=as_date(_.apply_last),
            next_step=_.next_step,
            next_step_by=as_date(_.by),
            days_left=_.by - today,
            says=_.next_step.cases(*((step, words[step]) for step in STEPS), else_=""),
            borderline=_if_bool(given, _.borderline.fill_null(False)),
            rule=_.rule,
            confidence=_.confidence,
            checked_on=_.checked_on,
        )
    )


def _if_bool(condition: Any, value: Any) -> Any:
    return condition.ifelse(value, ibis.null("boolean"))
