"""Replicas of the app behind nginx, with the very file people are told to use."""

from __future__ import annotations

import os
import re
import shutil
import socket
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
WEBSOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}
INSTALL = "nginx is missing. On Debian or Ubuntu run: sudo apt-get install nginx-light"


class Cluster:
    """nginx and its replicas; what a test kills, it starts again."""

    def __init__(self, folder: Path, replicas: int = len(PORTS_IN_CONFIG)) -> None:
        self.folder = folder
        self.port = free_port()
        shared = "the same for all of them"
        self.replicas = [
            Server(log=folder / f"replica-{n}.log", STREAMLIT_SERVER_COOKIE_SECRET=shared)
            for n in range(replicas)
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
        self.nginx = start_nginx(self.folder, self._site(), self.port)
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

    def _site(self) -> str:
        """Return the file as it is shipped, but for the ports, their number and the cache."""
        text = CONFIG.read_text("utf-8").replace("listen 80;", f"listen 127.0.0.1:{self.port};")
        text = text.replace("/var/cache/nginx-selfcheck", f"{self.folder}/cache")
        for port, replica in zip(PORTS_IN_CONFIG, self.replicas, strict=False):
            text = text.replace(f"127.0.0.1:{port} ", f"127.0.0.1:{replica.port} ")
        for port in PORTS_IN_CONFIG[len(self.replicas) :]:
            text = re.sub(rf"\n *server 127\.0\.0\.1:{port} .*", "", text)
        return text


def start_nginx(folder: Path, site: str, port: int) -> subprocess.Popen[bytes]:
    """Start nginx with one file of sites, in a folder of its own, and wait until it listens."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    assert program, INSTALL
    folders = "".join(f"{name}_temp_path {folder}/{name}; " for name in TEMPORARY)
    # Otherwise root's nginx works as somebody who may not write in our folder.
    user = "user root;" if os.geteuid() == 0 else ""
    main = folder / "nginx.conf"
    main.write_text(AROUND.format(user=user, folder=folder, temporary=folders))
    (folder / "site.conf").write_text(site)
    nginx = subprocess.Popen([program, "-c", str(main)], stderr=subprocess.DEVNULL)
    while not listens(port):
        assert nginx.poll() is None, (folder / "error.log").read_text()
        time.sleep(0.05)  # between knocks at a door that is about to open
    return nginx


def listens(port: int) -> bool:
    """Say whether anybody answers at a port."""
    with socket.socket() as knock:
        return knock.connect_ex(("127.0.0.1", port)) == 0
