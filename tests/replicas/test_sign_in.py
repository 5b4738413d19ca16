"""Behind a sign-in, with the file for staff's copy: nobody gets past it, and it loses no answer."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import ROOT, Server, free_port
from tests.replicas.cluster import WEBSOCKET, start_nginx

pytestmark = pytest.mark.replicas

CONFIG = ROOT / "deploy" / "nginx" / "selfcheck-staff.conf"


class SignIn(BaseHTTPRequestHandler):
    """A sign-in that asks for one click; `valid` holds the sign-ins that have not run out."""

    valid: ClassVar[set[str]] = set()

    def do_GET(self) -> None:
        """Say whether a visit is signed in, ask for it, or let it in."""
        asked = urlsplit(self.path)
        back_to = parse_qs(asked.query).get("rd", ["/"])[0]
        match asked.path:
            case "/oauth2/auth":
                mine = SimpleCookie(self.headers.get("Cookie", "")).get("staff")
                self._answer(202 if mine and mine.value in self.valid else 401)
            case "/oauth2/start":
                page = (
                    f'<!doctype html><h1>Council</h1><a href="/oauth2/in?rd={back_to}">Sign in</a>'
                )
                self._answer(200, page, content_type="text/html")
            case _:
                name = f"visit{len(self.valid)}"
                self.valid.add(name)
                self._answer(302, location=back_to, set_cookie=f"staff={name}; Path=/; HttpOnly")

    def _answer(self, status: int, page: str = "", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        with suppress(BrokenPipeError):
            self.wfile.write(page.encode())

    def log_message(self, *_: object) -> None:
        """Keep test output clean."""


class App(BaseHTTPRequestHandler):
    """Stands for the app, and tells which cookies and names it was given."""

    def do_GET(self) -> None:
        """Answer with the headers that came."""
        self.send_response(200)
        self.end_headers()
        told = {name: value for name, value in self.headers.items() if name != "Host"}
        self.wfile.write(str(told).encode())

    def log_message(self, *_: object) -> None:
        """Keep test output clean."""


def serve(handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def site(port: int, app: int, sign_in: int) -> str:
    """Return the file as it is shipped, but for the ports."""
    text = CONFIG.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{port};")
    return text.replace("127.0.0.1:8511", f"127.0.0.1:{app}").replace(
        "127.0.0.1:4180", f"127.0.0.1:{sign_in}"
    )


@pytest.fixture
def sign_in() -> Iterator[int]:
    """Return the port of a sign-in at which nobody is signed in."""
    SignIn.valid.clear()
    server = serve(SignIn)
    yield server.server_port
    server.shutdown()


@pytest.fixture
def staff(tmp_path: Path, sign_in: int) -> Iterator[tuple[int, Server]]:
    """Return the port of nginx, and the app for staff behind it."""
    app = Server(log=tmp_path / "app.log").start()
    port = free_port()
    nginx = start_nginx(tmp_path, site(port, app.port, sign_in), port)
    yield port, app
    nginx.terminate()
    nginx.wait(10)
    app.kill()


def get(port: int, path: str, **headers: str) -> http.client.HTTPResponse:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", path, headers=headers)
    return line.getresponse()


def test_nobody_gets_in_without_signing_in(staff: tuple[int, Server]) -> None:
    port, _ = staff
    page = get(port, "/caseload")

    assert page.status == http.client.FOUND
    assert urlsplit(page.headers["location"]).path == "/oauth2/start"
    assert get(port, "/_stcore/stream", **WEBSOCKET).status == http.client.UNAUTHORIZED
    assert get(port, "/_stcore/host-config").status == http.client.UNAUTHORIZED
    assert get(port, "/oauth2/auth").status == http.client.NOT_FOUND


def test_whoever_is_signed_in_gets_a_connection_under_the_sites_name(
    staff: tuple[int, Server],
) -> None:
    port, _ = staff
    SignIn.valid.add("visit0")
    named = {"Host": "staff.example.org", "Origin": "https://staff.example.org"}
    line = get(port, "/_stcore/stream", Cookie="staff=visit0", **named, **WEBSOCKET)

    assert line.status == http.client.SWITCHING_PROTOCOLS


def test_a_sign_in_that_runs_out_loses_no_answer(page: Page, staff: tuple[int, Server]) -> None:
    port, app = staff
    page.goto(f"http://127.0.0.1:{port}/incidents")
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("button", name="Add an incident").click()
    page.get_by_label("What happened").fill("Shouting on the stairs")
    at_rest(page)
    page.get_by_label("What happened").blur()
    at_rest(page)

    SignIn.valid.clear()
    app.kill()
    app.start()
    page.reload()
    expect(page.get_by_role("heading", name="Council")).to_be_visible()
    page.get_by_role("link", name="Sign in").click()

    expect(page.get_by_label("What happened")).to_have_value("Shouting on the stairs")


def test_the_app_is_not_told_who_signed_in(tmp_path: Path, sign_in: int) -> None:
    SignIn.valid.add("visit0")
    app = serve(App)
    port = free_port()
    nginx = start_nginx(tmp_path, site(port, app.server_port, sign_in), port)
    told = get(port, "/", Cookie="staff=visit0; _streamlit_xsrf=its-own").read().decode()
    nginx.terminate()
    nginx.wait(10)
    app.shutdown()

    assert "its-own" in told
    assert "visit0" not in told
