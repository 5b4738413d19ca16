"""The Dockerfile, read as text: no daemon builds it here. Its check of health is run."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def instructions() -> list[tuple[str, str]]:
    """Return each instruction of the Dockerfile with what follows it, lines joined."""
    text = (ROOT / "Dockerfile").read_text("utf-8")
    plain = re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).replace("\\\n", " ")
    lines = [line.split(maxsplit=1) for line in plain.splitlines() if line.strip()]
    return [(name, " ".join(rest.split())) for name, rest in lines]


def all_of(name: str) -> list[str]:
    return [rest for found, rest in instructions() if found == name]


def copied() -> set[str]:
    """Return what is copied from the project, the parts from an earlier stage left out."""
    sources = (rest.split()[:-1] for rest in all_of("COPY") if not rest.startswith("--from"))
    return {source for row in sources for source in row}


def health_command(port: int) -> list[str]:
    """Return the check of health, asked of a port with the Python of this test."""
    (check,) = all_of("HEALTHCHECK")
    _, *rest = json.loads(check[check.index("[") :])
    return [sys.executable, *(part.replace("8501", str(port)) for part in rest)]


@contextmanager
def answering(status: int, told: dict[str, bool]) -> Iterator[int]:
    """Yield the port of a server that answers one request about its health."""

    class Health(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/health" else 404)
            self.end_headers()
            self.wfile.write(json.dumps(told).encode())

        def log_message(self, *_: object) -> None:
            """Keep test output clean."""

    server = HTTPServer(("127.0.0.1", 0), Health)
    threading.Thread(target=server.handle_request).start()
    yield server.server_port
    server.server_close()


def test_the_base_is_pinned_to_one_exact_version_in_every_stage() -> None:
    bases = {rest.split(" AS ")[0] for rest in all_of("FROM")}

    assert len(bases) == 1
    assert re.fullmatch(r"python:3\.\d+\.\d+-slim-[a-z]+(@sha256:[0-9a-f]{64})?", bases.pop())


def test_it_runs_as_nobody_special_and_says_its_port() -> None:
    last_stage = instructions()[-9:]

    assert ("USER", "10001:10001") in last_stage
    assert all_of("EXPOSE") == ["8501"]
    assert "--server.port=8501" in all_of("CMD")[0]


def test_everything_is_installed_by_hash_and_nothing_else_is_fetched() -> None:
    first, second = all_of("RUN")

    assert "--require-hashes --requirement requirements.txt" in first
    assert "--no-deps --no-build-isolation" in second
    assert not re.search(r"curl|wget|apt-get|ADD ", " ".join(f"{n} {r}" for n, r in instructions()))


def test_it_holds_no_secret() -> None:
    settings = " ".join([*all_of("ENV"), *all_of("ARG")])

    assert not re.search(r"SECRET|TOKEN|PASSWORD|KEY", settings, re.IGNORECASE)


@pytest.mark.parametrize("source", sorted(copied()))
def test_what_is_copied_is_there_and_is_not_ignored(source: str) -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert (ROOT / source).exists()
    assert f"!{source}" in ignored


def test_nothing_else_is_sent_to_the_builder() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()

    assert lines[1] == "*"
    assert {line[1:] for line in lines if line.startswith("!")} == copied()


@pytest.mark.parametrize(
    ("status", "told", "well"),
    [
        (200, {"ok": True, "full": False}, True),
        (503, {"ok": True, "full": True}, True),
        (503, {"ok": False, "full": False}, False),
    ],
    ids=["serving", "full", "broken"],
)
def test_the_check_of_health_is_told_by_the_app(
    status: int, told: dict[str, bool], well: bool
) -> None:
    with answering(status, told) as port:
        done = subprocess.run(health_command(port), capture_output=True, check=False)

    assert (done.returncode == 0) is well


def test_a_server_that_is_not_there_is_not_well() -> None:
    with answering(200, {"ok": True}) as port:
        subprocess.run(health_command(port), capture_output=True, check=True)

    assert subprocess.run(health_command(port), capture_output=True, check=False).returncode != 0
