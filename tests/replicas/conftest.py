"""One cluster for all tests of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.replicas.cluster import Cluster


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """Return three replicas behind nginx. Start again whatever you kill."""
    running = Cluster(tmp_path_factory.mktemp("cluster"))
    try:
        yield running.start()
    finally:
        running.stop()
