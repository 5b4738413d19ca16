"""A hundred people behind nginx while one replica after the other is killed and started again."""

from __future__ import annotations

import asyncio
import random
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from websockets.exceptions import WebSocketException

from bench.people import DIARY, goes_about, with_diary
from bench.tab import Failed, Tab
from tests.replicas.cluster import Cluster

SESSIONS, MINUTES, KILL_EVERY_SECONDS, THINK_SECONDS = 100, 10.0, 30.0, 2.0
TRY_AGAIN_SECONDS, BACK_WITHIN_SECONDS = 0.5, 60.0
_DRAFTS = "drafts"
_CUT_OFF = (WebSocketException, OSError, TimeoutError)


@dataclass
class Outages:
    """What a hundred people met: runs, replicas killed, lines cut, and what must be none."""

    runs: int = 0
    kills: int = 0
    cut_off: int = 0
    back_seconds: list[float] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def outages(minutes: float = MINUTES) -> Outages:
    """Return what people met in some minutes; every answer is looked for after each cut."""
    with tempfile.TemporaryDirectory() as folder:
        cluster = Cluster(Path(folder))
        try:
            return asyncio.run(_endure(cluster.start(), minutes * 60))
        finally:
            cluster.stop()


async def _endure(cluster: Cluster, seconds: float) -> Outages:
    met, until = Outages(), perf_counter() + seconds
    people = [_person(cluster, number, met, until) for number in range(SESSIONS)]
    await asyncio.gather(_kill(cluster, met, until), *people)
    return met


async def _kill(cluster: Cluster, met: Outages, until: float) -> None:
    while perf_counter() + KILL_EVERY_SECONDS < until:
        await asyncio.sleep(KILL_EVERY_SECONDS)
        replica = cluster.replicas[met.kills % len(cluster.replicas)]
        replica.kill()
        met.kills += 1
        await asyncio.to_thread(replica.start)


async def _person(cluster: Cluster, number: int, met: Outages, until: float) -> None:
    luck = random.Random(number)
    await asyncio.sleep(luck.random() * THINK_SECONDS * 4)
    tab = Tab(cluster.address, cookie=f"route={number}")
    with_diary(tab, DIARY)
    while perf_counter() < until:
        try:
            await _come_back(tab, met)
            async for _ in goes_about(tab, luck):
                met.runs += 1
                await asyncio.sleep(min(luck.expovariate(1 / THINK_SECONDS), 4 * THINK_SECONDS))
                if perf_counter() > until:
                    break
        except _CUT_OFF:
            met.cut_off += 1
        except Failed as problem:
            met.errors.append(str(problem))
    await tab.close()


async def _come_back(tab: Tab, met: Outages) -> None:
    """Open the tab, again and again until it is back, and see that nothing it kept is gone."""
    start, kept = perf_counter(), _answers(tab)
    while True:
        try:
            await tab.open()
            break
        except _CUT_OFF:
            if perf_counter() - start > BACK_WITHIN_SECONDS:
                raise
            await asyncio.sleep(TRY_AGAIN_SECONDS)
    met.back_seconds.append(perf_counter() - start)
    if _answers(tab) != kept:
        met.lost.append(f"{len(kept)} parts kept, {len(_answers(tab))} back")


def _answers(tab: Tab) -> dict[str, str]:
    return {name: body for name, body in tab.kept.items() if name != _DRAFTS}
