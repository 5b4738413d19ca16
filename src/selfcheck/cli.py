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
from datetime import date
from io import TextIOWrapper
from pathlib import Path

from selfcheck import areas, clock, content
from selfcheck.as_json import assessment_as_json
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.casefile import MAX_BYTES, CaseFileError, open_case
from selfcheck.caseload import options as screening
from selfcheck.periods import Period

BAD_INPUT = 2
LATEST_DAY = date(2100, 12, 31)

_Command = Callable[[argparse.Namespace], int]


class _BadInputError(Exception):
    """Something a person gave that cannot be used; its text is for them."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0, or 2 for input that cannot be used."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        # A terminal without some of our letters shows a question mark for them.
        sys.stdout.reconfigure(errors="replace")
    command: _Command = options.command
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

    commands.add_parser("demo", help=words["demo"]).set_defaults(command=_demo)

    check = _about_a_case(commands, "check", _check)
    shown = check.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help=words["json"])
    shown.add_argument("--trace", action="store_true", help=words["trace"])

    for name, command in (("letter", _letter), ("pack", _pack), ("reminders", _reminders)):
        document = _about_a_case(commands, name, command)
        document.add_argument(
            "-o", dest="to", metavar="FILE", type=Path, required=True, help=words["to"]
        )
    document.add_argument("--applied", metavar="DATE", help=words["applied"])
    document.add_argument("--plain", action="store_true", help=words["plain"])

    area = commands.add_parser("area", help=words["area"])
    area.add_argument("query", metavar="NAME_OR_POSTCODE", help=words["query"])
    area.add_argument("--json", action="store_true", help=words["json"])
    area.set_defaults(command=_area)

    _about_the_areas(commands)

    screening.add_command(commands, _screen)
    commands.add_parser("schema", help=words["schema"]).set_defaults(command=_schema)
    return parser


def _about_a_case(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, command: _Command
) -> argparse.ArgumentParser:
    """Return a new command that takes a case file and the day to look at."""
    words = content.words("cli")
    parser = commands.add_parser(name, help=words[name])
    parser.add_argument("case", metavar="CASE.json", type=Path, help=words["case"])
    parser.add_argument("--on", metavar="DATE", help=words["on"])
    parser.set_defaults(command=command)
    return parser


def _about_the_areas(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command for those who keep the areas' files right."""
    words = content.words("cli")
    kinds = commands.add_parser("areas", help=words["areas"]).add_subparsers(
        title=words["commands"], metavar="", required=True
    )
    check = kinds.add_parser("check", help=words["areas_check"])
    check.add_argument("--on", metavar="DATE", help=words["on"])
    check.add_argument(
        "--stale-after", metavar="MONTHS", type=int, default=12, help=words["stale_after"]
    )
    check.set_defaults(command=_check_areas)
    table = kinds.add_parser("table", help=words["areas_table"])
    table.set_defaults(command=_area_table)


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
    case, assessment = _assessed(options)
    if options.json:
        _print_json(assessment_as_json(case, assessment))
    elif options.trace:
        from selfcheck.trace import as_text

        print(as_text(case, assessment), end="")
    else:
        from selfcheck.report import print_report

        print_report(case, assessment)
    return 0


def _assessed(options: argparse.Namespace) -> tuple[Case, Assessment]:
    """Return the case of a file and its assessment on the day asked for, else today."""
    today = clock.today()
    case = open_case(_read(options.case), today)
    return case, assess(case, _day(options.on, today))


def _area(options: argparse.Namespace) -> int:
    from selfcheck.report import area_as_json, print_areas

    today = clock.today()
    found = areas.find(options.query, today)
    if options.json:
        _print_json(area_as_json(found))
    elif found.areas:
        print_areas(found, today)
    else:
        raise _BadInputError(" ".join(content.say("areas", reason) for reason in found.reasons()))
    return 0 if found.areas else BAD_INPUT


def _check_areas(options: argparse.Namespace) -> int:
    """Print what is wrong in the areas' files; exit status 1 where something is."""
    from selfcheck.areas.checking import Level, check_areas
    from selfcheck.areas_report import as_lines

    on = _day(options.on, clock.today())
    if options.stale_after < 1:
        raise _BadInputError(content.words("cli")["bad_months"])
    remarks = list(check_areas(on, Period(options.stale_after, "month")))
    print("\n".join(as_lines(remarks, on)))
    return int(any(remark.level is Level.WRONG for remark in remarks))


def _area_table(_: argparse.Namespace) -> int:
    from selfcheck.areas.coverage import coverage
    from selfcheck.areas_report import as_table

    print("\n".join(as_table(coverage())))
    return 0


def _screen(options: argparse.Namespace) -> int:
    today = clock.today()
    if problem := screening.screen(options, _day(options.on, today), today):
        raise _BadInputError(problem)
    return 0


def _schema(_: argparse.Namespace) -> int:
    _print_json(Case.model_json_schema())
    return 0


# ---- documents -------------------------------------------------------------------


def _letter(options: argparse.Namespace) -> int:
    from selfcheck.documents.letter import NoLetter, make_letter

    try:
        return _write(options.to, make_letter(*_assessed(options)))
    except NoLetter as none:
        raise _BadInputError(none.says()) from None


def _pack(options: argparse.Namespace) -> int:
    from selfcheck.documents.pack import make_pack
    from selfcheck.documents.typeset import PdfNotInstalledError

    try:
        return _write(options.to, make_pack(*_assessed(options)))
    except PdfNotInstalledError:
        raise _BadInputError(content.words("cli")["no_pdf"]) from None


def _reminders(options: argparse.Namespace) -> int:
    from selfcheck.documents.reminders import make_reminders

    case, assessment = _assessed(options)
    applied_on = _day(options.applied, assessment.on, "--applied") if options.applied else None
    made = make_reminders(case, assessment, plain=options.plain, applied_on=applied_on)
    if made is None:
        raise _BadInputError(content.words("reminders")["nothing"])
    return _write(options.to, made)


def _write(path: Path, data: bytes) -> int:
    try:
        path.write_bytes(data)
    except OSError:
        raise _BadInputError(content.words("cli")["unwritable_file"].format(path=path)) from None
    return 0


# ---- reading what was given --------------------------------------------------------


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


def _day(given: str | None, today: date, option: str = "--on") -> date:
    if given is None:
        return today
    refused = content.words("cli")["bad_day"].format(option=option, given=given[:40])
    try:
        day = date.fromisoformat(given)
    except ValueError:
        raise _BadInputError(refused) from None
    if not date(1900, 1, 1) <= day <= LATEST_DAY:
        raise _BadInputError(refused)
    return day


def _print_json(value: object) -> None:
    every_letter = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print(json.dumps(value, ensure_ascii=not every_letter, indent=1))


if __name__ == "__main__":
    sys.exit(main())
