"""One tab without a browser: it speaks Streamlit's own messages over a real websocket.

It keeps what is on screen from the messages that come, sends what a browser would send, and
says how long each run took. Written for Streamlit 1.67; the messages' shapes are Streamlit's.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from time import perf_counter
from typing import Any, NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE_SECONDS = 30
_FAILED, _RUNS_AGAIN = ForwardMsg.FINISHED_WITH_COMPILE_ERROR, ForwardMsg.FINISHED_EARLY_FOR_RERUN
_EVENTS = "$$STREAMLIT_INTERNAL_KEY_{id}__events"
_STORE = "selfcheck.tab"
_SORRY = 'data-place="failure"'  # of the heading that web/failure.py draws


class Run(NamedTuple):
    """One rerun: seconds from asking to its end, and bytes that came."""

    seconds: float
    bytes_in: int


class Failed(Exception):
    """A run ended badly, or the app showed an error."""


class Tab:
    """A tab of one app; `kept` is what its storage holds for the store of ours."""

    _socket: ClientConnection

    def __init__(self, address: str, page: str = "", cookie: str = "") -> None:
        self.address, self.page = address, page
        self.headers = {"Cookie": cookie} if cookie else {}
        self.kept: dict[str, str] = {}
        self.elements: dict[tuple[int, ...], Any] = {}
        self.values: dict[str, WidgetState] = {}
        self.pages: dict[str, str] = {}
        self._page_hash = ""
        self._messages: dict[str, ForwardMsg] = {}

    async def open(self) -> Run:
        """Open the page; where the app asks what the tab holds, tell it."""
        self._socket = await connect(
            self.address.replace("http", "ws", 1) + "/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            max_size=None,
            compression=None,
            additional_headers=self.headers,
            open_timeout=PATIENCE_SECONDS,
        )
        self.elements.clear()
        self.values.clear()
        self._messages.clear()
        self._page_hash = ""
        first = await self.run(until_asked=True)
        asked = self._store()
        if not asked.get("ask"):
            return first
        told = {"nonce": asked["nonce"], "refused": False, "shards": self.kept, "typed": {}}
        second = await self.tell("held", told)
        if self._store().get("ask"):  # that was the end of the run that asked
            second = await self._until_finished(perf_counter(), until_asked=False)
        return Run(first.seconds + second.seconds, first.bytes_in + second.bytes_in)

    async def close(self) -> None:
        """Close the tab, as a person does: without a word."""
        if hasattr(self, "_socket"):
            await self._socket.close()

    # ---- what a person does ----------------------------------------------------------

    async def click(self, label: str) -> Run:
        """Press a button by its label, or by how its key ends where the label varies."""
        return await self.run(WidgetState(id=self.find("button", label).id, trigger_value=True))

    async def choose(self, label: str, value: object) -> Run:
        """Choose in a field, which runs the app."""
        self.fill(label, value)
        return await self.run()

    def fill(self, label: str, value: object) -> None:
        """Put something into a field, to be sent with the next run."""
        element = self._labelled(label)
        state = WidgetState(id=element.id)
        if isinstance(value, bool):
            state.bool_value = value
        elif isinstance(value, (list, tuple)):
            state.string_array_value.data.extend(value)
        else:
            state.string_value = str(value)
        self.values[element.id] = state

    async def go(self, page: str) -> Run:
        """Follow a link of the menu."""
        self.page = page
        return await self.run(page_hash=self.pages[page])

    async def tell(self, event: str, value: object) -> Run:
        """Send what our part of the page in the browser would tell the app."""
        events = json.dumps([{"event": event, "value": value}])
        name = _EVENTS.format(id=self._component(_STORE).id)
        return await self.run(WidgetState(id=name, json_trigger_value=events))

    # ---- what is on screen -----------------------------------------------------------

    def shown(self, kind: str) -> list[Any]:
        """Return the elements of one kind on screen, in the order they came."""
        return [getattr(e, kind) for e in self.elements.values() if e.WhichOneof("type") == kind]

    def find(self, kind: str, label: str) -> Any:
        """Return the element of a kind with this label; Failed where there is none."""
        for element in self.shown(kind):
            if label in (element.label, element.label.split("\n")[0]):
                return element
        raise Failed(f"no {kind} {label!r} among {[e.label for e in self.shown(kind)]}")

    def _labelled(self, label: str) -> Any:
        for element in self.elements.values():
            kind = element.WhichOneof("type")
            field = getattr(element, kind)
            if kind != "button" and getattr(field, "label", "").split("\n")[0] == label:
                return field
        raise Failed(f"no field {label!r} on the page {self.page!r}")

    def _component(self, name: str) -> Any:
        named = [e for e in self.shown("bidi_component") if e.component_name == name]
        if not named:
            raise Failed(f"no component {name!r} on the page {self.page!r}")
        return named[0]

    def _store(self) -> Mapping[str, Any]:
        named = [e for e in self.shown("bidi_component") if e.component_name == _STORE]
        return dict(json.loads(json.loads(named[0].json)["told"])) if named else {}

    # ---- one run ---------------------------------------------------------------------

    async def run(
        self, *pressed: WidgetState, page_hash: str | None = None, until_asked: bool = False
    ) -> Run:
        """Ask for a run and wait for its end; Failed where the app shows an error.

        `until_asked`: wait no longer than until our app asks what the tab holds.
        """
        asked = BackMsg()
        script = asked.rerun_script
        script.page_script_hash = self._page_hash if page_hash is None else page_hash
        script.page_name = self.page
        script.context_info.timezone = "Europe/London"
        script.context_info.locale = "en-GB"
        script.context_info.url = f"{self.address}/{self.page}"
        script.cached_message_hashes.extend(self._messages)
        script.widget_states.widgets.extend(self.values.values())
        script.widget_states.widgets.extend(pressed)
        start = perf_counter()
        await self._socket.send(asked.SerializeToString())
        return await self._until_finished(start, until_asked=until_asked)

    async def _until_finished(self, start: float, *, until_asked: bool) -> Run:
        bytes_in, seen = 0, set[tuple[int, ...]]()
        while True:
            raw = await asyncio.wait_for(self._socket.recv(decode=False), PATIENCE_SECONDS)
            bytes_in += len(raw)
            message = self._whole(raw)
            kind = message.WhichOneof("type")
            if kind == "delta":
                seen.add(self._take_in(message))
                if until_asked and self._store().get("ask"):
                    return Run(perf_counter() - start, bytes_in)
            elif kind == "new_session":
                self._page_hash = message.new_session.page_script_hash
            elif kind == "navigation":
                pages = message.navigation.app_pages
                self.pages = {page.url_pathname: page.page_script_hash for page in pages}
                self._page_hash = message.navigation.page_script_hash or self._page_hash
            elif kind == "script_finished":
                if message.script_finished == _RUNS_AGAIN:
                    seen.clear()
                    continue
                self._forget_all_but(seen)
                self._complain(message)
                return Run(perf_counter() - start, bytes_in)

    def _whole(self, raw: bytes) -> ForwardMsg:
        """Return a message; one that came before is sent again as its name alone."""
        message: ForwardMsg = ForwardMsg.FromString(raw)
        if message.WhichOneof("type") == "ref_hash":
            before, place = self._messages.get(message.ref_hash), message.metadata
            if before is None:
                raise Failed("the app named a message that never came")
            message = ForwardMsg()
            message.CopyFrom(before)
            message.metadata.CopyFrom(place)
        elif message.metadata.cacheable and message.hash:
            self._messages[message.hash] = message
        return message

    def _take_in(self, message: ForwardMsg) -> tuple[int, ...]:
        path = tuple(message.metadata.delta_path)
        if message.delta.WhichOneof("type") == "new_element":
            element = message.delta.new_element
            self.elements[path] = element
            self._take_value(element)
        return path

    def _take_value(self, element: Any) -> None:
        """Take over the value that the app has set in a field, as a browser does."""
        kind = element.WhichOneof("type")
        field = getattr(element, kind)
        if not getattr(field, "set_value", False):
            return
        if kind in ("text_input", "text_area"):
            self.values[field.id] = WidgetState(id=field.id, string_value=field.value)
        elif kind == "checkbox":
            self.values[field.id] = WidgetState(id=field.id, bool_value=field.value)
        elif kind in ("radio", "selectbox") and field.raw_value:
            self.values[field.id] = WidgetState(id=field.id, string_value=field.raw_value)

    def _forget_all_but(self, seen: set[tuple[int, ...]]) -> None:
        self.elements = {path: e for path, e in self.elements.items() if path in seen}
        fields = (getattr(e, e.WhichOneof("type")) for e in self.elements.values())
        drawn = {getattr(field, "id", None) for field in fields}
        self.values = {name: value for name, value in self.values.items() if name in drawn}
        self.kept |= self._store().get("parts", {})
        for shard in self.shown("bidi_component"):
            if shard.component_name == "selfcheck.shard":
                told = json.loads(shard.json)
                self.kept[told["name"]] = told["body"]

    def _complain(self, message: ForwardMsg) -> None:
        sorry = any(_SORRY in one.body for one in self.shown("html"))
        if message.script_finished == _FAILED or self.shown("exception") or sorry:
            raise Failed(f"an error on the page {self.page!r}")
