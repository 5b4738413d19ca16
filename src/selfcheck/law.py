"""Every provision the rules rest on, once: what to cite, where it is, how it was read.

A link to legislation.gov.uk is pinned to the day of the text that was read, so that
the source cannot move under the rule. The rules in force on a day are `rules_on`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

LAW_CHECKED_ON = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Provision:
    """One source of a rule.

    `basis` says how it was read: "read" in the official text, "secondary" in another
    text that quotes it, "settled" for well-known law that was not read again.
    """

    cite: str
    url: str | None
    basis: Literal["read", "secondary", "settled"] = "read"


_ACT_2014 = "Anti-social Behaviour, Crime and Policing Act 2014"
_ACT_1997 = "Protection from Harassment Act 1997"
_LEGISLATION = "https://www.legislation.gov.uk/ukpga"


def _act_2014(section: str) -> Provision:
    number = section.partition("(")[0]
    url = f"{_LEGISLATION}/2014/12/section/{number}/2025-09-10"
    return Provision(f"{_ACT_2014}, s.{section}", url)


def _act_1997(section: str, basis: Literal["read", "secondary"] = "read") -> Provision:
    number = section.partition("(")[0]
    return Provision(f"{_ACT_1997}, s.{section}", f"{_LEGISLATION}/1997/40/section/{number}", basis)


SOURCES: dict[str, Provision] = {
    "document": Provision("ASB Help, Harassment and Stalking", "https://asbhelp.co.uk"),
    "asbcpa2014.s104.1": _act_2014("104(1)"),
    "asbcpa2014.s104.2": _act_2014("104(2)"),
    "asbcpa2014.s104.4": _act_2014("104(4)"),
    "asbcpa2014.s104.5": _act_2014("104(5)"),
    "asbcpa2014.s104.11": _act_2014("104(11)"),
    "asbcpa2014.s104.12": _act_2014("104(12)"),
    "asbcpa2014.s105.4": _act_2014("105(4)"),
    "pha1997.s1": _act_1997("1"),
    "pha1997.s1.3": _act_1997("1(3)"),
    "pha1997.s2A": _act_1997("2A"),
    "pha1997.s4": _act_1997("4"),
    "pha1997.s4A": _act_1997("4A", "secondary"),
    "pha1997.s7.3": _act_1997("7(3)"),
    "pha1997.s7.5": _act_1997("7(5)"),
    "four": Provision(
        "Police inspectorate, stalking: fixated, obsessive, unwanted and repeated",
        "https://hmicfrs.justiceinspectorates.gov.uk/glossary/stalking/",
    ),
    "hate.shared": Provision(
        "Police and Crown Prosecution Service, shared definition of hate crime",
        "https://www.cps.gov.uk/crime-info/hate-crime",
        "secondary",
    ),
    "sentencing2020.s66": Provision(
        "Sentencing Act 2020, s.66", f"{_LEGISLATION}/2020/17/section/66"
    ),
    "lau": Provision("Lau v DPP [2000] 1 FLR 799", None, "settled"),
    "pratt": Provision("Pratt v DPP [2001] EWHC Admin 483", None, "settled"),
    "curtis": Provision("R v Curtis [2010] EWCA Crim 123", None, "settled"),
    "dodds": Provision("Dodds v Walker [1981] 1 WLR 1027", None),
}


@dataclass(frozen=True, slots=True)
class RuleSet:
    """The rules in force from a day on.

    `policing_body_review` is the duty in the Crime and Policing Act 2026 to hear
    appeals. It stays off until its commencement is established.
    """

    name: str
    starts_on: date
    policing_body_review: bool = False


# SI 2014/2590 art. 3; SI 2026/689, which left section 104 as it was.
RULE_SETS = (
    RuleSet("2014-act/2014-10-20", date(2014, 10, 20)),
    RuleSet("2014-act/2026-06-29", date(2026, 6, 29)),
)


def rules_on(day: date) -> RuleSet | None:
    """Return the rules in force on a day; None before case reviews existed."""
    return next((rules for rules in reversed(RULE_SETS) if rules.starts_on <= day), None)
