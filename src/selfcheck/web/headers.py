"""In front of Streamlit: security headers, our document, and compressed scripts.

Plain ASGI: Starlette's own middleware class would sit in the way of the websocket.
"""

from __future__ import annotations

import gzip
import re
from asyncio import shield, wrap_future
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from selfcheck.web import crowd, settings, shell

_TYPES = {".js": "text/javascript", ".css": "text/css"}
_FOREVER = "public, immutable, max-age=31536000"  # their names carry a hash of what is in them
_GZIP = {"content-encoding": "gzip", "vary": "Accept-Encoding"}
_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
# Streamlit's figures about sessions, and its interface for programs: nobody's business.
_CLOSED = re.compile(r"/_stcore/(?:metrics|agent)\b")
_OUR_OWN = "/exit"  # the one HTML page that is not Streamlit's


def policy(host: str) -> str:
    """Return the Content-Security-Policy: this host and no other.

    Scripts are known by their hash or come from this host; "blob:" is how Streamlit loads
    the few lines of a component of ours. Styles are inline because Streamlit's are.
    Older browsers do not count a websocket as 'self', so it is named.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    return (
        "default-src 'none'; base-uri 'self'; form-action 'self'; object-src 'none'; "
        f"script-src 'self' blob: {shell.script_hashes()}; style-src 'self' 'unsafe-inline'; "
        "font-src 'self' data:; img-src 'self' data: blob:; manifest-src 'self'; "
        f"connect-src 'self'{sockets}; frame-ancestors {settings.frame_ancestors()}"
    )


def headers(path: str, host: str) -> dict[str, str]:
    """Return the headers of every answer; all but Streamlit's own files are never stored."""
    fixed = {
        "content-security-policy": policy(host),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
    }
    return fixed if "/static/" in path else fixed | {"cache-control": "no-store"}


class Front:
    """Every HTTP request goes through here; a websocket is counted, and passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer scripts and closed doors here, and dress what Streamlit answers."""
        if scope["type"] == "websocket":
            with crowd.one_more():
                await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        path = scope["path"]
        asked = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        ours = headers(path, asked.get("host", ""))
        if answer := await _answer(scope["method"], path, asked):
            answer.headers.update(ours)
            await answer(scope, receive, send)
            return
        await self.app(scope, receive, _Dressed(send, path, asked, ours))


def pack_ahead() -> None:
    """Begin to compress what every first visit asks for; it goes on in a thread of its own."""
    for path in shell.first_files():
        _packed(path)


async def _answer(method: str, path: str, asked: Mapping[str, str]) -> Response | None:
    if _CLOSED.search(path):
        return PlainTextResponse("Not found", status_code=404)
    if crowd.is_full() and crowd.asks_for_a_page(method, path, asked):
        return crowd.no_room()
    packed = path.startswith("/static/") and _takes_gzip(asked)
    if packed and (packing := _packed(path)):
        body = await shield(wrap_future(packing))  # one who leaves takes it from no other
        kind = _TYPES[path[path.rindex(".") :]]
        return Response(body, media_type=kind, headers=_GZIP | {"cache-control": _FOREVER})
    return None


def _takes_gzip(asked: Mapping[str, str]) -> bool:
    return "gzip" in asked.get("accept-encoding", "")


# In a thread of its own: the largest take long enough to hold up whoever else is served.
_packer = ThreadPoolExecutor(1, "pack")


@cache
def _packing(file: Path) -> Future[bytes]:
    return _packer.submit(_gzip, file)


def _packed(path: str) -> Future[bytes] | None:
    """Return one of Streamlit's scripts or styles, compressed once; None for other paths."""
    file = _file(path)
    return _packing(file) if file else None


def _file(path: str) -> Path | None:
    # Resolved both: an environment may stand behind a link.
    files = shell.STREAMLIT_FILES.resolve()
    file = (files / path.lstrip("/")).resolve()
    inside = file.is_relative_to(files / "static")
    return file if inside and file.suffix in _TYPES and file.is_file() else None


def _gzip(file: Path) -> bytes:
    # Level 9 would take a third longer, for half a percent less.
    return gzip.compress(file.read_bytes(), 6, mtime=0)


@cache
def _document(*, packed: bool) -> bytes:
    html = shell.document().encode()
    return gzip.compress(html, 9, mtime=0) if packed else html


class _Dressed:
    """Sends Streamlit's answer with our headers, and our document in place of its own."""

    def __init__(
        self, send: Send, path: str, asked: Mapping[str, str], ours: Mapping[str, str]
    ) -> None:
        self.send, self.path, self.asked, self.ours = send, path, asked, ours
        self.replaced = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            await self._start(message)
        elif not self.replaced:
            await self.send(message)

    async def _start(self, message: Message) -> None:
        theirs = Headers(raw=message["headers"])
        html = theirs.get("content-type", "").startswith("text/html")
        if html and message["status"] == 200 and not self.path.endswith(_OUR_OWN):
            self.replaced = True
            await self._send_document(theirs.getlist("set-cookie"))
            return
        merged = MutableHeaders(raw=list(message["headers"]))
        merged.update(self.ours)
        await self.send({**message, "headers": merged.raw})

    async def _send_document(self, cookies: list[str]) -> None:
        packed = _takes_gzip(self.asked)
        answer = HTMLResponse(_document(packed=packed), headers=dict(self.ours))
        if packed:
            answer.headers.update(_GZIP)
        for cookie in cookies:
            answer.headers.append("set-cookie", cookie)
        await self.send(
            {"type": "http.response.start", "status": 200, "headers": answer.raw_headers}
        )
        await self.send({"type": "http.response.body", "body": answer.body})
