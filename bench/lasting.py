"""What stays in memory: idle tabs, thousands of runs, thousands of visits come and gone."""

from __future__ import annotations

import asyncio
import random
import time
from typing import NamedTuple

from bench.apps import OURS, App, running
from bench.people import goes_about, with_diary
from bench.tab import Tab

IDLE, IDLE_DIARY = 100, 100
RUNS, VISITS, AT_A_TIME = 10_000, 2_000, 50
# The server lets a closed tab go ten seconds after it has gone, and looks now and then.
LET_GO_SECONDS = 20


class Held(NamedTuple):
    """Memory before and after something, in megabytes, and what it was."""

    what: str
    before: float
    after: float


def idle_kilobytes(told: int) -> float:
    """Return what one idle tab takes of the server: a hundred incidents, each told `told` times."""
    with running(OURS) as (app,):
        asyncio.run(_visits(app, 20, IDLE_DIARY))
        time.sleep(LET_GO_SECONDS)
        before, after = asyncio.run(_idle(app, told))
        return (after - before) * 1_000 / IDLE


async def _idle(app: App, told: int) -> tuple[float, float]:
    before = app.megabytes()
    tabs = [_tab(app, IDLE_DIARY, told) for _ in range(IDLE)]
    for tab in tabs:
        await tab.open()
    await asyncio.sleep(2)
    after = app.megabytes()
    for tab in tabs:
        await tab.close()
    return before, after


def after_many_runs(runs: int = RUNS) -> Held:
    """Return what one tab's thousands of runs leave behind, once the first hundreds are over."""
    with running(OURS) as (app,):
        before, after = asyncio.run(_runs(app, runs))
        return Held(f"{runs:,} runs in one tab", before, after)


async def _runs(app: App, runs: int) -> tuple[float, float]:
    tab = _tab(app, 10)
    await tab.open()
    before = app.megabytes()
    done = 0
    async for _ in goes_about(tab, random.Random(1)):
        done += 1
        if done == runs // 10:
            before = app.megabytes()
        if done >= runs:
            break
    after = app.megabytes()
    await tab.close()
    return before, after


def after_many_visits(visits: int = VISITS) -> Held:
    """Return what thousands of visits leave behind, once the first hundreds are over."""
    with running(OURS) as (app,):
        asyncio.run(_visits(app, visits // 10, 10))
        time.sleep(LET_GO_SECONDS)
        before = app.megabytes()
        asyncio.run(_visits(app, visits, 10))
        time.sleep(LET_GO_SECONDS)
        return Held(f"{visits:,} visits come and gone", before, app.megabytes())


async def _visits(app: App, visits: int, diary: int) -> None:
    room = asyncio.Semaphore(AT_A_TIME)

    async def one() -> None:
        async with room:
            tab = _tab(app, diary)
            await tab.open()
            for page in ("incidents", "case_review"):
                await tab.go(page)
            await tab.close()

    await asyncio.gather(*(one() for _ in range(visits)))


def _tab(app: App, diary: int, told: int = 3) -> Tab:
    tab = Tab(app.address)
    with_diary(tab, diary, told)
    return tab
