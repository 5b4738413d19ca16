"""What the server answers over plain HTTP, without a browser."""

from __future__ import annotations

import gzip
import http.client
from collections.abc import Iterator
from pathlib import Path

import pytest

from selfcheck.web import headers, settings, shell
from tests.browser.server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = Server(
        log=tmp_path_factory.mktemp("headers") / "log.txt",
        SELFCHECK_FRAME_ANCESTORS="https://www.example.gov.uk",
        SELFCHECK_EXIT_URL="https://example.org/weather",
    ).start()
    yield running
    running.kill()


PAGES = ("/", "/case_review", "/exit", "/health", "/_stcore/health", "/_stcore/host-config")


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_forbids_other_hosts_guessing_and_storing(server: Server, path: str) -> None:
    answer = server.get(path)

    assert answer.status == 200
    assert answer.getheader("cache-control") == "no-store"
    assert answer.getheader("referrer-policy") == "no-referrer"
    assert answer.getheader("x-content-type-options") == "nosniff"
    assert "camera=()" in (answer.getheader("permissions-policy") or "")
    policy = answer.getheader("content-security-policy") or ""
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert policy.endswith("frame-ancestors https://www.example.gov.uk")


def test_only_streamlits_own_hashed_files_may_be_stored(server: Server) -> None:
    script = _a_script()
    answer = server.get(script, accept_encoding="gzip")

    assert answer.getheader("cache-control") == "public, immutable, max-age=31536000"
    assert answer.getheader("content-encoding") == "gzip"
    assert gzip.decompress(answer.read()) == server.get(script).read()
    assert answer.getheader("content-type") == "text/javascript; charset=utf-8"


def _a_script() -> str:
    name = next((shell.STREAMLIT_FILES / "static" / "js").glob("index.*.js")).name
    return f"/static/js/{name}"


def test_scripts_are_packed_where_the_environment_stands_behind_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = next((shell.STREAMLIT_FILES / "static" / "js").glob("index.*.js"))
    (tmp_path / "linked").symlink_to(shell.STREAMLIT_FILES)
    monkeypatch.setattr(shell, "STREAMLIT_FILES", tmp_path / "linked")
    packed = headers._packed(f"/static/js/{script.name}")

    assert packed is not None
    assert gzip.decompress(packed.result()) == script.read_bytes()


@pytest.mark.parametrize("stem", shell._SOON_NEEDED)
def test_what_every_page_needs_is_asked_for_together_with_the_rest(stem: str) -> None:
    (script,) = (shell.STREAMLIT_FILES / "static" / "js").glob(f"{stem}.*.js")

    assert shell.document().count(f'href="./static/js/{script.name}"') == 1
    assert f"/static/js/{script.name}" in shell.first_files()


@pytest.mark.parametrize("path", ["/static/../../../app.py", "/static/%2e%2e/index.html"])
def test_nothing_outside_streamlits_files_is_packed(server: Server, path: str) -> None:
    answer = server.get(path, accept_encoding="gzip")

    assert b"st.App" not in answer.read()
    assert headers._packed("/static/../../__init__.py") is None


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/agent/openapi.json"])
def test_streamlits_doors_for_programs_are_closed(server: Server, path: str) -> None:
    assert server.get(path).status == http.client.NOT_FOUND


def test_the_page_has_its_language_our_title_and_no_word_of_streamlits(server: Server) -> None:
    html = server.get("/incidents").read().decode()

    assert '<html lang="en-GB">' in html
    assert html.count("<title>") == 1
    assert "<title>Self-check</title>" in html
    assert "Streamlit app" not in html
    assert 'href="tel:999"' in html
    assert "https://example.org/weather" in html


def test_every_inline_script_of_ours_is_known_by_its_hash(server: Server) -> None:
    html = gzip.decompress(server.get("/", accept_encoding="gzip").read()).decode()

    assert html == shell.document().replace(settings.EVERYDAY_PAGE, "https://example.org/weather")
    assert html.count("<script>") == len(shell.script_hashes().split()) - 1


def test_a_strange_host_name_gets_into_no_header() -> None:
    assert "evil" not in headers.policy("evil.example; script-src *")
    assert "wss://app.example:8443" in headers.policy("app.example:8443")


@pytest.mark.parametrize("value", ["https://a.example; script-src *", "", "javascript:alert(1)"])
def test_a_setting_that_is_no_address_stops_the_start(
    monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SELFCHECK_FRAME_ANCESTORS", value)

    with pytest.raises(ValueError, match="SELFCHECK_FRAME_ANCESTORS"):
        settings.frame_ancestors()


def test_exit_has_the_browser_forget_and_goes_on(server: Server) -> None:
    answer = server.get("/exit")

    assert answer.getheader("clear-site-data") == '"cookies", "storage"'
    assert b'location.replace("https://example.org/weather")' in answer.read()


def test_the_log_holds_no_more_than_the_start(server: Server) -> None:
    server.get("/case_review?marker=Marker")

    assert "Marker" not in Path(server.log).read_text()
