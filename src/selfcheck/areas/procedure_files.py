"""One TOML file an area: what its own page says about the review."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

from selfcheck.areas.index import area
from selfcheck.areas.spelling import slug
from selfcheck.procedure import Procedure

PROCEDURES = Path(__file__).parent / "procedures"


class UnknownArea(KeyError):
    """No area has this code."""


@cache
def procedure(code: str) -> Procedure:
    """Return an area's procedure; UnknownArea for a code that is not in areas.csv.

    pydantic's ValidationError, or ValueError, says what is wrong in a file edited by hand.
    """
    here = area(code)
    if not here:
        raise UnknownArea(f"no area has the code {code!r}")
    path = file_of(here.name)
    found = Procedure.model_validate(tomllib.loads(path.read_text("utf-8")))
    if (found.code, found.name) != (here.code, here.name):
        raise ValueError(f"{path.name} is about {found.name} ({found.code}), not {here.name}")
    return found


def file_of(name: str) -> Path:
    """Return where the file of an area with this name stands, or would stand."""
    return PROCEDURES / f"{slug(name)}.toml"


def procedure_files() -> list[Path]:
    """Return every file there is, in order of name."""
    return sorted(PROCEDURES.glob("*.toml"))
