"""From a table of texts to the two answers: one row a case, and the rows left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from selfcheck import content
from selfcheck.caseload import engine, meanings
from selfcheck.caseload.days import number
from selfcheck.caseload.expression import screened
from selfcheck.caseload.rows import TEXTS, read_rows, sort_rows
from selfcheck.caseload.rules import Row, Rules, every_rule

Backend = Any
Table = Any


@dataclass(frozen=True, slots=True)
class Screened:
    """One row a case, who must act soonest first; and each row left out, with its reason."""

    cases: Table
    rejected: Table


def screen(texts: Table, on: date, today: date, rules: Rules | None = None) -> Screened:
    """Return the screening of a table of texts as it stood on a day.

    `texts` lives in an engine and has line, `rows.TEXTS` and fault. Days after `today`
    are mistakes; reports between `on` and `today` are left aside, as in a review.
    """
    backend = texts.get_backend()
    known = _known(backend, texts, today)
    read = read_rows(texts, known, number(today))
    rows = engine.kept(read.rows)
    found = sort_rows(rows)
    reports = engine.kept(found.reports)
    cases = screened(reports, found.cases, read.days, tables_of(backend, rules or every_rule()), on)
    return Screened(cases, _with_words(backend, found.rejected.join(texts, "line")))


def tables_of(backend: Backend, rules: Rules) -> dict[str, Table]:
    """Return the rules as tables of an expression."""
    return {
        "places": _table(backend, "places", rules.places, _PLACES),
        "routes": _table(backend, "routes", rules.routes, _ROUTES),
        "periods": _table(backend, "periods", rules.periods, _PERIODS),
    }


def _known(backend: Backend, texts: Table, today: date) -> dict[str, Table]:
    """Return what every different text of three columns means."""
    found = {
        "area": meanings.of_areas(_different(texts, "area"), today),
        "told": meanings.of_bodies(_different(texts, "told")),
        "hate": meanings.of_hate(_different(texts, "hate")),
    }
    return {
        name: _table(
            backend,
            f"{name}_meanings",
            [one._asdict() for one in of],
            _meaning(str if name == "area" else int),
        )
        for name, of in found.items()
    }


def _different(texts: Table, column: str) -> Iterable[str]:
    return texts.select(column).distinct().to_pyarrow()[column].to_pylist()  # type: ignore[no-any-return]


def _with_words(backend: Backend, rejected: Table) -> Table:
    says = content.words("caseload")["bad_row"]
    words = _table(
        backend,
        "reasons",
        [{"reason": reason, "says": words} for reason, words in says.items()],
        {"reason": "string", "says": "string"},
    )
    return rejected.join(words, "reason").select("line", "reason", "says", *TEXTS).order_by("line")


# ---- small tables --------------------------------------------------------------------

_PLACES = {
    "place": "string",
    "area": "string",
    "area_name": "string",
    "available": "boolean",
    "needed": "int64",
    "hate_needed": "int64",
    "several_needed": "int64",
    "several_people": "int64",
    "one_is_enough": "boolean",
    "rule": "string",
    "confidence": "string",
    "checked_on": "string",
}
_ROUTES = {
    "place": "string",
    "route": "string",
    "needed": "int64",
    "people": "int64",
    "separate": "boolean",
    "apply_within": "int64",
    "report_within": "int64",
}
_PERIODS = {"period": "int64", "amount": "int64", "in_months": "boolean"}


def _meaning(value: type) -> dict[str, str]:
    return {"text": "string", "value": "string" if value is str else "int64", "fault": "string"}


def _table(
    backend: Backend, name: str, rows: Sequence[Row | dict[str, Any]], schema: dict[str, str]
) -> Table:
    columns = {column: [row[column] for row in rows] for column in schema}
    return engine.keep(backend, name, pa.table(columns, ibis.schema(schema).to_pyarrow()))
