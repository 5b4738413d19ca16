"""What a fresh process costs: nothing imported, nothing cached in memory."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

from bench.diaries import AS_OF


def import_from_cold() -> None:
    """Start Python and import the package, no more."""
    _run(sys.executable, "-c", "import selfcheck")


def check_from_cold() -> None:
    """Start the command line and check the first of the examples that come with it."""
    examples = sorted(
        (entry for entry in files("selfcheck.examples").iterdir() if entry.name.endswith(".json")),
        key=lambda entry: entry.name,
    )
    command = Path(sys.executable).with_name("selfcheck")
    with as_file(examples[0]) as example:
        _run(str(command), "check", str(example), "--on", AS_OF.isoformat(), "--json")


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
