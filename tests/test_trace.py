"""The trace says what the assessment says, with the arithmetic, and nothing of its own."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from selfcheck import cli, law
from selfcheck.assessment import assess
from selfcheck.case import Answers, Body, Case, Incident, Nation, Report, ReportedBy, YesNo
from selfcheck.casefile import save_case
from selfcheck.content import long_date
from selfcheck.examples import EXAMPLES, load
from selfcheck.review import ReviewOutcome
from selfcheck.trace import as_text, trace

TODAY = date(2026, 11, 22)


def told(*days: tuple[date, date], to: Body = Body.POLICE, **more: object) -> Case:
    incidents = tuple(
        Incident(id=f"i{n}", date=on, reports=(Report(id=f"r{n}", date=reported, to=to),))
        for n, (on, reported) in enumerate(days, 1)
    )
    return Case(incidents=incidents, answers=Answers(distress=YesNo.YES), **more)


def text(case: Case, on: date = TODAY) -> str:
    return as_text(case, assess(case, on))


def section(case: Case, code: str, on: date = TODAY) -> list[str]:
    found = {one.code: one for one in trace(case, assess(case, on))}
    return [line.text for line in found[code].lines]


# ---- the two clocks --------------------------------------------------------------------


def test_both_clocks_of_a_report_are_written_out() -> None:
    lines = section(told((date(2026, 9, 2), date(2026, 9, 3))), "reports")

    assert lines == [
        "Report 1: told to Police on 3 September 2026, about what happened on 2 September 2026.",
        (
            "First clock, time to report: happened 2 September 2026; one month beginning with that "
            "day ends on 1 October 2026. Reported 3 September 2026: in time."
        ),
        (
            "Second clock, time to apply: reported 3 September 2026; six months beginning with "
            "that day end on 2 March 2027. 22 November 2026 is inside that time."
        ),
        "Verdict: Counts. It was reported in time, and you can rely on it until 2 March 2027.",
    ]


def test_a_report_made_too_late_says_so_against_its_last_day() -> None:
    lines = section(told((date(2026, 9, 2), date(2026, 10, 2))), "reports")

    assert "ends on 1 October 2026. Reported 2 October 2026: too late." in lines[1]


def test_a_report_whose_time_is_over_says_so() -> None:
    lines = section(told((date(2026, 5, 14), date(2026, 5, 15))), "reports")

    assert "end on 14 November 2026. 22 November 2026 is after that time." in lines[2]


def test_a_report_made_after_the_day_has_not_begun() -> None:
    lines = section(told((date(2026, 9, 2), date(2026, 9, 3))), "reports", date(2026, 9, 2))

    assert "2 September 2026 is before that time begins." in lines[2]


def test_a_month_without_the_date_leaves_its_last_day_in_doubt() -> None:
    lines = section(told((date(2026, 8, 31), date(2026, 8, 31))), "reports")
    doubts = [line for line in lines if line.startswith("That month has no such date")]

    assert "six months beginning with that day end on 28 February 2027." in lines[3]
    assert [line.rpartition(" on ")[2] for line in doubts] == [
        "29 September 2026.",
        "27 February 2027.",
    ]


def test_a_limit_in_days_is_counted_in_days_and_the_acts_month_is_named() -> None:
    case = told((date(2026, 9, 1), date(2026, 9, 30)), area="E07000139")
    assessment = assess(case, TODAY)
    limit = assessment.review.threshold.report_within
    lines = section(case, "reports")

    assert limit.unit == "day"
    assert f"{limit.amount} days after that day is" in lines[1]
    assert "If the day itself is counted" in lines[2]


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("later", [-200, -60, 0, 45, 120])
def test_every_day_of_the_clocks_is_the_assessments_own(name: str, later: int) -> None:
    case, on = load(name), TODAY + timedelta(days=later)
    review = assess(case, on).review
    available = review.outcome is not ReviewOutcome.NOT_AVAILABLE
    lines = section(case, "reports", on) if available else []
    first = [line for line in lines if line.startswith("First clock")]
    second = [line for line in lines if line.startswith("Second clock")]
    ordered = sorted(review.complaints, key=lambda c: (c.reported_on, c.happened_on))

    assert len(first) == len(second) == len(ordered)
    for complaint, one, other in zip(ordered, first, second, strict=True):
        assert long_date(complaint.report_by) in one
        assert ("in time" in one.rpartition(":")[2]) == (
            complaint.reported_on <= complaint.report_by
        )
        assert long_date(complaint.window.last) in other
        assert ("is inside that time" in other) == complaint.window.covers(on)


def test_who_told_whom_and_their_number_are_in_it() -> None:
    case = told((date(2026, 9, 2), date(2026, 9, 3)))
    report = Report(
        id="r1",
        date=date(2026, 9, 3),
        to=Body.COUNCIL,
        by=ReportedBy.NEIGHBOUR,
        person="flat\n12",
        reference="CAD\n123",
    )
    incident = case.incidents[0].model_copy(update={"reports": (report,), "approximate": True})
    lines = section(case.model_copy(update={"incidents": (incident,)}), "reports")

    assert "2 September 2026 or about then" in lines[0]
    assert "flat 12" in lines[1]
    assert lines[2] == "Their reference: CAD 123"


# ---- the rule --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("area", "why"),
    [
        (None, "No council was chosen, so the national rule is used."),
        ("E08000003", "Manchester has published its own rule, so that is used."),
    ],
)
def test_it_says_which_rule_was_used_and_why(area: str | None, why: str) -> None:
    assert section(Case(area=area), "rule")[0] == why


def test_a_page_is_named_with_its_day_and_how_sure_we_are() -> None:
    case = Case(area="E08000003")
    (url,) = [
        line.url
        for s in trace(case, assess(case, TODAY))
        if s.code == "rule"
        for line in s.lines
        if line.url
    ]

    assert url.startswith("https://www.manchester.gov.uk/")
    assert "Checked on 22 November 2026. Confidence: high." in text(case)


def test_elsewhere_nothing_is_counted_and_that_is_said() -> None:
    case = load("scotland")
    codes = [one.code for one in trace(case, assess(case, TODAY))]

    assert "reports" not in codes
    assert "There is no case review to ask for." in text(case)
    assert case.nation is Nation.SCOTLAND


# ---- the meanings ----------------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_condition_stands_with_its_value_and_every_source_with_its_link(name: str) -> None:
    case = load(name)
    assessment = assess(case, TODAY)
    whole = text(case)
    cited = {key for s in trace(case, assessment) for line in s.lines for key in line.sources}

    assert {key for f in assessment.findings for key in f.sources} <= cited
    for key in cited:
        source = law.SOURCES[key]
        assert source.cite in whole
        assert not source.url or source.url in whole


def test_evidence_names_the_days_and_the_answers() -> None:
    case = told(
        (date(2026, 9, 2), date(2026, 9, 3)), (date(2026, 9, 9), date(2026, 9, 9))
    ).model_copy(update={"answers": Answers(unwanted=YesNo.YES, repeated=YesNo.NO)})
    lines = section(case, "definitions")

    assert "In the diary: 2 September 2026, 9 September 2026." in lines
    assert "Asked “Is it something you do not want?” you said: Yes." in lines
    assert any("The diary counts." in line for line in lines)


def test_a_long_diary_is_not_listed_whole() -> None:
    days = [date(2026, 9, 1) + timedelta(days=n) for n in range(20)]
    lines = section(told(*((day, day) for day in days)), "definitions")

    assert any(line.endswith("and 8 more.") for line in lines)


# ---- as text ---------------------------------------------------------------------------


def test_nothing_typed_about_what_happened_and_no_notes_are_in_it() -> None:
    incident = Incident(
        id="i1", date=date(2026, 9, 2), what_happened="marker", where="marker", effect="marker"
    )
    case = Case(reference="JB-0412", incidents=(incident,), adviser_notes="marker")

    assert "marker" not in text(case)
    assert "Reference: JB-0412\n" in text(case)


def test_an_empty_case_has_a_trace_too() -> None:
    assert "Report what happened first." in text(Case())


def test_the_command_line_prints_the_same_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = load("clearly_met")
    file = tmp_path / "case.json"
    file.write_bytes(save_case(case))

    status = cli.main(["check", str(file), "--on", "2026-11-22", "--trace"])

    assert status == 0
    assert capsys.readouterr().out == text(case)


def test_text_and_json_are_not_asked_for_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["check", "case.json", "--trace", "--json"])

    assert "not allowed with" in capsys.readouterr().err
