"""What the README and the docs tell people to type does what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from selfcheck import cli
from selfcheck.examples import data

PAGES = [Path("README.md"), Path("CONTRIBUTING.md"), *sorted(Path("docs").rglob("*.md"))]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?((?:selfcheck|make)\b.*?)(?:  .*| +#.*)?$")
INLINE = re.compile(r"`((?:\.venv/bin/)?(?:selfcheck|make) [a-z][^`\n]*)`")

# These start the app, or run all tests: the browser tests and `.ci/run` run them.
STARTED_ELSEWHERE = {"selfcheck", "selfcheck demo", "make run", "make test"}
ADDRESS = re.compile(r"\]\((?!https?:)([^)#]+)(#[^)]*)?\)")


def commands() -> Iterator[str]:
    """Yield every command the pages name, each once."""
    seen = set()
    for page in PAGES:
        text = page.read_text("utf-8")
        named = [
            COMMAND.match(line) for _, code in FENCE.findall(text) for line in code.split("\n")
        ]
        told = [found[1].strip() for found in named if found] + INLINE.findall(text)
        seen |= {command.removeprefix(".venv/bin/") for command in told}
    yield from sorted(seen - STARTED_ELSEWHERE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a case file and a list of reports in it, and go there."""
    for name in ("complaints.csv", "LIST.csv"):
        (tmp_path / name).write_bytes(Path("examples/caseload.csv").read_bytes())
    columns = ("case", "told", "reported_on", "happened_on")
    table = pa.table({column: ["2026-09-03"] for column in columns})
    pq.write_table(table, tmp_path / "complaints.parquet")
    (tmp_path / "case.json").write_bytes(data("clearly_met"))
    (tmp_path / "CASE.json").write_bytes(data("clearly_met"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SELFCHECK_TODAY", "2026-11-22")
    return tmp_path


@pytest.mark.parametrize("command", [c for c in commands() if c.startswith("selfcheck")])
def test_a_command_does_what_the_page_says(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = set(folder.iterdir())
    status = cli.main(shlex.split(command)[1:])
    written = set(folder.iterdir()) - before

    assert status == 0, capsys.readouterr().err
    assert capsys.readouterr().out or written


@pytest.mark.parametrize("command", [c for c in commands() if c.startswith("make")])
def test_a_make_target_stands_in_the_makefile(command: str) -> None:
    target = command.split()[1]

    assert re.search(rf"^{target}:", Path("Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_python_of_the_readme_runs(folder: Path) -> None:
    root = Path(__file__).parents[1]
    (program,) = [
        code
        for kind, code in FENCE.findall((root / "README.md").read_text("utf-8"))
        if kind == "python"
    ]
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(root / "src")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stderr, done.stdout) == ("", "met 2027-02-23\n")


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    links = [found[1] for found in ADDRESS.finditer(page.read_text("utf-8"))]

    assert [link for link in links if not (page.parent / link).exists()] == []
