"""The engines the one expression runs on: DuckDB here, Spark for more than one machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

Backend = Any
Table = Any

# Enough for ten million reports; an office computer has it to spare.
MEMORY = "3GB"


def duckdb(folder: Path | None = None, memory: str = MEMORY, threads: int | None = None) -> Backend:
    """Return DuckDB in memory, shut off: no extension, no network.

    Without a folder nothing is laid on the disk; with one, what does not fit into memory is.
    """
    settings: dict[str, Any] = {
        "memory_limit": memory,
        "temp_directory": str(folder or ""),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "allow_community_extensions": False,
    }
    if threads:
        settings["threads"] = threads
    backend = ibis.duckdb.connect(**settings)
    backend.raw_sql("SET enable_progress_bar = false")
    return backend


def load(backend: Backend, rows: pa.RecordBatchReader) -> Table:
    """Return the rows of a list as a table in DuckDB's memory."""
    backend.con.register("incoming", rows)
    backend.raw_sql("CREATE OR REPLACE TABLE texts AS SELECT * FROM incoming")
    backend.con.unregister("incoming")
    return backend.table("texts")


def keep(backend: Backend, name: str, rows: pa.Table) -> Table:
    """Return a small table of ours as one of the engine's own, in place of an earlier one."""
    if backend.name == "pyspark":
        # Ibis would go by way of pandas, which has no whole number that is missing.
        from pyspark.sql import SparkSession

        session = SparkSession.builder.getOrCreate()
        session.createDataFrame(rows).createOrReplaceTempView(name)
    else:
        backend.con.register(name, rows)
    return backend.table(name)


def kept(table: Table) -> Table:
    """Return a table worked out once, however often it is asked for.

    Spark keeps what a table came from beside what is in it, and takes all of that into every
    plan: five such tables on the way make plans too large to read. There it is cut off.
    """
    backend = table.get_backend()
    if backend.name != "pyspark":
        return table.cache()
    cut = backend.raw_sql(backend.compile(table)).localCheckpoint()
    name = f"kept_{uuid4().hex}"
    cut.createOrReplaceTempView(name)
    return backend.table(name)


# ---- Spark ---------------------------------------------------------------------------


def spark(session: Any) -> Backend:
    """Return Spark behind a session that somebody else opens and closes."""
    return ibis.pyspark.connect(session)


@contextmanager
def spark_session(master: str | None = None, **settings: str) -> Iterator[Any]:
    """Give a Spark session, and stop it again.

    Without `master` Spark goes where its own configuration says, else stays on this machine.
    """
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("selfcheck screen")
    builder = builder.master(master) if master else builder
    for name, value in (_SPARK | settings).items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield session
    finally:
        session.stop()


# Nothing of a list is shown on a page, and text is text: no time zone moves a day.
_SPARK = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.session.timeZone": "UTC",
}


def write_parquet(rows: pa.RecordBatchReader, path: Path) -> None:
    """Write the rows of a list where every worker of Spark can read them."""
    with pq.ParquetWriter(path, rows.schema) as writer:
        for batch in rows:
            writer.write_batch(batch)
