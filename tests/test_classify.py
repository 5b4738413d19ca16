"""The document's definitions: what fits, what may fit, and what is said besides."""

from __future__ import annotations

from typing import Any

import pytest

from selfcheck.case import Case, Kind
from selfcheck.classify import classify, is_to_be_shown, labels_that_apply
from selfcheck.content import words
from selfcheck.findings import Finding, Outcome
from selfcheck.law import SOURCES
from tests.stories import case, incident

FITS, MAY, NOT, OPEN = Outcome.FITS, Outcome.MAY_FIT, Outcome.DOES_NOT_FIT, Outcome.NOT_ANSWERED
AGAIN = {"repeated": "yes", "unwanted": "yes"}
HARASSED = {**AGAIN, "from_whom": "one_person", "reasonable_purpose": "no"}


def finding(label: str, found: Case) -> Finding:
    return next(one for one in classify(found) if one.label == label)


def answers(**given: Any) -> Case:
    return case(answers={"distress": None, **given})


@pytest.mark.parametrize(
    ("label", "given", "outcome"),
    [
        ("harassment", HARASSED, FITS),
        ("harassment", {**HARASSED, "from_whom": "one_group"}, FITS),
        ("harassment", {**HARASSED, "from_whom": "unknown"}, MAY),
        ("harassment", {**HARASSED, "two_sided": "yes"}, MAY),
        ("harassment", {**HARASSED, "from_whom": "different_people"}, NOT),
        ("harassment", {**HARASSED, "repeated": "no"}, NOT),
        ("harassment", {**HARASSED, "unwanted": "no"}, NOT),
        ("harassment", {**HARASSED, "reasonable_purpose": "yes"}, NOT),
        ("harassment", {**HARASSED, "reasonable_purpose": "unsure"}, MAY),
        ("harassment", {}, OPEN),
        ("stalking", {**AGAIN, "obsessive_attention": "yes"}, FITS),
        ("stalking", {**AGAIN, "kinds": ["stalking"]}, FITS),
        ("stalking", {**AGAIN, "obsessive_attention": "unsure"}, MAY),
        ("stalking", {**AGAIN, "obsessive_attention": "no"}, NOT),
        ("stalking", {}, OPEN),
        ("hate_incident", {"targeted": "yes"}, FITS),
        ("hate_incident", {"targeted": "no"}, NOT),
        ("hate_incident", {"targeted": "unsure"}, OPEN),
        (
            "hate_crime",
            {
                "targeted": "yes",
                "targeted_because_of": ["disability"],
                "kinds": ["violence_or_threats"],
            },
            FITS,
        ),
        (
            "hate_crime",
            {
                "targeted": "yes",
                "targeted_because_of": ["gender"],
                "kinds": ["violence_or_threats"],
            },
            MAY,
        ),
        ("hate_crime", {"targeted": "no", "kinds": ["violence_or_threats"]}, NOT),
        ("hate_crime", {}, OPEN),
        ("bullying", {**AGAIN, "bullying": "yes"}, FITS),
        ("bullying", {**AGAIN, "school_or_work": "school"}, FITS),
        ("bullying", {**AGAIN, "bullying": "no", "school_or_work": "no"}, NOT),
        ("bullying", {**AGAIN, "bullying": "unsure"}, MAY),
        ("cyber_bullying", {**AGAIN, "bullying": "yes", "online": "yes"}, FITS),
        ("cyber_bullying", {**AGAIN, "bullying": "yes", "online": "no"}, NOT),
        ("cyber_bullying", {**AGAIN, "bullying": "yes"}, MAY),
        ("anti_social_behaviour", {"distress": "yes"}, FITS),
        ("anti_social_behaviour", {"distress": "no"}, NOT),
        ("anti_social_behaviour", {"distress": "unsure"}, OPEN),
        ("begging", {"kinds": ["begging"]}, FITS),
        ("begging", {"kinds": []}, NOT),
        ("begging", {}, OPEN),
    ],
)
def test_a_definition_against_the_answers(
    label: str, given: dict[str, Any], outcome: Outcome
) -> None:
    assert finding(label, answers(**given)).outcome is outcome


def test_there_is_a_finding_for_each_definition_and_kind() -> None:
    labels = [one.label for one in classify(Case())]

    assert labels[:7] == [
        "harassment",
        "stalking",
        "hate_incident",
        "hate_crime",
        "bullying",
        "cyber_bullying",
        "anti_social_behaviour",
    ]
    assert set(labels) >= {kind.value for kind in Kind}
    assert len(labels) == len(set(labels))


def test_nothing_answered_leaves_every_definition_unanswered() -> None:
    assert {one.outcome for one in classify(Case())} == {OPEN}


def test_what_is_missing_is_named_until_the_outcome_is_settled() -> None:
    half = answers(**AGAIN)

    assert finding("harassment", half).missing == ("from_whom", "reasonable_purpose")
    assert finding("harassment", answers(**HARASSED)).missing == ()
    assert finding("harassment", answers(unwanted="no")).missing == ()


def test_what_a_hate_crime_still_waits_for_is_named_in_asking_order() -> None:
    unclear = answers(targeted="unsure", targeted_because_of=[])

    assert finding("hate_crime", unclear).missing == ("targeted", "targeted_because_of", "kinds")


def test_a_finding_carries_its_conditions_weight_and_sources() -> None:
    followed = answers(**AGAIN, stalking_acts=["following"], fear_of_violence="yes")
    found = finding("stalking", followed)

    assert [one.name for one in found.conditions] == ["fixed_attention", "unwanted", "repeated"]
    assert [one.reason.code for one in found.weight] == ["weight_fear", "weight_act_following"]
    assert found.sources == ("document", "pha1997.s2A", "pha1997.s4A", "four")
    assert found.spoken_of


@pytest.mark.parametrize(
    ("label", "given", "shown"),
    [
        ("harassment", HARASSED, True),
        ("harassment", {**HARASSED, "unwanted": "no"}, False),
        ("anti_social_behaviour", {}, False),
        ("cyber_bullying", {**AGAIN, "bullying": "yes"}, True),
        ("cyber_bullying", AGAIN, False),
    ],
)
def test_only_what_fits_or_was_spoken_of_is_shown(
    label: str, given: dict[str, Any], shown: bool
) -> None:
    assert is_to_be_shown(finding(label, answers(**given))) is shown


def test_a_label_that_nothing_points_to_is_not_pressed_on_people() -> None:
    noise = answers(**AGAIN)

    assert finding("stalking", noise).outcome is MAY
    assert not is_to_be_shown(finding("stalking", noise))
    assert labels_that_apply(classify(noise)) == {"harassment"}


def test_a_label_one_is_unsure_of_is_shown() -> None:
    unsure = answers(**AGAIN, obsessive_attention="unsure")

    assert is_to_be_shown(finding("stalking", unsure))


@pytest.mark.parametrize(
    ("label", "given", "notes"),
    [
        ("harassment", HARASSED, ()),
        ("harassment", {**HARASSED, "repeated": "no"}, ("single_incident",)),
        ("stalking", {**AGAIN, "repeated": "no", "kinds": ["stalking"]}, ("single_incident",)),
        ("stalking", {**HARASSED, "two_sided": "yes", "reasonable_purpose": "yes"}, ()),
        ("harassment", {**HARASSED, "two_sided": "yes"}, ("two_sided",)),
        ("harassment", {**HARASSED, "from_whom": "different_people"}, ("different_people",)),
        ("harassment", {**HARASSED, "reasonable_purpose": "yes"}, ("unreasonable_manner",)),
        (
            "harassment",
            {
                "repeated": "no",
                "from_whom": "different_people",
                "two_sided": "yes",
                "reasonable_purpose": "yes",
            },
            ("single_incident", "two_sided", "different_people", "unreasonable_manner"),
        ),
        ("hate_crime", {"targeted_because_of": ["age"]}, ("report_all_the_same",)),
        ("hate_crime", {"targeted_because_of": ["race"]}, ()),
        ("hate_crime", {"targeted": "yes"}, ()),
        ("hate_incident", {"targeted_because_of": ["age"]}, ()),
    ],
)
def test_what_a_result_must_also_say_and_nothing_more(
    label: str, given: dict[str, Any], notes: tuple[str, ...]
) -> None:
    assert finding(label, answers(**given)).notes == notes


@pytest.mark.parametrize(
    ("label", "notes"),
    [
        ("harassment", ("individuals_only",)),
        ("stalking", ("individuals_only",)),
        ("bullying", ()),
        ("hate_crime", ()),
    ],
)
def test_a_business_is_told_which_laws_protect_individuals(
    label: str, notes: tuple[str, ...]
) -> None:
    shop = case(applicant="business_or_group", answers=HARASSED)

    assert finding(label, shop).notes == notes


def test_nothing_is_read_from_free_text() -> None:
    told = case(
        incident("2026-09-02", what_happened="He stalked and threatened me, it is hate crime"),
        answers={"distress": None},
    )

    assert labels_that_apply(classify(told)) == frozenset()


@pytest.mark.parametrize("one", classify(Case()), ids=lambda one: one.label)
def test_every_definition_cites_sources_that_exist(one: Finding) -> None:
    assert one.sources
    assert set(one.sources) <= set(SOURCES)


def test_every_note_has_words_and_every_word_a_note() -> None:
    assert {code.removesuffix("_on_behalf") for code in words("notes")} == {
        "single_incident",
        "two_sided",
        "different_people",
        "unreasonable_manner",
        "individuals_only",
        "report_all_the_same",
    }
