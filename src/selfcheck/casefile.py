"""The case file: open, save, migrate, and tell plainly what could not be read.

One bad incident never loses the others: `open_what_can_be_read` returns the rest and
lists each problem with its place, so that it can be corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import ValidationError

from selfcheck import areas, content
from selfcheck.case import MAX_INCIDENTS, Case, Incident
from selfcheck.findings import Plain
from selfcheck.problems import CaseFileError, Place, Problem, Raw, problem, short

__all__ = [
    "MAX_BYTES",
    "CaseFileError",
    "Opened",
    "Problem",
    "migrate",
    "open_case",
    "open_what_can_be_read",
    "save_case",
]

FORMAT = "selfcheck-case"
VERSION = 1
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Opened:
    """What could be read of a case file, and what could not."""

    case: Case
    problems: tuple[Problem, ...] = ()


def open_case(data: bytes | str, on: date) -> Case:
    """Return the case in a file opened on a day.

    Raises CaseFileError, naming every problem, if any part cannot be read or lies after
    the day it is opened.
    """
    opened = open_what_can_be_read(data, on)
    if opened.problems:
        raise CaseFileError(opened.problems)
    return opened.case


def open_what_can_be_read(data: bytes | str, on: date) -> Opened:
    """Return all that can be read of a file opened on a day, and the problems with the rest.

    Raises CaseFileError only where it is no case file at all, or is beyond a limit.
    """
    raw = migrate(_parse(data))
    incidents = raw.pop("incidents", [])
    case, problems = _read_answers(raw)
    case, more = _check_area(case)
    read, unread = _read_incidents(incidents, on)
    return Opened(case.model_copy(update={"incidents": read}), (*problems, *more, *unread))


def save_case(case: Case) -> bytes:
    """Return the case as a file: UTF-8 JSON, unanswered questions left out.

    Raises CaseFileError where the file would be too large to be opened again.
    """
    data = case.model_dump(mode="json", exclude_none=True)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    saved = text.encode("utf-8")
    if len(saved) > MAX_BYTES:
        raise CaseFileError([Problem("too_large")])
    return saved


def migrate(raw: Raw) -> Raw:
    """Return a file of an older version in today's shape; refuse a newer one.

    Version 1 is the first, so there is nothing to change yet.
    """
    if raw.get("format") != FORMAT:
        raise CaseFileError([Problem("not_a_case_file")])
    version = raw.get("version")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise CaseFileError([Problem("bad_version", ("version",))])
    if version > VERSION:
        raise CaseFileError([Problem("newer_version")])
    return raw


# ---- JSON ------------------------------------------------------------------------


def _parse(data: bytes | str) -> Raw:
    if len(data if isinstance(data, bytes) else data.encode("utf-8", "replace")) > MAX_BYTES:
        raise CaseFileError([Problem("too_large")])
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        raw = json.loads(text, object_pairs_hook=_no_repeats, parse_constant=_no_constants)
    except UnicodeDecodeError:
        raise CaseFileError([Problem("not_text")]) from None
    except RecursionError:
        raise CaseFileError([Problem("too_deep")]) from None
    except json.JSONDecodeError as error:
        raise CaseFileError([_not_json(error)]) from None
    except ValueError:
        # Python refuses to read whole numbers of thousands of digits.
        raise CaseFileError([Problem("not_a_case_file")]) from None
    if not isinstance(raw, dict):
        raise CaseFileError([Problem("not_a_case_file")])
    return raw


def _not_json(error: json.JSONDecodeError) -> Problem:
    if not error.doc.strip():
        return Problem("empty_file")
    if error.msg.startswith("Invalid control character"):
        return Problem("raw_control_character", (), {"line": error.lineno})
    if not error.doc[error.pos :].strip() or error.msg.startswith("Unterminated"):
        return Problem("cut_short")
    return Problem("not_json", (), {"line": error.lineno})


def _no_repeats(pairs: list[tuple[str, Any]]) -> Raw:
    found: Raw = {}
    for key, value in pairs:
        # A lone surrogate cannot be told back to anyone; it stands as a question mark.
        showable = key.encode("utf-8", "replace").decode()
        if showable in found:
            raise CaseFileError([Problem("repeated_key", (), {"key": short(showable)})])
        found[showable] = value
    return found


def _no_constants(name: str) -> None:
    raise CaseFileError([Problem("not_a_number", (), {"value": name})])


# ---- answers and area ------------------------------------------------------------


def _read_answers(raw: Raw) -> tuple[Case, list[Problem]]:
    """Return a case without incidents, leaving out the fields that cannot be read."""
    try:
        return Case.model_validate(raw), []
    except ValidationError as error:
        problems = [problem(detail) for detail in error.errors(include_url=False)]
    for one in problems:
        _drop(raw, one.place)
    return Case.model_validate(raw), problems


def _drop(raw: Raw, place: Place) -> None:
    """Remove from the file the field at a place: one answer, or one top-level field."""
    if len(place) > 1 and place[0] == "answers" and isinstance(raw.get("answers"), dict):
        raw["answers"].pop(place[1], None)
    else:
        raw.pop(str(place[0]), None)


def _check_area(case: Case) -> tuple[Case, list[Problem]]:
    if case.area is None:
        return case, []
    area = areas.area(case.area)
    without = case.model_copy(update={"area": None})
    if area is None:
        return without, [Problem("unknown_area", ("area",), {"area": case.area})]
    if case.nation and area.nation != case.nation:
        values = {
            "area": area.name,
            "nation": content.words("choices")["Nation"][case.nation],
        }
        return without, [Problem("area_of_another_nation", ("area",), values)]
    return case, []


# ---- incidents -------------------------------------------------------------------


def _read_incidents(raw: Any, on: date) -> tuple[tuple[Incident, ...], tuple[Problem, ...]]:
    if not isinstance(raw, list):
        return (), (Problem("not_a_list", ("incidents",)),)
    if len(raw) > MAX_INCIDENTS:
        raise CaseFileError([Problem("too_many_incidents", (), {"limit": f"{MAX_INCIDENTS:,}"})])
    read: list[Incident] = []
    problems: list[Problem] = []
    ids: set[str] = set()
    for index, one in enumerate(raw):
        found = read_incident(one, on, ids, ("incidents", index))
        if isinstance(found, Incident):
            read.append(found)
            ids |= {found.id, *(report.id for report in found.reports)}
        else:
            problems += found
    return tuple(read), tuple(problems)


def read_incident(one: Any, on: date, ids: set[str], place: Place = ()) -> Incident | list[Problem]:
    """Return one incident as given on a day, or all that is wrong with it.

    `ids` are those already taken. A form and a table that is brought in ask this too, so
    that each refuses what a case file would.
    """
    raw = one if isinstance(one, dict) else None
    try:
        incident = Incident.model_validate(one)
    except ValidationError as error:
        return [problem(detail, place, raw) for detail in error.errors(include_url=False)]
    return list(_check_incident(incident, place, raw, on, ids)) or incident


def _check_incident(
    incident: Incident, place: Place, raw: Raw | None, on: date, ids: set[str]
) -> Iterator[Problem]:
    """Yield what is wrong with an incident's dates and ids."""
    if incident.date > on:
        yield Problem("future_date", (*place, "date"), {"day": incident.date}, raw)
    if incident.id in ids:
        yield Problem("duplicate_id", (*place, "id"), {"id": incident.id}, raw)
    used = ids | {incident.id}
    for number, report in enumerate(incident.reports):
        where = (*place, "reports", number)
        if report.date > on:
            yield Problem("future_date", (*where, "date"), {"day": report.date}, raw)
        elif report.date < incident.date:
            values: dict[str, Plain] = {"reported": report.date, "happened": incident.date}
            yield Problem("report_before_incident", (*where, "date"), values, raw)
        if report.id in used:
            yield Problem("duplicate_id", (*where, "id"), {"id": report.id}, raw)
        used |= {report.id}
