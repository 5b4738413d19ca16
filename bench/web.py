"""The tables of the app, each beside the least app a Streamlit app can be."""

from __future__ import annotations

import random
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from statistics import median

from rich.table import Table

from bench import clicks, lasting, outages, visits
from bench.apps import ALL, OURS, Kind, running
from bench.crowds import Crowd, Opening, crowd
from bench.people import DIARY, goes_about, presses, with_diary
from bench.tab import Run, Tab
from tests.replicas.cluster import Cluster

SESSIONS, CROWD_SECONDS, THINK_SECONDS = (1, 10, 50, 100, 150, 200), 15.0, 2.0
# The untouched app answers nobody in time from here on, and would hold everything up.
MOST_UNTOUCHED = 100
BEHIND_NGINX, REPLICAS = 300, 2


def clicks_table() -> Table:
    """Return how long a press takes to be painted, beside the untouched and the tuned least app."""
    table = _table("from press to paint", "median ms", "p95 ms", "of untouched", "of tuned")
    for name, middle, p95, untouched, tuned in clicks.summary(clicks.clicks()):
        table.add_row(name, f"{middle:.0f}", f"{p95:.0f}", f"x{untouched:.2f}", f"x{tuned:.2f}")
    return table


def visits_table() -> Table:
    """Return how long a cold start takes, and how much comes over the line."""
    table = _table("visits", "median", "of untouched")
    started = visits.starts()
    untouched = started[1]
    for start in started:
        share = median(start.seconds) / median(untouched.seconds)
        name = f"cold start to the first button, {start.name}"
        table.add_row(name, f"{median(start.seconds):.2f} s", f"x{share:.2f}")
    sizes = visits.bytes_of_visits()
    for name, size in sizes:
        table.add_row(name, f"{size / 1e3:,.0f} kB", f"x{size / sizes[0][1]:.2f}")
    return table


def crowds_table() -> Table:
    """Return what crowds of growing size see of each app, then of ours behind nginx.

    The processor's time is the app's own for each click, its share of opening the tabs included.
    """
    table = _table(
        "tabs clicking", "tabs", "clicks/s", "median ms", "p95 ms", "failed", "CPU ms", "MB"
    )
    for kind in ALL:
        with running(kind) as (app,):
            for sessions in SESSIONS:
                if kind.our_settings or sessions <= MOST_UNTOUCHED:
                    busy = app.processor_seconds()
                    seen = _crowd(_opening(app.address, kind), kind, sessions)
                    busy = app.processor_seconds() - busy
                    each = busy * 1e3 / max(1, seen.per_second * CROWD_SECONDS)
                    _add(table, kind.name, seen, f"{each:.1f}", f"{app.megabytes():.0f}")
    with tempfile.TemporaryDirectory() as folder:
        cluster = Cluster(Path(folder), replicas=REPLICAS)
        try:
            seen = _crowd(_opening(cluster.start().address, OURS), OURS, BEHIND_NGINX)
        finally:
            cluster.stop()
    _add(table, f"ours, {REPLICAS} replicas behind nginx", seen, "", "")
    return table


def lasting_table() -> Table:
    """Return what stays in memory."""
    table = _table("memory", "before MB", "after MB", "growth")
    for told in (1, 3):
        size = lasting.idle_kilobytes(told)
        name = f"an idle tab, 100 incidents each told {told} times"
        table.add_row(name, "", f"{size / 1e3:.3f}", "")
    for held in (lasting.after_many_runs(), lasting.after_many_visits()):
        growth = f"{held.after / held.before - 1:+.1%}"
        table.add_row(held.what, f"{held.before:.0f}", f"{held.after:.0f}", growth)
    return table


def outages_table() -> Table:
    """Return what a hundred people met while replicas were killed under them."""
    met = outages.outages()
    back = sorted(met.back_seconds)
    table = _table("outages", "count")
    table.add_row("runs", f"{met.runs:,}")
    table.add_row("replicas killed", str(met.kills))
    table.add_row("lines cut", str(met.cut_off))
    table.add_row("back on another replica after, longest", f"{back[-1]:.1f} s")
    table.add_row("answers lost", str(len(met.lost)))
    table.add_row("error pages", str(len(met.errors)))
    return table


def _crowd(opening: Opening, kind: Kind, sessions: int) -> Crowd:
    doing = goes_about if kind is OURS else _presses
    return crowd(opening, doing, sessions, CROWD_SECONDS, THINK_SECONDS)


def _presses(tab: Tab, _: random.Random) -> AsyncIterator[Run]:
    return presses(tab)


def _opening(address: str, kind: Kind) -> Opening:
    def opening(number: int) -> Tab:
        tab = Tab(address, cookie=f"route={number}")
        if kind is OURS:
            with_diary(tab, DIARY)
        return tab

    return opening


def _table(*columns: str) -> Table:
    table = Table(*columns, box=None, pad_edge=False)
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def _add(table: Table, name: str, seen: Crowd, cpu: str, megabytes: str) -> None:
    table.add_row(
        name,
        str(seen.sessions),
        f"{seen.per_second:.1f}",
        f"{seen.median_ms:.0f}",
        f"{seen.p95_ms:.0f}",
        str(seen.failed),
        cpu,
        megabytes,
    )
