"""Cut a case into shards for the tab, and put one together from whatever the tab held.

What comes from a tab is input like any other: pydantic checks it, and a damaged shard
costs no more than the fields that cannot be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from selfcheck.case import MAX_INCIDENTS, Answers, Case, Incident
from selfcheck.web.clients import Clients, prefix

INCIDENTS_IN_A_SHARD = 32
_INCIDENT_SHARD = "incidents-"
_CLIENT_SHARD = "client-"
_DRAFT = "draft_"
# What browsers let a tab keep, in UTF-16 units, and when to speak of it.
TAB_HOLDS = 5_200_000
NEARLY_FULL = 4_000_000
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
    at: int | None = None


class Told(NamedTuple):
    """What the tab held, checked."""

    nonce: str
    refused: bool
    case: Case
    drafts: dict[str, Any]
    damaged: bool
    clients: Clients = Clients()


class _PutBy(NamedTuple):
    """A client who is not on screen: one shard, which is told again only when it changes."""

    case: Case
    drafts: dict[str, Any]


class _Index(BaseModel):
    """Which clients there are, and which one is on screen."""

    model_config = ConfigDict(frozen=True)

    open: int = 0
    order: tuple[int, ...] = ()
    last: int = 0


def written(
    case: Case,
    drafts: Mapping[str, Any],
    before: Mapping[str, Shard],
    clients: Clients | None = None,
) -> dict[str, Shard]:
    """Return the shards of a case; those whose part has not changed are taken from before."""
    known = clients or Clients()
    fields = {key: _plain(value) for key, value in drafts.items()}
    parts: dict[str, object] = {"answers": case.model_copy(update={"incidents": ()})}
    for number, theirs in known.put_by.items():
        start = _DRAFT + prefix(number)
        held = {key: fields.pop(key) for key in list(fields) if key.startswith(start)}
        parts[f"{_CLIENT_SHARD}{number}"] = _PutBy(theirs, held)
    if known.open is not None:
        parts["clients"] = _Index(open=known.open, order=known.order, last=known.last)
    parts["drafts"] = fields
    for first in range(0, len(case.incidents), INCIDENTS_IN_A_SHARD):
        name = f"{_INCIDENT_SHARD}{first // INCIDENTS_IN_A_SHARD}"
        parts[name] = case.incidents[first : first + INCIDENTS_IN_A_SHARD]
    return {
        name: before[name]
        if name in before and before[name].of == part
        else Shard(part, _body(part))
        for name, part in parts.items()
    }


def is_large(name: str) -> bool:
    """Say whether a shard of this name may be large: it then goes to the tab by itself."""
    return name.startswith((_INCIDENT_SHARD, _CLIENT_SHARD))


def room_taken(shards: Mapping[str, Shard]) -> int:
    """Return how much of a tab some shards take, in UTF-16 units as browsers count."""
    return sum(_units(name) + _units(shard.body) for name, shard in shards.items())


def room_for(case: Case) -> int:
    """Return how much of a tab a case takes, in UTF-16 units."""
    return _units(_body(_PutBy(case, {})))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def _body(part: object) -> str:
    if isinstance(part, Case):
        return part.model_dump_json(exclude_defaults=True)
    if isinstance(part, _Index):
        return part.model_dump_json()
    if isinstance(part, _PutBy):
        return f'{{"case":{_body(part.case)},"drafts":{_body(part.drafts)}}}'
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
    clients, put_by = reader.clients()
    drafts = reader.drafts() | put_by | _typed(held)
    return Told(held.nonce, held.refused, case, drafts, reader.damaged, clients)


def typed_of(message: object) -> dict[str, str]:
    """Return what a tab says was typed and not yet sent; nothing where it is damaged."""
    try:
        return _typed(_Message.model_validate(message))
    except ValidationError:
        return {}


def moment_of(message: object) -> int | None:
    """Return when a tab says it was back, by its own clock; None where it is damaged."""
    try:
        return _Message.model_validate(message).at
    except ValidationError:
        return None


def _typed(held: _Message) -> dict[str, str]:
    return {key: text for key, text in held.typed.items() if key.startswith(_DRAFT)}


class _Reader:
    """Reads shards one by one and remembers whether anything was damaged."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self.bodies = bodies
        self.damaged = False

    def case(self) -> Case:
        diary = (
            raw
            for number in self._numbers(_INCIDENT_SHARD)
            for raw in self._list(f"{_INCIDENT_SHARD}{number}")
        )
        return self._case(self._object("answers"), diary)

    def drafts(self) -> dict[str, Any]:
        return _fields(self._object("drafts"))

    def clients(self) -> tuple[Clients, dict[str, Any]]:
        """Return the clients, and what is half filled of those who are not on screen."""
        put_by: dict[int, Case] = {}
        drafts: dict[str, Any] = {}
        for number in self._numbers(_CLIENT_SHARD):
            held = self._object(f"{_CLIENT_SHARD}{number}")
            raw, fields = held.get("case"), held.get("drafts")
            if isinstance(raw, dict):
                put_by[number] = self._case(raw, _listed(raw.pop("incidents", [])))
            if isinstance(fields, dict):
                start = _DRAFT + prefix(number)
                drafts |= {k: v for k, v in _fields(fields).items() if k.startswith(start)}
        if not put_by and "clients" not in self.bodies:
            return Clients(), {}
        return self._in_order(put_by), drafts

    def _in_order(self, put_by: dict[int, Case]) -> Clients:
        """Return clients as the index has them; one that is not in it comes last."""
        index = self._part(_Index, self._object("clients")) or _Index()
        last = max(index.last, *put_by, *index.order, 0)
        on_screen = index.open
        if on_screen < 1 or on_screen in put_by:
            on_screen = last = last + 1
            self.damaged = True
        known = {*put_by, on_screen}
        # A client who is named but cannot be read is gone, and that is said.
        self.damaged |= any(number not in known for number in index.order)
        order = dict.fromkeys(n for n in (*index.order, *put_by, on_screen) if n in known)
        return Clients(on_screen, tuple(order), put_by, max(last, on_screen))

    def _numbers(self, shard: str) -> list[int]:
        names = [n.removeprefix(shard) for n in self.bodies if n.startswith(shard)]
        return sorted({int(n) for n in names if n.isdecimal() and len(n) < 10})

    def _case(self, head: dict[str, Any], diary: Iterable[object]) -> Case:
        answers = self._part(Answers, head.pop("answers", {})) or Answers()
        case = self._part(Case, head) or Case()
        read: dict[str, Incident] = {}
        for raw in diary:
            if incident := self._part(Incident, raw):
                read.setdefault(incident.id, incident)
        incidents = tuple(read.values())[:MAX_INCIDENTS]
        return case.model_copy(update={"answers": answers, "incidents": incidents})

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


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _fields(held: dict[str, Any]) -> dict[str, Any]:
    return {key: _rich(value) for key, value in held.items() if key.startswith(_DRAFT)}


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
