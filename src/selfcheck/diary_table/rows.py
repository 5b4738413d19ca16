"""One row of a list as an incident and a report, as a case file would hold them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from selfcheck import content
from selfcheck.casefile import Problem
from selfcheck.diary_table import columns
from selfcheck.diary_table.opening import Row
from selfcheck.findings import Reason
from selfcheck.written import Habit, Unreadable, read_day, read_time, reads_either_way

# How much of a cell stands in a sentence about it.
_SHOWN = 40
_TEXTS = ("what_happened", "where", "effect", "evidence", "witnesses")
_BETWEEN_KINDS = re.compile(r"[;/|\n]|,(?=\s)")


@dataclass(frozen=True, slots=True)
class Read:
    """One row as read: what it says of the incident and of the report, not yet checked.

    `incident` and `report` hold only what the row says; `report` is empty where it tells
    of none. `number` is the incident's own number in the list, empty where it has none.
    """

    row: Row
    number: str = ""
    incident: dict[str, Any] = field(default_factory=dict)
    report: dict[str, Any] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Reason] = field(default_factory=list)


def read_row(row: Row, where: Mapping[str, int], width: int, habit: Habit) -> Read:
    """Return what a row says; `where` is the column of each field, `width` their number."""
    cells = {
        name: row.cells[column] if column < len(row.cells) else "" for name, column in where.items()
    }
    read = Read(row, columns.plain(cells.get("incident", "")))
    if any(cell.strip() for cell in row.cells[width:]):
        read.problems.append(Problem("extra_cells"))
    _read_when(cells, habit, read)
    _read_kinds(cells.get("kinds", ""), read)
    _read_choice(cells, "targeted", "YesNo", read.incident, read)
    for name in _TEXTS:
        if cells.get(name, "").strip():
            # A kind that is no kind is kept in front of what happened.
            read.incident[name] = read.incident.get(name, "") + cells[name]
    _read_report(cells, habit, read)
    return read


# ---- when ------------------------------------------------------------------------


def _read_when(cells: Mapping[str, str], habit: Habit, read: Read) -> None:
    incident = read.incident
    _read_choice(cells, "approximate", "YesNo", incident, read)
    if (unsure := incident.pop("approximate", None)) is not None:
        incident["approximate"] = unsure != "no"
    found = _day(cells.get("date", ""), ("date",), habit, read)
    if found:
        incident["date"], about, beside = found
        if about:
            incident["approximate"] = True
        if beside:
            incident["time"] = beside
    if given := cells.get("time", "").strip():
        _read_time(given, read)
    elif "time" in incident:
        read.remarks.append(Reason("time_beside"))


def _read_time(given: str, read: Read) -> None:
    incident = read.incident
    time = read_time(given) or _midnight_apart(given)
    if time is None:
        read.problems.append(Problem("not_a_time", ("time",), {"given": _short(given)}))
    elif incident.setdefault("time", time) != time:
        values = {"time": incident["time"], "other": time}
        read.problems.append(Problem("two_times", ("time",), values))


def _midnight_apart(given: str) -> str | None:
    """Return the time of a cell in which a spreadsheet put a day beside the time."""
    found = read_day(given)
    return None if isinstance(found, Unreadable) else found.time


def _day(
    given: str, place: tuple[str, ...], habit: Habit, read: Read
) -> tuple[str, bool, str | None] | None:
    """Return a day as a case file holds it, whether it is approximate, and its time."""
    if not given.strip():
        return None
    found = read_day(given, habit.order)
    if not isinstance(found, Unreadable) and habit.mixed and reads_either_way(given):
        found = Unreadable.EITHER_WAY
    if isinstance(found, Unreadable):
        read.problems.append(Problem(str(found), place, {"given": _short(given)}))
        return None
    return found.day.isoformat(), found.approximate, found.time


# ---- choices ---------------------------------------------------------------------


def _read_kinds(given: str, read: Read) -> None:
    """Read the kinds in a cell; a word that is none is kept in what happened."""
    if not given.strip():
        return
    whole = _choice("Kind", given)
    parts = [given] if whole else _parted(given)
    kinds = [kind for part in parts if (kind := _choice("Kind", part))]
    unknown = [part.strip() for part in parts if part.strip() and not _choice("Kind", part)]
    if kinds:
        read.incident["kinds"] = list(dict.fromkeys(kinds))
    if unknown:
        kept = ", ".join(unknown)
        words = content.words("diary_table")["unknown_kind"]["text"]
        read.incident["what_happened"] = words.format(given=kept) + "\n"
        read.remarks.append(Reason("kind_kept", {"given": _short(kept)}))


def _parted(given: str) -> list[str]:
    """Return the kinds of a cell one by one; some of our own names have commas in them."""
    parts = re.split(r"[;/|\n]", given)
    found: list[str] = []
    for part in parts:
        found += [part] if _choice("Kind", part) else _BETWEEN_KINDS.split(part)
    return found


def _read_choice(
    cells: Mapping[str, str], name: str, of: str, into: dict[str, Any], read: Read
) -> None:
    given = cells.get(name, "").strip()
    if not given:
        return
    found = _choice(of, given)
    if found is None:
        code = "not_a_teller" if of == "ReportedBy" else "not_yes_or_no"
        read.problems.append(Problem(code, (name,), {"given": _short(given)}))
    else:
        into[name] = found


def _choice(of: str, given: str) -> str | None:
    """Return the choice that a cell names: our words, the file's code or a known word."""
    return _names(of).get(columns.plain(given))


@cache
def _names(of: str) -> dict[str, str]:
    ours = content.words("choices")[of]
    known = content.words("diary_table")["known"].get(of, {})
    names = {columns.plain(word): code for code, word in ours.items()}
    names |= {word: code for code, words in known.items() for word in words}
    return names | {columns.plain(code): code for code in ours}


# ---- the report ------------------------------------------------------------------


def _read_report(cells: Mapping[str, str], habit: Habit, read: Read) -> None:
    if not any(cells.get(name, "").strip() for name in columns.REPORT):
        return
    report = read.report
    told = cells.get("to", "").strip()
    if told and (body := _body(told)):
        report["to"] = body
    elif told:
        read.problems.append(Problem("not_a_body", ("to",), {"given": _short(told)}))
    else:
        read.problems.append(Problem("not_said_to", ("to",)))
    before = len(read.problems)
    found = _day(cells.get("reported", ""), ("reported",), habit, read)
    if found:
        report["date"] = found[0]
    elif len(read.problems) == before:
        read.problems.append(Problem("not_said_when", ("reported",)))
    _read_choice(cells, "by", "ReportedBy", report, read)
    for name in ("person", "reference", "response"):
        if cells.get(name, "").strip():
            report[name] = cells[name]


def _body(given: str) -> str | None:
    """Return who was told; None where no name we know, or more than one, stands there."""
    if exact := _choice("Body", given):
        return exact
    words = f" {columns.plain(given)} "
    known = content.words("diary_table")["known"]["Body"]
    found = {name: body for body, names in known.items() for name in names if f" {name} " in words}
    # "Council housing" names the landlord; the council in it is no second body.
    longest = {
        body
        for name, body in found.items()
        if not any(name != other and f" {name} " in f" {other} " for other in found)
    }
    return longest.pop() if len(longest) == 1 else None


def _short(given: str) -> str:
    """Return a cell short enough for a sentence and safe to print."""
    text = "".join(character for character in given[:200] if character.isprintable())
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
