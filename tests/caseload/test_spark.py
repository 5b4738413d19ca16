"""The same expression on Spark, with two workers in processes of their own."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, Phase, given, settings

from selfcheck.caseload import engine
from selfcheck.caseload.reading import open_list
from selfcheck.caseload.screening import screen
from selfcheck.procedure import Procedure
from tests.caseload.agreement import compare
from tests.caseload.caseloads import ON, PROCEDURES, caseloads
from tests.caseload.told_slowly import Row
from tests.strategies import TODAY

pytestmark = pytest.mark.spark

EXAMPLE = Path(__file__).parents[2] / "examples" / "caseload.csv"
# Two workers, each with one core and a gigabyte.
CLUSTER = "local-cluster[2,1,1024]"


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    settings = {
        "spark.sql.shuffle.partitions": "2",
        # No work begins before both are there.
        "spark.scheduler.minRegisteredResourcesRatio": "1.0",
        "spark.scheduler.maxRegisteredResourcesWaitingTime": "120s",
    }
    with engine.spark_session(CLUSTER, **settings) as session:
        yield session


def rows_of(texts: Any) -> tuple[pa.Table, pa.Table]:
    found = screen(texts, TODAY, TODAY)
    return found.cases.to_pyarrow(), found.rejected.to_pyarrow()


def test_there_are_two_workers_besides_the_driver(session: Any) -> None:
    assert session.range(10).count() == 10
    workers = session.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1

    assert workers == 2


def test_spark_and_duckdb_give_the_same_file_row_for_row(session: Any, tmp_path: Path) -> None:
    with EXAMPLE.open("rb") as file:
        here = rows_of(engine.load(engine.duckdb(), open_list(file).as_reader()))
    with EXAMPLE.open("rb") as file:
        engine.write_parquet(open_list(file).as_reader(), tmp_path / "texts.parquet")
    there = rows_of(engine.spark(session).read_parquet(str(tmp_path / "texts.parquet")))

    assert [table.to_pylist() for table in there] == [table.to_pylist() for table in here]
    assert len(here[0]) > 80


@given(rows=caseloads(most=12), procedures=PROCEDURES, on=ON)
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
def test_spark_says_what_the_review_says(
    session: Any, rows: list[Row], procedures: dict[str, Procedure | None], on: date
) -> None:
    compare(engine.spark(session), rows, procedures, on)
