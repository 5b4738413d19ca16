"""Whole caseloads: how long a screening takes beside merely reading and writing the list.

Each run is a process of its own, so that its memory can be read at its end.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import NamedTuple

import duckdb
from rich.table import Table

REPORTS = (10_000, 100_000, 1_000_000)
A_CASE = 8.33  # reports, so that a million come from 120,000 cases
AS_OF = "2026-11-22"
SEED = 20261122

# Believable rather than random: an incident has one day, a case one area.
_ROWS = """
COPY (
  WITH numbered AS (
    SELECT hash(i, {seed}) % {cases} AS n, hash(i, {seed}, 'incident') % 7 AS incident,
      hash(i, {seed}, 'delay') % 36 AS delay, hash(i, {seed}, 'told') % 10 AS told
    FROM range({reports}) AS t(i)
  ), dated AS (
    SELECT *, DATE '2025-05-01' + (hash(n, incident, {seed}) % 560)::INTEGER AS happened
    FROM numbered
  )
  SELECT
    printf('C%07d', n) AS "case",
    (['E08000035', 'E06000018', 'E08000003', 'E07000122', 'Leeds'])[1 + (hash(n) % 5)::INTEGER]
      AS area,
    printf('I%d-%d', n, incident) AS incident,
    happened AS happened_on,
    least(happened + delay::INTEGER, DATE '2026-11-22') AS reported_on,
    CASE WHEN told < 5 THEN 'police' WHEN told < 9 THEN 'council' ELSE 'school' END AS told,
    CASE WHEN hash(n, incident) % 15 = 0 THEN 'yes' ELSE '' END AS hate,
    CASE WHEN told % 4 = 0 THEN 'A' ELSE '' END AS person
  FROM dated
) TO '{to}' (HEADER)
"""
_COPY = "import duckdb; duckdb.execute(\"COPY (FROM read_csv('{given}', all_varchar = true))"
_COPY += " TO '{to}' (HEADER)\")"


class Run(NamedTuple):
    """How long one process took, in seconds, and the most memory it held, in megabytes.

    A busy machine makes the seconds longer, but not those of its processors.
    """

    seconds: float
    cpu_seconds: float
    megabytes: float


class Measure(NamedTuple):
    """One length of list: reading and writing it, and screening it."""

    reports: int
    copied: Run
    screened: Run


def measures(reports: tuple[int, ...] = REPORTS) -> Iterator[Measure]:
    """Yield each length measured; the files stand in a folder that goes when it is done."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for count in reports:
            given, to = Path(folder, "in.csv"), Path(folder, "out.csv")
            write_list(given, count)
            copy = [sys.executable, "-c", _COPY.format(given=given, to=to)]
            screen = [sys.executable, "-m", "selfcheck", "screen", str(given), "-o", str(to)]
            yield Measure(count, _run(copy), _run([*screen, "--on", AS_OF]))


def write_list(to: Path, reports: int) -> None:
    """Write a list of that many reports, the same each time."""
    cases = max(int(reports / A_CASE), 1)
    duckdb.execute(_ROWS.format(seed=SEED, reports=reports, cases=cases, to=to))


def _run(command: list[str]) -> Run:
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[1:4]} ended with {process.returncode}")
    return Run(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / 1_000)


def table(lengths: tuple[int, ...] = REPORTS) -> Table:
    """Return how long whole caseloads take beside reading and writing them."""
    columns = ("caseload", "copied s", "screened s", "ratio", "CPU s", "peak MB", "growth")
    table = Table(*columns, box=None, pad_edge=False)
    before: float | None = None
    for found in measures(lengths):
        seconds = found.screened.seconds
        table.add_row(
            f"{found.reports:,} reports",
            f"{found.copied.seconds:.1f}",
            f"{seconds:.1f}",
            f"x{seconds / found.copied.seconds:.1f}",
            f"{found.screened.cpu_seconds:.1f}",
            f"{found.screened.megabytes:.0f}",
            f"x{seconds / before:.1f}" if before else "",
        )
        before = seconds
    return table
