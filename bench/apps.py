"""The apps that are compared: ours, the least app untouched, and the least app tuned as ours.

Each is started as the README says, on a port of its own; only what was started is ended.
"""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.browser.server import ROOT, free_port

FLOOR = Path(__file__).parent / "floor"
TODAY = "2026-11-22"
START_WITHIN_SECONDS = 90


class Kind(NamedTuple):
    """One of the apps, by its script; the untouched one is run without our settings."""

    name: str
    script: Path
    our_settings: bool


OURS = Kind("ours", ROOT / "app.py", our_settings=True)
UNTOUCHED = Kind("untouched", FLOOR / "app.py", our_settings=False)
TUNED = Kind("tuned", FLOOR / "tuned.py", our_settings=True)
ALL = (OURS, UNTOUCHED, TUNED)


class App:
    """One running app, with what its process takes."""

    def __init__(self, kind: Kind, elsewhere: Path) -> None:
        self.kind, self.port = kind, free_port()
        # Streamlit reads its settings from the folder it is started in.
        folder = ROOT if kind.our_settings else elsewhere
        command = f"-m streamlit run {kind.script} --server.headless=true --server.port={self.port}"
        self.process = subprocess.Popen(
            [sys.executable, *command.split(), "--server.address=127.0.0.1"],
            cwd=folder,
            env=os.environ | {"SELFCHECK_TODAY": TODAY, "SELFCHECK_MAX_SESSIONS": "5000"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    @property
    def address(self) -> str:
        """Return where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def wait(self) -> None:
        """Wait until it takes visitors in; TimeoutError where it never does."""
        deadline = time.monotonic() + START_WITHIN_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise TimeoutError(f"{self.kind.name} does not start")
            time.sleep(0.01)  # between knocks at the door of a server that is starting

    def _answers(self) -> bool:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            line.request("GET", "/_stcore/health")
            return line.getresponse().status == http.client.OK
        except OSError:
            return False
        finally:
            line.close()

    def megabytes(self) -> float:
        """Return the memory it holds now."""
        pages = int(Path(f"/proc/{self.process.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def processor_seconds(self) -> float:
        """Return how long processors have worked for it."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()


@contextmanager
def running(*kinds: Kind) -> Iterator[list[App]]:
    """Start apps and wait for each; end them all afterwards."""
    with ExitStack() as stack:
        elsewhere = stack.enter_context(tempfile.TemporaryDirectory())
        apps = []
        for kind in kinds:
            apps.append(App(kind, Path(elsewhere)))
            stack.callback(apps[-1].end)
            apps[-1].wait()
        yield apps
