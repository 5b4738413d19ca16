"""Zip files: what goes into ours, and which members of one may be read."""

from __future__ import annotations

import struct
import zipfile
import zlib
from datetime import date

ZIP_BEGINS = b"PK\x03\x04"
_ENCRYPTED = 0x1
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def put(bundle: zipfile.ZipFile, name: str, data: bytes, on: date) -> None:
    """Put a file into a zip."""
    # Nothing of the machine or the moment: the day assessed stands for the time.
    member = zipfile.ZipInfo(name, (max(on.year, 1980), on.month, on.day, 0, 0, 0))
    member.external_attr = 0o600 << 16
    bundle.writestr(member, data, zipfile.ZIP_DEFLATED, 6)


def can_be_read(member: zipfile.ZipInfo) -> bool:
    """Say whether a member of a zip may be a case file, packed in a way that is read here."""
    return (
        member.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
        and not member.flag_bits & _ENCRYPTED
        # A Mac that packs a folder again adds shadows of its files.
        and not member.filename.startswith("__MACOSX/")
        and member.filename.endswith(".json")
    )
