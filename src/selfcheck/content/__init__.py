"""The words people read, by the codes the rules return.

Each TOML file here is one list of words: `words("outcomes")["met"]`. A sentence may
hold {names} for the values its reason carries; days are written out in one place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from selfcheck.findings import Plain, Reason

HERE = Path(__file__).parent
MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@cache
def words(name: str) -> Mapping[str, Any]:
    """Return one list of words; FileNotFoundError for a name that has no file."""
    text = (HERE / f"{name}.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def sentence(name: str, code: str, **values: Plain) -> str:
    """Return the sentence for a code with its values filled in, days written out."""
    return str(words(name)[code]).format_map({k: shown(v) for k, v in values.items()})


def say(name: str, reason: Reason) -> str:
    """Return the sentence of a reason."""
    return sentence(name, reason.code, **reason.values)


def shown(value: Plain) -> str:
    """Return a value as people read it: days in full, whole numbers as figures."""
    return long_date(value) if isinstance(value, date) else str(value)


def long_date(day: date) -> str:
    """Return a day written out, as in "2 December 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return a day written out with its weekday, as in "Wednesday 2 December 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {long_date(day)}"
