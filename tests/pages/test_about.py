from __future__ import annotations

from importlib.metadata import version

import pytest

from selfcheck import examples, law
from selfcheck.web import markup
from tests.pages.told import heading, text
from tests.web.conftest import OpenPage


def test_every_source_is_named_and_linked_where_it_has_a_page(open_page: OpenPage) -> None:
    told = text(open_page("about"))

    for source in law.SOURCES.values():
        assert markup.text(source.cite) in told
        assert source.url is None or f'href="{source.url}"' in told


def test_it_says_how_a_source_was_read(open_page: OpenPage) -> None:
    told = text(open_page("about"))

    assert "Lau v DPP [2000] 1 FLR 799<br>Well known. We did not read it again." in told
    assert "s.4A</a><br>We read what others say of it." in told


def test_it_says_since_when_the_rules_hold_and_when_they_were_checked(open_page: OpenPage) -> None:
    told = text(open_page("about"))

    assert "We last checked the law on 22 November 2026." in told
    assert "have been in force since 29 June 2026." in told


def test_on_an_earlier_day_it_names_the_rules_of_that_day(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SELFCHECK_TODAY", "2026-06-28")

    assert "have been in force since 20 October 2014." in text(open_page("about"))


def test_it_credits_the_data_and_names_the_version(open_page: OpenPage) -> None:
    told = text(open_page("about"))

    assert "Contains OS data © Crown copyright" in told
    assert "Royal Mail copyright" in told
    assert "Open Government Licence v3.0" in told
    assert f"Version {version('selfcheck')}." in told


def test_it_is_the_same_whatever_the_case(open_page: OpenPage) -> None:
    page = open_page("about", examples.load("stalking_danger"))

    assert heading(page) == "About"
    assert "Your privacy" in text(page)
