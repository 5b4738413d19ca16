"""Rows of text as reports, and what is wrong with each row that cannot be used.

A row is judged by itself first, then beside the other rows of its case: a case has one
area, an incident has one day, and the same report counts once. The first row wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
from ibis import _

from selfcheck.case import MAX_LABEL
from selfcheck.caseload.coverage import APPLICANT
from selfcheck.caseload.engine import kept
from selfcheck.caseload.meanings import RELEVANT
from selfcheck.caseload.rules import NO_AREA
from selfcheck.caseload.written_days import read_days

Table = Any

# The columns a list is read into; all hold text, none is null.
TEXTS = ("case", "area", "incident", "happened_on", "reported_on", "told", "hate", "person")


# What is read from them; only this is kept, so that long lists need less memory.
READ = (
    "line case_read area_read incident_key happened reported told_read hate_read person_read reason"
).split()


@dataclass(frozen=True, slots=True)
class Read:
    """What a list says: rows judged by themselves, and the days they name.

    `rows` has line, what was read, and `reason`, null where nothing is wrong. `days` has
    each day once.
    """

    rows: Table
    days: Table


def read_rows(texts: Table, known: dict[str, Table], today: int) -> Read:
    """Return what each row says by itself.

    `texts` has line, `TEXTS` and `fault` (what the reader found wrong). `known` gives for
    area, told and hate the meaning of each text: columns text, value and fault.
    """
    # A column may hold a day or a name for the incident; a day says when it happened.
    looks_like_a_day = _.incident.re_search("^ *[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}")
    given = texts.mutate(
        happened_given=((_.happened_on.strip() == "") & looks_like_a_day).ifelse(
            _.incident, _.happened_on
        )
    )
    written = ibis.union(
        given.select(text="happened_given"), given.select(text="reported_on")
    ).distinct()
    days = kept(read_days(written, today))
    joined = _join(given, days, "happened_given", "happened", value="day")
    joined = _join(joined, days, "reported_on", "reported", value="day")
    for name in ("area", "told", "hate"):
        joined = _join(joined, known[name], name, f"{name}_read")
    rows = joined.mutate(reason=_reason()).mutate(
        case_read=_.case.strip(), person_read=_person(), incident_key=_incident_key()
    )
    return Read(rows.select(*READ), _days(days))


def _join(rows: Table, meanings: Table, column: str, name: str, value: str = "value") -> Table:
    """Return the rows with what a text means, and what is wrong with it."""
    renamed = meanings.select(**{f"{name}_text": "text", name: value, f"{name}_fault": "fault"})
    joined = rows.left_join(renamed, rows[column] == renamed[f"{name}_text"])
    return joined.drop(f"{name}_text")


def _days(days: Table) -> Table:
    found = days.filter(_.fault.isnull())
    return found.select("day", "year", "month", "day_of_month").distinct()


def _reason() -> Any:
    """Return the code of the first thing wrong with a row, in the order of the columns."""
    has_day = _.happened_given.strip() != ""
    no_day = ~has_day & (_.incident.strip() == "")
    return ibis.cases(
        (_.fault.notnull(), _.fault),
        (_.case.strip() == "", "no_case"),
        (_.case.length() > MAX_LABEL, "long_case"),
        (_.area_read_fault.notnull(), _.area_read_fault),
        (no_day, "no_incident"),
        (_.incident.length() > MAX_LABEL, "long_incident"),
        (has_day & _.happened_fault.notnull(), _on("happened", _.happened_fault)),
        (_.reported_on.strip() == "", "no_reported_on"),
        (_.reported_fault.notnull(), _on("reported", _.reported_fault)),
        (_.reported < _.happened, "reported_before_it_happened"),
        (_.told_read_fault.notnull(), _.told_read_fault),
        (_.hate_read_fault.notnull(), _.hate_read_fault),
        (_.person.length() > MAX_LABEL, "long_person"),
        else_=ibis.null("string"),
    )  # fmt: skip


def _on(which: str, fault: Any) -> Any:
    return f"{which}_" + fault


def _person() -> Any:
    label = _.person.strip().lower()
    return (label == "").ifelse(APPLICANT, "other: " + label)


def _incident_key() -> Any:
    """Return what tells incidents of a case apart: the id, or the day where there is none."""
    by_day = "day " + _.happened.cast("string")
    by_id = "id " + _.incident.strip()
    has_id = (_.incident.strip() != "") & (_.incident != _.happened_given)
    return has_id.ifelse(by_id, by_day)


# ---- beside the other rows of the case ------------------------------------------------


COMPARED = (
    "line case_id incident_id place dated reported told_read hate_read person_read reason"
).split()


@dataclass(frozen=True, slots=True)
class Sorted:
    """The reports that can be used, their cases, and the rows that cannot be used."""

    reports: Table
    cases: Table
    rejected: Table


def sort_rows(rows: Table) -> Sorted:
    """Return the rows judged beside the other rows of their case."""
    good = rows.filter(_.reason.isnull())
    cases = good.group_by("case_read").agg(
        case_id=_.line.min(),
        place=_.area_read.argmin(_.line, where=_.area_read != NO_AREA).fill_null(NO_AREA),
    )
    placed = good.join(cases, "case_read")
    incidents = placed.group_by("case_id", "incident_key").agg(
        incident_id=_.line.min(),
        dated=_.happened.argmin(_.line, where=_.happened.notnull()),
    )
    compared = placed.join(incidents, ["case_id", "incident_key"]).mutate(
        reason=ibis.cases(
            ((_.area_read != NO_AREA) & (_.area_read != _.place), "area_differs"),
            (_.happened.notnull() & (_.happened != _.dated), "incident_date_differs"),
            (_.reported < _.dated, "reported_before_it_happened"),
            else_=ibis.null("string"),
        )
    )
    compared = kept(compared.select(*COMPARED))
    usable = compared.filter(_.reason.isnull())
    first = usable.group_by("case_id", "incident_id", "reported", "told_read", "person_read").agg(
        first_line=_.line.min(), hate=_.hate_read.max()
    )
    again = usable.anti_join(first.select(line="first_line"), "line")
    rejected = ibis.union(
        _rejected(rows.filter(_.reason.notnull())),
        _rejected(compared.filter(_.reason.notnull())),
        _rejected(again.mutate(reason=ibis.literal("same_report_again"))),
    )
    return Sorted(_reports(usable, first), _cases(cases), rejected)


def _rejected(rows: Table) -> Table:
    return rows.select("line", "reason")


def _cases(cases: Table) -> Table:
    return cases.select("case_id", "place", case="case_read")


def _reports(usable: Table, first: Table) -> Table:
    """Return one row a report, with what its incident says."""
    incidents = usable.group_by("incident_id").agg(
        incident_hate=_.hate_read.max(),
        # Where no row says when it happened, it happened by the day of the first report.
        incident_day=ibis.coalesce(_.dated.min(), _.reported.min()),
        dated=_.dated.min(),
    )
    firsts = first.select(line="first_line")
    kept = usable.semi_join(firsts, "line").drop("dated")
    joined = kept.join(incidents, "incident_id")
    return joined.select(
        "line",
        "case_id",
        "incident_id",
        "place",
        "reported",
        person="person_read",
        happened="incident_day",
        hate="incident_hate",
        relevant=_.told_read.isin(RELEVANT),
        day_assumed=_.dated.isnull(),
    )
