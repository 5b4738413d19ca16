"""Documents made when they are asked for: their libraries are loaded then, not with a page.

Each is called by a download button, in a thread of its own: nothing here may draw.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from importlib.util import find_spec
from typing import Literal

from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.casefile import Opened
from selfcheck.documents.clients_file import OneFile
from selfcheck.documents.parts import Letter
from selfcheck.organisations import Organisation

SummaryKind = Literal["plain", "technical"]


def can_make_pdf() -> bool:
    """Say whether the typesetter is installed: it is an extra of 34 MB."""
    return find_spec("typst") is not None


def letter(told: Letter) -> bytes:
    """Return a letter as a Word file."""
    from selfcheck.documents.word import letter_file

    return letter_file(told)


def pack(case: Case, assessment: Assessment) -> bytes:
    """Return the pack as a PDF."""
    from selfcheck.documents.pack import make_pack

    return make_pack(case, assessment)


def log(case: Case, assessment: Assessment) -> bytes:
    """Return the incident log as a Word file."""
    from selfcheck.documents.incident_log import make_incident_log

    return make_incident_log(case, assessment)


def reminders(case: Case, assessment: Assessment, *, plain: bool, applied_on: date | None) -> bytes:
    """Return the reminders as a calendar file; an empty one where there are none."""
    from selfcheck.documents.reminders import make_reminders

    return make_reminders(case, assessment, plain=plain, applied_on=applied_on) or b""


def everything(
    case: Case,
    assessment: Assessment,
    told: Letter | None,
    *,
    plain: bool,
    applied_on: date | None,
) -> bytes:
    """Return the case and all its documents in one zip, the letter as the person has it."""
    from selfcheck.documents.bundle import make_bundle

    return make_bundle(case, assessment, letter=told, plain=plain, applied_on=applied_on)


def contacts(organisations: Iterable[Organisation], *, plain: bool) -> bytes:
    """Return organisations as a contacts file; an empty one where there are none."""
    from selfcheck.documents.contacts import make_contacts

    return make_contacts(organisations, plain=plain) or b""


def sheet(on: date) -> bytes:
    """Return the blank diary sheet as a Word file."""
    from selfcheck.documents.diary_sheet import make_diary_sheet

    return make_diary_sheet(on)


def sheet_pdf(on: date) -> bytes:
    """Return the blank diary sheet as a PDF."""
    from selfcheck.documents.sheet_pdf import make_sheet_pdf

    return make_sheet_pdf(on)


def open_saved(data: bytes, on: date) -> Opened:
    """Return what can be read of a saved file: a case alone, or the zip with everything."""
    from selfcheck.documents.bundle import open_saved as read

    return read(data, on)


def summary_pdf(case: Case, assessment: Assessment, kind: SummaryKind) -> bytes:
    """Return one of the two summaries as a PDF."""
    from selfcheck.documents.summary_files import plain_pdf, technical_pdf

    return (plain_pdf if kind == "plain" else technical_pdf)(case, assessment)


def summary_word(case: Case, assessment: Assessment, kind: SummaryKind) -> bytes:
    """Return one of the two summaries as a Word file."""
    from selfcheck.documents.summary_files import plain_word, technical_word

    return (plain_word if kind == "plain" else technical_word)(case, assessment)


def all_clients(cases: Iterable[Case], on: date) -> bytes:
    """Return all clients in one zip."""
    from selfcheck.documents.clients_file import save_all

    return save_all(cases, on)


def open_clients(files: Iterable[tuple[str, bytes]], on: date) -> tuple[OneFile, ...]:
    """Return what can be read of saved clients, file by file."""
    from selfcheck.documents.clients_file import open_all

    return open_all(files, on)
