"""`selfcheck screen`, as people type it."""

from __future__ import annotations

import csv
import io
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from selfcheck.caseload import engine
from selfcheck.caseload.layout import CaseloadError
from selfcheck.caseload.run import screen_list
from selfcheck.caseload.summary import summary
from selfcheck.cli import main
from selfcheck.review import ReviewOutcome
from tests.strategies import TODAY
from tools import build_caseload

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "caseload.csv"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_example_is_what_its_script_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build_caseload, "TO", tmp_path / "again.csv")
    build_caseload.main()

    assert (tmp_path / "again.csv").read_bytes() == EXAMPLE.read_bytes()
    assert len(read(EXAMPLE)) == 500


def test_a_list_is_screened_into_two_files_and_summed_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "out.csv"

    assert main(["screen", str(EXAMPLE), "-o", str(to), "--on", "2026-11-22"]) == 0
    cases, bad = read(to), read(tmp_path / "out.bad.csv")
    said = capsys.readouterr().out
    assert f"Cases: {len(cases)}" in said
    assert f"Rows that could not be used: {len(bad)}. They are in out.bad.csv" in said
    assert [row["reason"] for row in bad] == [
        "reported_month_first",
        "unknown_told",
        "happened_impossible_date",
        "no_reported_on",
        "unknown_area",
        "same_report_again",
        "no_case",
    ]


def test_those_who_must_act_soonest_come_first(tmp_path: Path) -> None:
    to = tmp_path / "out.parquet"
    main(["screen", str(EXAMPLE), "-o", str(to), "--on", "2026-11-22"])
    rows = pq.read_table(to).to_pylist()
    apply = [row["next_step_by"] for row in rows if row["next_step"].startswith("apply_arg")
             or row["next_step"] == "apply"]  # fmt: skip
    first = [row["next_step_by"] for row in rows][: len(apply)]

    assert apply == first == sorted(apply)
    assert all(row["days_left"] >= 0 for row in rows[: len(apply)])


def test_the_summary_counts_what_stands_in_the_result(tmp_path: Path) -> None:
    to = tmp_path / "out.parquet"
    main(["screen", str(EXAMPLE), "-o", str(to), "--on", "2026-11-22"])
    rows = pq.read_table(to)
    found = summary(rows, pq.read_table(tmp_path / "out.bad.parquet"))
    met = [row for row in rows.to_pylist() if row["outcome"] == "met"]

    assert found.outcomes[ReviewOutcome.MET] == len(met) > 0
    assert sum(found.outcomes.values()) == found.cases == len(rows)
    assert found.within == {days: sum(row["days_left"] <= days for row in met) for days in (14, 28)}
    assert sum(found.rejected.values()) == 7


def test_a_text_that_a_spreadsheet_would_run_is_guarded(tmp_path: Path) -> None:
    given, to = tmp_path / "in.csv", tmp_path / "out.csv"
    given.write_text('case,reported_on,told,happened_on\n"=1+1",2026-09-03,police,2026-09-02\n')
    main(["screen", str(given), "-o", str(to), "--on", "2026-11-22"])

    assert read(to)[0]["case"] == "'=1+1"


@pytest.mark.parametrize(
    ("given", "to", "says"),
    [
        ("name,when\n", "out.csv", "The columns are not known"),
        ("", "out.csv", "The file is empty"),
        ("case\n", "out.txt", "out.txt must end in .csv or .parquet"),
        ("case\n", "in.csv", "The list would be written over"),
        (None, "out.csv", "There is no file or folder"),
        ("case,told,reported_on,incident\n", "no/out.csv", "There is no file or folder"),
    ],
)
def test_what_cannot_be_screened_is_said_in_plain_lines(
    given: str | None,
    to: str,
    says: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if given is not None:
        (tmp_path / "in.csv").write_text(given)

    assert main(["screen", str(tmp_path / "in.csv"), "-o", str(tmp_path / to)]) == 2
    assert says in capsys.readouterr().err


def test_without_the_extra_the_command_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "selfcheck.caseload.command", None)

    assert main(["screen", str(EXAMPLE), "-o", str(tmp_path / "out.csv")]) == 2
    assert 'pip install "selfcheck[caseload]"' in capsys.readouterr().err


def test_a_list_that_is_too_long_for_the_memory_is_refused_in_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = "".join(f"C{n},police,2026-09-03,2026-09-02\n" for n in range(60_000))
    small = partial(engine.duckdb, memory="40MB")
    monkeypatch.setattr(engine, "duckdb", small)

    with pytest.raises(CaseloadError, match="too long for this computer"):
        screen_list(io.BytesIO(f"case,told,reported_on,happened_on\n{rows}".encode()), TODAY, TODAY)
