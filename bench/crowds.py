"""Many tabs at once, each clicking after a while: how long clicks take, and how many a second."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Sequence
from statistics import median, quantiles
from time import perf_counter
from typing import NamedTuple

from websockets.exceptions import WebSocketException

from bench.tab import Failed, Run, Tab

RAMP_SECONDS = 8.0
Doing = Callable[[Tab, random.Random], AsyncIterator[Run]]
Opening = Callable[[int], Tab]


class Crowd(NamedTuple):
    """What a crowd saw: clicks a second, milliseconds to the end of a run, and failures."""

    sessions: int
    per_second: float
    median_ms: float
    p95_ms: float
    failed: int
    why: str


def crowd(opening: Opening, doing: Doing, sessions: int, seconds: float, think: float) -> Crowd:
    """Return what a crowd saw in some seconds; each waits `think` seconds on average, at random."""
    return asyncio.run(_crowd(opening, doing, sessions, seconds, think))


async def _crowd(
    opening: Opening, doing: Doing, sessions: int, seconds: float, think: float
) -> Crowd:
    runs: list[float] = []
    failures: list[str] = []
    gate, ready = asyncio.Event(), asyncio.Semaphore(0)

    async def one(number: int) -> None:
        luck = random.Random(number)
        await asyncio.sleep(luck.random() * RAMP_SECONDS * sessions / 200)
        tab = opening(number)
        try:
            try:
                await tab.open()
            finally:
                ready.release()
            await gate.wait()
            await asyncio.sleep(luck.random() * think)
            async for run in doing(tab, luck):
                if perf_counter() > until:
                    break
                runs.append(run.seconds)
                await asyncio.sleep(min(luck.expovariate(1 / think), 4 * think))
        except (Failed, WebSocketException, OSError, TimeoutError) as problem:
            failures.append(f"{type(problem).__name__}: {problem}")
        finally:
            await tab.close()

    until = float("inf")
    tasks = [asyncio.create_task(one(number)) for number in range(sessions)]
    for _ in range(sessions):
        await ready.acquire()
    start = perf_counter()
    until = start + seconds
    gate.set()
    await asyncio.gather(*tasks)
    return _summed_up(sessions, runs, seconds, failures)


def _summed_up(
    sessions: int, runs: Sequence[float], seconds: float, failures: Sequence[str]
) -> Crowd:
    if len(runs) < 2:
        return Crowd(sessions, 0, 0, 0, len(failures), failures[0] if failures else "")
    p95 = quantiles(runs, n=20, method="inclusive")[-1]
    why = failures[0] if failures else ""
    return Crowd(sessions, len(runs) / seconds, median(runs) * 1e3, p95 * 1e3, len(failures), why)
