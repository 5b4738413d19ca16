"""Behind nginx, with replicas killed and started again, every answer is kept."""

from __future__ import annotations

import http.client
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import at_rest
from tests.browser.tab import told
from tests.browser.test_faults import PLACES, Person
from tests.replicas.cluster import WEBSOCKET, Cluster

pytestmark = pytest.mark.replicas

SEED = 20261122
PEOPLE = 6
ROLLS = 3


@pytest.mark.parametrize("number", range(ROLLS))
def test_a_rolling_restart_loses_no_answer(page: Page, cluster: Cluster, number: int) -> None:
    person = Person(page, cluster, SEED + number)  # type: ignore[arg-type] # restarted as a Site is
    person.begin()
    for _ in range(3):
        person.go_somewhere(person.luck.choice(PLACES))
        person.endure("kill")


def test_uploads_and_downloads_find_the_replica_that_has_them(
    browser: Browser, cluster: Cluster, tmp_path: Path
) -> None:
    file = tmp_path / "diary.csv"
    file.write_text("Date,What happened\n3/9/2026,Shouting\n31/9/2026,No such day\n")
    for _ in range(PEOPLE):
        page = browser.new_context().new_page()
        page.goto(f"{cluster.address}/incidents")
        page.get_by_text("Bring in a list, save it or print a sheet").click()
        page.get_by_role("button", name="Bring in a list from a file").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Bring in a list")
        at_rest(page)
        page.locator("input[type=file]").first.set_input_files(file)
        with page.expect_download() as download:
            page.get_by_role("button", name="Get the rows that cannot go in").click()
        page.get_by_role("button", name="Add 1 row").click()
        expect(page.get_by_text("1 written down")).to_be_attached()
        at_rest(page)

        assert "No such day" in download.value.path().read_text("utf-8")
        assert "Shouting" in str(told(page))
        page.context.close()


def test_a_replica_that_is_down_is_passed_over(page: Page, cluster: Cluster) -> None:
    cluster.replicas[0].kill()
    try:
        for _ in range(PEOPLE):
            page.context.clear_cookies()
            page.goto(cluster.address)

            expect(page.get_by_role("button", name="Start for myself")).to_be_visible()
    finally:
        cluster.replicas[0].start()


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_doors_for_programs_are_closed(cluster: Cluster, path: str) -> None:
    assert get(cluster, path).status == http.client.NOT_FOUND


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        ("https://asb.example.org", http.client.SWITCHING_PROTOCOLS),
        ("https://elsewhere.example", http.client.FORBIDDEN),
    ],
)
def test_pages_of_the_sites_own_name_alone_get_a_connection(
    cluster: Cluster, origin: str, status: int
) -> None:
    line = http.client.HTTPConnection("127.0.0.1", cluster.port, timeout=20)
    named = WEBSOCKET | {"Host": "asb.example.org", "Origin": origin}
    line.request("GET", "/_stcore/stream", headers=named)

    assert line.getresponse().status == status


def test_a_large_body_gets_in_at_no_other_door(cluster: Cluster) -> None:
    line = http.client.HTTPConnection("127.0.0.1", cluster.port, timeout=20)
    line.request("POST", "/", body=b"x" * 70_000)

    assert line.getresponse().status == http.client.REQUEST_ENTITY_TOO_LARGE


def test_the_headers_of_the_app_come_through(cluster: Cluster) -> None:
    answer = get(cluster, "/")

    assert answer.getheader("cache-control") == "no-store"
    assert "default-src 'none'" in (answer.getheader("content-security-policy") or "")
    assert (answer.getheader("set-cookie") or "").count("route=") == 1


def test_nginx_writes_nothing_of_a_visit(page: Page, cluster: Cluster) -> None:
    page.goto(f"{cluster.address}/incidents?marker=Marker")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    at_rest(page)
    written = [p for p in cluster.folder.rglob("*") if p.is_file() and p.name != "site.conf"]

    assert [path for path in written if b"Marker" in path.read_bytes()] == []


def get(cluster: Cluster, path: str) -> http.client.HTTPResponse:
    """Return what nginx answers to one plain request."""
    line = http.client.HTTPConnection("127.0.0.1", cluster.port, timeout=20)
    line.request("GET", path)
    return line.getresponse()
