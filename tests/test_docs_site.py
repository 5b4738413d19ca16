"""The docs as a site: it builds without a warning, and its pages ask nobody else for anything."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

import selfcheck

ROOT = Path(__file__).parent.parent
# What a browser fetches by itself; a link that a person may follow is not among them.
FETCHED = {"audio", "embed", "iframe", "img", "link", "object", "script", "source", "video"}
ELSEWHERE = re.compile(r"(?:https?:)?//")


def build(source: Path, site: Path) -> subprocess.CompletedProcess[str]:
    """Build the site as `make docs` does."""
    strict = ["--quiet", "--fail-on-warning", "--keep-going"]
    places = ["--conf-dir", str(source / "docs"), "--doctree-dir", str(site.with_name("doctrees"))]
    return subprocess.run(
        [sys.executable, "-m", "sphinx", *strict, *places, str(source), str(site)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the site, built without a warning."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    done = build(ROOT, folder)
    assert (done.returncode, done.stderr) == (0, "")
    return folder


class Fetches(HTMLParser):
    """Collects the addresses that a page has a browser fetch."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of one tag."""
        if tag in FETCHED:
            names = {"src", "srcset", "href", "data", "poster"}
            self.found += [value for name, value in attrs if name in names and value]


def fetched(site: Path) -> Iterator[str]:
    """Yield every address that the pages and styles of a site have a browser fetch."""
    for page in site.rglob("*.html"):
        yield from Fetches(page.read_text("utf-8")).found
    for style in site.rglob("*.css"):
        text = style.read_text("utf-8")
        yield from re.findall(r"url\([\"']?([^\"')]+)", text)
        yield from re.findall(r"@import\s+[\"']([^\"']+)", text)


def test_every_page_is_on_the_site_and_its_first_page_leads_to_them(site: Path) -> None:
    pages = [page.relative_to(ROOT) for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]]

    assert {page for page in pages if not (site / page).with_suffix(".html").exists()} == set()
    assert "url=docs/index.html" in (site / "index.html").read_text("utf-8")
    assert (site / "docs" / "index.html").exists()


def test_the_page_of_the_library_tells_of_every_name_of_its_face_and_no_other(site: Path) -> None:
    page = (site / "docs" / "api.html").read_text("utf-8")
    told = set(re.findall(r'id="selfcheck\.([^"]+)"', page))

    assert {name.partition(".")[0] for name in told} == set(selfcheck.__all__)


def test_no_page_has_a_browser_ask_another_host(site: Path) -> None:
    addresses = list(fetched(site))

    assert any(address.endswith("answer.png") for address in addresses)
    assert [address for address in addresses if ELSEWHERE.match(address)] == []


def test_a_picture_from_another_host_would_be_noticed(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<img src="//example.org/a.png"><a href="https://b.example">'
    )
    (tmp_path / "page.css").write_text("a { background: url('https://example.org/b.png') }")

    assert list(fetched(tmp_path)) == ["//example.org/a.png", "https://example.org/b.png"]


@pytest.mark.parametrize("link", ["gone.md", "index.md#gone", "../gone.py"])
def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path, link: str) -> None:
    docs = tmp_path / "source" / "docs"
    (docs / "site").mkdir(parents=True)
    shutil.copy(ROOT / "docs" / "conf.py", docs)
    (docs / "index.md").write_text(f"# The docs\n\n[a link]({link})\n")

    done = build(docs.parent, tmp_path / "site")

    assert done.returncode != 0
    assert "index.md:3" in done.stderr
