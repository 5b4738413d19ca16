"""`selfcheck screen` as the command line offers it. Nothing heavy is imported until it runs."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path

from selfcheck import content

ENGINES = ("duckdb", "spark")


def add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    command: Callable[[argparse.Namespace], int],
) -> None:
    """Add the command to those of `selfcheck`."""
    words = content.words("caseload")["command"]
    parser = commands.add_parser("screen", help=words["screen"])
    parser.add_argument("list", metavar="COMPLAINTS", type=Path, help=words["list"])
    parser.add_argument("-o", dest="to", metavar="FILE", type=Path, required=True, help=words["to"])
    parser.add_argument("--rejected", metavar="FILE", type=Path, help=words["rejected"])
    parser.add_argument("--on", metavar="DATE", help=words["on"])
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help=words["engine"])
    parser.set_defaults(command=command)


def screen(options: argparse.Namespace, on: date, today: date) -> str | None:
    """Screen a list, print its summary, and return what went wrong, or None."""
    words = content.words("caseload")["command"]
    try:
        from selfcheck.caseload.command import Screening, run
        from selfcheck.caseload.layout import CaseloadError

        asked = Screening(options.list, options.to, options.rejected, options.engine)
        print("\n".join(run(asked, on, today)))
    except ModuleNotFoundError as missing:
        part = "spark" if (missing.name or "").startswith("pyspark") else "caseload"
        return str(words["not_installed"]).format(part=part)
    except OSError as problem:
        code = "no_file" if isinstance(problem, FileNotFoundError) else "file_refused"
        return str(words[code]).format(path=problem.filename)
    except CaseloadError as refused:
        return str(refused)
    return None
