"""Every way a case file can be broken gives plain sentences, and costs nothing else.

`tests/cases/broken/` holds the files, `tests/cases/broken.toml` what is said of each.
"""

from __future__ import annotations

import json
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from selfcheck import cli
from selfcheck.casefile import (
    MAX_BYTES,
    CaseFileError,
    Opened,
    Problem,
    open_case,
    open_what_can_be_read,
)
from selfcheck.content import words

OPENED_ON = date(2026, 11, 22)
HERE = Path(__file__).with_name("cases")
TABLE = tomllib.loads(HERE.joinpath("broken.toml").read_text("utf-8"))


@dataclass(frozen=True)
class Broken:
    """One broken file: what it says, and the ids of the incidents that still open."""

    name: str
    data: bytes
    says: tuple[str, ...]
    opens: tuple[str, ...] | None


def many_incidents(count: int) -> bytes:
    incidents = [{"id": f"i{number}", "date": "2026-10-03"} for number in range(count)]
    return json.dumps({"format": "selfcheck-case", "version": 1, "incidents": incidents}).encode()


def of_size(size: int) -> bytes:
    """Return a good case file of exactly so many bytes, filled up with spaces."""
    return b'{"format": "selfcheck-case", "version": 1}'.ljust(size)


# Too large to keep: they are written here, and their sentences stand in the table too.
MADE = {
    "one_byte_more_than_2_mb": of_size(MAX_BYTES + 1),
    "two_thousand_and_one_incidents": many_incidents(2_001),
    "nine_hundred_thousand_lists": b'{"answers": ' + b"[" * 900_000 + b"]" * 900_000 + b"}",
}
ALL = tuple(
    Broken(
        name,
        MADE[name] if name in MADE else HERE.joinpath("broken", name).read_bytes(),
        tuple(told["says"]),
        tuple(told["opens"]) if "opens" in told else None,
    )
    for name, told in TABLE.items()
)


def named(broken: Broken) -> str:
    return broken.name


def problems_of(data: bytes) -> tuple[Problem, ...]:
    try:
        return open_what_can_be_read(data, OPENED_ON).problems
    except CaseFileError as error:
        return error.problems


def test_every_broken_file_has_its_sentences_and_every_sentence_a_file() -> None:
    assert {path.name for path in HERE.joinpath("broken").iterdir()} | set(MADE) == set(TABLE)
    assert len(ALL) == 58
    assert all(broken.says for broken in ALL)


@pytest.mark.parametrize("broken", ALL, ids=named)
def test_what_is_wrong_is_said_in_these_words(broken: Broken) -> None:
    assert tuple(problem.says() for problem in problems_of(broken.data)) == broken.says


@pytest.mark.parametrize("broken", ALL, ids=named)
def test_one_fault_never_loses_the_rest(broken: Broken) -> None:
    opened: Opened | None
    try:
        opened = open_what_can_be_read(broken.data, OPENED_ON)
    except CaseFileError:
        opened = None

    still_open = tuple(i.id for i in opened.case.incidents) if opened else None
    assert still_open == broken.opens


@pytest.mark.parametrize("broken", ALL, ids=named)
def test_a_case_that_must_open_whole_is_refused(broken: Broken) -> None:
    with pytest.raises(CaseFileError) as refused:
        open_case(broken.data, OPENED_ON)

    assert str(refused.value).splitlines() == list(broken.says)


@pytest.mark.parametrize("broken", ALL, ids=named)
def test_the_command_line_says_it_plainly_and_exits_with_2(
    broken: Broken,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", OPENED_ON.isoformat())
    file = tmp_path / "case.json"
    file.write_bytes(broken.data)

    status = cli.main(["check", str(file)])

    printed = capsys.readouterr()
    assert status == 2
    assert printed.out == ""
    assert printed.err.splitlines() == list(broken.says)


# ---- the sentences themselves ----------------------------------------------------


@pytest.mark.parametrize("broken", ALL, ids=named)
def test_each_sentence_is_whole_and_shows_no_code(broken: Broken) -> None:
    for sentence in broken.says:
        assert sentence.endswith(".")
        assert not re.search(
            r"Traceback|Error|pydantic|NoneType|\{[a-z_]+\}|[A-Za-z]+\(\)", sentence
        )
        assert sentence.isprintable()


def test_every_code_has_words_and_every_word_was_said_here() -> None:
    said = {problem.code for broken in ALL for problem in problems_of(broken.data)}

    # "unreadable" waits for a fault nobody has thought of; documents/test_bundle.py says
    # what is said of a zip.
    others = {"unreadable", "zip_damaged", "zip_too_large", "zip_without_case"}

    assert said | others == set(words("problems")) - {"places"}


def test_a_fault_nobody_has_thought_of_still_has_words() -> None:
    told = Problem("unreadable", ("incidents", 4, "reports", 1, "response")).says()

    assert told == "Incident 5, report 2, response: This cannot be read. Type it again."
