from __future__ import annotations

from threading import Event
from typing import Any, cast

import pytest

from selfcheck.web import caseload_file, state

LONG = 10


class NextRunError(Exception):
    """As Streamlit ends a run whose owner has tapped."""


def wait_for(work: Any) -> object:
    return cast("object", caseload_file._waited_for(work))


def test_a_run_that_screens_a_list_looks_up_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Event()
    monkeypatch.setattr(state, "here", looked.set)

    assert wait_for(lambda: looked.wait(LONG)) is True


def test_a_tap_while_a_list_is_screened_does_not_wait_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    let_go = Event()
    done = Event()

    def work() -> None:
        let_go.wait(LONG)
        done.set()

    def tapped() -> None:
        raise NextRunError

    monkeypatch.setattr(state, "here", tapped)

    with pytest.raises(NextRunError):
        wait_for(work)
    assert not done.is_set()
    let_go.set()
    assert done.wait(LONG)


def test_what_is_wrong_with_a_list_is_told_by_the_run() -> None:
    def refuse() -> None:
        raise ValueError("row 3")

    with pytest.raises(ValueError, match="row 3"):
        wait_for(refuse)
