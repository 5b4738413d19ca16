"""What was wrong with a case file, told plainly: which field, what, and what to do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from selfcheck import content
from selfcheck.findings import Plain

# How much of what was given stands in a sentence about it.
LONGEST_SHOWN = 40

Place = tuple[str | int, ...]
Raw = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that could not be read: where, why (a code) and what the sentence needs.

    `place` is the path in the file, counted from 0 as JSON is; `raw` is the incident as
    it stood in the file, for correction.
    """

    code: str
    place: Place = ()
    values: Mapping[str, Plain] = field(default_factory=dict)
    raw: Raw | None = None

    def says(self) -> str:
        """Return one or two plain sentences: which field, what was wrong, what to do."""
        # The sentence about an unknown field names it, so the place need not.
        place = self.place[:-1] if self.code == "unknown_key" else self.place
        where = ", ".join(_place_words(place))
        what = content.sentence("problems", self.code, **self.values)
        return f"{where}: {what}" if where else what


class CaseFileError(Exception):
    """A case file that was refused; `problems` says why, each with its place."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(problem.says() for problem in problems))
        self.problems = tuple(problems)


def short(given: str) -> str:
    """Return a text from a file, short enough for a sentence and safe to print."""
    text = "".join(character for character in given[:200] if character.isprintable())
    return text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN]}…"


def _place_words(place: Place) -> Iterator[str]:
    """Yield a place in words: incident 3, report 1, date."""
    if place[:1] == ("answers",):
        yield from _answer_words(place)
        return
    names = content.words("problems")["places"]
    for part, following in pairwise((*place, "")):
        if isinstance(part, int):
            continue
        name = names.get(part, short(part))
        if isinstance(following, int):
            yield f"{names.get(f'one_{part}', name)} {following + 1}"
        else:
            yield name


def _answer_words(place: Place) -> Iterator[str]:
    """Yield an answer's place: its name in the file and the question it answers."""
    yield content.words("problems")["places"]["answers"]
    for key in place[1:2]:
        question = content.words("questions").get(str(key))
        yield f"{key} ({question['ask']})" if question else short(str(key))


# ---- pydantic's errors as ours ---------------------------------------------------

_CODES = {
    "extra_forbidden": "unknown_key",
    "missing": "missing",
    "enum": "not_a_choice",
    "string_type": "not_text_value",
    "string_too_long": "text_too_long",
    "string_unicode": "unshowable_text",
    "too_long": "too_many_items",
    "bool_type": "not_true_or_false",
    "tuple_type": "not_a_list",
    "model_type": "not_an_object",
    "model_attributes_type": "not_an_object",
    "not_a_date": "not_a_date",
    "impossible_date": "impossible_date",
    "too_long_ago": "too_long_ago",
    "not_a_time": "not_a_time",
    "bad_id": "bad_id",
    "bad_area": "bad_area",
    "unshowable_text": "unshowable_text",
}
_SHOW_WHAT_WAS_GIVEN = frozenset(
    {"not_a_choice", "not_a_date", "impossible_date", "not_a_time", "bad_id", "bad_area"}
)


def problem(detail: Mapping[str, Any], place: Place = (), raw: Raw | None = None) -> Problem:
    """Return one of pydantic's errors, found below a place, as a problem of ours."""
    code = _CODES.get(detail["type"], "unreadable")
    where: Place = (*place, *detail["loc"])
    values: dict[str, Plain] = {}
    if code == "unknown_key":
        values["key"] = short(str(where[-1]))
    if code in _SHOW_WHAT_WAS_GIVEN:
        values["given"] = _as_given(detail["input"])
    if code == "not_a_choice":
        values["choices"] = detail["ctx"]["expected"].replace("'", "").replace(" or ", ", ")
    if code in ("text_too_long", "too_many_items"):
        values["limit"] = f"{detail['ctx']['max_length']:,}"
    return Problem(code, where, values, raw)


def _as_given(value: object) -> str:
    """Return a value as it stood in the file, short; lists and groups as [] and {}."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    return short(value if isinstance(value, str) else json.dumps(value))
