"""The rules of the house that no linter knows."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
CORE = ROOT / "src" / "selfcheck"
PAGES = sorted((ROOT / "pages").glob("*.py"))
MODULES = [*sorted(CORE.rglob("*.py")), ROOT / "app.py", *PAGES]
LOCKS = tuple(ROOT / f"requirements{which}.txt" for which in ("", "-dev", "-spark"))


def where(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def our_files() -> Iterator[Path]:
    """Yield every file of the project, leaving out what .gitignore names. Needs no git."""
    ignored = [".git/", *(ROOT / ".gitignore").read_text("utf-8").split()]
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not _matches(f"{name}/", ignored)]
        yield from (Path(folder, name) for name in names if not _matches(name, ignored))


def _matches(name: str, patterns: list[str]) -> bool:
    return any(fnmatch(name, pattern) for pattern in patterns)


# Imports


HEAVY = {"streamlit", "pandas", "plotly", "ibis", "duckdb", "pyarrow", "pyspark"}


@pytest.mark.parametrize("module", ["selfcheck", "selfcheck.assessment", "selfcheck.cli"])
def test_the_core_and_the_command_line_start_without_the_heavy_libraries(module: str) -> None:
    program = f"import json, sys, {module}; print(json.dumps(sorted(sys.modules)))"

    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True
    )

    assert HEAVY.isdisjoint(json.loads(run.stdout))


def imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_streamlit_stays_in_the_app_the_pages_and_the_web_package(module: Path) -> None:
    may = module.parent in (ROOT, ROOT / "pages") or CORE / "web" in module.parents

    assert may or "streamlit" not in imported(module)


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_plotly_stays_in_the_charts_and_the_pages(module: Path) -> None:
    may = module.parent == ROOT / "pages" or CORE / "charts" in (
        module.with_suffix(""),
        *module.parents,
    )

    assert may or "plotly" not in imported(module)


# The clock

CLOCK = {"today", "now", "utcnow", "fromtimestamp", "localtime", "gmtime"}
CLOCK_OWNERS = {"date", "datetime", "time"}


def clock_readings(module: Path) -> list[int]:
    """Return the lines that ask what day or time it is now."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCK
        and ast.unparse(node.value).rpartition(".")[2] in CLOCK_OWNERS
    ]


def test_one_module_reads_the_clock_in_one_place() -> None:
    readings = {where(path): lines for path in MODULES if (lines := clock_readings(path))}

    assert [Path(name).stem for name in readings] == ["clock"], readings
    assert all(len(lines) == 1 for lines in readings.values()), readings


def test_only_the_faces_ask_for_today() -> None:
    askers = [
        where(path) for path in MODULES if re.search(r"\bclock\.today\(", path.read_text("utf-8"))
    ]

    assert {Path(name).name for name in askers} == {"cli.py", "state.py"}


def test_reading_the_clock_is_noticed(tmp_path: Path) -> None:
    module = tmp_path / "rule.py"
    module.write_text("import datetime\nx = datetime.date.today()\ny = datetime.datetime.now()\n")

    assert clock_readings(module) == [2, 3]


# Sizes


@pytest.mark.parametrize("module", MODULES, ids=where)
def test_a_module_can_be_read_at_one_sitting(module: Path) -> None:
    limit = 60 if module in PAGES else 300

    assert len(module.read_text("utf-8").splitlines()) <= limit


# What the repository may hold

# Put together here so that this file does not hold them itself.
REGISTRIES = ["pypi" + ".org", "pythonhosted" + ".org", "registry." + "npmjs" + ".org"]
# A path of one machine, not the path part of a web address.
MACHINE_PATH = re.compile(r"(?<![\w./:-])/(?:home|opt|root|tmp|work|Users)/\w")


def machine_traces(text: str) -> list[str]:
    """Return the registry hosts and machine paths that a text names."""
    return [host for host in REGISTRIES if host in text] + MACHINE_PATH.findall(text)


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    texts = {where(path): path.read_bytes().decode("utf-8", "ignore") for path in our_files()}

    assert "src/selfcheck/case.py" in texts
    assert {name: found for name, text in texts.items() if (found := machine_traces(text))} == {}


def test_a_trace_of_a_machine_is_noticed() -> None:
    home = "see /" + "home/ada/notes"

    assert machine_traces(home) == ["/" + "home/a"]
    assert machine_traces("https://council.example/" + "home/asb") == []
    assert machine_traces("https://" + REGISTRIES[0]) == [REGISTRIES[0]]


# Requirements


def locked(lock: Path) -> Iterator[Requirement]:
    """Yield each requirement of a requirements file."""
    joined = lock.read_text("utf-8").replace("\\\n", " ")
    for line in joined.splitlines():
        if not line.startswith("#"):
            yield Requirement(line.partition(" --hash")[0])


def pinned(lock: Path) -> dict[tuple[str, str], str]:
    """Return each (name, marker) of a requirements file with its version."""
    return {(canonicalize_name(it.name), str(it.marker)): str(it.specifier) for it in locked(lock)}


@pytest.mark.parametrize("lock", LOCKS, ids=where)
def test_every_requirement_is_pinned_hashed_and_free_of_addresses(lock: Path) -> None:
    lines = lock.read_text("utf-8").replace("\\\n", " ").splitlines()
    shape = re.compile(
        r"[\w.-]+(\[[\w,-]+\])?==[\w.]+( ; [^#]+?)?\s+(--hash=sha256:[0-9a-f]{64}\s*)+"
    )

    assert lines
    assert [x for x in lines if not x.startswith("#") and not shape.fullmatch(x)] == []
    assert "://" not in lock.read_text("utf-8")


def test_the_tests_run_on_the_versions_that_people_run() -> None:
    run, test, spark = (pinned(lock) for lock in LOCKS)

    assert run.items() <= test.items() <= spark.items()


def test_an_extra_that_a_package_wants_stands_beside_its_pin() -> None:
    """The pip that comes with Python 3.11 finds a pin without it only while it is the newest."""
    here = [it for it in locked(LOCKS[1]) if it.marker is None or it.marker.evaluate()]
    extras = {canonicalize_name(it.name): it.extras for it in here}
    wanted = [Requirement(line) for name in extras for line in requires(name) or ()]

    assert [
        str(it)
        for it in wanted
        if it.extras
        and (it.marker is None or it.marker.evaluate({"extra": ""}))
        and not it.extras <= extras[canonicalize_name(it.name)]
    ] == []


def test_the_locks_hold_a_fitting_version_of_every_direct_dependency() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]

    def wanted_by(*names: str) -> list[str]:
        return [requirement for name in names for requirement in extras[name]]

    wanted = {
        LOCKS[0]: [*project["dependencies"], *wanted_by("build", "pack", "caseload")],
        LOCKS[1]: [*project["dependencies"], *wanted_by(*(extras.keys() - {"spark"}))],
        LOCKS[2]: [*project["dependencies"], *wanted_by(*extras)],
    }

    for lock, requirements in wanted.items():
        versions = {name: version[2:] for (name, _), version in pinned(lock).items()}
        for requirement in map(Requirement, requirements):
            assert requirement.specifier.contains(versions[canonicalize_name(requirement.name)])


# The wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Return the names in a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory"]
    subprocess.run([*build, str(folder)], cwd=ROOT, capture_output=True, check=True)
    (built,) = folder.glob("*.whl")
    return set(zipfile.ZipFile(built).namelist())


def test_a_wheel_carries_the_app_every_page_and_the_settings(wheel: set[str]) -> None:
    pages = {f"selfcheck/pages/{page.name}" for page in PAGES}

    assert pages
    assert {"selfcheck/app.py", "selfcheck/.streamlit/config.toml"} | pages <= wheel


def test_a_wheel_carries_all_words_and_data(wheel: set[str]) -> None:
    ours = {
        path.relative_to(CORE.parent).as_posix() for path in our_files() if CORE in path.parents
    }

    assert any(name.startswith("selfcheck/content/") for name in ours)
    assert any(name.startswith("selfcheck/areas/") for name in ours)
    assert ours <= wheel
