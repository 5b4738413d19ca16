from __future__ import annotations

import pytest

from selfcheck.content import words
from selfcheck.reference import refusal, tidy

TAKEN = ["JB-0412"]


def code(text: str) -> str | None:
    why = refusal(text, TAKEN)
    return why.code if why else None


@pytest.mark.parametrize(
    "text",
    [
        "JB-0413",
        "2026/118",
        "case 14",
        "Case 14",
        "CASE-14",
        "ASB 2026 17",
        "LCC/ASB/0412",
        "file 3",
        "7",
        "CAD 123-14",
        "ref A1",
        "client 12",
        "20261123456",
    ],
)
def test_an_advisers_own_reference_is_taken(text: str) -> None:
    assert code(text) is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("Sarah Jones", "name"),
        ("SARAH JONES", "name"),
        ("Sarah Jones 14", "name"),
        ("Mrs J 14", "name"),
        ("mr b-2", "name"),
        ("Dr 4", "name"),
        ("Ann 2", "name"),
        ("TOM-12", "name"),
        ("Łukasz Żak 2", "name"),
        ("O'Brien McCall 3", "name"),
        ("sarah", "may_be_name"),
        ("Sarah 3", "may_be_name"),
        ("jones-0412", "may_be_name"),
        ("نور 3", "odd_signs"),
        ("0113 496 0000", "phone"),
        ("07700 900123", "phone"),
        ("+44 7700 900123", "phone"),
        ("(020) 7946-0000", "phone"),
        ("7700900123", "phone"),
        ("j@example.org", "email"),
        ("jb412 @ x", "email"),
        ("3/11/1980", "day"),
        ("03-11-80", "day"),
        ("3 Nov 1980", "day"),
        ("JB 3 November 1980", "day"),
        ("1980-11-03", "day"),
        ("03111980", "day"),
        ("JB-19801103", "day"),
        ("LS1 4AP", "address"),
        ("JB ls14ap", "address"),
        ("12 High Street", "address"),
        ("flat 12", "address"),
        ("4 oak rd", "address"),
        ("QQ 12 34 56 C", "personal_number"),
        ("943 476 5919", "personal_number"),
        ("JB", "no_figure"),
        ("case", "no_figure"),
        ("JB_0412", "odd_signs"),
        ("**1**", "odd_signs"),
        ("[1](x)", "odd_signs"),
        ("1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8", "too_long"),
        ("jb-0412", "taken"),
        ("  JB-0412 ", "taken"),
    ],
)
def test_what_could_tell_who_it_is_is_refused_with_its_reason(text: str, why: str) -> None:
    assert code(text) == why


def test_spaces_at_the_ends_and_in_a_row_are_left_out() -> None:
    assert tidy("  case   14 ") == "case 14"


def test_every_reason_says_in_words_what_to_do() -> None:
    texts = words("clients")["refused"]

    for text in ("", "Sarah Jones", "x@y", "07700 900123", "LS1 4AP", "1" * 31, "JB-0412"):
        why = refusal(text, TAKEN)
        assert why
        assert "{" not in texts[why.code].format_map(why.values)
