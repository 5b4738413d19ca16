"""The command line: start the app, or get the same answer from a file.

Errors go to standard error in plain lines; exit status 2. Nothing here imports
Streamlit until the app is started.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path

from selfcheck import areas, content
from selfcheck.as_json import assessment_as_json
from selfcheck.assessment import assess
from selfcheck.case import Case
from selfcheck.casefile import MAX_BYTES, CaseFileError, open_case

BAD_INPUT = 2
LATEST_DAY = date(2100, 12, 31)


class _BadInputError(Exception):
    """Something a person gave that cannot be used; its text is for them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 2 for input that cannot be used."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal without some of our letters shows a question mark for them.
        sys.stdout.reconfigure(errors="replace")
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except _BadInputError as error:
        print(error, file=sys.stderr)
        return BAD_INPUT
    except CaseFileError as error:
        for problem in error.problems:
            print(problem.says(), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # The reader, such as `head`, has what it wanted.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _parser() -> argparse.ArgumentParser:
    words = content.words("cli")
    parser = argparse.ArgumentParser(prog="selfcheck", description=words["description"])
    parser.set_defaults(command=_start)
    commands = parser.add_subparsers(title=words["commands"], metavar="")

    demo = commands.add_parser("demo", help=words["demo"])
    demo.set_defaults(command=_demo)

    check = commands.add_parser("check", help=words["check"])
    check.add_argument("case", metavar="CASE.json", type=Path, help=words["case"])
    check.add_argument("--on", metavar="DATE", help=words["on"])
    check.add_argument("--json", action="store_true", help=words["json"])
    check.set_defaults(command=_check)

    area = commands.add_parser("area", help=words["area"])
    area.add_argument("query", metavar="NAME_OR_POSTCODE", help=words["query"])
    area.add_argument("--json", action="store_true", help=words["json"])
    area.set_defaults(command=_area)

    schema = commands.add_parser("schema", help=words["schema"])
    schema.set_defaults(command=_schema)
    return parser


# ---- the app ---------------------------------------------------------------------


def _start(_: argparse.Namespace) -> int:
    return _run_app({})


def _demo(_: argparse.Namespace) -> int:
    return _run_app({"SELFCHECK_DEMO": "1"})


def _run_app(settings: dict[str, str]) -> int:
    """Start the app as `streamlit run app.py` does, and return its exit status."""
    command = [sys.executable, "-m", "streamlit", "run", str(app_file())]
    try:
        # Nobody else on the network reaches it unless whoever starts it says so.
        local = {"STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
        return subprocess.call(command, env={**local, **os.environ, **settings})
    except KeyboardInterrupt:
        return 0


def app_file() -> Path:
    """Return app.py: inside an installed package, else at the top of a checkout."""
    here = Path(__file__).resolve().parent
    places = (here / "app.py", here.parents[1] / "app.py")
    found = next((place for place in places if place.is_file()), None)
    if found is None:
        raise _BadInputError(content.words("cli")["no_app"])
    return found


# ---- the same answers without it ---------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    today = _today()
    case = open_case(_read(options.case), today)
    assessment = assess(case, _day(options.on, today))
    if options.json:
        _print_json(assessment_as_json(assessment))
    else:
        from selfcheck.report import print_report

        print_report(assessment)
    return 0


def _area(options: argparse.Namespace) -> int:
    from selfcheck.report import area_as_json, print_areas

    found = areas.find(options.query, _today())
    if options.json:
        _print_json(area_as_json(found))
    elif found.areas:
        print_areas(found)
    else:
        raise _BadInputError(" ".join(content.say("areas", reason) for reason in found.reasons()))
    return 0 if found.areas else BAD_INPUT


def _schema(_: argparse.Namespace) -> int:
    _print_json(Case.model_json_schema())
    return 0


def _read(path: Path) -> bytes:
    words = content.words("cli")
    try:
        with path.open("rb") as file:
            # One byte too many is enough to see that a file is too large.
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _BadInputError(words["no_file"].format(path=path)) from None
    except OSError:
        raise _BadInputError(words["unreadable_file"].format(path=path)) from None


def _day(given: str | None, today: date) -> date:
    if given is None:
        return today
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise _BadInputError(content.words("cli")["bad_day"].format(given=given[:40])) from None
    if not date(1900, 1, 1) <= day <= LATEST_DAY:
        raise _BadInputError(content.words("cli")["bad_day"].format(given=given[:40]))
    return day


def _today() -> date:
    """Return the day in the United Kingdom, near enough: this is the only clock here."""
    return datetime.now(UTC).astimezone().date()


def _print_json(value: object) -> None:
    every_letter = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not every_letter, indent=1))


if __name__ == "__main__":
    sys.exit(main())
