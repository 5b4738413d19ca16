"""One file with everything, opened again whatever became of it on the way."""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from selfcheck import examples
from selfcheck.assessment import assess
from selfcheck.case import Case
from selfcheck.casefile import MAX_BYTES, CaseFileError, save_case
from selfcheck.diary_table.taking_out import diary_csv
from selfcheck.documents.bundle import (
    MAX_BUNDLE_BYTES,
    MAX_MEMBERS,
    make_bundle,
    open_bundle,
    open_saved,
)
from selfcheck.documents.incident_log import make_incident_log
from selfcheck.documents.letter import letter_text, make_letter
from selfcheck.documents.pack import make_pack
from selfcheck.documents.reminders import make_reminders
from selfcheck.examples import EXAMPLES, TOLD_ON
from tests.strategies import TODAY, cases


def members(bundle: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(bundle)) as held:
        assert held.testzip() is None
        return {name: held.read(name) for name in held.namelist()}


def zipped(*entries: tuple[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", how) as bundle:
        for name, data in entries:
            bundle.writestr(name, data)
    return made.getvalue()


def refused(data: bytes) -> list[str]:
    with pytest.raises(CaseFileError) as error:
        open_bundle(data, TOLD_ON)
    return [problem.code for problem in error.value.problems]


CASE = examples.load("one_short")
SAVED = save_case(CASE)

# ---- making it -------------------------------------------------------------------


def test_it_holds_the_case_and_each_document_as_it_is_made_alone() -> None:
    assessment = assess(CASE, TOLD_ON)

    held = members(make_bundle(CASE, assessment))

    assert held["notes.json"] == SAVED
    assert held["letter.docx"] == make_letter(CASE, assessment)
    assert held["summary.pdf"] == make_pack(CASE, assessment)
    assert held["list.csv"] == diary_csv(CASE)
    assert held["list.docx"] == make_incident_log(CASE, assessment)
    assert held["dates.ics"] == make_reminders(CASE, assessment)


def test_what_there_is_nothing_for_is_left_out() -> None:
    case = examples.load("scotland")

    held = members(make_bundle(case, assess(case, TOLD_ON)))

    assert {"letter.docx", "dates.ics"}.isdisjoint(held)
    assert {"notes.json", "summary.pdf", "list.csv", "list.docx"} <= set(held)


def test_a_letter_that_was_changed_goes_in_as_it_was_changed() -> None:
    assessment = assess(CASE, TOLD_ON)
    letter = letter_text(CASE, assessment)
    changed = letter.changed({letter.passages[0].code: "My own words."})

    held = members(make_bundle(CASE, assessment, letter=changed))

    with zipfile.ZipFile(io.BytesIO(held["letter.docx"])) as word:
        assert b"My own words." in word.read("word/document.xml")


def test_reminders_are_discreet_unless_asked_otherwise() -> None:
    assessment = assess(CASE, TOLD_ON)

    assert b"incident" not in members(make_bundle(CASE, assessment))["dates.ics"]
    assert b"incident" in members(make_bundle(CASE, assessment, plain=True))["dates.ics"]


def test_without_the_typesetter_all_else_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    held = members(make_bundle(CASE, assess(CASE, TOLD_ON)))

    assert "summary.pdf" not in held
    assert {"notes.json", "letter.docx", "list.csv", "list.docx", "dates.ics"} <= set(held)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_same_case_makes_the_same_file_and_names_give_nothing_away(name: str) -> None:
    case = examples.load(name)
    assessment = assess(case, TOLD_ON)

    bundle = make_bundle(case, assessment)

    assert bundle == make_bundle(case, assessment)
    names = " ".join(members(bundle))
    assert not any(word in names for word in ("asb", "harass", "case", "police", "report"))


def test_a_day_before_the_zip_format_began_can_be_looked_at() -> None:
    assert members(make_bundle(CASE, assess(CASE, date(1900, 2, 3))))["notes.json"] == SAVED


# ---- opening it again ------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_opens_again_from_its_bundle(name: str) -> None:
    case = examples.load(name)

    opened = open_saved(make_bundle(case, assess(case, TOLD_ON)), TOLD_ON)

    assert opened.case == case
    assert opened.problems == ()


@settings(max_examples=25)
@given(cases(most_incidents=3))
def test_any_case_opens_again_from_its_bundle(case: Case) -> None:
    assert open_saved(make_bundle(case, assess(case, TODAY)), TODAY).case == case


def test_a_case_file_by_itself_opens_the_same_way() -> None:
    assert open_saved(SAVED, TOLD_ON).case == CASE


def test_a_bad_incident_in_a_bundle_loses_none_of_the_others() -> None:
    spoiled = SAVED.replace(b"2026-11-03", b"2026-11-31", 1)

    opened = open_saved(zipped(("notes.json", spoiled)), TOLD_ON)

    assert len(opened.case.incidents) == len(CASE.incidents) - 1
    assert [problem.code for problem in opened.problems] == ["impossible_date"]


@pytest.mark.parametrize(
    "bundle",
    [
        zipped(("my folder/notes.json", SAVED), ("my folder/letter.docx", b"x")),
        zipped(("__MACOSX/._notes.json", b"\0"), ("notes.json", SAVED)),
        zipped(("renamed.json", SAVED), ("other.txt", b"x")),
        zipped(("other.json", b"{}"), ("notes.json", SAVED)),
        zipped(("notes.json", SAVED), how=zipfile.ZIP_STORED),
    ],
    ids=["packed again", "packed on a Mac", "renamed", "with another file", "not compressed"],
)
def test_it_opens_whatever_became_of_it_on_the_way(bundle: bytes) -> None:
    assert open_saved(bundle, TOLD_ON).case == CASE


@pytest.mark.parametrize(
    ("bundle", "code"),
    [
        (zipped(), "zip_without_case"),
        (zipped(("letter.docx", b"x")), "zip_without_case"),
        (zipped(("a.json", SAVED), ("b.json", SAVED)), "zip_without_case"),
        (zipped(("a/notes.json", SAVED), ("b/notes.json", SAVED)), "zip_without_case"),
        (zipped(("notes.json", SAVED), how=zipfile.ZIP_LZMA), "zip_without_case"),
        (zipped(("notes.json", SAVED))[:-30], "zip_damaged"),
        (b"PK\x03\x04 and nothing more", "zip_damaged"),
        (zipped(*((f"{n}.txt", b"") for n in range(MAX_MEMBERS + 1))), "zip_too_large"),
        (b"PK\x03\x04" + bytes(MAX_BUNDLE_BYTES), "zip_too_large"),
        (zipped(("notes.json", b"no json")), "not_json"),
        (zipped(("notes.json", bytes(MAX_BYTES + 1))), "too_large"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_words(bundle: bytes, code: str) -> None:
    assert refused(bundle) == [code]


def test_a_zip_bomb_is_never_unpacked() -> None:
    bomb = zipped(("notes.json", bytes(200 * MAX_BYTES)))

    assert len(bomb) < MAX_BYTES
    assert refused(bomb) == ["too_large"]


def test_a_bomb_that_lies_about_its_size_is_stopped_all_the_same() -> None:
    bomb = bytearray(zipped(("notes.json", bytes(20 * MAX_BYTES))))
    honest = struct.pack("<L", 20 * MAX_BYTES)
    lie = struct.pack("<L", 10)
    while honest in bomb:
        place = bomb.index(honest)
        bomb[place : place + 4] = lie

    assert refused(bytes(bomb))[0] in ("zip_damaged", "not_json", "not_a_case_file", "too_large")


def test_one_with_a_password_is_refused() -> None:
    locked = bytearray(zipped(("notes.json", SAVED)))
    locked[6] |= 1
    locked[locked.index(b"PK\x01\x02") + 8] |= 1

    assert refused(bytes(locked)) == ["zip_without_case"]


@given(st.integers(0, 400), st.integers(1, 255))
@example(14, 255)
def test_a_byte_changed_on_the_way_is_told_or_does_no_harm(place: int, change: int) -> None:
    spoiled = bytearray(zipped(("notes.json", SAVED)))
    spoiled[place % len(spoiled)] ^= change

    opened = None
    with suppress(CaseFileError):
        opened = open_bundle(bytes(spoiled), TOLD_ON)

    assert opened is None or opened.case == CASE
