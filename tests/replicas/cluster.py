"""Three replicas of the app behind nginx, with the very file people are told to use."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

from tests.browser.server import ROOT, Server, free_port

CONFIG = ROOT / "deploy" / "nginx" / "selfcheck.conf"
PORTS_IN_CONFIG = ("8501", "8502", "8503")
AROUND = """
{user} daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log error;
events {{ worker_connections 1024; }}
http {{ {temporary} include {folder}/site.conf; }}
"""
TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
INSTALL = "nginx is missing. On Debian or Ubuntu run: sudo apt-get install nginx-light"


class Cluster:
    """nginx and its replicas; what a test kills, it starts again."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        shared = "the same for all of them"
        self.replicas = [
            Server(log=folder / f"replica-{n}.log", STREAMLIT_SERVER_COOKIE_SECRET=shared)
            for n in range(3)
        ]
        self.nginx: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Return where nginx answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Cluster:
        """Start the replicas and nginx before them."""
        for replica in self.replicas:
            replica.start()
        program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
        assert program, INSTALL
        main = self.folder / "nginx.conf"
        main.write_text(self._around())
        (self.folder / "site.conf").write_text(self._site())
        self.nginx = subprocess.Popen([program, "-c", str(main)], stderr=subprocess.DEVNULL)
        while not self._answers():
            assert self.nginx.poll() is None, (self.folder / "error.log").read_text()
            time.sleep(0.05)  # between knocks at a door that is about to open
        return self

    def stop(self) -> None:
        """End all of them."""
        if self.nginx:
            self.nginx.terminate()
            self.nginx.wait(10)
        for replica in self.replicas:
            replica.kill()

    def kill_and_start(self) -> None:
        """Restart every replica in turn, each as a power cut would, while the others serve."""
        for replica in self.replicas:
            replica.kill()
            replica.start()

    def _around(self) -> str:
        folders = "".join(f"{name}_temp_path {self.folder}/{name}; " for name in TEMPORARY)
        # Otherwise root's nginx works as somebody who may not write in our folder.
        user = "user root;" if os.geteuid() == 0 else ""
        return AROUND.format(user=user, folder=self.folder, temporary=folders)

    def _site(self) -> str:
        """Return the file as it is shipped, but for the ports and the folder of the cache."""
        text = CONFIG.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        text = text.replace("/var/cache/nginx-selfcheck", f"{self.folder}/cache")
        for port, replica in zip(PORTS_IN_CONFIG, self.replicas, strict=True):
            text = text.replace(f"127.0.0.1:{port} ", f"127.0.0.1:{replica.port} ")
        return text

    def _answers(self) -> bool:
        front = Server(log=self.folder / "unused.log")
        front.port = self.port
        return front.answers()
