"""Start and stop the app as the README says, on a free port; kill only what was started."""

from __future__ import annotations

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
START_WITHIN_SECONDS = 90


class Server:
    """One server of the app; `address` stays the same when it is killed and started again."""

    def __init__(self, *, script: Path = ROOT / "app.py", log: Path, **settings: str) -> None:
        self.script, self.log = script, log
        self.port = free_port()
        self.environment = os.environ | {"SELFCHECK_TODAY": "2026-11-22"} | settings
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Return where it answers."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """Return the number of its process."""
        assert self.process is not None
        return self.process.pid

    def start(self) -> Server:
        """Start it and wait until it is ready."""
        command = f"-m streamlit run {self.script} --server.headless=true"
        where = f"--server.address=127.0.0.1 --server.port={self.port}"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, *command.split(), *where.split()],
                cwd=ROOT,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        deadline = time.monotonic() + START_WITHIN_SECONDS
        while not self.answers():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)  # between knocks at the door of a server that is starting
        return self

    def answers(self) -> bool:
        """Say whether it is ready."""
        try:
            return json.load(self.get("/health")).get("ok") is True
        except (OSError, ValueError):
            return False

    def get(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Return its answer to one plain request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET", path, headers=named)
        return connection.getresponse()

    def kill(self) -> None:
        """End it as a power cut would."""
        if self.process and self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port: int = door.getsockname()[1]
        return port
