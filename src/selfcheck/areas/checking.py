"""Reads every area's file as a linter does: what is wrong in it, and what to look at again.

What is wrong must be put right before it reaches anyone. What is to be looked at may be
true: a page can ask for more than the Act allows, and say so to everyone who reads it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from pydantic import ValidationError

from selfcheck.areas.index import Area, all_areas
from selfcheck.areas.numbers import can_be_rung
from selfcheck.areas.procedure_files import file_of, procedure, procedure_files
from selfcheck.findings import Plain
from selfcheck.periods import Period
from selfcheck.procedure import Procedure, Standing

A_YEAR = Period(12, "month")


class Level(StrEnum):
    WRONG = "wrong"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing about one area's file; `code` and `values` say what, in content's words."""

    level: Level
    code: str
    file: str
    values: dict[str, Plain] = field(default_factory=dict)


def check_areas(on: date, stale_after: Period = A_YEAR) -> Iterator[Remark]:
    """Yield what is wrong or to be looked at, file by file in order of their names.

    A page is stale from the day after `stale_after` has passed since it was checked.
    """
    for here in sorted(all_areas(), key=lambda here: file_of(here.name)):
        yield from _check(here, on, stale_after)
    known = {file_of(here.name).name for here in all_areas()}
    for path in procedure_files():
        if path.name not in known:
            yield Remark(Level.WRONG, "file_of_no_area", path.name)


def _check(here: Area, on: date, stale_after: Period) -> Iterator[Remark]:
    file = file_of(here.name).name
    try:
        found = procedure(here.code)
    except FileNotFoundError:
        yield Remark(Level.WRONG, "no_file", file)
    except ValidationError as error:
        for fault in error.errors():
            line = ".".join(map(str, fault["loc"]))
            yield Remark(Level.WRONG, "bad_line", file, {"line": line, "error": fault["msg"]})
    except ValueError as error:
        yield Remark(Level.WRONG, "unreadable", file, {"error": str(error)})
    else:
        yield from _contact(found, file)
        yield from _source(found, file, on, stale_after)
        yield from _doubtful(found, file)


def _contact(found: Procedure, file: str) -> Iterator[Remark]:
    phone = found.contact.phone
    if phone and not can_be_rung(phone):
        yield Remark(Level.WRONG, "impossible_number", file, {"phone": phone})
    if found.source and not any(found.contact.model_dump(exclude={"lead_body"}).values()):
        yield Remark(Level.LOOK, "no_contact", file)


def _source(found: Procedure, file: str, on: date, stale_after: Period) -> Iterator[Remark]:
    source = found.source
    if source is None:
        yield Remark(Level.LOOK, "no_source", file)
        return
    if source.checked_on > on:
        yield Remark(Level.WRONG, "checked_later", file, {"checked_on": source.checked_on})
    elif stale_after.last_day(source.checked_on) < on:
        yield Remark(Level.LOOK, "stale", file, {"checked_on": source.checked_on})
    if found.complaints is None:
        yield Remark(Level.LOOK, "no_threshold", file)
    if source.confidence == "low":
        yield Remark(Level.LOOK, "low_confidence", file)


def _doubtful(found: Procedure, file: str) -> Iterator[Remark]:
    for rule in found.conditions:
        if rule.standing is Standing.DOUBTFUL:
            yield Remark(Level.LOOK, "doubtful_condition", file, {"kind": rule.kind.value})
