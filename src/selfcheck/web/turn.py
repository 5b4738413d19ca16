"""One run at a time: whoever clicked first is drawn first.

Python works for one thread at a time. Many runs at once would change places every few
milliseconds, each as late as the last, and the changing itself costs a tenth of them all.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

# One run that hangs must not hold up all others for good.
PATIENCE_SECONDS = 5.0

_turn = threading.Lock()
_of_this_run = threading.local()


@contextmanager
def taken() -> Iterator[None]:
    """Hold the turn while a run draws; after a while without one, go on all the same."""
    _take()
    try:
        yield
    finally:
        _give_back()


@contextmanager
def lent() -> Iterator[None]:
    """Let others draw while this run waits for seconds, as for a database; then take it again."""
    had_it = _give_back()
    try:
        yield
    finally:
        if had_it:
            _take()


def _take() -> None:
    _of_this_run.has_it = _turn.acquire(timeout=PATIENCE_SECONDS)


def _give_back() -> bool:
    had_it: bool = getattr(_of_this_run, "has_it", False)
    _of_this_run.has_it = False
    if had_it:
        _turn.release()
    return had_it
