"""At the start: settings read, the port open, one run of the frame, garbage set aside."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.formparsers import MultiPartParser
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from streamlit.runtime import Runtime

from selfcheck.web import crowd, logs, settings, shell, state

_ready = {"ok": False}


@asynccontextmanager
async def lifespan(_app: object) -> AsyncIterator[dict[str, object]]:
    """Refuse settings that are wrong, then warm up while the first browser loads its scripts."""
    logs.keep_answers_out()
    # A file somebody opens stays in memory, whatever its size: 0 means no file on the disk.
    MultiPartParser.spool_max_size = 0
    settings.frame_ancestors()
    settings.max_sessions()
    state.today()
    shell.document()
    warming = asyncio.create_task(_warm())
    yield {}
    await warming


async def _warm() -> None:
    """Run the frame once, so that the first visitor waits no longer than the hundredth."""
    _ready["ok"], _ = await Runtime.instance().does_script_run_without_error()
    # What is loaded now stays: garbage collection need not look at it after each run. Nor does it
    # first, which would hold up the first visitor: what little is garbage by now stays too.
    gc.freeze()


def health(_request: Request) -> JSONResponse:
    """Say whether new visitors can be sent here: the frame ran at the start, and there is room.

    A full server is not ill: `/_stcore/health` says whether it must be started again.
    """
    full = crowd.is_full()
    told = {"ok": _ready["ok"], "full": full, "sessions": crowd.sessions()}
    return JSONResponse(told, status_code=200 if _ready["ok"] and not full else 503)


def leave(_request: Request) -> HTMLResponse:
    """Step on to an everyday page, and have the browser forget what it keeps of ours."""
    return HTMLResponse(shell.exit_document(), headers={"clear-site-data": '"cookies", "storage"'})
