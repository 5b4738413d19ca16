"""Words nobody should type, and cases full of them: every document must still be sound.

Some cannot stand in a case file, because opening one refuses them. A document may still
get them from what is typed for it alone, so none may rely on that.
"""

from __future__ import annotations

from datetime import date, timedelta

from selfcheck.case import Answers, Body, Case, Incident, Kind, Report, ReportedBy, YesNo
from selfcheck.documents.parts import Details

ON = date(2026, 11, 22)

TEXTS: dict[str, str] = {
    "one word of 10,000 letters": "m" * 10_000,
    "emoji": "He shouted 😡👨‍👩‍👧‍👦🏳️‍🌈 and 🧑🏽‍🦽",
    "Arabic": "صرخ في وجهي في الشارع يوم 3",
    "Hebrew and English": "הוא צעק עליי near the shop",
    "an order of letters turned round": "safe \u202etxet desrever\u202c end",
    "control characters": "a\x00b\x08c\x0bd\x0ce\x1ff\x7fg\x85h",
    "half a pair of surrogates": "a\ud800b",
    "not a character": "a\ufffeb\uffffc",
    "elements": "<w:p><w:r><w:t>x</w:t></w:r></w:p>",
    "a broken element": "</w:t></w:r> & &amp; &#0; <![CDATA[ ]]> <!-- -- >",
    "fields and braces": "{name} {0} {{}} %s %(x)s ${HOME} {=2*3} {{ MERGEFIELD x }}",
    "line ends": "one\r\ntwo\rthree\u2028four\n\n\n\nfive\t\tsix",
    "only spaces": " \n\t \u00a0 ",
    "marks for points": "- not a point\n\n> not a quotation\n\n# no heading",
    "letters on letters": "Z" + "\u0301\u0323\u0489" * 300,
    "not a value": "None",
}


def case_of(text: str, incidents: int = 2) -> Case:
    """Return a case with a text in every field; nothing checks its length or its letters."""
    kept = Report.model_construct(
        id="r",
        date=ON,
        to=Body.POLICE,
        by=ReportedBy.ME,
        person=text,
        reference=text,
        response=text,
    )
    return Case(nation="england", area="E08000003", answers=Answers(distress=YesNo.YES)).model_copy(
        update={
            "reference": text,
            "adviser_notes": text,
            "incidents": tuple(_incident(text, number, kept) for number in range(incidents)),
        }
    )


def details_full_of(text: str) -> Details:
    """Return everything that can be typed for one document alone."""
    return Details(text, text, text, text, text, ON, text, ON, ON, ON)


def _incident(text: str, number: int, report: Report) -> Incident:
    day = ON - timedelta(days=number % 400)
    told = report.model_copy(update={"id": f"i{number}r", "date": day})
    return Incident(id=f"i{number}", date=day, kinds=(Kind.ABUSIVE_LANGUAGE,)).model_copy(
        update={
            "what_happened": text,
            "where": text,
            "effect": text,
            "evidence": text,
            "witnesses": text,
            "reports": (told,),
        }
    )
