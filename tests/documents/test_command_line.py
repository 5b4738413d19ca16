"""`selfcheck letter`, `pack` and `reminders` write what the documents package makes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from selfcheck import cli, content, examples
from selfcheck.assessment import assess
from selfcheck.documents.letter import make_letter
from selfcheck.documents.pack import make_pack
from selfcheck.documents.reminders import make_reminders
from selfcheck.examples import TOLD_ON


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", TOLD_ON.isoformat())


def run(folder: Path, name: str, command: str, *options: str) -> tuple[int, Path]:
    """Run a command about an example; return its exit status and the file to be written."""
    case, made = folder / "case.json", folder / "made"
    case.write_bytes(examples.data(name))
    return cli.main([command, str(case), "-o", str(made), *options]), made


CASE = examples.load("one_short")
ASSESSMENT = assess(CASE, TOLD_ON)
NOT_A_DAY = (
    '--applied: "25.11.2026" is not a day between 1900 and 2100. '
    "Write it as year-month-day, such as 2026-11-22."
)


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("letter", make_letter(CASE, ASSESSMENT)),
        ("pack", make_pack(CASE, ASSESSMENT)),
        ("reminders", make_reminders(CASE, ASSESSMENT)),
    ],
)
def test_a_document_is_written_as_it_is_made(tmp_path: Path, command: str, expected: bytes) -> None:
    status, made = run(tmp_path, "one_short", command)

    assert status == 0
    assert made.read_bytes() == expected


def test_another_day_can_be_looked_at(tmp_path: Path) -> None:
    _, made = run(tmp_path, "one_short", "pack", "--on", "2026-12-24")

    assert made.read_bytes() == make_pack(CASE, assess(CASE, TOLD_ON.replace(month=12, day=24)))


def test_reminders_can_be_plain_and_know_of_an_application(tmp_path: Path) -> None:
    options = ("--plain", "--applied", "2026-11-25")

    _, made = run(tmp_path, "clearly_met", "reminders", *options)

    # Four weeks after the day, where the area counts no calendar days.
    assert b"SUMMARY:Ask about your case review" in made.read_bytes()
    assert b"DTSTART;VALUE=DATE:20261223" in made.read_bytes()


@pytest.mark.parametrize(
    ("name", "command", "options", "says"),
    [
        ("scotland", "letter", (), "There is no ASB Case Review to apply for here."),
        ("scotland", "reminders", (), content.words("reminders")["nothing"]),
        ("one_short", "reminders", ("--applied", "25.11.2026"), NOT_A_DAY),
    ],
)
def test_what_cannot_be_written_is_said_in_one_line(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    command: str,
    options: tuple[str, ...],
    says: str,
) -> None:
    status, made = run(tmp_path, name, command, *options)

    assert status == 2
    assert capsys.readouterr().err == f"{says}\n"
    assert not made.exists()


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _ = run(tmp_path, "one_short", "pack", "-o", str(tmp_path / "no" / "pack.pdf"))

    assert status == 2
    assert "pack.pdf cannot be written. Check its folder" in capsys.readouterr().err


def test_without_the_typesetter_it_says_how_to_get_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)

    status, _ = run(tmp_path, "one_short", "pack")

    assert status == 2
    assert 'pip install "selfcheck[pack]"' in capsys.readouterr().err


def test_checking_a_case_loads_nothing_that_documents_need() -> None:
    program = "import json, sys, selfcheck.cli; print(json.dumps(sorted(sys.modules)))"

    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )

    assert {"typst", "icalendar", "docx", "lxml"}.isdisjoint(json.loads(done.stdout))
