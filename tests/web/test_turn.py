from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from selfcheck.web import turn

LONG = 10


@contextmanager
def another_run() -> Iterator[Future[None]]:
    """Begin a run on a thread of its own, which ends once it has had its turn."""

    def run() -> None:
        with turn.taken():
            pass

    with ThreadPoolExecutor(1) as threads:
        yield threads.submit(run)


def test_a_run_waits_until_the_one_before_it_has_been_drawn() -> None:
    begun = Event()
    drawn: list[str] = []

    def second() -> None:
        begun.set()
        with turn.taken():
            drawn.append("second")

    with ThreadPoolExecutor(1) as threads:
        with turn.taken():
            waiting = threads.submit(second)
            assert begun.wait(LONG)
            drawn.append("first")
        waiting.result(LONG)

    assert drawn == ["first", "second"]


def test_a_run_that_hangs_does_not_hold_up_the_others_for_good(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turn, "PATIENCE_SECONDS", 0.01)

    with turn.taken(), another_run() as other:
        other.result(LONG)
        with another_run() as third:
            third.result(LONG)
    with another_run() as after:
        after.result(LONG)


def test_a_run_that_breaks_off_gives_its_turn_back() -> None:
    with pytest.raises(KeyboardInterrupt), turn.taken():
        raise KeyboardInterrupt

    with another_run() as other:
        other.result(LONG)


def test_others_are_drawn_while_a_run_waits_for_something_else() -> None:
    with turn.taken():
        with turn.lent(), another_run() as other:
            other.result(LONG)
        assert turn._turn.locked()

    assert not turn._turn.locked()


def test_what_has_no_turn_has_none_to_lend() -> None:
    with turn.lent():
        assert not turn._turn.locked()
    assert not turn._turn.locked()
