"""Every area's file loads, and says only what a page can say."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from pydantic import BaseModel, ValidationError

from selfcheck.areas import Area, UnknownArea, all_areas, procedure, procedure_files
from selfcheck.areas.spelling import slug
from selfcheck.procedure import (
    ConditionKind,
    LocalCondition,
    LocalRoute,
    Procedure,
    RouteKind,
    Span,
    Standing,
)

EVERY_AREA = pytest.mark.parametrize("here", all_areas(), ids=lambda here: slug(here.name))
ONE_MONTH = Span(amount=1, unit="month")
LONGEST_NOTE = 19  # words

EMAIL = re.compile(r"[A-Za-z0-9._%+'-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"0[1238]\d{8,9}|101")
LOCAL_PATH = re.compile(r"/home/|/mnt/|file:|localhost|C:\\")
NOT_IN_AN_ADDRESS = re.compile(r"[\s<>\"{}|\\^`]")

# What adds to three qualifying complaints is doubtful everywhere (section 104(4));
# what keeps some applications out of every process is a local rule.
STANDINGS = {
    ConditionKind.CASE_CLOSED: Standing.DOUBTFUL,
    ConditionKind.NO_ACTION_TAKEN: Standing.DOUBTFUL,
    ConditionKind.MEDIATION_ENGAGED: Standing.DOUBTFUL,
    ConditionKind.EXHAUSTED_COMPLAINTS: Standing.DOUBTFUL,
    ConditionKind.WITNESSED_IN_PERSON: Standing.DOUBTFUL,
    ConditionKind.NOT_LIVE_CASE: Standing.DOUBTFUL,
    ConditionKind.NOT_ANONYMOUS: Standing.LOCAL,
    ConditionKind.NOT_VEXATIOUS: Standing.LOCAL,
    ConditionKind.ALREADY_REVIEWED: Standing.LOCAL,
    ConditionKind.NOT_HATE_CRIME: Standing.LOCAL,
}


def procedures() -> list[Procedure]:
    return [procedure(here.code) for here in all_areas()]


def routes() -> list[tuple[str, LocalRoute]]:
    return [(found.name, route) for found in procedures() for route in found.routes]


def conditions() -> list[tuple[str, LocalCondition]]:
    return [(found.name, rule) for found in procedures() for rule in found.conditions]


# ---- files -----------------------------------------------------------------------


@EVERY_AREA
def test_an_areas_file_loads_and_is_about_that_area(here: Area) -> None:
    found = procedure(here.code)

    assert (found.code, found.name) == (here.code, here.name)


def test_there_is_no_file_without_an_area() -> None:
    folder = files("selfcheck.areas") / "procedures"

    names = {path.name for path in folder.iterdir()}

    assert names == {f"{slug(here.name)}.toml" for here in all_areas()}


def test_a_file_is_read_as_it_is_written() -> None:
    written = tomllib.loads((files("selfcheck.areas") / "procedures" / "leeds.toml").read_text())
    leeds = procedure("E08000035")

    assert leeds.complaints is not None
    assert leeds.complaints.needed == written["complaints"]["needed"] == 3
    assert leeds.complaints.period == Span(amount=6, unit="month")
    assert leeds.contact.phone == written["contact"]["phone"]
    assert leeds.source is not None
    assert leeds.source.checked_on == written["source"]["checked_on"]


def test_the_files_shown_in_the_docs_can_be_read() -> None:
    page = Path("docs/areas.md").read_text("utf-8")
    whole, more = re.findall(r"^```toml\n(.*?)^```", page, re.MULTILINE | re.DOTALL)

    small = Procedure.model_validate(tomllib.loads(whole))
    full = Procedure.model_validate(tomllib.loads(whole + more))

    assert (small.name, small.routes) == ("Leeds", ())
    assert [len(part) for part in (full.routes, full.conditions, full.clocks)] == [1, 1, 1]
    assert full.appeal


def test_an_area_whose_page_was_never_seen_says_nothing() -> None:
    assert procedure("E08000002") == Procedure(code="E08000002", name="Bury")


def test_a_code_that_is_no_area_is_named_in_the_error() -> None:
    with pytest.raises(UnknownArea, match="no area has the code 'E99999999'"):
        procedure("E99999999")


def test_a_file_about_another_area_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(procedure_files, "slug", lambda _: "bury")

    with pytest.raises(ValueError, match=r"bury.toml is about Bury \(E08000002\), not Leeds"):
        procedure.__wrapped__("E08000035")


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("1 month", 1, "month"),
        ("6 months", 6, "month"),
        ("30 days", 30, "day"),
        ("1 day", 1, "day"),
        ("10 working days", 10, "working_day"),
    ],
)
def test_a_length_of_time_is_read_as_written(written: str, amount: int, unit: str) -> None:
    span = Span.model_validate(written)

    assert (span.amount, span.unit) == (amount, unit)


@pytest.mark.parametrize(
    "written",
    [
        *("", "six months", "6", "6 month", "1 months", "01 month", "6  months", "6 months "),
        *("2 weeks", "0 days", "-1 days", "367 days", "6 Months", "1.5 months"),
    ],
)
def test_a_length_of_time_written_otherwise_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        Span.model_validate(written)


# ---- what was collected -----------------------------------------------------------


def test_seven_areas_have_no_page_and_twenty_have_no_figures() -> None:
    unseen = [found.name for found in procedures() if found.source is None]
    no_figures = [found.name for found in procedures() if found.complaints is None]

    assert sorted(unseen) == [
        "Bury",
        "Cheshire West and Chester",
        "East Riding of Yorkshire",
        "Harrow",
        "Havering",
        "Stockport",
        "Telford and Wrekin",
    ]
    assert len(no_figures) == 20
    assert set(unseen) <= set(no_figures)


@EVERY_AREA
def test_nothing_is_said_of_a_page_that_was_not_seen(here: Area) -> None:
    found = procedure(here.code)

    said = (found.complaints, found.routes, found.conditions, found.clocks, found.appeal)

    assert found.source or not any(said)


@EVERY_AREA
def test_high_confidence_rests_on_the_areas_own_page(here: Area) -> None:
    source = procedure(here.code).source

    assert (
        source is None
        or source.confidence != "high"
        or source.kind in {"own_page", "shared_scheme", "mirror"}
    )


@EVERY_AREA
def test_a_scheme_is_one_lower_case_word(here: Area) -> None:
    assert re.fullmatch(r"[a-z_]+", procedure(here.code).scheme or "none")


# ---- routes, conditions and clocks -------------------------------------------------


def test_only_one_route_of_a_kind_but_for_others() -> None:
    for found in procedures():
        kinds = [route.kind for route in found.routes if route.kind is not RouteKind.OTHER]

        assert len(kinds) == len(set(kinds)), found.name


def test_a_hate_route_gives_its_number() -> None:
    found = [(area, route) for area, route in routes() if route.kind is RouteKind.HATE]

    assert len(found) == 74
    assert [area for area, route in found if route.reports is None] == []


def test_a_route_for_several_people_has_at_least_as_many_reports_as_people() -> None:
    found = [(area, route) for area, route in routes() if route.kind is RouteKind.SEVERAL_PEOPLE]

    assert len(found) == 92
    for area, route in found:
        assert route.reports, area
        assert route.people, area
        assert route.reports >= route.people, area


def test_a_route_that_is_no_number_is_told_in_a_note() -> None:
    told = {RouteKind.VULNERABLE, RouteKind.DISCRETION, RouteKind.OTHER}

    assert [area for area, route in routes() if route.kind in told and not route.note] == []


def test_a_condition_has_the_standing_of_its_kind() -> None:
    for area, condition in conditions():
        assert condition.standing is STANDINGS.get(condition.kind, condition.standing), area


def test_a_condition_of_no_common_kind_is_told_in_a_note() -> None:
    found = [(area, rule) for area, rule in conditions() if rule.kind is ConditionKind.OTHER]

    assert len(found) == 128
    assert [area for area, rule in found if not rule.note] == []


def test_only_a_report_wanted_within_the_last_month_is_doubtful() -> None:
    found = [
        (area, rule) for area, rule in conditions() if rule.kind is ConditionKind.RECENT_REPORT
    ]

    assert len(found) == 32
    for area, rule in found:
        assert rule.within, area
        assert (rule.standing is Standing.DOUBTFUL) == (rule.within == ONE_MONTH), area


@EVERY_AREA
def test_no_condition_stands_twice_and_no_step_has_two_clocks(here: Area) -> None:
    found = procedure(here.code)
    asked = [(condition.kind, condition.note) for condition in found.conditions]
    events = [clock.event for clock in found.clocks]

    assert len(asked) == len(set(asked))
    assert len(events) == len(set(events))


def test_a_note_is_short() -> None:
    notes = [(area, route.note) for area, route in routes()]
    notes += [(area, rule.note) for area, rule in conditions()]

    assert [(area, note) for area, note in notes if len((note or "").split()) > LONGEST_NOTE] == []


def test_who_hears_an_appeal_reads_on_in_a_sentence() -> None:
    said = {found.appeal.to for found in procedures() if found.appeal and found.appeal.to}

    assert len(said) > 20
    assert [to for to in said if not re.fullmatch(r"(the|an?) [^()/;.]+", to)] == []


# ---- contacts ----------------------------------------------------------------------


@EVERY_AREA
def test_every_web_address_is_well_formed(here: Area) -> None:
    found = procedure(here.code)
    addresses = [found.contact.form_url, found.source.url if found.source else None]

    for address in filter(None, addresses):
        parts = urlsplit(address)

        assert parts.scheme in {"http", "https"}
        assert "." in parts.netloc
        assert not NOT_IN_AN_ADDRESS.search(address)
        assert parts.port is None or parts.port > 0


@EVERY_AREA
def test_contacts_have_a_british_shape(here: Area) -> None:
    contact = procedure(here.code).contact

    assert contact.email is None or EMAIL.fullmatch(contact.email)
    assert contact.phone is None or re.fullmatch(r"[0-9 ]+", contact.phone)
    assert contact.phone is None or PHONE.fullmatch(contact.phone.replace(" ", ""))
    assert contact.post is None or len(contact.post) >= 15


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, BaseModel):
        return [text for name in type(value).model_fields for text in texts(getattr(value, name))]
    if isinstance(value, tuple):
        return [text for item in value for text in texts(item)]
    return []


@EVERY_AREA
def test_every_text_is_one_tidy_line(here: Area) -> None:
    for text in texts(procedure(here.code)):
        assert text
        assert text == text.strip()
        assert "\n" not in text
        assert text.startswith("http") or not LOCAL_PATH.search(text)
