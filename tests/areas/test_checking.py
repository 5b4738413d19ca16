"""The areas' files are read as a linter does: each fault is found, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from selfcheck import cli, clock
from selfcheck.areas import procedure_files
from selfcheck.areas.checking import Level, check_areas
from selfcheck.areas.coverage import coverage
from selfcheck.areas.numbers import can_be_rung
from selfcheck.content import words
from selfcheck.organisations import ORGANISATIONS
from selfcheck.periods import Period

ON = date(2026, 11, 22)
LEEDS = """
code = "E08000035"
name = "Leeds"

[complaints]
needed = 3

[contact]
phone = "0113 222 4444"

[source]
url = "https://www.leeds.gov.uk/review"
note = "three reports"
checked_on = 2026-11-22
confidence = "high"
kind = "own_page"
"""

Spoil = Callable[[str, str], list[tuple[str, dict[str, object]]]]


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Spoil]:
    """Return a function that checks Leeds with some words of its file put in place of others."""
    for path in procedure_files.procedure_files():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(procedure_files, "PROCEDURES", tmp_path)

    def check(old: str, new: str) -> list[tuple[str, dict[str, object]]]:
        assert old in LEEDS
        (tmp_path / "leeds.toml").write_text(LEEDS.replace(old, new), "utf-8")
        procedure_files.procedure.cache_clear()
        return [(r.code, dict(r.values)) for r in check_areas(ON) if r.file == "leeds.toml"]

    yield check
    procedure_files.procedure.cache_clear()


@pytest.mark.parametrize(
    ("old", "new", "code", "values"),
    [
        ("0113 222 4444", "0113 222", "impossible_number", {"phone": "0113 222"}),
        ("0113 222 4444", "09999 999999", "impossible_number", {"phone": "09999 999999"}),
        ("0113 222 4444", "ring us", "impossible_number", {"phone": "ring us"}),
        ('phone = "0113 222 4444"', "", "no_contact", {}),
        ("2026-11-22", "2026-11-23", "checked_later", {"checked_on": date(2026, 11, 23)}),
        ("2026-11-22", "2025-11-22", "stale", {"checked_on": date(2025, 11, 22)}),
        ("[complaints]\nneeded = 3", "", "no_threshold", {}),
        ('"high"', '"low"', "low_confidence", {}),
        (
            "[contact]",
            '[[conditions]]\nkind = "case_closed"\nstanding = "doubtful"\n[contact]',
            "doubtful_condition",
            {"kind": "case_closed"},
        ),
        (
            "needed = 3",
            "needed = 0",
            "bad_line",
            {
                "line": "complaints.needed",
                "error": "Input should be greater than or equal to 1",
            },
        ),
        (
            '"Leeds"',
            '"Leds"',
            "unreadable",
            {"error": "leeds.toml is about Leds (E08000035), not Leeds"},
        ),
    ],
)
def test_a_fault_is_found_and_named(
    spoil: Spoil, old: str, new: str, code: str, values: dict[str, object]
) -> None:
    assert spoil(old, new) == [(code, values)]


def test_an_area_of_which_no_page_was_seen_is_named(spoil: Spoil) -> None:
    assert spoil(LEEDS[LEEDS.index("[complaints]") :], "") == [("no_source", {})]


def test_a_file_that_is_no_toml_is_named(spoil: Spoil) -> None:
    ((code, values),) = spoil("needed = 3", "needed = ")

    assert code == "unreadable"
    assert "line 6" in str(values["error"])


def test_a_file_that_is_right_is_passed_over(spoil: Spoil) -> None:
    assert spoil("needed = 3", "needed = 3") == []


def test_a_file_that_is_missing_and_one_too_many_are_named(spoil: Spoil) -> None:
    spoil("Leeds", "Leeds")
    files = procedure_files.PROCEDURES
    (files / "leeds.toml").rename(files / "leds.toml")
    procedure_files.procedure.cache_clear()
    wrong = [(r.file, r.code) for r in check_areas(ON) if r.level is Level.WRONG]

    assert wrong == [("leeds.toml", "no_file"), ("leds.toml", "file_of_no_area")]


@pytest.mark.parametrize(("on", "stale"), [(date(2027, 11, 21), False), (date(2027, 11, 22), True)])
def test_a_page_is_stale_from_the_day_its_year_is_over(spoil: Spoil, on: date, stale: bool) -> None:
    spoil("Leeds", "Leeds")
    codes = {r.code for r in check_areas(on, Period(12, "month")) if r.file == "leeds.toml"}

    assert codes == ({"stale"} if stale else set())


def test_nothing_is_wrong_in_our_own_files_today() -> None:
    # The true day: whoever corrects an area puts the day they read the page.
    today = clock.today()

    assert [r for r in check_areas(today) if r.level is Level.WRONG] == []


def test_every_number_we_give_can_be_rung() -> None:
    numbers = [one.phone for one in ORGANISATIONS.values() if one.phone]

    assert numbers
    assert [number for number in numbers if not can_be_rung(number)] == []


def test_the_command_says_what_is_wrong_first_and_fails(
    spoil: Spoil, capsys: pytest.CaptureFixture[str]
) -> None:
    spoil("0113 222 4444", "0113 222")
    status = cli.main(["areas", "check", "--on", "2026-11-22"])
    lines = capsys.readouterr().out.splitlines()

    assert status == 1
    assert lines[3] == "  leeds.toml: The number 0113 222 cannot be rung. Look it up again."
    assert lines[-1].startswith("Areas: 318. Wrong: 1. To look at: ")


def test_the_command_passes_over_stale_pages_for_as_long_as_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = cli.main(["areas", "check", "--on", "2027-12-01", "--stale-after", "24"])
    in_two_years = capsys.readouterr().out
    cli.main(["areas", "check", "--on", "2027-12-01"])
    in_one_year = capsys.readouterr().out

    assert status == 0
    assert "Read it again" not in in_two_years
    assert in_one_year.count("Read it again") == 311


@pytest.mark.parametrize("months", ["0", "-3"])
def test_months_that_are_none_are_refused(months: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["areas", "check", "--stale-after", months]) == 2
    assert capsys.readouterr().err.strip() == words("cli")["bad_months"]


def test_the_table_counts_every_area_once() -> None:
    *regions, everywhere = coverage()

    assert everywhere.areas == sum(region.areas for region in regions) == 318
    for row in (*regions, everywhere):
        assert row.high + row.medium + row.low + row.unseen == row.areas


def test_the_table_in_the_docs_is_the_one_the_command_prints(
    capsys: pytest.CaptureFixture[str],
) -> None:
    cli.main(["areas", "table"])

    assert capsys.readouterr().out in Path("docs/areas.md").read_text("utf-8")
