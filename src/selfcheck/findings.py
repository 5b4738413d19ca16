"""What the rules return: values, outcomes and reasons, without words.

Sentences stand in `content/`, keyed by the codes used here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Plain = str | int | date


class Value(StrEnum):
    """A condition's value. Unknown covers "unsure" and "not answered yet" alike."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why, as a code and the values its sentence needs."""

    code: str
    values: Mapping[str, Plain] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """One three-valued question about the case.

    `because` names what it rests on: answers by their name, incidents by their id.
    `settled_by` names the answers that could still turn an unknown into yes or no, and
    `answered` is False where nothing was said about it at all.
    """

    name: str
    value: Value
    reason: Reason
    because: tuple[str, ...] = ()
    settled_by: tuple[str, ...] = ()
    answered: bool = True


class Outcome(StrEnum):
    """How a definition of the document stands against the case."""

    FITS = "fits"
    MAY_FIT = "may_fit"
    DOES_NOT_FIT = "does_not_fit"
    NOT_ANSWERED = "not_answered"


@dataclass(frozen=True, slots=True)
class Finding:
    """One definition, its outcome and everything it rests on.

    `spoken_of` is False where nothing the person said points to this definition in
    particular: it may fit, but only because it has happened more than once, say.
    `missing` names the answers that could still settle the outcome; `notes` are codes of
    things the result must say as well; `sources` are keys of `law.SOURCES`.
    """

    label: str
    outcome: Outcome
    conditions: tuple[Condition, ...]
    spoken_of: bool = True
    weight: tuple[Condition, ...] = ()
    missing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
