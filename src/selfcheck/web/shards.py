"""Cut a case into shards for the tab, and put one together from whatever the tab held.

What comes from a tab is input like any other: pydantic checks it, and a damaged shard
costs no more than the fields that cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, time
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from selfcheck.case import MAX_INCIDENTS, Answers, Case, Incident

INCIDENTS_IN_A_SHARD = 32
_INCIDENT_SHARD = "incidents-"
_MAX_BODY = 5_000_000

Part = TypeVar("Part", bound=BaseModel)
Text = Annotated[str, Field(max_length=_MAX_BODY)]
_incidents = TypeAdapter(tuple[Incident, ...])


class Shard(NamedTuple):
    """One piece as kept in the tab, with the part of the case it was written from."""

    of: object
    body: str


class _Message(BaseModel):
    """What the tab sends when it is asked."""

    model_config = ConfigDict(extra="ignore")

    nonce: str = ""
    refused: bool = False
    shards: dict[str, Text] = {}
    typed: dict[str, Text] = {}


class Told(NamedTuple):
    """What the tab held, checked."""

    nonce: str
    refused: bool
    case: Case
    drafts: dict[str, Any]
    damaged: bool


def written(case: Case, drafts: Mapping[str, Any], before: Mapping[str, Shard]) -> dict[str, Shard]:
    """Return the shards of a case; those whose part has not changed are taken from before."""
    parts: dict[str, object] = {
        "answers": case.model_copy(update={"incidents": ()}),
        "drafts": {key: _plain(value) for key, value in drafts.items()},
    }
    for start in range(0, len(case.incidents), INCIDENTS_IN_A_SHARD):
        name = f"{_INCIDENT_SHARD}{start // INCIDENTS_IN_A_SHARD}"
        parts[name] = case.incidents[start : start + INCIDENTS_IN_A_SHARD]
    return {
        name: before[name]
        if name in before and before[name].of == part
        else Shard(part, _body(part))
        for name, part in parts.items()
    }


def _body(part: object) -> str:
    if isinstance(part, Case):
        return part.model_dump_json(exclude_defaults=True)
    if isinstance(part, tuple):
        return _incidents.dump_json(part, exclude_defaults=True).decode()
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def read(message: object) -> Told:
    """Return what the tab held; damage is told, never raised."""
    try:
        held = _Message.model_validate(message)
    except ValidationError:
        return Told("", False, Case(), {}, damaged=True)
    reader = _Reader(held.shards)
    case = reader.case()
    return Told(held.nonce, held.refused, case, reader.drafts() | _typed(held), reader.damaged)


def typed_of(message: object) -> dict[str, str]:
    """Return what a tab says was typed and not yet sent; nothing where it is damaged."""
    try:
        return _typed(_Message.model_validate(message))
    except ValidationError:
        return {}


def _typed(held: _Message) -> dict[str, str]:
    return {key: text for key, text in held.typed.items() if key.startswith("draft_")}


class _Reader:
    """Reads shards one by one and remembers whether anything was damaged."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self.bodies = bodies
        self.damaged = False

    def case(self) -> Case:
        head = self._object("answers")
        answers = self._part(Answers, head.pop("answers", {})) or Answers()
        case = self._part(Case, head) or Case()
        return case.model_copy(update={"answers": answers, "incidents": self._diary()})

    def drafts(self) -> dict[str, Any]:
        fields = self._object("drafts")
        return {k: _rich(v) for k, v in fields.items() if k.startswith("draft_")}

    def _diary(self) -> tuple[Incident, ...]:
        read: dict[str, Incident] = {}
        numbers = [n.removeprefix(_INCIDENT_SHARD) for n in self.bodies if _INCIDENT_SHARD in n]
        for number in sorted(int(n) for n in numbers if n.isdecimal()):
            for raw in self._list(f"{_INCIDENT_SHARD}{number}"):
                if incident := self._part(Incident, raw):
                    read.setdefault(incident.id, incident)
        return tuple(read.values())[:MAX_INCIDENTS]

    def _part(self, model: type[Part], raw: object) -> Part | None:
        """Return a part of the case; without the fields that cannot be read, if need be."""
        try:
            return model.model_validate(raw)
        except ValidationError as problem:
            self.damaged = True
            if not isinstance(raw, dict):
                return None
            bad = {error["loc"][0] for error in problem.errors() if error["loc"]}
        try:
            return model.model_validate({k: v for k, v in raw.items() if k not in bad})
        except ValidationError:
            return None

    def _object(self, name: str) -> dict[str, Any]:
        value = self._json(name, "{}")
        return value if isinstance(value, dict) else {}

    def _list(self, name: str) -> list[Any]:
        value = self._json(name, "[]")
        return value if isinstance(value, list) else []

    def _json(self, name: str, empty: str) -> object:
        try:
            value = json.loads(self.bodies.get(name, empty))
        except (ValueError, RecursionError):
            self.damaged = True
            return None
        self.damaged |= type(value) is not type(json.loads(empty))
        return value


def _plain(value: Any) -> Any:
    """Return a field's value as JSON can hold it; days and times are marked as such."""
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, time):
        return {"time": value.isoformat("minutes")}
    return list(value) if isinstance(value, tuple) else value


def _rich(value: Any) -> Any:
    """Return a field's value as its widget holds it; None where it is damaged."""
    try:
        match value:
            case {"date": str(day)}:
                return date.fromisoformat(day)
            case {"time": str(clock)}:
                return time.fromisoformat(clock)
    except ValueError:
        return None
    return None if isinstance(value, dict) else value
