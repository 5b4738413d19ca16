"""The app in real Chromium, started once for each worker; an everyday page to leave to."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.server import Server
from tests.browser.tab import until

expect.set_options(timeout=30_000)


class _Everyday(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        time.sleep(0.4)  # as a site far away: our page still stands while it is awaited
        self.send_response(200)
        self.send_header("content-type", "text/html")
        self.end_headers()
        with contextlib.suppress(BrokenPipeError):  # whoever asked has gone on already
            self.wfile.write(b"<!doctype html><title>Everyday</title><h1>Everyday</h1>")

    def log_message(self, *_: Any) -> None:
        """Keep test output clean."""


@pytest.fixture(scope="session")
def everyday() -> Iterator[str]:
    """Return the address of a site that has nothing to do with the app."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), _Everyday)
    threading.Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}"
    site.shutdown()


@pytest.fixture(scope="session")
def server(everyday: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Return the app as everyone meets it. Do not kill it: others need it."""
    log = tmp_path_factory.mktemp("app") / "log.txt"
    running = Server(log=log, SELFCHECK_EXIT_URL=f"{everyday}/weather").start()
    yield running
    running.kill()


@pytest.fixture
def own_server(everyday: str, tmp_path: Any) -> Iterator[Server]:
    """Return an app of the test's own, which it may kill and start again."""
    running = Server(log=tmp_path / "log.txt", SELFCHECK_EXIT_URL=f"{everyday}/weather").start()
    yield running
    running.kill()


@pytest.fixture
def visit(page: Page) -> Callable[[str, str], None]:
    """Return a function that opens a page of a server and waits until it is drawn."""

    def open_(server: str, path: str) -> None:
        page.goto(f"{server}/{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        at_rest(page)

    return open_


def at_rest(page: Page) -> None:
    """Wait until the run under way has ended, and the tab has put away what came of it.

    What is drawn may be on screen a moment before: a reload in that moment shows it as it was.
    """
    page.wait_for_selector('.stApp[data-test-script-state="notRunning"]')
    until(page, lambda: page.evaluate("selfcheck.isAnswered()"), lambda: "still not answered")


def kept(page: Page) -> dict[str, str]:
    """Return what the tab keeps for the app."""
    found: dict[str, str] = page.evaluate("({ ...sessionStorage })")
    return {key: value for key, value in found.items() if key.startswith("selfcheck:")}
