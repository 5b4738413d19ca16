"""Where to report, who can help, and that no number is shown that nobody has seen."""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files
from typing import Any

import pytest

from selfcheck.case import Body, Case, Incident, Kind, Nation, Report
from selfcheck.content import words
from selfcheck.definitions import DEFINITIONS
from selfcheck.needs import NEEDS
from selfcheck.organisations import ORGANISATIONS, Organisation, Verified
from selfcheck.signposting import LABELS, REPORT_CODES, in_nation, report_to, report_to_for, support

NUMBER = re.compile(r"\b\d{2,}(?: \d+)*\b")
URGENT = {
    "call_999",
    "crisis_support",
    "tell_police_stalking",
    "tell_police_violence",
    "domestic_abuse",
}


def case(nation: str | None = "england", applicant: str = "self", **answers: Any) -> Case:
    told = {"nation": nation, "applicant": applicant, "answers": answers}
    return Case.model_validate(told)


def organisation(**changed: Any) -> Organisation:
    row = {
        "id": "example",
        "name": "Example",
        "for_whom": "Anyone",
        "phone": "0800 000 000",
        "text": "12345",
        "textphone": "18001 0800 000 000",
        "web": "https://example.org",
        "nations": ["england"],
        "source": "a test",
        "verified": "yes",
    }
    return Organisation.model_validate(row | changed)


# ---- organisations ---------------------------------------------------------------


def test_a_verified_organisation_shows_its_numbers() -> None:
    known = organisation()

    assert (known.phone, known.text, known.textphone) == (
        "0800 000 000",
        "12345",
        "18001 0800 000 000",
    )
    assert known.cautions == ()


def test_an_unverified_number_is_never_shown() -> None:
    unknown = organisation(verified="no")

    assert (unknown.phone, unknown.text, unknown.textphone) == (None, None, None)
    assert "check_website_first" in unknown.cautions


def test_a_number_seen_only_elsewhere_says_to_check_the_website() -> None:
    assert organisation(verified="secondary").phone == "0800 000 000"
    assert organisation(verified="secondary").cautions == ("check_website_first",)


def test_hours_say_to_check_before_calling() -> None:
    assert organisation(hours="Monday to Friday").cautions == ("check_before_calling",)


def test_without_a_nation_only_those_serving_all_four_are_named() -> None:
    assert ORGANISATIONS["samaritans"].serves(None)
    assert not ORGANISATIONS["refuge"].serves(None)


def test_each_organisation_is_suggested_somewhere() -> None:
    by_need = {key for _, keys in NEEDS for key in keys}
    by_urgency = {key for entry in words("urgent").values() for key in entry["do"]}
    # Met while travelling, or only by those who use a textphone for 101.
    listed_only = {"btp", "police_textphone_101"}

    assert set(ORGANISATIONS) == (by_need | by_urgency | REPORT_CODES | listed_only) & set(
        ORGANISATIONS
    )
    assert by_need <= set(ORGANISATIONS)


# ---- where to report -------------------------------------------------------------


def test_every_definition_has_somewhere_to_report_it() -> None:
    assert set(LABELS) == {definition.label for definition in DEFINITIONS}


@pytest.mark.parametrize("label", LABELS)
@pytest.mark.parametrize("nation", [*Nation, None])
def test_every_kind_can_be_reported_in_every_nation(label: str, nation: Nation | None) -> None:
    places = report_to_for(label, nation)

    assert places
    assert set(places) <= REPORT_CODES
    assert all(ORGANISATIONS[p].serves(nation) for p in places if p in ORGANISATIONS)


@pytest.mark.parametrize(
    ("nation", "expected"),
    [
        (Nation.ENGLAND, ("police_101", "true_vision")),
        (Nation.WALES, ("police_101", "true_vision", "wales_hate_centre")),
        (Nation.SCOTLAND, ("police_101", "police_scotland_hate")),
        (Nation.NORTHERN_IRELAND, ("psni", "true_vision")),
        (None, ("police_101",)),
    ],
)
def test_hate_is_reported_to_each_nations_own(
    nation: Nation | None, expected: tuple[str, ...]
) -> None:
    assert report_to_for("hate_incident", nation) == expected


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(KeyError):
        report_to_for("loud_music", Nation.ENGLAND)


@pytest.mark.parametrize("danger", ["yes", "unsure"])
def test_danger_puts_999_first_whatever_it_is(danger: str) -> None:
    places = report_to(case(immediate_danger=danger), ["begging"])

    assert places == ("police_999", "council", "police_101")


def test_violence_puts_999_first_until_danger_is_ruled_out() -> None:
    open_question = report_to(case(relationship="family"), ["violence_or_threats"])
    ruled_out = report_to(case(immediate_danger="no"), ["violence_or_threats"])

    assert open_question[0] == "police_999"
    assert ruled_out == ("police_101", "council")


@pytest.mark.parametrize(
    ("home", "landlords"),
    [
        ("council_tenant", {"social_landlord"}),
        ("housing_association_tenant", {"social_landlord"}),
        ("private_tenant", {"private_landlord"}),
        ("owner", set()),
        ("other", set()),
        (None, set()),
    ],
)
def test_only_a_tenant_is_sent_to_a_landlord(home: str | None, landlords: set[str]) -> None:
    places = report_to(case(home=home), ["other_asb"])

    assert set(places) & {"social_landlord", "private_landlord"} == landlords


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("school", ("school", "police_101")),
        ("work", ("employer", "police_101")),
        ("no", ("police_101",)),
        (None, ("police_101",)),
    ],
)
def test_bullying_goes_to_the_school_or_the_employer_first(
    at: str | None, expected: tuple[str, ...]
) -> None:
    assert report_to(case(school_or_work=at), ["bullying"]) == expected


def test_a_website_is_named_only_when_it_happens_online() -> None:
    online = report_to(case(online="yes"), ["malicious_communications"])
    offline = report_to(case(online="no"), ["malicious_communications"])

    assert online == ("police_101", "phone_provider", "online_platform", "report_harmful_content")
    assert offline == ("police_101", "phone_provider")


def test_the_most_serious_kind_leads_and_no_place_is_named_twice() -> None:
    told = case(home="council_tenant", immediate_danger="no")

    places = report_to(told, ["other_asb", "hate_incident", "harassment"])

    assert places == ("police_101", "true_vision", "social_landlord", "council")


@pytest.mark.parametrize("relationship", ["partner_or_ex", "family"])
def test_domestic_abuse_goes_to_the_police_first_then_to_a_helpline(relationship: str) -> None:
    told = case("northern_ireland", relationship=relationship)

    assert report_to(told, ["other_asb"])[:2] == ("psni", "domestic_abuse_service")


def test_a_case_that_fits_nothing_yet_is_still_told_where_to_go() -> None:
    assert report_to(case(), []) == ("council", "police_101")


# ---- who can help ----------------------------------------------------------------


def test_thoughts_of_self_harm_put_samaritans_and_shout_first() -> None:
    told = case(harm=["thoughts_of_self_harm"], relationship="partner_or_ex")

    assert support(told, ["stalking"])[:2] == ("samaritans", "shout")


@pytest.mark.parametrize(
    ("nation", "first"),
    [
        ("england", "refuge"),
        ("wales", "live_fear_free"),
        ("scotland", "scotland_domestic_abuse"),
        ("northern_ireland", "ni_domestic_sexual_abuse"),
        (None, "gov_report_domestic_abuse"),
    ],
)
def test_domestic_abuse_help_is_the_nations_own(nation: str | None, first: str) -> None:
    assert support(case(nation, relationship="partner_or_ex"), [])[0] == first


def test_stalking_is_sent_to_the_bodies_the_document_names() -> None:
    named = support(case(), ["stalking"])

    assert named[:3] == ("stalking_helpline", "paladin", "suzy_lamplugh_trust")


@pytest.mark.parametrize(
    ("because_of", "helper"),
    [
        ("race", "monitoring_group"),
        ("religion", "cst"),
        ("sexual_orientation", "galop"),
        ("transgender_identity", "gendered_intelligence"),
        ("disability", "mencap"),
        ("age", "hourglass"),
    ],
)
def test_hate_is_met_by_those_who_know_it(because_of: str, helper: str) -> None:
    told = case(targeted_because_of=[because_of])

    assert helper in support(told, ["hate_incident"])
    assert helper not in support(told, ["harassment"])


@pytest.mark.parametrize(
    ("answers", "sent"),
    [
        ({"school_or_work": "school"}, True),
        ({"relationship": "pupil_or_student"}, True),
        ({"relationship": "pupil_or_student", "school_or_work": "work"}, False),
        ({"relationship": "colleague"}, False),
    ],
)
def test_a_child_is_sent_to_childline(answers: dict[str, str], sent: bool) -> None:
    assert ("childline" in support(case(**answers), ["bullying"])) is sent


def test_bullying_at_work_is_sent_to_acas() -> None:
    assert support(case(school_or_work="work"), ["bullying"])[0] == "acas"
    assert "acas" not in support(case(school_or_work="work"), ["begging"])


def test_sexual_pictures_help_is_for_adults_getting_messages_online() -> None:
    adult = support(case(online="yes"), ["malicious_communications"])
    child = support(case(online="yes", school_or_work="school"), ["malicious_communications"])

    assert "revenge_porn_helpline" in adult
    assert "revenge_porn_helpline" not in child


def test_a_business_is_not_sent_to_advice_for_private_people() -> None:
    business = support(case(applicant="business_or_group"), ["anti_social_behaviour"])
    person = support(case(), ["anti_social_behaviour"])

    assert business == ("asb_help",)
    assert person == ("asb_help", "citizens_advice_england")


def test_a_body_that_did_too_little_can_be_taken_to_its_ombudsman() -> None:
    report = Report(id="r1", date=date(2026, 9, 3), to=Body.SOCIAL_LANDLORD)
    incident = Incident(id="i1", date=date(2026, 9, 2), reports=(report,))
    told = case(response="not_enough").model_copy(update={"incidents": (incident,)})

    assert "housing_ombudsman" in support(told, [])
    assert "lgsco" not in support(told, [])


def test_with_no_report_written_down_every_ombudsman_is_named() -> None:
    named = support(case(response="none"), [])

    assert named[-3:] == ("lgsco", "housing_ombudsman", "iopc")


def test_nobody_is_sent_to_an_ombudsman_before_a_body_has_failed() -> None:
    assert "lgsco" not in support(case(response="too_early"), [])


QUIET: dict[str, Any] = {
    "relationship": "neighbour",
    "kinds": ["other_asb"],
    "immediate_danger": "no",
    "threats_or_demands": "no",
    "fear_of_violence": "no",
}


def test_mediation_is_suggested_for_an_ordinary_dispute_between_neighbours() -> None:
    assert "mediation_scotland" in support(case("scotland", **QUIET), ["other_asb"])


@pytest.mark.parametrize(
    "changed",
    [
        {"relationship": "partner_or_ex"},
        {"relationship": "family"},
        {"kinds": ["other_asb", "violence_or_threats"]},
        {"kinds": ["stalking"]},
        {"kinds": ["hate_incident"]},
        {"immediate_danger": "unsure"},
        {"threats_or_demands": "yes"},
        {"fear_of_violence": "unsure"},
        {"obsessive_attention": "yes"},
        {"targeted": "unsure"},
    ],
)
def test_mediation_is_never_suggested_where_it_could_be_dangerous(changed: dict[str, Any]) -> None:
    told = case("scotland", **(QUIET | changed))

    assert "mediation_scotland" not in support(told, ["other_asb"])


def test_mediation_is_never_suggested_where_an_incident_was_hate() -> None:
    hate = Incident(id="i1", date=date(2026, 9, 2), kinds=(Kind.HATE_INCIDENT,))
    told = case("scotland", **QUIET).model_copy(update={"incidents": (hate,)})

    assert "mediation_scotland" not in support(told, ["other_asb"])


@pytest.mark.parametrize("label", ["stalking", "hate_crime", "violence_or_threats"])
def test_mediation_is_never_suggested_beside_a_serious_finding(label: str) -> None:
    assert "mediation_scotland" not in support(case("scotland", **QUIET), ["other_asb", label])


@pytest.mark.parametrize("nation", [*Nation, None])
@pytest.mark.parametrize("label", LABELS)
def test_nobody_is_sent_to_another_nations_helpers(label: str, nation: Nation | None) -> None:
    told = case(nation, response="none", harm=["fear_at_home"], online="yes")

    assert all(ORGANISATIONS[key].serves(nation) for key in support(told, [label]))


# ---- words -----------------------------------------------------------------------


def test_every_place_to_report_has_words_and_every_word_a_place() -> None:
    assert set(words("report_to")) == REPORT_CODES
    assert all(set(entry) == {"title", "text"} for entry in words("report_to").values())


def test_every_organisation_has_words_and_every_word_an_organisation() -> None:
    cautions = {code for known in ORGANISATIONS.values() for code in known.cautions}

    assert set(words("support")["says"]) == set(ORGANISATIONS)
    assert set(words("support")["cautions"]) == cautions


def test_every_urgent_code_says_what_to_do_in_every_nation() -> None:
    entries = words("urgent")

    assert set(entries) == URGENT
    for entry in entries.values():
        assert set(entry["do"]) <= set(ORGANISATIONS) | REPORT_CODES
        assert all(in_nation(entry["do"], nation) for nation in (*Nation, None))


def test_danger_says_how_to_call_without_speaking() -> None:
    text = words("urgent")["call_999"]["text"]

    assert all(means in text for means in ("999", "press 55", "18000", "999 BSL"))


def test_every_number_in_the_words_is_one_that_was_verified() -> None:
    names = ("report_to", "support", "urgent")
    texts = [files("selfcheck.content").joinpath(f"{name}.toml").read_text() for name in names]
    written = set(NUMBER.findall("\n".join(texts)))
    verified = (o for o in ORGANISATIONS.values() if o.verified is Verified.YES)
    fields = "\n".join(f"{o.phone}\n{o.text}\n{o.textphone}" for o in verified)

    # 55 is pressed; 16 and 19 are ages.
    assert written - set(NUMBER.findall(fields)) == {"55", "16", "19"}
