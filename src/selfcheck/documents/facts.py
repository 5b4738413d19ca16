"""What every letter rests on, gathered once from a case and its assessment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from selfcheck import areas, content
from selfcheck.areas import Area
from selfcheck.assessment import Assessment
from selfcheck.case import Applicant, Case, Incident
from selfcheck.complaints import Verdict, told
from selfcheck.documents.parts import Details, blank
from selfcheck.review import Review, ReviewOutcome
from selfcheck.routes import Route, RouteOutcome, resting_on


@dataclass(frozen=True, slots=True)
class Facts:
    """A case as it stood on the day assessed, with what a letter says of it.

    `area` is None where none was chosen or its council had ended. `route` is the one
    the outcome rests on, `rests_on` the reports it counts or that we ask to be counted.
    """

    case: Case
    assessment: Assessment
    details: Details
    area: Area | None
    route: Route | None
    rests_on: frozenset[str]

    @property
    def review(self) -> Review:
        """Return the review."""
        return self.assessment.review

    @property
    def on(self) -> date:
        """Return the day assessed."""
        return self.assessment.on

    @property
    def incidents(self) -> Sequence[Incident]:
        """Return the incidents up to the day, earliest first."""
        return sorted(self.case.incidents, key=lambda incident: incident.date)

    @property
    def place(self) -> str:
        """Return the area's name as it stands in a sentence, or a blank for it."""
        return area_name(self.area) if self.area else blank("council")

    def say(self, words: str, **values: object) -> str:
        """Return a sentence with its values and the words for whom it happens to."""
        voice = content.words("letter")["voice"][speaker(self.case)]
        shown = {k: content.shown(v) if isinstance(v, date) else v for k, v in values.items()}
        return words.format_map({**voice, **shown})


def gather(case: Case, assessment: Assessment, details: Details) -> Facts:
    """Return the facts of a case for one letter."""
    review, known = assessment.review, case.as_it_stood_on(assessment.on)
    route = _deciding(review)
    if review.outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE) and route:
        rests_on = resting_on(route, told(known), assessment.on)
    else:
        qualify = (Verdict.COUNTS, Verdict.SAME_INCIDENT)
        rests_on = frozenset(c.report for c in review.complaints if c.verdict in qualify)
    area = areas.area(case.area) if case.area else None
    standing = None if area is None or area.has_ended(assessment.on) else area
    return Facts(known, assessment, details, standing, route, rests_on)


def speaker(case: Case) -> str:
    """Return the code of who writes: self, on_behalf or business_or_group."""
    return str(case.applicant or Applicant.SELF)


def area_name(area: Area) -> str:
    """Return an area's name as people say it: "Bristol", not "Bristol, City of"."""
    return area.name.removesuffix(", City of").removesuffix(", County of")


def on_day(incident: Incident) -> str:
    """Return the day of an incident written out, "about" where it is not certain."""
    day = content.long_date(incident.date)
    about: str = content.words("documents")["about"]
    return about.format(day=day) if incident.approximate else day


def counted_incidents(facts: Facts, words: dict[str, Any], one: str, day: str, some: str) -> str:
    """Return how many incidents there were and when, by the codes for each way to say it."""
    incidents = facts.incidents
    first, last = on_day(incidents[0]), on_day(incidents[-1])
    code = one if len(incidents) == 1 else day if first == last else some
    return facts.say(words[code], count=len(incidents), first=first, last=last)


def _deciding(review: Review) -> Route | None:
    """Return the counted route the outcome rests on; the ordinary one where none is met."""
    counted = [route for route in review.routes if route.threshold]
    wanted = RouteOutcome.MET if review.outcome is ReviewOutcome.MET else RouteOutcome.ARGUABLE
    found = (route for route in counted if route.outcome is wanted)
    return next(found, counted[0] if counted else None)
