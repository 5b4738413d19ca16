"""The case file: saved and opened without loss, up to its limits and no further."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given

from selfcheck.case import Answers, Case, Incident, Report, YesNo
from selfcheck.casefile import (
    MAX_BYTES,
    CaseFileError,
    migrate,
    open_case,
    open_what_can_be_read,
    save_case,
)
from tests.strategies import TODAY, cases

HEAD = {"format": "selfcheck-case", "version": 1}


def file(**fields: Any) -> str:
    return json.dumps({**HEAD, **fields})


# ---- saved and opened ------------------------------------------------------------


@given(cases())
def test_what_is_saved_opens_as_it_was(case: Case) -> None:
    assert open_case(save_case(case), TODAY) == case


@given(cases())
def test_saving_again_writes_the_same_file(case: Case) -> None:
    saved = save_case(case)

    assert save_case(open_case(saved, TODAY)) == saved


def test_an_empty_case_is_a_file_of_its_own() -> None:
    assert json.loads(save_case(Case())) == {**HEAD, "answers": {}, "incidents": []}


def test_a_question_not_answered_is_left_out_and_unsure_is_kept() -> None:
    saved = json.loads(save_case(Case(answers=Answers(repeated=YesNo.UNSURE))))

    assert saved["answers"] == {"repeated": "unsure"}


def test_choosing_none_of_the_list_differs_from_not_answering() -> None:
    case = open_case(file(answers={"stalking_acts": []}), TODAY)

    assert case.answers.stalking_acts == ()
    assert case.answers.harm is None


def test_null_is_the_same_as_not_answered() -> None:
    assert open_case(file(area=None, answers={"repeated": None}), TODAY) == Case()


def test_letters_of_every_script_stay_as_they_were_typed() -> None:
    typed = "Llanfairpwll, ŵ ŷ, Ålesund, العربية, ਪੰਜਾਬੀ, 🙁\n\tnew line"
    saved = save_case(Case(reference="ŵ", adviser_notes=typed))

    assert "ਪੰਜਾਬੀ" in saved.decode("utf-8")
    assert open_case(saved, TODAY).adviser_notes == typed


def test_a_file_with_a_byte_order_mark_opens() -> None:
    assert open_case(b"\xef\xbb\xbf" + file(reference="A").encode(), TODAY).reference == "A"


def test_a_file_opens_as_bytes_and_as_text() -> None:
    assert open_case(file(reference="A"), TODAY) == open_case(file(reference="A").encode(), TODAY)


# ---- up to the limits ------------------------------------------------------------


def test_the_largest_file_opens() -> None:
    data = file().encode().ljust(MAX_BYTES)

    assert open_case(data, TODAY) == Case()


def test_a_text_is_as_large_as_its_bytes_not_its_letters() -> None:
    with pytest.raises(CaseFileError, match="larger than 2 MB"):
        open_case(file(adviser_notes="") + " " + "é" * (MAX_BYTES // 2), TODAY)


def test_two_thousand_incidents_twenty_reports_and_the_longest_text_open() -> None:
    incidents: list[dict[str, Any]] = [
        {"id": f"i{number}", "date": "2026-10-03"} for number in range(2_000)
    ]
    incidents[0]["what_happened"] = "x" * 4_000
    incidents[0]["reports"] = [
        {"id": f"r{number}", "date": "2026-10-03", "to": "police"} for number in range(20)
    ]

    case = open_case(file(incidents=incidents), TODAY)

    assert len(case.incidents) == 2_000
    assert len(case.incidents[0].reports) == 20


def test_a_case_that_could_not_be_opened_again_is_not_saved() -> None:
    long = tuple(
        Incident(id=f"i{number}", date=date(2026, 10, 3), what_happened="x" * 4_000)
        for number in range(501)
    )

    with pytest.raises(CaseFileError, match="larger than 2 MB"):
        save_case(Case(incidents=long))


def test_the_day_of_opening_is_not_in_the_future() -> None:
    report = {"id": "r1", "date": "2026-11-22", "to": "police"}
    incident = {"id": "i1", "date": "2026-11-22", "time": "23:59", "reports": [report]}

    assert open_case(file(incidents=[incident]), date(2026, 11, 22)).incidents


def test_a_report_on_the_day_of_its_incident_is_in_order() -> None:
    opened = open_what_can_be_read(
        file(
            incidents=[
                {
                    "id": "i1",
                    "date": "2024-02-29",
                    "reports": [{"id": "r1", "date": "2024-02-29", "to": "police"}],
                }
            ]
        ),
        TODAY,
    )

    assert opened.problems == ()
    assert opened.case.incidents[0].reports == (
        Report.model_validate({"id": "r1", "date": "2024-02-29", "to": "police"}),
    )


# ---- what could not be read ------------------------------------------------------


def test_a_problem_keeps_the_incident_as_it_stood_for_correction() -> None:
    wrong = {"id": "i2", "date": "2026-02-31", "what_happened": "Noise."}
    opened = open_what_can_be_read(file(incidents=[wrong]), TODAY)

    assert [(p.code, p.place, p.raw) for p in opened.problems] == [
        ("impossible_date", ("incidents", 0, "date"), wrong)
    ]


def test_the_answers_beside_a_wrong_one_are_kept() -> None:
    answers = {"repeated": "yes", "unwanted": "maybe", "kinds": ["begging", 7]}
    opened = open_what_can_be_read(file(answers=answers, reference="A"), TODAY)

    assert [p.place for p in opened.problems] == [
        ("answers", "kinds", 1),
        ("answers", "unwanted"),
    ]
    assert opened.case == Case(reference="A", answers=Answers(repeated=YesNo.YES))


def test_a_wrong_area_is_left_out_and_the_nation_kept() -> None:
    opened = open_what_can_be_read(file(nation="wales", area="E08000035"), TODAY)

    assert opened.case.nation == "wales"
    assert opened.case.area is None


def test_an_area_of_a_nation_without_reviews_is_told_apart() -> None:
    opened = open_what_can_be_read(file(nation="scotland", area="E08000035"), TODAY)

    assert [p.says() for p in opened.problems] == [
        "Council area: Leeds is not in Scotland. Correct the nation or the council."
    ]


def test_an_id_stays_free_when_its_first_incident_could_not_be_read() -> None:
    incidents = [{"id": "i1", "date": "2027-01-01"}, {"id": "i1", "date": "2026-10-03"}]
    opened = open_what_can_be_read(file(incidents=incidents), TODAY)

    assert [p.code for p in opened.problems] == ["future_date"]
    assert [i.date for i in opened.case.incidents] == [date(2026, 10, 3)]


def test_opening_whole_names_every_problem_at_once() -> None:
    incidents = [{"id": "i1", "date": "2027-01-01"}, {"id": "i2"}]

    with pytest.raises(CaseFileError) as refused:
        open_case(file(nation="france", incidents=incidents), TODAY)

    assert [p.code for p in refused.value.problems] == ["not_a_choice", "future_date", "missing"]


# ---- versions --------------------------------------------------------------------


def test_version_1_needs_no_migration() -> None:
    raw = {**HEAD, "reference": "A"}

    assert migrate(raw) == {**HEAD, "reference": "A"}


@pytest.mark.parametrize("version", [2, 10**30])
def test_a_newer_version_is_refused_by_name(version: int) -> None:
    with pytest.raises(CaseFileError, match="made by a newer version"):
        open_case(json.dumps({**HEAD, "version": version}), TODAY)


@pytest.mark.parametrize("version", [0, -1, True, 1.0, "1", None, [1]])
def test_a_version_is_a_whole_number_from_1(version: Any) -> None:
    with pytest.raises(CaseFileError, match="should be the whole number 1"):
        open_case(json.dumps({**HEAD, "version": version}), TODAY)
