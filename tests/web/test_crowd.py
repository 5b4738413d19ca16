"""A full server says so in time, and to people in words that help."""

from __future__ import annotations

import json
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from selfcheck.web import settings
from tests.browser.server import Server

A_PERSON = {"accept": "text/html,application/xhtml+xml"}
HANDSHAKE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    "Sec-WebSocket-Version: 13\r\n\r\n"
)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return an app with room for two."""
    log = tmp_path_factory.mktemp("crowd") / "log.txt"
    running = Server(log=log, SELFCHECK_MAX_SESSIONS="2").start()
    yield running
    running.kill()


@contextmanager
def tab(server: Server) -> Iterator[None]:
    """Keep one tab open."""
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        line.sendall(HANDSHAKE.format(host=f"127.0.0.1:{server.port}").encode())

        assert b"101 Switching Protocols" in line.recv(1024)
        yield


def until_open_tabs(server: Server, count: int) -> None:
    """Wait until the server knows of so many tabs."""
    deadline = time.monotonic() + 20
    while json.load(server.get("/health"))["sessions"] != count:
        assert time.monotonic() < deadline


def test_someone_who_finds_no_room_reads_what_to_do(server: Server) -> None:
    with tab(server), tab(server):
        until_open_tabs(server, 2)
        answer = server.get("/incidents", **A_PERSON)
        page = answer.read().decode()

        assert answer.status == 503
        assert answer.getheader("retry-after") == "30"
        assert answer.getheader("cache-control") == "no-store"
        assert "<h1>Too many people are here just now</h1>" in page
        assert 'href="tel:999"' in page
        assert 'content="30"' in page
        assert "Exit this page" in page


def test_the_health_check_says_so_and_the_server_is_not_ill(server: Server) -> None:
    with tab(server):
        until_open_tabs(server, 1)

        assert server.get("/health").status == 200
        with tab(server):
            until_open_tabs(server, 2)
            answer = server.get("/health")

            assert answer.status == 503
            assert json.load(answer) == {"ok": True, "full": True, "sessions": 2}
            assert server.get("/_stcore/health").status == 200


def test_whoever_is_in_stays_and_comes_back(server: Server) -> None:
    with tab(server), tab(server):
        until_open_tabs(server, 2)

        assert server.get("/_stcore/host-config").status == 200
        assert server.get("/exit", **A_PERSON).status == 200
        with tab(server):
            until_open_tabs(server, 3)


def test_there_is_room_again_once_somebody_leaves(server: Server) -> None:
    with tab(server), tab(server):
        until_open_tabs(server, 2)
    until_open_tabs(server, 0)

    assert server.get("/", **A_PERSON).status == 200


@pytest.mark.parametrize("value", ["0", "-1", "many", "", "1.5"])
def test_a_limit_that_is_no_number_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SELFCHECK_MAX_SESSIONS", value)

    with pytest.raises(ValueError, match="SELFCHECK_MAX_SESSIONS"):
        settings.max_sessions()
