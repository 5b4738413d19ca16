"""Counts what `make mutants` found, file by file; fails where 5 % or more survived."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from mutmut.stats import status_by_exit_code

FOUND = Path("mutants/src/selfcheck")
KINDS = ("killed", "survived", "timeout", "no tests", "not checked")
ROW = "{:<14} {:>7} {:>7} {:>9} {:>8} {:>9} {:>12} {:>6}"
LIMIT = 5.0


def main() -> int:
    """Print the table and every survivor; return 1 where too many live or any is in doubt."""
    statuses = {path.name.removesuffix(".meta"): read(path) for path in FOUND.glob("*.meta")}
    print(ROW.format("file", "mutants", *KINDS, "%"))
    shares = [line(name, Counter(found.values())) for name, found in sorted(statuses.items())]
    for found in statuses.values():
        for mutant, status in found.items():
            if status != "killed":
                print(f"{status}: {mutant}")
    return int(not shares or max(shares) >= LIMIT)


def read(path: Path) -> dict[str, str]:
    """Return each mutant of one file with what became of it."""
    codes = json.loads(path.read_text("utf-8"))["exit_code_by_key"]
    return {mutant: status_by_exit_code[code] for mutant, code in codes.items()}


def line(name: str, counts: Counter[str]) -> float:
    """Print one file's counts; return the share in percent of those not killed."""
    total = counts.total()
    share = 100 * (total - counts["killed"]) / total
    print(ROW.format(name, total, *(counts[kind] for kind in KINDS), f"{share:.1f}"))
    return share


if __name__ == "__main__":
    sys.exit(main())
