"""All clients of an adviser in one zip, a case file each; and such files opened again.

Each file is told of by itself: what cannot be read never loses the others.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from selfcheck import casefile
from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, Opened, Problem
from selfcheck.documents.zips import UNREADABLE, ZIP_BEGINS, can_be_read, put

# More than a browser's tab can keep; beyond it nothing more is unpacked.
MAX_ZIP_BYTES = 16_000_000
MAX_UNPACKED_BYTES = 32_000_000
MAX_FILES = 200
_NOT_IN_A_NAME = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True, slots=True)
class OneFile:
    """A file that was given: what could be read of it, or why nothing could."""

    name: str
    opened: Opened | None
    problems: tuple[Problem, ...] = ()


def file_name(reference: str | None) -> str:
    """Return a reference as it can stand in the name of a file: "2026-118"."""
    return _NOT_IN_A_NAME.sub("-", reference or "").strip("-")[:40] or "notes"


def save_all(cases: Iterable[Case], on: date) -> bytes:
    """Return all cases in one zip, in order; the same cases on one day give the same bytes.

    Raises CaseFileError where one of them is too large for a case file.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        for number, case in enumerate(cases, 1):
            name = f"{number:02}-{file_name(case.reference)}.json"
            put(bundle, name, casefile.save_case(case), on)
    return packed.getvalue()


def open_all(files: Iterable[tuple[str, bytes]], on: date) -> tuple[OneFile, ...]:
    """Return what can be read of each file on a day: case files, and zips that hold some."""
    return tuple(one for name, data in files for one in _open(name, data, on))


def _open(name: str, data: bytes, on: date) -> Iterator[OneFile]:
    if data.startswith(ZIP_BEGINS):
        yield from _unpack(name, data, on)
    else:
        yield _read(name, data, on)


def _unpack(name: str, data: bytes, on: date) -> Iterator[OneFile]:
    """Yield each case file in a zip; never more is unpacked than a case file may hold."""
    if len(data) > MAX_ZIP_BYTES:
        yield _refused(name, "zip_too_large")
        return
    left = MAX_UNPACKED_BYTES
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            members = [one for one in bundle.infolist() if can_be_read(one)]
            if not members or len(members) > MAX_FILES:
                yield _refused(name, "zip_too_large" if members else "zip_without_case")
                return
            for member in members:
                one = _unpack_one(bundle, member, on) if left > 0 else None
                left -= min(member.file_size, casefile.MAX_BYTES)
                yield one or _refused(_short(member.filename), "zip_too_large")
    except UNREADABLE:
        yield _refused(name, "zip_damaged")


def _unpack_one(bundle: zipfile.ZipFile, member: zipfile.ZipInfo, on: date) -> OneFile:
    name = _short(member.filename)
    try:
        with bundle.open(member) as packed:
            data = packed.read(casefile.MAX_BYTES + 1)
    except UNREADABLE:
        return _refused(name, "zip_damaged")
    return _read(name, data, on)


def _read(name: str, data: bytes, on: date) -> OneFile:
    try:
        return OneFile(name, casefile.open_what_can_be_read(data, on))
    except CaseFileError as refused:
        return OneFile(name, None, refused.problems)


def _refused(name: str, code: str) -> OneFile:
    return OneFile(name, None, (Problem(code),))


def _short(path: str) -> str:
    return path.rpartition("/")[2][:80]
