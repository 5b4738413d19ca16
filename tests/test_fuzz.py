"""Whatever is in a file, opening it gives a case or plain sentences, never a traceback."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from copy import deepcopy
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from hypothesis import example, given
from hypothesis import strategies as st

from selfcheck import cli, clock
from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, Problem, open_case, open_what_can_be_read, save_case
from tests.check_json import Printed
from tests.strategies import TODAY, cases

HEAD = {"format": "selfcheck-case", "version": 1}

# Any text at all: control characters and lone surrogates too.
any_text = st.text(st.characters(), max_size=12)
any_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=12,
)
# The names and values the format knows, in places where they do not belong.
NAMES = [
    *Case.model_fields,
    *("unwanted", "kinds", "harm", "id", "date", "time", "reports", "to", "by", "person"),
]
VALUES = ["yes", "unsure", "police", "2026-02-31", "2026-11-23", "0001-01-01", "24:00", "i1", ""]
any_value = any_json | st.sampled_from(VALUES)


def outcome(data: bytes | str) -> Case | None:
    """Open a file both ways, hold them against each other, and return what opened whole."""
    opened, problems = None, tuple[Problem, ...]()
    try:
        opened = open_what_can_be_read(data, TODAY)
    except CaseFileError as refused:
        problems = refused.problems
    else:
        problems = opened.problems

    assert opened or problems
    assert all(problem.says().endswith(".") for problem in problems)
    if opened:
        assert open_case(save_case(opened.case), TODAY) == opened.case
    return opened.case if opened and not problems else None


# ---- files of anything -----------------------------------------------------------


@given(st.binary(max_size=400))
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe{\x00}\x00")
@example(b"\x00" * 40)
def test_any_bytes_open_or_are_refused_in_words(data: bytes) -> None:
    assert outcome(data) is None


@given(any_text)
def test_any_text_opens_or_is_refused_in_words(data: str) -> None:
    assert outcome(data) is None


@given(any_json)
@example({"format": ["selfcheck-case"], "version": 1})
@example({"format": "selfcheck-case", "version": 1e400})
def test_any_json_opens_or_is_refused_in_words(value: Any) -> None:
    assert outcome(json.dumps(value)) is None


@given(st.dictionaries(st.sampled_from(NAMES) | any_text, any_value, max_size=5))
def test_any_fields_below_the_right_head_open_or_are_told(fields: dict[str, Any]) -> None:
    outcome(json.dumps({**fields, **HEAD}))


@given(
    st.lists(
        st.dictionaries(st.sampled_from(NAMES) | any_text, any_value, max_size=5) | any_value,
        max_size=4,
    )
)
def test_any_incidents_open_or_are_told(incidents: list[Any]) -> None:
    outcome(json.dumps({**HEAD, "incidents": incidents}))


# ---- good files, spoiled ---------------------------------------------------------


def paths(value: Any, above: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside a JSON value."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return [p for key, one in inside for p in [(*above, key), *paths(one, (*above, key))]]


@st.composite
def spoiled(draw: st.DrawFn) -> Any:
    """Return a good file in which values were dropped, replaced or put in at random."""
    raw = json.loads(save_case(draw(cases(most_incidents=3))))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(paths(raw) or [("incidents",)]))
        spoil(draw, raw, path)
    return raw


def spoil(draw: st.DrawFn, raw: Any, path: tuple[Any, ...]) -> None:
    holder = raw
    for step in path[:-1]:
        holder = holder[step]
    what = draw(st.sampled_from(("drop", "replace", "insert", "double")))
    if what == "replace":
        holder[path[-1]] = draw(any_value)
    elif what == "drop":
        del holder[path[-1]]
    elif isinstance(holder, list):
        again = deepcopy(holder[path[-1]])
        holder.insert(path[-1], again if what == "double" else draw(any_value))
    else:
        holder[draw(st.sampled_from(NAMES) | any_text)] = draw(any_value)


@given(spoiled())
def test_a_spoiled_file_opens_or_is_told(raw: Any) -> None:
    outcome(json.dumps(raw))


@given(cases(most_incidents=2), st.data())
def test_a_file_broken_off_anywhere_is_refused_in_words(case: Case, data: st.DataObject) -> None:
    saved = save_case(case)
    # The last two characters are the closing bracket and the line's end.
    length = data.draw(st.integers(0, len(saved) - 2))

    assert outcome(saved[:length]) is None


@given(cases(most_incidents=2), st.data(), st.binary(max_size=3))
def test_bytes_changed_anywhere_open_or_are_told(
    case: Case, data: st.DataObject, new: bytes
) -> None:
    saved = save_case(case)
    place = data.draw(st.integers(0, len(saved)))

    outcome(saved[:place] + new + saved[place + data.draw(st.integers(0, 2)) :])


# ---- and the answer --------------------------------------------------------------


def check(case: Case, *options: str) -> str:
    """Return what `selfcheck check` prints about a case, opened on the tests' day."""
    out, err = io.StringIO(), io.StringIO()
    with TemporaryDirectory() as folder, patch.object(clock, "today", lambda: TODAY):
        file = Path(folder, "case.json")
        file.write_bytes(save_case(case))
        with redirect_stdout(out), redirect_stderr(err):
            status = cli.main(["check", str(file), *options])
    assert (status, err.getvalue()) == (0, "")
    return out.getvalue()


@given(cases(), st.dates(date(2013, 1, 1), date(2030, 12, 31)))
@example(Case(), date(1900, 1, 1))
@example(Case(), date(2100, 12, 31))
def test_check_answers_every_case_on_every_day_in_the_shape_it_promises(
    case: Case, on: date
) -> None:
    printed = Printed.model_validate_json(check(case, "--json", "--on", on.isoformat()))

    assert printed.as_of == on.isoformat()


@given(cases())
def test_check_reports_every_case_in_words(case: Case) -> None:
    assert "As it stood on 22 November 2026" in check(case)
