"""Everything in one file to download, and that file opened again to go on.

Names inside give nothing away. The same case on the same day makes the same file.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from selfcheck import casefile
from selfcheck.assessment import Assessment
from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, Opened, Problem
from selfcheck.diary_table.taking_out import diary_csv
from selfcheck.documents.incident_log import make_incident_log
from selfcheck.documents.letter import NoLetter, letter_text
from selfcheck.documents.pack import make_pack
from selfcheck.documents.parts import Letter
from selfcheck.documents.reminders import make_reminders
from selfcheck.documents.typeset import PdfNotInstalledError
from selfcheck.documents.word import letter_file
from selfcheck.documents.zips import UNREADABLE, ZIP_BEGINS, can_be_read, put

CASE_NAME = "notes.json"
# Far more than a bundle of the largest case takes; beyond it nothing is unpacked.
MAX_BUNDLE_BYTES = 8_000_000
MAX_MEMBERS = 100


# ---- making it -------------------------------------------------------------------


def make_bundle(
    case: Case,
    assessment: Assessment,
    *,
    letter: Letter | None = None,
    plain: bool = False,
    applied_on: date | None = None,
) -> bytes:
    """Return the case file and every document there is for it, as one zip.

    `letter` is the letter as the person changed it; without one it is written anew. What
    there is nothing for, or what cannot be made here, is left out. `plain` and
    `applied_on` are those of the reminders. Raises CaseFileError where the case is too
    large to be saved.
    """
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as bundle:
        for name, data in _members(case, assessment, letter):
            put(bundle, name, data, assessment.on)
        reminders = make_reminders(case, assessment, plain=plain, applied_on=applied_on)
        if reminders:
            put(bundle, "dates.ics", reminders, assessment.on)
    return made.getvalue()


def _members(
    case: Case, assessment: Assessment, letter: Letter | None
) -> Iterator[tuple[str, bytes]]:
    yield CASE_NAME, casefile.save_case(case)
    with suppress(NoLetter):
        yield "letter.docx", letter_file(letter or letter_text(case, assessment))
    with suppress(PdfNotInstalledError):
        yield "summary.pdf", make_pack(case, assessment)
    if case.incidents:
        yield "list.csv", diary_csv(case)
        yield "list.docx", make_incident_log(case, assessment)


# ---- opening it again ------------------------------------------------------------


def open_saved(data: bytes, on: date) -> Opened:
    """Return all that can be read of a case file, or of a zip that holds one.

    Raises CaseFileError where there is no case in it, or it is beyond a limit.
    """
    if data.startswith(ZIP_BEGINS):
        return open_bundle(data, on)
    return casefile.open_what_can_be_read(data, on)


def open_bundle(data: bytes, on: date) -> Opened:
    """Return all that can be read of the case in a zip, opened on a day.

    Only the case is unpacked, and never more of it than a case file may hold, whatever
    the zip says of its size. Raises CaseFileError as `open_what_can_be_read` does.
    """
    if len(data) > MAX_BUNDLE_BYTES:
        raise CaseFileError([Problem("zip_too_large")])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            held = _case_in(bundle)
            with bundle.open(held) as member:
                unpacked = member.read(casefile.MAX_BYTES + 1)
    except UNREADABLE:
        raise CaseFileError([Problem("zip_damaged")]) from None
    return casefile.open_what_can_be_read(unpacked, on)


def _case_in(bundle: zipfile.ZipFile) -> zipfile.ZipInfo:
    """Return the member that holds the case: the one of our name, or the only one of its kind."""
    members = bundle.infolist()
    if len(members) > MAX_MEMBERS:
        raise CaseFileError([Problem("zip_too_large")])
    readable = [one for one in members if can_be_read(one)]
    ours = [one for one in readable if one.filename.rpartition("/")[2] == CASE_NAME]
    found = ours or readable
    if len(found) != 1:
        raise CaseFileError([Problem("zip_without_case")])
    return found[0]
