"""The command line: the same answers from a file, and plain lines for wrong input."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from selfcheck import areas, cli, content
from selfcheck.case import Case
from selfcheck.casefile import open_case
from selfcheck.examples import EXAMPLES, TOLD_ON, data
from tests.check_json import Printed

ON = "2026-11-22"


class Run(NamedTuple):
    status: int
    out: str
    err: str


Selfcheck = Callable[..., Run]


@pytest.fixture
def selfcheck(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Selfcheck:
    """Return a way to run a command on 22 November 2026 in this process."""
    monkeypatch.setenv("SELFCHECK_TODAY", TOLD_ON.isoformat())

    def run(*arguments: str) -> Run:
        try:
            status = cli.main(arguments)
        except SystemExit as refused:
            status = int(refused.code or 0)
        return Run(status, *capsys.readouterr())

    return run


@pytest.fixture
def example(tmp_path: Path) -> Callable[[str], str]:
    """Return a way to lay an example down as a file."""

    def lay(name: str) -> str:
        file = tmp_path / f"{name}.json"
        file.write_bytes(data(name))
        return str(file)

    return lay


Lay = Callable[[str], str]


# ---- check -----------------------------------------------------------------------

TOP = ["as_of", "rules", "urgent", "findings", "review", "report_to", "support"]
FINDING = {"label", "outcome", "conditions", "missing", "sources"}
REVIEW = {
    "outcome",
    "area",
    "procedure",
    "complaints",
    "counts",
    "routes",
    "met_from",
    "apply_by",
    "lapsed_on",
    "stretches",
    "conditions",
    "next_steps",
}


@pytest.mark.parametrize("name", EXAMPLES)
def test_check_prints_the_json_it_promises(name: str, selfcheck: Selfcheck, example: Lay) -> None:
    ran = selfcheck("check", example(name), "--json", "--on", ON)
    printed = json.loads(ran.out)

    assert (ran.status, ran.err) == (0, "")
    assert list(printed) == TOP
    assert set(printed["review"]) >= REVIEW
    assert all(set(finding) >= FINDING for finding in printed["findings"])
    assert Printed.model_validate_json(ran.out).as_of == ON


def test_check_prints_the_dates_of_the_case(selfcheck: Selfcheck, example: Lay) -> None:
    printed = json.loads(selfcheck("check", example("clearly_met"), "--json").out)
    review = printed["review"]

    assert printed["rules"] == "2014-act/2026-06-29"
    assert review["outcome"] == "met"
    assert review["area"] == "E08000003"
    assert review["met_from"] == "2026-08-23"
    assert review["apply_by"] == "2027-02-23"
    assert review["stretches"] == [["2026-08-23", "2027-02-23"]]
    assert review["counts"] == {"separate_incidents": 5, "complaints": 6}
    assert review["procedure"]["number"] == 3
    assert review["procedure"]["period"] == "6 months"
    assert review["procedure"]["report_within"] == "1 month"
    assert review["complaints"][0]["window"] == ["2026-06-15", "2026-12-14"]


def test_an_urgent_thing_says_what_it_rests_on(selfcheck: Selfcheck, example: Lay) -> None:
    printed = json.loads(selfcheck("check", example("stalking_danger"), "--json").out)

    assert printed["urgent"][0] == {"code": "call_999", "because": ["immediate_danger"]}


@pytest.mark.parametrize(
    ("name", "headline", "day"),
    [
        (
            "clearly_met",
            "You can ask for a case review now, and they must accept it.",
            "23 February 2027",
        ),
        ("one_short", "You can ask for a case review, but they can say no.", "2 December 2026"),
        ("same_incident", "you have a good argument that they must accept it", "23 April 2027"),
        ("lapsed", "The threshold was met until 15 November 2026", "19 December 2026"),
        (
            "hate_route",
            "You can ask for a case review now, and they must accept it.",
            "30 April 2027",
        ),
        ("different_people", "and they must accept it.", "12 March 2027"),
    ],
)
def test_the_report_in_words_has_the_headline_and_the_day_to_act(
    name: str, headline: str, day: str, selfcheck: Selfcheck, example: Lay
) -> None:
    ran = selfcheck("check", example(name), "--on", ON)
    said = " ".join(ran.out.split())

    assert (ran.status, ran.err) == (0, "")
    assert headline in said
    assert day in said


def test_the_report_puts_999_before_all_else(selfcheck: Selfcheck, example: Lay) -> None:
    said = selfcheck("check", example("stalking_danger")).out

    assert said.index("call 999") < said.index("ASB Case Review")


@pytest.fixture
def helping(tmp_path: Path) -> str:
    """Return the file of a case that somebody filled in for another person."""
    held = json.loads(data("stalking_danger"))
    answers = held["answers"] | {"two_sided": "yes", "harm": ["thoughts_of_self_harm"]}
    file = tmp_path / "helping.json"
    file.write_text(json.dumps(held | {"applicant": "on_behalf", "answers": answers}), "utf-8")
    return str(file)


def test_the_report_speaks_of_the_person_who_is_helped(selfcheck: Selfcheck, helping: str) -> None:
    said = " ".join(selfcheck("check", helping).out.split())

    assert "If they have thoughts of hurting themselves" in said
    assert "Someone follows the person you are helping." in said
    assert "It does not cancel what happened to them." in said
    assert not re.search(r"They follow you|happened to you|hurting yourself", said)


def test_the_json_speaks_of_the_person_who_is_helped(selfcheck: Selfcheck, helping: str) -> None:
    printed = Printed.model_validate_json(selfcheck("check", helping, "--json").out)
    said = {one.says for finding in printed.findings for one in finding.weight}

    assert "The person you are helping is afraid that violence will be used." in said
    assert "You are afraid that violence will be used." not in said


def test_the_report_for_scotland_says_what_there_is(selfcheck: Selfcheck, example: Lay) -> None:
    said = " ".join(selfcheck("check", example("scotland")).out.split())

    assert "Scotland has no ASB Case Review." in said
    assert "Apply by" not in said


def test_the_report_fits_a_terminal_and_a_page(selfcheck: Selfcheck, example: Lay) -> None:
    lines = selfcheck("check", example("clearly_met")).out.splitlines()

    assert max(len(line) for line in lines) <= 100


# ---- the day assessed ------------------------------------------------------------


def test_without_a_day_it_is_today(selfcheck: Selfcheck, example: Lay) -> None:
    assert json.loads(selfcheck("check", example("lapsed"), "--json").out)["as_of"] == ON


def test_another_day_gives_the_case_as_it_stood_then(selfcheck: Selfcheck, example: Lay) -> None:
    ran = selfcheck("check", example("lapsed"), "--json", "--on", "2026-11-15")
    review = json.loads(ran.out)["review"]

    # The last of the days on which the report of 16 May still counted.
    assert (review["outcome"], review["apply_by"]) == ("met", "2026-11-15")


def test_reports_after_the_day_are_not_counted(selfcheck: Selfcheck, example: Lay) -> None:
    ran = selfcheck("check", example("clearly_met"), "--json", "--on", "2026-07-31")
    complaints = json.loads(ran.out)["review"]["complaints"]

    assert [c["verdict"] for c in complaints] == ["counts", "counts"] + ["after_this_day"] * 4


@pytest.mark.parametrize(
    "given", ["2026-11-31", "22/11/2026", "tomorrow", "", "1899-12-31", "2101-01-01", "x" * 200]
)
def test_a_day_that_is_none_is_told_with_its_option(
    given: str, selfcheck: Selfcheck, example: Lay
) -> None:
    ran = selfcheck("check", example("lapsed"), "--on", given)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f'--on: "{given[:40]}" is not a day between 1900 and 2100. '
        "Write it as year-month-day, such as 2026-11-22.\n"
    )


# ---- files that cannot be opened -------------------------------------------------


def test_a_missing_file_is_named(selfcheck: Selfcheck, tmp_path: Path) -> None:
    file = tmp_path / "nothing.json"

    assert selfcheck("check", str(file)) == Run(
        2, "", f"There is no file {file}. Check its name.\n"
    )


def test_a_folder_is_no_file(selfcheck: Selfcheck, tmp_path: Path) -> None:
    ran = selfcheck("check", str(tmp_path))

    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        f"The file {tmp_path} cannot be opened. Check that it is a file and that you may read it.\n"
    )


def test_a_file_that_never_ends_is_too_large(selfcheck: Selfcheck) -> None:
    ran = selfcheck("check", os.devnull.replace("null", "zero"))

    assert (ran.status, ran.out) == (2, "")
    assert "larger than 2 MB" in ran.err


def test_every_fault_of_a_file_has_a_line(selfcheck: Selfcheck, tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    incident: dict[str, Any] = {"id": "i1", "date": "2026-11-23", "colour": "red"}
    case = {"format": "selfcheck-case", "version": 1, "incidents": [incident], "nation": "mars"}
    file.write_text(json.dumps(case), "utf-8")

    assert selfcheck("check", str(file)) == Run(
        2,
        "",
        'Nation: "mars" is not one of the choices. '
        "Use one of these: england, wales, scotland, northern_ireland.\n"
        'Incident 1: "colour" is not a field of a case file. Remove it or check its spelling.\n',
    )


# ---- area ------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["LS1 4AP", "ls14ap", "Leeds"])
def test_an_area_is_found_by_name_and_by_postcode(query: str, selfcheck: Selfcheck) -> None:
    ran = selfcheck("area", query)

    assert (ran.status, ran.err) == (0, "")
    assert "Leeds (E08000035), Yorkshire and The Humber" in ran.out


def test_an_area_found_is_shown_as_its_file_has_it(selfcheck: Selfcheck) -> None:
    leeds = areas.procedure("E08000035")
    ran = selfcheck("area", "Leeds")

    assert "The published rule of Leeds." in ran.out
    assert "3 reports, each made within 1 month of what happened." in ran.out
    assert "Behaviour must still be going on." in ran.out
    assert f"Phone: {leeds.contact.phone}" in ran.out
    assert leeds.source is not None
    assert f"Checked on {content.long_date(leeds.source.checked_on)}. Confidence:" in ran.out


def test_an_area_with_further_ways_and_clocks_shows_them(selfcheck: Selfcheck) -> None:
    ran = selfcheck("area", "Cardiff")

    assert "Reports of hate incidents. 0 of the 1 needed" in ran.out
    assert "Reports by several people" in ran.out


def test_several_areas_are_listed_and_nothing_is_said_of_any(selfcheck: Selfcheck) -> None:
    ran = selfcheck("area", "Greater Manchester")

    assert "Bolton" in ran.out
    assert "The rule used" not in ran.out


def test_an_area_prints_as_json(selfcheck: Selfcheck) -> None:
    found = json.loads(selfcheck("area", "Wrecsam", "--json").out)

    assert found["areas"] == [{"code": "W06000006", "name": "Wrexham", "nation": "wales"}]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("Atlantis-on-Sea", "We do not know that name."),
        ("EH1 1AA", "That is in Scotland."),
        ("   ", "Type the name of your council, or your postcode."),
    ],
)
def test_an_area_not_found_is_told_on_standard_error(
    query: str, says: str, selfcheck: Selfcheck
) -> None:
    ran = selfcheck("area", query)

    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(says)
    assert ran.err.count("\n") == 1


def test_an_area_not_found_is_json_for_programs_too(selfcheck: Selfcheck) -> None:
    ran = selfcheck("area", "Atlantis-on-Sea", "--json")

    assert ran.status == 2
    assert json.loads(ran.out)["areas"] == []


# ---- schema ----------------------------------------------------------------------


def test_the_schema_describes_every_field_of_a_case(selfcheck: Selfcheck) -> None:
    schema = json.loads(selfcheck("schema").out)

    assert set(schema["properties"]) == set(Case.model_fields)
    assert schema["additionalProperties"] is False
    assert schema["$defs"]["Body"]["enum"][0] == "police"


def test_a_file_with_all_the_names_of_the_schema_opens(selfcheck: Selfcheck) -> None:
    answers = json.loads(selfcheck("schema").out)["$defs"]["Answers"]["properties"]
    file = {"format": "selfcheck-case", "version": 1, "answers": dict.fromkeys(answers)}

    assert open_case(json.dumps(file), TOLD_ON) == Case()


# ---- starting the app, which is not started here -----------------------------------


@pytest.mark.parametrize(
    ("arguments", "demo"), [((), None), (("demo",), "1")], ids=["selfcheck", "selfcheck demo"]
)
def test_the_app_is_started_as_a_program_of_its_own(
    arguments: tuple[str, ...], demo: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SELFCHECK_DEMO", raising=False)
    started: list[tuple[list[str], dict[str, str]]] = []

    def call(command: list[str], env: dict[str, str]) -> int:
        started.append((command, env))
        return 7

    monkeypatch.setattr(subprocess, "call", call)

    status = cli.main(arguments)

    ((command, environment),) = started
    assert status == 7
    assert command[1:] == ["-m", "streamlit", "run", str(cli.app_file())]
    assert environment.get("SELFCHECK_DEMO") == demo
    assert environment["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.1"


def test_stopping_the_app_from_the_keyboard_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def call(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess, "call", call)

    assert cli.main([]) == 0


# ---- parsing ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments", [["check"], ["chekc", "a.json"], ["area"], ["check", "a.json", "--no"]]
)
def test_a_command_that_is_none_exits_with_2(arguments: list[str], selfcheck: Selfcheck) -> None:
    ran = selfcheck(*arguments)

    assert (ran.status, ran.out) == (2, "")
    assert "error: " in ran.err
    assert "Traceback" not in ran.err


def test_help_names_every_command(selfcheck: Selfcheck) -> None:
    ran = selfcheck("--help")

    assert ran.status == 0
    assert all(command in ran.out for command in ("demo", "check", "area", "schema"))


# ---- as a program ----------------------------------------------------------------


def program(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m selfcheck` as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "selfcheck", *arguments],
        capture_output=True,
        text=True,
        encoding="latin-1",
        env={**os.environ, **environment},
        check=False,
    )


@pytest.mark.parametrize("options", [("--json",), ()], ids=["json", "words"])
def test_check_loads_none_of_the_app(options: tuple[str, ...], example: Lay) -> None:
    script = (
        "import sys; from selfcheck.cli import main; status = main(sys.argv[1:]);"
        "heavy = {'streamlit', 'pandas', 'plotly', 'pyarrow', 'numpy'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else status)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, "check", example("clearly_met"), "--on", ON, *options],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_wrong_file_gives_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_bytes(b"\x00\xff")
    ran = program("check", str(file))

    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.splitlines() == [
        "The file is not text that can be read. Choose the file that you saved with selfcheck."
    ]


@pytest.mark.parametrize("options", [("--json",), ()], ids=["json", "words"])
def test_a_terminal_without_our_letters_still_gets_the_answer(
    options: tuple[str, ...], example: Lay
) -> None:
    ran = program("check", example("clearly_met"), "--on", ON, *options, PYTHONIOENCODING="ascii")

    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.isascii()


def test_a_reader_who_has_seen_enough_may_leave(example: Lay) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "selfcheck", "check", example("clearly_met"), "--on", ON, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.close()
        complaints = running.stderr.read()

    assert (running.returncode, complaints) == (0, b"")
