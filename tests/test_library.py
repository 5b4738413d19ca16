"""The library's face: few names, each with its words, and examples that run."""

from __future__ import annotations

import doctest
import inspect

import pytest

import selfcheck
from selfcheck import periods

FACE = ["Assessment", "Case", "CaseFileError", "assess", "find_area", "open_case", "save_case"]


def test_the_face_is_these_names_and_no_others() -> None:
    assert selfcheck.__all__ == FACE


@pytest.mark.parametrize("name", FACE)
def test_every_name_of_the_face_says_what_it_is(name: str) -> None:
    named = getattr(selfcheck, name)

    assert inspect.getdoc(named)


@pytest.mark.parametrize("module", [selfcheck, periods], ids=lambda module: module.__name__)
def test_the_examples_in_the_words_run(module: object) -> None:
    result = doctest.testmod(module)  # type: ignore[arg-type] # pytest's ids take any object

    assert result.attempted > 0
    assert result.failed == 0
