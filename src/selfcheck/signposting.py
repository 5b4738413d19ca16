"""Where to report, in order, and who can help. Codes only; words are in `content/`."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from selfcheck.case import Answers, Case, Home, Nation, SchoolOrWork, YesNo
from selfcheck.needs import NEEDS, SOCIAL_TENANT, Situation, is_domestic, may_be_in_danger
from selfcheck.organisations import ORGANISATIONS

_NEAR_HOME = ("social_landlord", "council", "private_landlord")

# Where to report each kind, first place first. The labels themselves stand in order of
# urgency: a case with several is told about the most serious one first. Bullying comes
# before harassment because a school or an employer can act where the police may not.
REPORT_TO: dict[str, tuple[str, ...]] = {
    "violence_or_threats": ("police_999", "police_101", *_NEAR_HOME),
    "stalking": ("police_101", "online_platform"),
    "hate_crime": ("police_101", "true_vision", "police_scotland_hate", "wales_hate_centre"),
    "hate_incident": ("police_101", "true_vision", "police_scotland_hate", "wales_hate_centre"),
    "bullying": ("school", "employer", "police_101"),
    "cyber_bullying": (
        "school",
        "employer",
        "online_platform",
        "report_harmful_content",
        "police_101",
    ),
    "harassment": ("police_101", *_NEAR_HOME, "online_platform"),
    "intimidating_behaviour": ("police_101", *_NEAR_HOME),
    "abusive_language": ("police_101", *_NEAR_HOME),
    "malicious_communications": (
        "police_101",
        "phone_provider",
        "online_platform",
        "report_harmful_content",
    ),
    "hoax_calls": ("police_101", "fire_service", "phone_provider"),
    "begging": ("council", "police_101"),
    "anti_social_behaviour": (*_NEAR_HOME, "police_101"),
    "other_asb": (*_NEAR_HOME, "police_101"),
}
LABELS = tuple(REPORT_TO)
REPORT_CODES = frozenset(code for codes in REPORT_TO.values() for code in codes) | {
    "psni",
    "domestic_abuse_service",
}


def report_to_for(label: str, nation: Nation | None) -> tuple[str, ...]:
    """Return where one kind can be reported, in order; KeyError for an unknown label."""
    return in_nation(REPORT_TO[label], nation)


def report_to(case: Case, labels: Collection[str]) -> tuple[str, ...]:
    """Return where this case can be reported, in order, without places that do not apply.

    A case no label fits yet is told where to report anti-social behaviour.
    """
    ordered = sorted(labels or ("anti_social_behaviour",), key=LABELS.index)
    kinds = [code for label in ordered for code in report_to_for(label, case.nation)]
    places = [code for code in (*_first(case), *kinds) if _applies(code, case.answers)]
    return _once(sorted(places, key=lambda code: code != "police_999"))


def in_nation(codes: Iterable[str], nation: Nation | None) -> tuple[str, ...]:
    """Return the places and organisations that serve a nation, in the same order.

    Without a nation, those that serve only some nations are left out.
    """
    served = (code for code in codes if _serves(code, nation))
    return _once(_police(nation) if code == "police_101" else code for code in served)


def _serves(code: str, nation: Nation | None) -> bool:
    known = ORGANISATIONS.get(code)
    return known is None or known.serves(nation)


def _first(case: Case) -> tuple[str, ...]:
    danger = ("police_999",) if may_be_in_danger(case) else ()
    if not is_domestic(case):
        return danger
    return (*danger, _police(case.nation), "domestic_abuse_service")


def _police(nation: Nation | None) -> str:
    return "psni" if nation is Nation.NORTHERN_IRELAND else "police_101"


def _applies(code: str, answers: Answers) -> bool:
    match code:
        case "police_999":
            return answers.immediate_danger is not YesNo.NO
        case "social_landlord":
            return answers.home in SOCIAL_TENANT
        case "private_landlord":
            return answers.home is Home.PRIVATE_TENANT
        case "school" | "employer":
            place = SchoolOrWork.SCHOOL if code == "school" else SchoolOrWork.WORK
            return answers.school_or_work is place
        case "online_platform" | "report_harmful_content":
            return answers.online is YesNo.YES
        case _:
            return True


def support(case: Case, labels: Collection[str]) -> tuple[str, ...]:
    """Return the ids of organisations that can help, most relevant first.

    Without a nation, only organisations that serve all four are named.
    """
    situation = Situation(case, frozenset(labels))
    return in_nation((key for when, keys in NEEDS if when(situation) for key in keys), case.nation)


def _once(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
