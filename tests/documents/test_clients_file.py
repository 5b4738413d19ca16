"""All clients in one zip and opened again: file by file, and nothing a file holds breaks it."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from selfcheck.case import Case, Incident
from selfcheck.casefile import MAX_BYTES, save_case
from selfcheck.documents import clients_file
from selfcheck.documents.clients_file import file_name, open_all, save_all
from selfcheck.examples import EXAMPLES, load

TODAY = date(2026, 11, 22)
CASES = [load(name).model_copy(update={"adviser_notes": f"note {name}"}) for name in EXAMPLES]


def packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, data in files.items():
            bundle.writestr(name, data)
    return made.getvalue()


def test_all_clients_come_back_whole_and_in_order_notes_with_them() -> None:
    opened = open_all([("all.zip", save_all(CASES, TODAY))], TODAY)

    assert [one.opened.case for one in opened if one.opened] == CASES
    assert not any(one.problems for one in opened)


def test_the_same_clients_on_the_same_day_make_the_same_file() -> None:
    assert save_all(CASES, TODAY) == save_all(CASES, TODAY)


def test_a_files_name_holds_the_reference_and_no_path() -> None:
    cases = [Case(reference="2026/118"), Case(reference="../../etc"), Case()]
    with zipfile.ZipFile(io.BytesIO(save_all(cases, TODAY))) as bundle:
        names = bundle.namelist()

    assert names == ["01-2026-118.json", "02-etc.json", "03-notes.json"]
    assert file_name("🙂") == "notes"


def test_single_files_and_zips_are_opened_together() -> None:
    given = [("a.json", save_case(CASES[0])), ("b.zip", save_all(CASES[1:3], TODAY))]
    opened = open_all(given, TODAY)

    assert [one.name for one in opened] == ["a.json", "01-Example-2.json", "02-Example-3.json"]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The file is empty."),
        (b"{", "The file ends too soon."),
        (b"[]", "This is not a case file"),
        (b'{"format": "selfcheck-case", "version": 9}', "newer version"),
        (b"x" * (MAX_BYTES + 1), "larger than 2 MB"),
    ],
)
def test_one_bad_file_never_loses_the_others(data: bytes, says: str) -> None:
    files = {"1.json": save_case(CASES[0]), "2.json": data, "3.json": save_case(CASES[2])}
    first, bad, last = open_all([("all.zip", packed(files))], TODAY)

    assert first.opened
    assert last.opened
    assert bad.opened is None
    assert says in bad.problems[0].says()


def test_what_could_not_be_read_of_a_client_is_told_beside_the_rest() -> None:
    raw = b'{"format":"selfcheck-case","version":1,"incidents":[{"id":"i1","date":"2026-02-31"}]}'
    (one,) = open_all([("1.json", raw)], TODAY)

    assert one.opened
    assert one.opened.case == Case()
    assert "does not exist in the calendar" in one.opened.problems[0].says()


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04 damaged", "The zip file is damaged"),
        (packed({"letter.docx": b"x"}), "There is no saved case in this zip file"),
        (packed({f"{n}.json": b"{}" for n in range(201)}), "too many files in it"),
    ],
)
def test_a_zip_that_cannot_be_read_says_why(data: bytes, says: str) -> None:
    (one,) = open_all([("all.zip", data)], TODAY)

    assert one.opened is None
    assert says in one.problems[0].says()


def test_a_zip_that_swells_is_not_unpacked_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clients_file, "MAX_UNPACKED_BYTES", 3_000_000)
    swollen = b'{"format":"selfcheck-case","version":1}' + b" " * 1_900_000
    found = open_all([("all.zip", packed({f"{n}.json": swollen for n in range(5)}))], TODAY)

    assert [bool(one.opened) for one in found] == [True, True, False, False, False]


def test_documents_beside_the_cases_are_left_alone() -> None:
    case = Case(reference="JB-0412", incidents=(Incident(id="i1", date=date(2026, 9, 2)),))
    files = {"notes.json": save_case(case), "letter.docx": b"x", "__MACOSX/notes.json": b"x"}
    (one,) = open_all([("all.zip", packed(files))], TODAY)

    assert one.opened
    assert one.opened.case == case
