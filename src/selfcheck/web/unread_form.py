"""An incident that could not be read, as the fields of its form: all of it, to be corrected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from selfcheck import diary
from selfcheck.case import Body, Case, Kind, ReportedBy, YesNo
from selfcheck.web import incident_draft as draft

_DAY = ("year", "month", "day")


def filled(raw: dict[str, Any], case: Case) -> dict[str, Any]:
    """Return the form's fields with what the file held, right or wrong, wherever they can."""
    kinds = raw.get("kinds")
    found: dict[str, Any] = {
        **_day("", raw),
        **_texts("", raw, (*draft.TEXTS, "time")),
        **{f"kind_{kind}": True for kind in Kind if isinstance(kinds, list) and kind in kinds},
        "approximate": raw.get("approximate") is True,
        "targeted": _choice(raw.get("targeted"), YesNo),
    }
    reports = raw.get("reports")
    told = [one for one in reports if isinstance(one, dict)] if isinstance(reports, list) else []
    ids = [report for report, _ in zip(diary.new_ids(case, "r"), told, strict=False)]
    for report, held in zip(ids, told, strict=True):
        found |= _report(f"{report}_", held)
    return {**draft.blank(), **found, "reports": ids}


def _report(prefix: str, held: dict[str, Any]) -> dict[str, Any]:
    return {
        **_day(prefix, held),
        **_texts(prefix, held, draft.REPORT_TEXTS),
        f"{prefix}to": _choice(held.get("to"), Body),
        f"{prefix}by": _choice(held.get("by"), ReportedBy) or ReportedBy.ME.value,
    }


def _day(prefix: str, held: dict[str, Any]) -> dict[str, str]:
    """Return the parts of a day as written, so that 31 February is there to be corrected."""
    written = held.get("date")
    pieces = written.split("-") if isinstance(written, str) else []
    if len(pieces) != len(_DAY) or not all(piece.isdecimal() for piece in pieces):
        return {}
    return {f"{prefix}{part}": piece.lstrip("0") for part, piece in zip(_DAY, pieces, strict=True)}


def _texts(prefix: str, held: dict[str, Any], names: Iterable[str]) -> dict[str, str]:
    given = ((name, held.get(name)) for name in names)
    return {f"{prefix}{name}": text for name, text in given if isinstance(text, str)}


def _choice(given: object, of: type[Body] | type[ReportedBy] | type[YesNo]) -> str | None:
    return next((choice.value for choice in of if choice == given), None)
