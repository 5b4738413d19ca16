"""The assessment as a readable report for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from selfcheck import content, explain
from selfcheck.areas import Area, Found
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.classify import is_to_be_shown
from selfcheck.findings import Finding
from selfcheck.organisations import ORGANISATIONS
from selfcheck.review import Review
from selfcheck.routes import RouteName

WIDTH = 100
INDENT, DEEPER = 2, 4


def print_report(case: Case, assessment: Assessment) -> None:
    """Print an assessment to standard output, no wider than the terminal or 100 columns.

    What it says is for whoever filled the case in.
    """
    console = _console()
    words = content.words("cli")["report"]
    console.print(_title(words["title"].format(day=content.long_date(assessment.on))))
    _print_urgent(console, case, assessment)
    _print_review(console, assessment)
    _print_findings(console, case, assessment)
    _print_list(
        console,
        words["report_to"],
        [content.words("report_to")[code]["title"] for code in assessment.report_to],
    )
    _print_list(console, words["support"], [_organisation(code) for code in assessment.support])


def print_areas(found: Found, on: date) -> None:
    """Print what a search for an area found: what matched, each area, and what holds in one."""
    console = _console()
    for reason in found.reasons():
        console.print(Text(content.say("areas", reason)))
    for area in found.areas:
        console.print(_indented(f"{area.name} ({area.code}), {area.region}"))
    if len(found.areas) == 1:
        _print_what_holds(console, found.areas[0], on)


def _print_what_holds(console: Console, area: Area, on: date) -> None:
    words = content.words("cli")["report"]
    review = assess(Case(area=area.code), on).review
    _print_list(console, words["procedure"], explain.procedure(review))
    _print_list(console, content.words("case_review")["routes"], [*_other_ways(review)])
    _print_list(console, words["conditions"], _conditions(review))
    says, procedure = content.words("how_to_apply"), review.procedure
    if procedure is None:
        return
    ways = [
        f"{says['contact'][kind]}: {way}"
        for kind in ("form_url", "email", "phone", "post")
        if (way := getattr(procedure.contact, kind))
    ]
    none = f"{says['contact']['none']} {says['contact']['search'].format(area=area.name)}"
    _print_list(console, says["contact"]["title"].format(area=area.name), ways or [none])
    clocks = [explain.clock(clock) for clock in procedure.clocks]
    appeals = [explain.appeal(procedure.appeal)] if procedure.appeal else []
    _print_list(console, says["next"]["title"], clocks + appeals)


def _other_ways(review: Review) -> Iterator[str]:
    for route in review.routes:
        if route.route not in (RouteName.COMPLAINTS, RouteName.DISCRETION):
            name = content.words("review")["route"][route.route]
            yield ". ".join(filter(None, (name, explain.route_count(route), route.note)))


def area_as_json(found: Found) -> dict[str, Any]:
    """Return what a search for an area found as plain JSON values."""
    return {
        "outcome": found.outcome,
        "says": [content.say("areas", reason) for reason in found.reasons()],
        "areas": [
            {"code": area.code, "name": area.name, "nation": area.nation} for area in found.areas
        ],
    }


def _console() -> Console:
    console = Console(highlight=False, markup=False, emoji=False)
    console.width = min(console.width, WIDTH)
    return console


def _indented(text: str, columns: int = INDENT) -> Padding:
    return Padding(Text(text), (0, 0, 0, columns), expand=False)


def _title(text: str) -> Text:
    return Text(f"\n{text}", style="bold")


def _print_list(console: Console, title: str, lines: list[str]) -> None:
    if not lines:
        return
    console.print(_title(title))
    for line in lines:
        console.print(_indented(line))


def _print_urgent(console: Console, case: Case, assessment: Assessment) -> None:
    says = [explain.urgent(one.code, case) for one in assessment.urgent]
    urgent = [f"{words['title']}. {words['text']}" for words in says]
    _print_list(console, content.words("cli")["report"]["urgent"], urgent)


# ---- the review ------------------------------------------------------------------


def _print_review(console: Console, assessment: Assessment) -> None:
    review = assessment.review
    words = content.words("cli")["report"]
    _print_list(console, words["review"], _review_lines(review))
    _print_reports(console, review)
    steps = [content.say("next_steps", step.reason) for step in assessment.next_steps]
    _print_list(console, words["steps"], steps)
    _print_list(console, words["conditions"], _conditions(review))
    if review.outcome != "not_available":
        _print_list(console, words["procedure"], explain.procedure(review))


def _conditions(review: Review) -> list[str]:
    standing = content.words("review")["standing"]
    return [
        f"{explain.condition(held)} {standing[held.condition.standing]}"
        for held in review.conditions
    ]


def _review_lines(review: Review) -> list[str]:
    lines = [explain.headline(review), explain.act_by(review), explain.outcome(review)]
    lines += [explain.lapsed(review), *(explain.notice(code) for code in review.notices)]
    return [line for line in lines if line]


def _print_reports(console: Console, review: Review) -> None:
    if not review.complaints:
        return
    words = content.words("cli")["report"]
    bodies = content.words("choices")["Body"]
    console.print(_title(words["reports"]))
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=True, header_style="italic")
    for heading in words["columns"]:
        table.add_column(heading, overflow="fold")
    for complaint in review.complaints:
        says = explain.verdict(complaint)
        if complaint.borderline:
            says += " " + content.words("review")["borderline"]["verdict"]
        table.add_row(
            content.long_date(complaint.happened_on),
            content.long_date(complaint.reported_on),
            bodies[complaint.to],
            says,
        )
    console.print(Padding(table, (0, 0, 0, INDENT), expand=False))


# ---- what this is ----------------------------------------------------------------


def _print_findings(console: Console, case: Case, assessment: Assessment) -> None:
    words = content.words("cli")["report"]
    shown = [finding for finding in assessment.findings if is_to_be_shown(finding)]
    console.print(_title(words["findings"]))
    if not shown:
        console.print(_indented(words["none_fits"]))
    for finding in shown:
        _print_finding(console, case, finding)


def _print_finding(console: Console, case: Case, finding: Finding) -> None:
    words = content.words("definitions")[finding.label]
    console.print(_indented(f"{words['title']}. {words[finding.outcome]}"))
    for condition in (*finding.conditions, *finding.weight):
        console.print(_indented(explain.why(condition.reason, case), DEEPER))
    for note in finding.notes:
        console.print(_indented(explain.note(note, case), DEEPER))


def _organisation(code: str) -> str:
    known = ORGANISATIONS[code]
    return " · ".join(part for part in (known.name, known.phone, known.web) if part)
