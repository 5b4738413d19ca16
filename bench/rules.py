"""What the command line, the rules and the documents take, without the app."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from statistics import median, quantiles
from time import perf_counter

from rich.table import Table

from bench.cold import check_from_cold, import_from_cold
from bench.diaries import AS_OF, long_case
from bench.papers import documents
from selfcheck.assessment import assess

COLD_RUNS = 20
WARM_RUNS = 9
DIARY_LENGTHS = (10, 100, 1_000)
DOCUMENT_LENGTH = 50


def table() -> Table:
    """Return every measure with its median, its 95th percentile and its growth."""
    table = Table("measure", "runs", "median ms", "p95 ms", "growth", box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"

    _add(table, "python -c 'import selfcheck'", _timed(import_from_cold, COLD_RUNS))
    _add(table, "selfcheck check, from cold", _timed(check_from_cold, COLD_RUNS))
    before: float | None = None
    for length in DIARY_LENGTHS:
        times = _timed(partial(assess, long_case(length), AS_OF), WARM_RUNS)
        growth = f"x{median(times) / before:.1f}" if before else ""
        _add(table, f"assess {length:,} incidents, {length * 3:,} reports", times, growth)
        before = median(times)
    for name, make in documents(long_case(DOCUMENT_LENGTH)):
        _add(table, f"{name}, {DOCUMENT_LENGTH} incidents", _timed(make, WARM_RUNS))
    return table


def _timed(action: Callable[[], object], runs: int) -> list[float]:
    """Return how long each run took, in milliseconds; the first, warming one is left out."""
    action()
    times = []
    for _ in range(runs):
        start = perf_counter()
        action()
        times.append((perf_counter() - start) * 1_000)
    return times


def _add(table: Table, name: str, times: list[float], growth: str = "") -> None:
    p95 = quantiles(times, n=20, method="inclusive")[-1]
    table.add_row(name, str(len(times)), f"{median(times):.1f}", f"{p95:.1f}", growth)
