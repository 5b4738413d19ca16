"""The page that says how it is built names what is there, in words and in its picture."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

PAGES = [Path("docs/architecture.md"), Path("docs/rules.md"), Path("docs/law-watch.md")]
PICTURE = Path("docs/pictures/architecture.svg")
NAMED = re.compile(r"[\w/]+(?:\.(?:py|toml|js|csv)|/)(?![\w/])")


def named(text: str) -> set[str]:
    """Return the files and folders of ours that a text names."""
    return set(NAMED.findall(text))


def exists(name: str) -> bool:
    """Say whether a name stands in the package, or in the project."""
    return any((root / name).exists() for root in (Path("src/selfcheck"), Path()))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_file_a_page_names_is_there(page: Path) -> None:
    names = named(" ".join(re.findall(r"`([^`\n]+)`", page.read_text("utf-8"))))

    assert len(names) > 3
    assert [name for name in names if not exists(name)] == []


def test_every_file_the_picture_names_is_there() -> None:
    names = named(re.sub(r"<[^>]+>", " ", PICTURE.read_text("utf-8")))

    assert {"assessment.py", "caseload/", "web/"} <= names
    assert [name for name in names if not exists(name)] == []


def test_the_table_of_layers_is_the_one_the_linter_holds() -> None:
    contracts = tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    (layers,) = (c["layers"] for c in contracts["contracts"] if c["type"] == "layers")
    rows = re.findall(r"^\| ((?:`\w+` ?)+)\|", PAGES[0].read_text("utf-8"), re.MULTILINE)

    assert [re.findall(r"\w+", row) for row in rows] == [re.findall(r"\w+", row) for row in layers]
