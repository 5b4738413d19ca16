"""Every condition: yes, no and unknown, and what it rests on."""

from __future__ import annotations

from typing import Any

import pytest

from selfcheck import conditions as c
from selfcheck import weight as w
from selfcheck.case import Kind
from selfcheck.findings import Value
from tests.stories import case, incident

YES, NO, UNKNOWN = Value.YES, Value.NO, Value.UNKNOWN


def told(**answers: Any) -> Any:
    return case(answers={"distress": None, **answers})


# condition, answers, value, reason
FROM_ANSWERS = [
    (c.unwanted, {"unwanted": "yes"}, YES, "unwanted_yes"),
    (c.unwanted, {"unwanted": "no"}, NO, "unwanted_no"),
    (c.unwanted, {"unwanted": "unsure"}, UNKNOWN, "unwanted_unsure"),
    (c.unwanted, {}, UNKNOWN, "unwanted_unanswered"),
    (c.repeated, {"repeated": "yes"}, YES, "repeated_yes"),
    (c.repeated, {"repeated": "no"}, NO, "repeated_no"),
    (c.repeated, {"repeated": "unsure"}, UNKNOWN, "repeated_unsure"),
    (c.repeated, {}, UNKNOWN, "repeated_unanswered"),
    (c.from_one_party, {"from_whom": "one_person"}, YES, "from_one_party_yes"),
    (c.from_one_party, {"from_whom": "one_group"}, YES, "from_one_party_yes"),
    (c.from_one_party, {"from_whom": "different_people"}, NO, "from_one_party_no"),
    (c.from_one_party, {"from_whom": "unknown"}, UNKNOWN, "from_one_party_unsure"),
    (c.from_one_party, {}, UNKNOWN, "from_one_party_unanswered"),
    (
        c.from_one_party,
        {"from_whom": "one_person", "two_sided": "yes"},
        UNKNOWN,
        "from_one_party_two_sided",
    ),
    (c.from_one_party, {"from_whom": "one_person", "two_sided": "no"}, YES, "from_one_party_yes"),
    (
        c.from_one_party,
        {"from_whom": "different_people", "two_sided": "yes"},
        NO,
        "from_one_party_no",
    ),
    (c.no_reasonable_purpose, {"reasonable_purpose": "no"}, YES, "no_reasonable_purpose_yes"),
    (c.no_reasonable_purpose, {"reasonable_purpose": "yes"}, NO, "no_reasonable_purpose_no"),
    (
        c.no_reasonable_purpose,
        {"reasonable_purpose": "unsure"},
        UNKNOWN,
        "no_reasonable_purpose_unsure",
    ),
    (c.no_reasonable_purpose, {}, UNKNOWN, "no_reasonable_purpose_unanswered"),
    (c.fixed_attention, {"obsessive_attention": "yes"}, YES, "fixed_attention_yes"),
    (c.fixed_attention, {"kinds": ["stalking"]}, YES, "fixed_attention_yes"),
    (
        c.fixed_attention,
        {"obsessive_attention": "no", "stalking_acts": ["following"]},
        YES,
        "fixed_attention_yes",
    ),
    (c.fixed_attention, {"obsessive_attention": "no"}, NO, "fixed_attention_no"),
    (c.fixed_attention, {"obsessive_attention": "unsure"}, UNKNOWN, "fixed_attention_unsure"),
    (c.fixed_attention, {}, UNKNOWN, "fixed_attention_unanswered"),
    (c.targeted, {"targeted": "yes"}, YES, "targeted_yes"),
    (c.targeted, {"kinds": ["hate_incident"]}, YES, "targeted_yes"),
    (c.targeted, {"targeted_because_of": ["race"]}, YES, "targeted_yes"),
    (c.targeted, {"targeted": "no"}, NO, "targeted_no"),
    (c.targeted, {"targeted": "unsure"}, UNKNOWN, "targeted_unsure"),
    (c.targeted, {}, UNKNOWN, "targeted_unanswered"),
    (c.national_strand, {"targeted_because_of": ["race"]}, YES, "national_strand_yes"),
    (c.national_strand, {"targeted_because_of": ["age", "religion"]}, YES, "national_strand_yes"),
    (
        c.national_strand,
        {"targeted_because_of": ["transgender_identity"]},
        YES,
        "national_strand_yes",
    ),
    (c.national_strand, {"targeted_because_of": ["gender"]}, UNKNOWN, "national_strand_other"),
    (c.national_strand, {"targeted_because_of": ["age"]}, UNKNOWN, "national_strand_other"),
    (c.national_strand, {}, UNKNOWN, "national_strand_unanswered"),
    (c.may_be_offence, {"kinds": ["violence_or_threats"]}, YES, "may_be_offence_kind"),
    (c.may_be_offence, {"kinds": ["malicious_communications"]}, YES, "may_be_offence_kind"),
    (c.may_be_offence, {"kinds": ["abusive_language"]}, UNKNOWN, "may_be_offence_if_public"),
    (c.may_be_offence, {"kinds": ["intimidating_behaviour"]}, UNKNOWN, "may_be_offence_if_public"),
    (c.may_be_offence, {}, UNKNOWN, "may_be_offence_unanswered"),
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
    ),
    (
        c.may_be_offence,
        {"repeated": "yes", "unwanted": "yes", "obsessive_attention": "yes"},
        YES,
        "may_be_offence_stalking",
    ),
    (c.picked_on, {"bullying": "yes"}, YES, "picked_on_yes"),
    (c.picked_on, {"kinds": ["bullying"]}, YES, "picked_on_yes"),
    (c.picked_on, {"bullying": "no", "school_or_work": "work"}, YES, "picked_on_yes"),
    (c.picked_on, {"bullying": "no", "school_or_work": "no"}, NO, "picked_on_no"),
    (c.picked_on, {"bullying": "no"}, UNKNOWN, "picked_on_unanswered"),
    (c.picked_on, {"bullying": "unsure", "school_or_work": "no"}, UNKNOWN, "picked_on_unsure"),
    (c.online, {"online": "yes"}, YES, "online_yes"),
    (c.online, {"online": "no"}, NO, "online_no"),
    (c.online, {}, UNKNOWN, "online_unanswered"),
    (c.distress, {"distress": "yes"}, YES, "distress_yes"),
    (c.distress, {"distress": "no"}, NO, "distress_no"),
    (c.distress, {}, UNKNOWN, "distress_unanswered"),
    (c.named(Kind.BEGGING), {"kinds": ["begging"]}, YES, "named_yes"),
    (c.named(Kind.BEGGING), {"kinds": ["hoax_calls"]}, NO, "named_no"),
    (c.named(Kind.BEGGING), {}, UNKNOWN, "named_unanswered"),
]


@pytest.mark.parametrize(("rule", "answers", "value", "reason"), FROM_ANSWERS)
def test_a_condition_from_the_answers(
    rule: c.ConditionRule, answers: dict[str, Any], value: Value, reason: str
) -> None:
    condition = rule(told(**answers))

    assert (condition.value, condition.reason.code) == (value, reason)


@pytest.mark.parametrize(("rule", "answers", "value", "reason"), FROM_ANSWERS)
def test_a_condition_says_what_it_rests_on_or_what_would_settle_it(
    rule: c.ConditionRule, answers: dict[str, Any], value: Value, reason: str
) -> None:
    condition = rule(told(**answers))

    assert condition.answered is not reason.endswith("_unanswered")
    assert condition.because or condition.settled_by
    assert value is UNKNOWN or (condition.because and not condition.settled_by)


# ---- repeated: the diary ---------------------------------------------------------


def test_two_incidents_are_repeated_even_when_the_answer_says_once() -> None:
    told_once = case(incident("2026-09-02"), incident("2026-09-09"), answers={"repeated": "no"})

    condition = c.repeated(told_once)

    assert condition.value is YES
    assert condition.reason.code == "repeated_diary_not_answer"
    assert condition.because == ("i2026-09-02", "i2026-09-09")


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
