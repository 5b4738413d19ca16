from __future__ import annotations

import pytest

from selfcheck.documents.parts import typed, unturned

# What opens a direction: from left or right, weak and strong; and alone among its neighbours.
LRE, RLE, LRO, RLO, END = "\u202a\u202b\u202d\u202e\u202c"
LRI, RLI, FSI, END_ALL = "\u2066\u2067\u2068\u2069"


@pytest.mark.parametrize("opens", [LRE, RLE, LRO, RLO])
def test_a_direction_that_is_left_open_is_ended(opens: str) -> None:
    assert unturned(f"a{opens}b") == f"a{opens}b{END}"


@pytest.mark.parametrize("opens", [LRI, RLI, FSI])
def test_a_direction_of_its_own_that_is_left_open_is_ended(opens: str) -> None:
    assert unturned(f"a{opens}b") == f"a{opens}b{END_ALL}"


def test_each_of_several_is_ended_the_last_one_first() -> None:
    assert unturned(f"{RLO}a{FSI}b") == f"{RLO}a{FSI}b{END_ALL}{END}"


def test_what_is_ended_already_stays_as_it_is() -> None:
    text = f"{RLO}a{END} {FSI}b{RLE}c{END_ALL} d"

    assert unturned(text) == text


def test_an_end_inside_a_direction_of_its_own_ends_nothing_outside_it() -> None:
    assert unturned(f"{RLO}a{FSI}b{END}c{END_ALL}") == f"{RLO}a{FSI}b{END}c{END_ALL}{END}"


def test_an_end_of_nothing_is_left_alone() -> None:
    assert unturned(f"a{END}b{END_ALL}") == f"a{END}b{END_ALL}"


def test_what_a_person_typed_turns_no_words_of_a_document() -> None:
    assert typed(f" safe {RLO}desrever ") == f"safe {RLO}desrever{END}"
