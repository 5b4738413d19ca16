"""What the README and the docs tell people to type does what they say."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from selfcheck import areas, cli
from selfcheck.examples import data
from tools.screenshots import TAKEN

README = Path("README.md")
PAGES = [README, Path("CONTRIBUTING.md"), *sorted(Path("docs").rglob("*.md"))]
LINKED = [*PAGES, Path("CHANGELOG.md"), Path("src/selfcheck/areas/README.md")]
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\$ )?((?:selfcheck|make)\b.*?)(?:  .*| +#.*)?$")
INLINE = re.compile(r"`((?:\.venv/bin/)?(?:selfcheck|make) [a-z][^`\n]*)`")

# These start the app, or run all tests: the browser tests and `.ci/run` run them.
STARTED_ELSEWHERE = {"selfcheck", "selfcheck demo", "make run", "make test"}
ADDRESS = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)]*))?\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\((docs/pictures/[^)]+)\)")


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


def anchors(page: Path) -> set[str]:
    """Return what may stand after # in a link to a page, as hosts of repositories make it."""
    text = FENCE.sub("", page.read_text("utf-8"))
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    plain = (re.sub(r"[^\w\s-]", "", heading.lower()) for heading in headings)
    return {heading.strip().replace(" ", "-") for heading in plain}


def dead_links(page: Path) -> list[str]:
    """Return the links of a page that lead to no file of ours, or to no heading in one."""
    dead = []
    for found in ADDRESS.finditer(page.read_text("utf-8")):
        to = page.parent / found[1] if found[1] else page
        if not to.exists() or (found[2] and found[2] not in anchors(to)):
            dead.append(found[0])
    return dead


@pytest.mark.parametrize("page", LINKED, ids=str)
def test_every_link_inside_the_project_leads_somewhere(page: Path) -> None:
    assert dead_links(page) == []


def test_a_link_to_no_file_or_no_heading_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A, b\n[x](gone.md) [x](#a-b) [x](page.md#c) [x](https://example.org)")

    assert dead_links(page) == ["](gone.md)", "](page.md#c)"]


def test_every_decision_has_its_record_and_its_line_in_order() -> None:
    folder = Path("docs/decisions")
    listed = re.findall(
        r"^(\d+)\. \[(.+)\]\((.+)\)$", (folder / "README.md").read_text(), re.MULTILINE
    )
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))

    assert [name for _, _, name in listed] == records
    for place, (number, title, name) in enumerate(listed, start=1):
        assert (int(number), int(name[:3])) == (place, place)
        assert (folder / name).read_text("utf-8").startswith(f"# {number}. {title}\n\n")


# The README's pictures and figures


def test_the_readme_shows_the_pictures_that_are_taken_and_no_others() -> None:
    shown = PICTURE.findall(README.read_text("utf-8"))
    taken = [f"docs/pictures/{picture.name}.png" for picture in TAKEN]

    assert [address for _, address in shown] == taken
    assert sorted(map(str, Path("docs/pictures").glob("*.png"))) == sorted(taken)
    assert all(len(words.split()) > 5 for words, _ in shown)
    assert all(Path(address).stat().st_size < 150_000 for address in taken)


def test_the_readme_counts_the_published_cases_and_the_areas_right() -> None:
    text = README.read_text("utf-8")
    cases = json.loads(Path("tests/cases/published.json").read_text("utf-8"))
    kinds = Counter(case["kind"] for case in cases)
    rows = [int(number) for number in re.findall(r"^\| [^|]+ \| (\d+) \|", text, re.MULTILINE)]

    assert f"[{len(cases)} published\ncases]" in text
    assert rows == [kinds["counting"], kinds["classification"], kinds["review"]]
    assert f"{len(areas.all_areas())} areas with source" in text
