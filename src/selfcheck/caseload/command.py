"""`selfcheck screen`: a list in, one row a case out, and a few lines of summary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from selfcheck import content
from selfcheck.caseload.layout import CaseloadError
from selfcheck.caseload.run import screen_long_list
from selfcheck.caseload.summary import Summary, summary
from selfcheck.caseload.writing import ENDINGS, write


@dataclass(frozen=True, slots=True)
class Screening:
    """What somebody asked to have screened, and where the answers go."""

    given: Path
    to: Path
    rejected: Path | None
    engine: str


def run(asked: Screening, on: date, today: date) -> list[str]:
    """Screen a list, write both files, and return the lines that sum it up.

    CaseloadError says what is wrong with the list; OSError comes from the files.
    """
    bad = asked.rejected or asked.to.with_suffix(f".bad{asked.to.suffix}")
    for path in (asked.to, bad):
        if path.suffix not in ENDINGS:
            raise CaseloadError("ending", name=path.name)
    if asked.given.resolve() in (asked.to.resolve(), bad.resolve()):
        raise CaseloadError("same_file")
    with asked.given.open("rb") as file:
        result = screen_long_list(file, on, today, asked.engine)
    write(result.cases, asked.to)
    write(result.rejected, bad)
    return list(_lines(summary(result.cases, result.rejected), result.unused, bad))


def _lines(found: Summary, unused: tuple[str, ...], bad: Path) -> Iterator[str]:
    words = content.words("caseload")["summary"]
    yield words["cases"].format(count=f"{found.cases:,}")
    for outcome, count in found.outcomes.items():
        if count:
            yield f"  {words['outcome'][outcome]}: {count:,}"
    for days, count in found.within.items():
        yield words["within"].format(days=days, count=f"{count:,}")
    if found.no_area:
        yield words["no_area"].format(count=f"{found.no_area:,}")
    rejected = sum(found.rejected.values())
    code = "rejected" if rejected else "none_rejected"
    yield words[code].format(count=f"{rejected:,}", file=bad.name)
    if unused:
        yield words["unused"].format(headings=", ".join(unused))
