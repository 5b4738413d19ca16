"""The organisations people are sent to, as typed data. What each does is in `content/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from selfcheck.case import Nation

HERE = Path(__file__).parent


class Verified(StrEnum):
    """Where the number was seen or, without a number, the web address."""

    YES = "yes"  # on the organisation's own page or a public body's
    SECONDARY = "secondary"  # only on other people's pages
    NO = "no"  # nowhere that can be relied on


class Organisation(BaseModel):
    """One organisation, the nations it serves, and how to reach it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str
    name: str
    for_whom: str
    listed_phone: Annotated[str | None, Field(alias="phone")] = None
    listed_text: Annotated[str | None, Field(alias="text")] = None
    listed_textphone: Annotated[str | None, Field(alias="textphone")] = None
    hours: str | None = None
    hours_seen: str | None = None
    web: Annotated[str, Field(pattern=r"^https?://\S+$")]
    nations: Annotated[frozenset[Nation], Field(min_length=1)]
    source: str
    verified: Verified

    @property
    def phone(self) -> str | None:
        """Return the number to call, or None where there is none or it is unverified."""
        return self._shown(self.listed_phone)

    @property
    def text(self) -> str | None:
        """Return what to text and where, as in "SHOUT to 85258", under the same rule."""
        return self._shown(self.listed_text)

    @property
    def textphone(self) -> str | None:
        """Return the number for a textphone, under the same rule."""
        return self._shown(self.listed_textphone)

    @property
    def cautions(self) -> tuple[str, ...]:
        """Return the codes of what must be said beside the contact details."""
        website = ("check_website_first",) if self.verified is not Verified.YES else ()
        hours = ("check_before_calling",) if self.hours else ()
        return website + hours

    def serves(self, nation: Nation | None) -> bool:
        """Say whether it serves a nation; a nation not yet named needs one serving all four."""
        return nation in self.nations if nation else self.nations == frozenset(Nation)

    def _shown(self, number: str | None) -> str | None:
        return None if self.verified is Verified.NO else number


def _load() -> Mapping[str, Organisation]:
    text = (HERE / "support.toml").read_text("utf-8")
    rows = tomllib.loads(text)
    return MappingProxyType({key: Organisation(id=key, **row) for key, row in rows.items()})


ORGANISATIONS = _load()
