"""Eight invented cases, each telling a different story; titles stand in `content`."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from selfcheck.case import Case, Incident
from selfcheck.casefile import open_case

# The day on which the stories are told: their outcomes hold on this day.
TOLD_ON = date(2026, 11, 22)

EXAMPLES = (
    "clearly_met",
    "one_short",
    "same_incident",
    "lapsed",
    "hate_route",
    "stalking_danger",
    "different_people",
    "scotland",
)


def data(name: str) -> bytes:
    """Return an example as the file a person would have saved."""
    return files(__package__).joinpath(f"{name}.json").read_bytes()


def load(name: str, on: date = TOLD_ON) -> Case:
    """Return an example as a case; FileNotFoundError for a name not in `EXAMPLES`.

    Every date lies as many days before `on` as it lies before `TOLD_ON` in the file, so
    that the story is the same one on whatever day it is opened.
    """
    case = open_case(data(name), TOLD_ON)
    return case.model_copy(update={"incidents": tuple(_moved(i, on) for i in case.incidents)})


def _moved(incident: Incident, on: date) -> Incident:
    later = on - TOLD_ON
    reports = tuple(r.model_copy(update={"date": r.date + later}) for r in incident.reports)
    return incident.model_copy(update={"date": incident.date + later, "reports": reports})
