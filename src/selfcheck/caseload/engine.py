"""The engines the one expression runs on: DuckDB here, Spark for more than one machine."""

from __future__ import annotations

from typing import Any

import ibis

Backend = Any

# Enough for ten million reports; an office computer has it to spare.
MEMORY = "3GB"


def duckdb(memory: str = MEMORY, threads: int | None = None) -> Backend:
    """Return DuckDB in memory, shut off: no extension, no network, nothing on the disk."""
    settings: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": "",
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
    }
    if threads:
        settings["threads"] = threads
    backend = ibis.duckdb.connect(**settings)
    backend.raw_sql("SET enable_progress_bar = false")
    return backend


def spark(session: Any) -> Backend:
    """Return Spark behind a session that somebody else opens and closes."""
    return ibis.pyspark.connect(session)
