"""What the linter found in the areas' files, and the table of coverage, as text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple
from datetime import date

from selfcheck import content
from selfcheck.areas import all_areas
from selfcheck.areas.checking import Level, Remark
from selfcheck.areas.coverage import Coverage


def as_lines(remarks: Sequence[Remark], on: date) -> Iterator[str]:
    """Yield the report: what is wrong first, each thing with its file, then the counts."""
    words = content.words("areas_check")
    yield words["report"]["title"].format(day=content.long_date(on))
    for level in Level:
        here = [remark for remark in remarks if remark.level is level]
        if here:
            yield from ("", words["levels"][level], *map(_line, here))
    yield ""
    if not remarks:
        yield words["report"]["none"]
    counts = {level.value: sum(r.level is level for r in remarks) for level in Level}
    yield words["report"]["sum"].format(areas=len(all_areas()), **counts)


def _line(remark: Remark) -> str:
    says = content.sentence("areas_check", remark.code, **remark.values)
    return f"  {remark.file}: {says}"


def as_table(rows: Iterable[Coverage]) -> Iterator[str]:
    """Yield the table of coverage as Markdown."""
    words = content.words("areas_check")["table"]
    yield _row(words["columns"])
    yield _row(["---", *["---:"] * (len(words["columns"]) - 1)])
    for row in rows:
        region, *counts, oldest = astuple(row)
        seen = content.long_date(oldest) if oldest else ""
        yield _row([region or f"**{words['all']}**", *map(str, counts), seen])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
