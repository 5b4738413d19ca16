"""Keep the case in the browser's tab, so that the server has nothing to lose or to leak.

The browser is asked once for what it holds ("ask"), and from then on is told, on every
run, what it should hold ("keep"). Nothing is written before the browser has answered, so
a restarted server cannot wipe a tab. Shards are declared each time, and the browser puts
them away together once all have arrived, so a connection lost half-way leaves the last
whole case behind. An unchanged shard costs next to nothing: Streamlit sends its hash. What
is small goes with the word of what to hold, because each component takes its time to draw.
"""

from __future__ import annotations

import json
import secrets
import time
from hashlib import blake2b
from typing import Any

import streamlit as st

from selfcheck.web import shards, state
from selfcheck.web.exit_page import forget

_NONCE = "_store_nonce"
_READY = "_store_ready"
_TROUBLE = "_store_trouble"
_BACK = "_store_back"
_BODIES = "_store_bodies"
_RUN = "_store_run"
_COMPONENT = "_store_tab"
_WAIT_SECONDS = 1.0
# What the tab says in place of a failure once it could keep everything again.
_KEPT = "kept"

# The work is done by client/store.js, which is in the page before Streamlit is. What the tab
# is told goes as one text: Streamlit asks of anything else whether it is a table, and would
# import pandas and pyarrow to know.
_tab = st.components.v2.component(
    "selfcheck.tab",
    js="export default (c) => { selfcheck.tab({ ...c, data: JSON.parse(c.data.told) }); }",
)
_shard = st.components.v2.component(
    "selfcheck.shard", js="export default ({ data }) => { selfcheck.shard(data); }"
)


def is_restored() -> bool:
    """Say whether the tab has told what it holds."""
    return bool(st.session_state.get(_READY))


def restore() -> None:
    """Ask the tab what it holds, and stop the run until it has told."""
    nonce = st.session_state.setdefault(_NONCE, secrets.token_hex(8))
    _tell(ask=True, nonce=nonce)
    _stay_for_the_answer()
    st.stop()


def _stay_for_the_answer() -> None:
    # While this run goes on, the browser leaves the page as it was: a person whose
    # connection comes back sees no flash of emptiness. Each look lets the next run begin.
    # A warm-up run and a test harness have no browser behind them, hence no headers.
    until = time.monotonic() + (_WAIT_SECONDS if st.context.headers else 0)
    while time.monotonic() < until and not is_restored():
        time.sleep(0.02)


def save() -> None:
    """Tell the tab what to hold: the case and what is half typed."""
    before = st.session_state.get(_BODIES, {})
    bodies = shards.written(state.case(), state.drafts(), before, state.clients())
    st.session_state[_BODIES] = bodies
    digests = {name: _digest(shard.body) for name, shard in bodies.items()}
    nonce = st.session_state[_NONCE]
    st.session_state[_RUN] = st.session_state.get(_RUN, 0) + 1
    _tell(
        ask=False,
        nonce=nonce,
        # New each run, so that the tab hears of each: by it a press is known to be answered.
        run=st.session_state[_RUN],
        shards=digests,
        parts={name: bodies[name].body for name in bodies if not shards.is_large(name)},
        dropped=state.dropped_drafts(),
        said=state.said(),
        back=st.session_state.get(_BACK),
    )
    for name in filter(shards.is_large, bodies):
        data = {"nonce": nonce, "name": name, "digest": digests[name]}
        _shard(key=f"{_COMPONENT}_{name}", height=1, data={**data, "body": bodies[name].body})


def trouble() -> str | None:
    """Return the code of what the tab could not do: refused, full, damaged or nearly full."""
    code: str | None = st.session_state.get(_TROUBLE)
    nearly = shards.room_taken(st.session_state.get(_BODIES, {})) > shards.NEARLY_FULL
    return code or ("nearly_full" if nearly else None)


def room_left() -> int:
    """Return how much more this tab can keep, in UTF-16 units; less than nothing is nothing."""
    taken = shards.room_taken(st.session_state.get(_BODIES, {}))
    return max(0, shards.TAB_HOLDS - taken)


def _tell(**told: Any) -> None:
    _tab(
        key=_COMPONENT,
        height=1,
        data={"told": json.dumps(told, ensure_ascii=False)},
        on_held_change=_held,
        on_failed_change=_failed,
        on_left_change=forget,
        on_back_change=_back,
    )


def _held() -> None:
    """Take in what the tab held, in answer to this session's question alone."""
    told = shards.read(_sent("held"))
    if told.nonce != st.session_state.get(_NONCE) or st.session_state.get(_READY):
        return
    state.show_client(told.clients, told.case)
    state.show_again(told.drafts)
    if told.refused or told.damaged:
        st.session_state[_TROUBLE] = "refused" if told.refused else "damaged"
    st.session_state[_READY] = True


def _failed() -> None:
    """Take in that the tab cannot keep any more, or that it can again."""
    st.session_state[_TROUBLE] = None if _sent("failed") == _KEPT else "full"


def _back() -> None:
    """Show every field again: the tab is back after a lost connection.

    Part of the last run may have been lost on the way, and with it fields that Streamlit
    then drew anew, empty. A new server knows nothing yet: it asks the tab for everything.
    """
    if st.session_state.get(_READY):
        state.show_again(shards.typed_of(_sent("back")))
        st.session_state[_BACK] = shards.moment_of(_sent("back"))


def _sent(event: str) -> Any:
    """Return what the tab sent; None where its owner left in the same breath."""
    return getattr(st.session_state.get(_COMPONENT), event, None)


def _digest(body: str) -> str:
    return blake2b(body.encode(), digest_size=8).hexdigest()
