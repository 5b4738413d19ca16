"""Writes examples/caseload.csv: 500 invented reports, the same each time.

    .venv/bin/python -m tools.build_caseload

The bench makes far longer lists with the same people in `cases_of`.
"""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

TO = Path(__file__).parent.parent / "examples" / "caseload.csv"
LAST = date(2026, 11, 22)
SEED = 20261122
REPORTS = 500
HEADINGS = (
    "Case ref,Council,Incident no,Incident date,Report date,Reported to,Hate incident,Reported by"
).split(",")

# A plain rule, a hate route, several people, days instead of months, Wales, and two by name.
AREAS = "E08000035 E06000018 E08000003 E07000122 W06000015 Leeds Harrow".split()
BODIES = ("police", "council", "housing association", "council", "police", "private landlord")
MISTAKES = (
    {3: "31/02/2026"},
    {4: "03/13/2026"},
    {4: ""},
    {5: "the neighbours"},
    {1: "Nowhere"},
    {0: ""},
)


def main() -> None:
    """Write the example list."""
    dice = random.Random(SEED)  # noqa: S311 - invented people, not secrets
    rows = [row for number in range(REPORTS) for row in case(dice, number)][:REPORTS]
    dice.shuffle(rows)
    for mistake, row in zip(MISTAKES, dice.sample(rows, len(MISTAKES)), strict=True):
        for place, text in mistake.items():
            row[place] = text
    TO.parent.mkdir(exist_ok=True)
    with TO.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([HEADINGS, *rows])
    print(f"{len(rows)} reports in {TO.name}")


def case(dice: random.Random, number: int) -> Iterator[list[str]]:
    """Yield the rows of one case: some incidents, each told once or more."""
    area = dice.choice(AREAS)
    first = LAST - timedelta(days=dice.randrange(400))
    written = "%d/%m/%Y" if dice.random() < 0.3 else "%Y-%m-%d"
    for incident in range(1 + min(int(dice.expovariate(0.25)), 20)):
        happened = first + timedelta(days=dice.randrange(200))
        hate = "yes" if dice.random() < 0.08 else ""
        for _ in range(1 if dice.random() < 0.7 else 2):
            reported = happened + timedelta(days=min(int(dice.expovariate(0.12)), 45))
            if reported > LAST:
                continue
            days = (happened.strftime(written), reported.strftime(written))
            told = dice.choice(BODIES)
            person = dice.choice(("", "", "", "A", "B"))
            yield [f"C{number:06}", area, f"{number}-{incident}", *days, told, hate, person]


if __name__ == "__main__":
    main()
