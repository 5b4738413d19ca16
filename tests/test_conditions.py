"""Every condition: yes, no and unknown, and what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from selfcheck import conditions as c
from selfcheck import weight as w
from selfcheck.case import Kind
from selfcheck.findings import Condition, Reason, Value
from tests.stories import case, incident

YES, NO, UNKNOWN = Value.YES, Value.NO, Value.UNKNOWN


def told(**answers: Any) -> Any:
    return case(answers={"distress": None, **answers})


# condition, answers, value, reason, what it rests on, what would still settle it
FROM_ANSWERS = [
    (c.unwanted, {"unwanted": "yes"}, YES, "unwanted_yes", "unwanted", ""),
    (c.unwanted, {"unwanted": "no"}, NO, "unwanted_no", "unwanted", ""),
    (c.unwanted, {"unwanted": "unsure"}, UNKNOWN, "unwanted_unsure", "", "unwanted"),
    (c.unwanted, {}, UNKNOWN, "unwanted_unanswered", "", "unwanted"),
    (c.repeated, {"repeated": "yes"}, YES, "repeated_yes", "repeated", ""),
    (c.repeated, {"repeated": "no"}, NO, "repeated_no", "repeated", ""),
    (c.repeated, {"repeated": "unsure"}, UNKNOWN, "repeated_unsure", "", "repeated"),
    (c.repeated, {}, UNKNOWN, "repeated_unanswered", "", "repeated"),
    (c.from_one_party, {"from_whom": "one_person"}, YES, "from_one_party_yes", "from_whom", ""),
    (c.from_one_party, {"from_whom": "one_group"}, YES, "from_one_party_yes", "from_whom", ""),
    (c.from_one_party, {"from_whom": "different_people"}, NO, "from_one_party_no", "from_whom", ""),
    (c.from_one_party, {"from_whom": "unknown"}, UNKNOWN, "from_one_party_unsure", "", "from_whom"),
    (c.from_one_party, {}, UNKNOWN, "from_one_party_unanswered", "", "from_whom"),
    (
        c.from_one_party,
        {"from_whom": "one_person", "two_sided": "yes"},
        UNKNOWN,
        "from_one_party_two_sided",
        "from_whom two_sided",
        "",
    ),
    (
        c.from_one_party,
        {"from_whom": "one_person", "two_sided": "no"},
        YES,
        "from_one_party_yes",
        "from_whom",
        "",
    ),
    (
        c.from_one_party,
        {"from_whom": "different_people", "two_sided": "yes"},
        NO,
        "from_one_party_no",
        "from_whom",
        "",
    ),
    (
        c.no_reasonable_purpose,
        {"reasonable_purpose": "no"},
        YES,
        "no_reasonable_purpose_yes",
        "reasonable_purpose",
        "",
    ),
    (
        c.no_reasonable_purpose,
        {"reasonable_purpose": "yes"},
        NO,
        "no_reasonable_purpose_no",
        "reasonable_purpose",
        "",
    ),
    (
        c.no_reasonable_purpose,
        {"reasonable_purpose": "unsure"},
        UNKNOWN,
        "no_reasonable_purpose_unsure",
        "",
        "reasonable_purpose",
    ),
    (
        c.no_reasonable_purpose,
        {},
        UNKNOWN,
        "no_reasonable_purpose_unanswered",
        "",
        "reasonable_purpose",
    ),
    (
        c.fixed_attention,
        {"obsessive_attention": "yes"},
        YES,
        "fixed_attention_yes",
        "obsessive_attention",
        "",
    ),
    (c.fixed_attention, {"kinds": ["stalking"]}, YES, "fixed_attention_yes", "kinds", ""),
    (
        c.fixed_attention,
        {"obsessive_attention": "no", "stalking_acts": ["following"]},
        YES,
        "fixed_attention_yes",
        "stalking_acts",
        "",
    ),
    (
        c.fixed_attention,
        {"obsessive_attention": "no"},
        NO,
        "fixed_attention_no",
        "obsessive_attention",
        "",
    ),
    (
        c.fixed_attention,
        {"obsessive_attention": "unsure"},
        UNKNOWN,
        "fixed_attention_unsure",
        "",
        "obsessive_attention stalking_acts",
    ),
    (
        c.fixed_attention,
        {},
        UNKNOWN,
        "fixed_attention_unanswered",
        "",
        "obsessive_attention stalking_acts",
    ),
    (c.targeted, {"targeted": "yes"}, YES, "targeted_yes", "targeted", ""),
    (c.targeted, {"kinds": ["hate_incident"]}, YES, "targeted_yes", "kinds", ""),
    (c.targeted, {"targeted_because_of": ["race"]}, YES, "targeted_yes", "targeted_because_of", ""),
    (c.targeted, {"targeted": "no"}, NO, "targeted_no", "targeted", ""),
    (c.targeted, {"targeted": "unsure"}, UNKNOWN, "targeted_unsure", "", "targeted"),
    (c.targeted, {}, UNKNOWN, "targeted_unanswered", "", "targeted"),
    (
        c.national_strand,
        {"targeted_because_of": ["race"]},
        YES,
        "national_strand_yes",
        "targeted_because_of",
        "",
    ),
    (
        c.national_strand,
        {"targeted_because_of": ["age", "religion"]},
        YES,
        "national_strand_yes",
        "targeted_because_of",
        "",
    ),
    (
        c.national_strand,
        {"targeted_because_of": ["transgender_identity"]},
        YES,
        "national_strand_yes",
        "targeted_because_of",
        "",
    ),
    (
        c.national_strand,
        {"targeted_because_of": ["gender"]},
        UNKNOWN,
        "national_strand_other",
        "targeted_because_of",
        "targeted_because_of",
    ),
    (
        c.national_strand,
        {"targeted_because_of": ["age"]},
        UNKNOWN,
        "national_strand_other",
        "targeted_because_of",
        "targeted_because_of",
    ),
    (c.national_strand, {}, UNKNOWN, "national_strand_unanswered", "", "targeted_because_of"),
    (c.may_be_offence, {"kinds": ["violence_or_threats"]}, YES, "may_be_offence_kind", "kinds", ""),
    (
        c.may_be_offence,
        {"kinds": ["malicious_communications"]},
        YES,
        "may_be_offence_kind",
        "kinds",
        "",
    ),
    (
        c.may_be_offence,
        {"kinds": ["abusive_language"]},
        UNKNOWN,
        "may_be_offence_if_public",
        "kinds",
        "",
    ),
    (
        c.may_be_offence,
        {"kinds": ["intimidating_behaviour"]},
        UNKNOWN,
        "may_be_offence_if_public",
        "kinds",
        "",
    ),
    (c.may_be_offence, {}, UNKNOWN, "may_be_offence_unanswered", "", "kinds"),
    (
        c.may_be_offence,
        {
            "repeated": "yes",
            "unwanted": "yes",
            "from_whom": "one_person",
            "reasonable_purpose": "no",
        },
        YES,
        "may_be_offence_harassment",
        "harassment",
        "",
    ),
    (
        c.may_be_offence,
        {"repeated": "yes", "unwanted": "yes", "obsessive_attention": "yes"},
        YES,
        "may_be_offence_stalking",
        "stalking",
        "",
    ),
    (c.picked_on, {"bullying": "yes"}, YES, "picked_on_yes", "bullying", ""),
    (c.picked_on, {"kinds": ["bullying"]}, YES, "picked_on_yes", "kinds", ""),
    (
        c.picked_on,
        {"bullying": "no", "school_or_work": "work"},
        YES,
        "picked_on_yes",
        "school_or_work",
        "",
    ),
    (
        c.picked_on,
        {"bullying": "no", "school_or_work": "no"},
        NO,
        "picked_on_no",
        "bullying school_or_work",
        "",
    ),
    (
        c.picked_on,
        {"bullying": "no"},
        UNKNOWN,
        "picked_on_unanswered",
        "",
        "bullying school_or_work",
    ),
    (
        c.picked_on,
        {"bullying": "unsure", "school_or_work": "no"},
        UNKNOWN,
        "picked_on_unsure",
        "",
        "bullying school_or_work",
    ),
    (c.online, {"online": "yes"}, YES, "online_yes", "online", ""),
    (c.online, {"online": "no"}, NO, "online_no", "online", ""),
    (c.online, {}, UNKNOWN, "online_unanswered", "", "online"),
    (c.distress, {"distress": "yes"}, YES, "distress_yes", "distress", ""),
    (c.distress, {"distress": "no"}, NO, "distress_no", "distress", ""),
    (c.distress, {}, UNKNOWN, "distress_unanswered", "", "distress"),
]


@pytest.mark.parametrize(
    ("rule", "answers", "value", "reason", "rests_on", "settled_by"), FROM_ANSWERS
)
def test_a_condition_from_the_answers(
    rule: c.ConditionRule,
    answers: dict[str, Any],
    value: Value,
    reason: str,
    rests_on: str,
    settled_by: str,
) -> None:
    condition = rule(told(**answers))

    assert (condition.value, condition.reason.code) == (value, reason)
    assert condition.because == tuple(rests_on.split())
    assert condition.settled_by == tuple(settled_by.split())
    assert condition.answered is not reason.endswith("_unanswered")
    assert reason.startswith(condition.name)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        (
            {"kinds": ["begging", "hoax_calls"]},
            Condition("named", YES, Reason("named_yes"), ("kinds",)),
        ),
        ({"kinds": ["hoax_calls"]}, Condition("named", NO, Reason("named_no"), ("kinds",))),
        (
            {},
            Condition("named", UNKNOWN, Reason("named_unanswered"), (), ("kinds",), answered=False),
        ),
    ],
)
def test_a_kind_is_named_or_not_or_not_asked_yet(
    answers: dict[str, Any], expected: Condition
) -> None:
    assert c.named(Kind.BEGGING)(told(**answers)) == expected


# ---- repeated: the diary ---------------------------------------------------------


def test_two_incidents_are_repeated_even_when_the_answer_says_once() -> None:
    told_once = case(incident("2026-09-02"), incident("2026-09-09"), answers={"repeated": "no"})

    reason = Reason("repeated_diary_not_answer", {"count": 2})
    days = ("i2026-09-02", "i2026-09-09")

    assert c.repeated(told_once) == Condition("repeated", YES, reason, days)


def test_one_incident_told_to_two_agencies_is_one_occasion() -> None:
    one = case(
        incident("2026-09-02", "2026-09-03", ("2026-09-04", "council")),
        answers={"repeated": "no"},
    )

    assert c.repeated(one).value is NO


def test_two_entries_for_the_same_moment_are_one_occasion() -> None:
    twice_told = case(
        incident("2026-09-02", time="22:15", id="a"),
        incident("2026-09-02", time="22:15", id="b"),
    )

    assert c.repeated(twice_told).value is UNKNOWN


def test_several_calls_in_minutes_are_repeated() -> None:
    calls = case(
        incident("2026-09-02", time="22:15", id="a"),
        incident("2026-09-02", time="22:19", id="b"),
    )

    assert c.repeated(calls).value is YES


def test_occasions_are_named_in_the_order_they_happened() -> None:
    untidy = case(
        incident("2026-09-09", id="later"),
        incident("2026-09-02", time="22:15", id="night"),
        incident("2026-09-02", time="08:00", id="morning"),
        incident("2026-09-02", id="no-time"),
        answers={"repeated": "yes"},
    )
    reason = Reason("repeated_diary", {"count": 4})
    in_order = ("no-time", "morning", "night", "later")

    assert c.repeated(untidy) == Condition("repeated", YES, reason, in_order)


def test_two_entries_of_one_day_without_a_time_are_two_occasions() -> None:
    two = case(incident("2026-09-02", id="a"), incident("2026-09-02", id="b"))

    assert c.repeated(two).because == ("a", "b")


@pytest.mark.parametrize(
    ("second", "value"),
    [
        ("2026-05-31", YES),  # three months beginning with 1 March end on 31 May
        ("2026-06-01", UNKNOWN),
        ("2026-07-01", UNKNOWN),
    ],
)
def test_two_incidents_three_months_apart_prove_nothing_either_way(
    second: str, value: Value
) -> None:
    # Lau v DPP [2000]; Pratt v DPP [2001].
    spaced = case(incident("2026-03-01"), incident(second), answers={"repeated": "yes"})

    assert c.repeated(spaced).value is value


def test_of_two_far_apart_more_incidents_or_the_answer_could_tell() -> None:
    spaced = case(incident("2026-03-01"), incident("2026-07-01"))

    assert c.repeated(spaced) == Condition(
        "repeated",
        UNKNOWN,
        Reason("repeated_two_far_apart"),
        ("i2026-03-01", "i2026-07-01"),
        ("repeated", "incidents"),
    )


def test_three_incidents_far_apart_are_repeated() -> None:
    spread = case(incident("2025-01-01"), incident("2025-08-01"), incident("2026-03-01"))

    assert c.repeated(spread).value is YES


# ---- what the diary adds elsewhere -------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        (c.fixed_attention, {"kinds": ["stalking"]}),
        (c.targeted, {"targeted": "yes"}),
        (c.targeted, {"kinds": ["hate_incident"]}),
        (c.picked_on, {"kinds": ["bullying"]}),
        (c.named(Kind.BEGGING), {"kinds": ["begging"]}),
        (c.may_be_offence, {"kinds": ["violence_or_threats"]}),
    ],
)
def test_an_incident_alone_can_make_a_condition_yes(
    rule: c.ConditionRule, facts: dict[str, Any]
) -> None:
    condition = rule(case(incident("2026-09-02", **facts)))

    assert condition.value is YES
    assert condition.because == ("i2026-09-02",)


def test_an_incident_that_targeted_someone_outweighs_the_answer_no() -> None:
    condition = c.targeted(case(incident("2026-09-02", targeted="yes"), answers={"targeted": "no"}))

    assert condition.value is YES


def test_everything_that_says_so_is_named_once_the_answers_kinds_first() -> None:
    told_of = case(
        incident("2026-09-02", kinds=["hate_incident"], targeted="yes", id="shouting"),
        incident("2026-09-03", id="noise"),
        incident("2026-09-04", targeted="yes", id="paint"),
        answers={
            "kinds": ["hate_incident"],
            "targeted": "yes",
            "targeted_because_of": ["race"],
        },
    )

    assert c.targeted(told_of).because == (
        "kinds",
        "shouting",
        "paint",
        "targeted",
        "targeted_because_of",
    )


def test_every_sign_of_fixed_attention_is_named() -> None:
    watched = case(
        incident("2026-09-02", kinds=["stalking"]),
        answers={"obsessive_attention": "yes", "stalking_acts": ["following"]},
    )

    assert c.fixed_attention(watched).because == (
        "i2026-09-02",
        "obsessive_attention",
        "stalking_acts",
    )


@pytest.mark.parametrize("place", ["school", "work"])
def test_every_sign_of_being_picked_on_is_named(place: str) -> None:
    bullied = case(
        incident("2026-09-02", kinds=["bullying"]),
        answers={"bullying": "yes", "school_or_work": place},
    )

    assert c.picked_on(bullied).because == ("i2026-09-02", "bullying", "school_or_work")


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"school_or_work": "no"}, "picked_on_unanswered"),
        ({"school_or_work": "unsure"}, "picked_on_unsure"),
        ({"bullying": "no", "school_or_work": "unsure"}, "picked_on_unsure"),
    ],
)
def test_half_an_answer_on_bullying_says_neither_yes_nor_no(
    answers: dict[str, Any], reason: str
) -> None:
    assert c.picked_on(told(**answers)).reason.code == reason


# ---- weight ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "answers", "reasons"),
    [
        (w.threats_or_demands, {"threats_or_demands": "yes"}, ["weight_threats"]),
        (w.threats_or_demands, {"kinds": ["violence_or_threats"]}, ["weight_threats"]),
        (w.threats_or_demands, {"threats_or_demands": "unsure"}, []),
        (w.any_kind, {"kinds": ["begging"]}, ["weight_any_kind"]),
        (w.any_kind, {"kinds": ["other_asb"]}, []),
        (w.fear_of_violence, {"fear_of_violence": "yes"}, ["weight_fear"]),
        (w.fear_of_violence, {"fear_of_violence": "no"}, []),
        (
            w.stalking_acts,
            {"stalking_acts": ["following", "monitoring"]},
            ["weight_act_following", "weight_act_monitoring"],
        ),
        (w.stalking_acts, {}, []),
        (w.effect_on_daily_life, {"harm": ["changed_routine"]}, ["weight_daily_life"]),
        (w.effect_on_daily_life, {"harm": ["money_or_property"]}, []),
        (
            w.characteristics,
            {"targeted_because_of": ["age", "race"]},
            ["weight_targeted_age", "weight_targeted_race"],
        ),
    ],
)
def test_what_adds_weight_is_said_and_nothing_else(
    rule: w.Weight, answers: dict[str, Any], reasons: list[str]
) -> None:
    found = list(rule(told(**answers)))

    assert [condition.reason.code for condition in found] == reasons
    assert all(condition.value is YES for condition in found)
