"""Measures what people wait for, part by part; see `make bench` and docs/speed.md.

Nothing here is asserted: run a part before and after a change, and compare.
    python -m bench                      every part but the long ones
    python -m bench clicks crowds        some parts
    python -m bench lasting outages      the long ones: memory, and replicas killed
    python -m bench 10000000             one caseload of so many reports
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from rich.console import Console
from rich.table import Table

from bench import caseloads, rules, web

Part = Callable[[], Table]
SHORT: Mapping[str, Part] = {
    "rules": rules.table,
    "caseloads": caseloads.table,
    "clicks": web.clicks_table,
    "visits": web.visits_table,
    "crowds": web.crowds_table,
}
LONG: Mapping[str, Part] = {"lasting": web.lasting_table, "outages": web.outages_table}


def main(asked: list[str]) -> None:
    """Print the table of each part asked for; SystemExit with the names where one is unknown."""
    parts = {**SHORT, **LONG}
    numbers = tuple(int(word) for word in asked if word.isdecimal())
    names = [word for word in asked if not word.isdecimal()]
    if unknown := [name for name in names if name not in parts]:
        sys.exit(f"There is no part {unknown[0]!r}. Parts: {', '.join(parts)}.")
    console = Console(width=110)
    if numbers:
        console.print(caseloads.table(numbers))
    for name in names or (() if numbers else SHORT):
        console.print(parts[name]())
        console.print()


if __name__ == "__main__":
    main(sys.argv[1:])
