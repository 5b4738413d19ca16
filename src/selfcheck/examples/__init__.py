"""Eight invented cases, each telling a different story; titles stand in `content`."""

from __future__ import annotations

from datetime import date
from importlib.resources import files

from selfcheck.case import Case
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


def load(name: str) -> Case:
    """Return an example as a case; FileNotFoundError for a name not in `EXAMPLES`."""
    return open_case(data(name), TOLD_ON)
