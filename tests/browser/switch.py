"""A switch before the servers, so that a browser keeps one address whichever of them answers."""

from __future__ import annotations

import contextlib
import socket
import threading


class Switch:
    """Passes every connection on to the server it points to; `cut` ends all of them at once."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.door = socket.create_server(("127.0.0.1", 0))
        self.open: set[socket.socket] = set()
        threading.Thread(target=self._receive, daemon=True).start()

    @property
    def address(self) -> str:
        """Return where the browser goes."""
        return f"http://127.0.0.1:{self.door.getsockname()[1]}"

    def cut(self) -> None:
        """End every connection, as a lost line does."""
        for end in tuple(self.open):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Take no more connections."""
        self.door.close()
        self.cut()

    def _receive(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                browser, _ = self.door.accept()
                threading.Thread(target=self._join, args=(browser,), daemon=True).start()

    def _join(self, browser: socket.socket) -> None:
        try:
            server = socket.create_connection(("127.0.0.1", self.to))
        except OSError:  # it is being started again: the browser tries once more
            browser.close()
            return
        self.open |= {browser, server}
        back = threading.Thread(target=_pass_on, args=(server, browser), daemon=True)
        back.start()
        _pass_on(browser, server)
        back.join()
        self.open -= {browser, server}
        browser.close()
        server.close()


def _pass_on(source: socket.socket, target: socket.socket) -> None:
    with contextlib.suppress(OSError):
        while piece := source.recv(65_536):
            target.sendall(piece)
    for end in (source, target):
        with contextlib.suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
