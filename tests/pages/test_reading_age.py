"""Every screen a resident meets can be read by most: the words shown, with days and names in."""

from __future__ import annotations

import pytest

from tests.pages.screens import RESIDENTS_PAGES, said, screens
from tests.readability import hardest, reading_age, too_long

UNDER = 12


@pytest.mark.parametrize("name", RESIDENTS_PAGES)
def test_every_screen_of_a_page_is_read_under_the_age_of_twelve(name: str) -> None:
    for screen in screens(name):
        found = said(screen)

        assert too_long(found) == []
        assert reading_age(found) < UNDER, hardest(found)
