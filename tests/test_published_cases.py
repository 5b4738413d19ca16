"""Real published cases and rules go through the real `check`.

`tests/cases/published.json` holds them: Ombudsman decisions, court decisions, force and
charity guidance, and national and local counting rules, each with its source, in our
own case-file shape. Nothing was filled in to make a case countable:

- An incident stands in the diary only where the source gives its day, or one of a few
  days (then `approximate`). Months, years and "several" are answers, not entries.
- `dates: illustrative` marks days that were chosen to exercise a published rule.
- Whether it caused harassment, alarm or distress is answered only where the facts say.
- "A response was received" and "unclear" are `unsure`: neither says it was enough.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from selfcheck import cli

Case = dict[str, Any]
Check = Callable[[Case], dict[str, Any]]

CASES: list[Case] = json.loads(
    Path(__file__).with_name("cases").joinpath("published.json").read_text("utf-8")
)
COUNTABLE = [case for case in CASES if case["countable"] == "yes"]

# What each of our outcomes says in the words of the published cases, which know `met`,
# `not_met`, `discretionary`, `not_applicable` and `unknown` (ask for dates).
#
# | ours          | theirs                  | because                                     |
# | met           | met                     | the count is reached                        |
# | arguable      | not_met, discretionary  | not plainly reached; they may review        |
# | discretionary | not_met, discretionary  | not reached; they may review                |
# | report_first  | unknown                 | no dated report: the dates are asked for    |
# | not_available | not_applicable          | no reviews there, or none on that day       |
MEANS = {
    "met": {"met"},
    "arguable": {"not_met", "discretionary"},
    "discretionary": {"not_met", "discretionary"},
    "report_first": {"unknown"},
    "not_available": {"not_applicable"},
}


def name(case: Case) -> str:
    return str(case["id"])


@pytest.fixture
def check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Check:
    """Return what `selfcheck check --on DAY --json` prints for a published case."""
    monkeypatch.setenv("SELFCHECK_TODAY", "2026-11-22")

    def run(case: Case) -> dict[str, Any]:
        file = tmp_path / "case.json"
        file.write_text(json.dumps(case["case"]), "utf-8")
        status = cli.main(["check", str(file), "--on", case["on"], "--json"])
        printed = capsys.readouterr()
        assert (status, printed.err) == (0, "")
        result: dict[str, Any] = json.loads(printed.out)
        return result

    return run


def labels(result: dict[str, Any], *outcomes: str) -> set[str]:
    return {f["label"] for f in result["findings"] if f["outcome"] in outcomes}


def test_all_the_published_cases_are_here_each_with_its_source() -> None:
    kinds = [case["kind"] for case in CASES]

    assert {kind: kinds.count(kind) for kind in kinds} == {
        "review": 23,
        "classification": 27,
        "counting": 18,
    }
    assert len({name(case) for case in CASES}) == 68
    assert len(COUNTABLE) == 18
    assert all(case["source"] and case["url"].startswith("http") for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_label_that_must_be_given_fits_or_may_fit(case: Case, check: Check) -> None:
    given = labels(check(case), "fits", "may_fit")

    assert set(case["expected"]["labels"]) <= given


@pytest.mark.parametrize("case", CASES, ids=name)
def test_no_label_that_must_not_be_given_fits(case: Case, check: Check) -> None:
    given = labels(check(case), "fits")

    assert given.isdisjoint(case["expected"]["not_labels"])


@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_label_spoken_of_is_one_we_know(case: Case, check: Check) -> None:
    expected = case["expected"]
    spoken_of = {*expected["labels"], *expected["not_labels"], *expected["may_labels"]}

    assert spoken_of <= {finding["label"] for finding in check(case)["findings"]}


@pytest.mark.parametrize("case", COUNTABLE, ids=name)
def test_a_review_that_can_be_counted_is_counted_right(case: Case, check: Check) -> None:
    expected = case["expected"]
    answer = MEANS[check(case)["review"]["outcome"]]

    assert answer & {expected["review"], *expected["accepted"]}
    assert answer.isdisjoint(expected["refused"])


@pytest.mark.parametrize("case", COUNTABLE, ids=name)
def test_its_incidents_and_last_day_are_those_worked_out_by_hand(case: Case, check: Check) -> None:
    review = check(case)["review"]

    assert review["counts"]["separate_incidents"] == case["expected"]["counted"]
    assert review["apply_by"] == case["expected"]["apply_by"]


@pytest.mark.parametrize("case", [case for case in CASES if case["expected"]["refused"]], ids=name)
def test_a_wrong_answer_about_the_review_is_never_given(case: Case, check: Check) -> None:
    answer = MEANS[check(case)["review"]["outcome"]]

    assert answer.isdisjoint(case["expected"]["refused"])


@pytest.mark.parametrize("case", [case for case in CASES if case["on"] < "2014-10-20"], ids=name)
def test_before_the_act_there_is_no_review(case: Case, check: Check) -> None:
    review = check(case)["review"]

    assert review["outcome"] == "not_available"
    assert review["notices"] == ["before_the_act"]
