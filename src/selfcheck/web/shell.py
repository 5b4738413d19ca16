"""The HTML document under the app: Streamlit's own, with our way out before everything else.

The bar, the safety line and client/*.js are in the document itself, so Exit this page works
from the first moment, on the slowest line, while the server is busy, and when it is gone.
"""

from __future__ import annotations

import base64
import re
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from pathlib import Path
from typing import Any

import streamlit as st

from selfcheck import charts
from selfcheck.content import words
from selfcheck.web import settings

STREAMLIT_FILES = Path(st.__file__).parent / "static"
_STYLES = ("results.css", "questions.css", "incidents.css", "letter.css")
_SCRIPTS = ("exit.js", "send.js", "store.js", "links.js", "focus.js", "host.js", "downloads.js")
# Scripts of Streamlit's that every page of ours needs, but its document does not name: the
# browser would ask for each only once it has run the others.
_SOON_NEEDED = (
    "Html",
    "purify.es",
    "BidiComponent",
    "_arrayReduce",
    "serialization",
    "recordbatch",
    "Button",
)
# Streamlit's title and icon; a font we do not use; its words for browsers without
# JavaScript, in place of ours; and an invitation to robots.
_NOT_OURS = re.compile(
    r"<title>.*?</title>|<noscript>.*?</noscript>"
    r"|<link[^>]*rel=\"(?:shortcut icon|service-desc)\"[^>]*>|<link[^>]*as=\"font\"[^>]*>",
    re.DOTALL,
)
_FILE = re.compile(r'"\.(/static/[^"]+\.(?:js|css))"')
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


@cache
def document() -> str:
    """Return the document of every page."""
    html = _NOT_OURS.sub("", (STREAMLIT_FILES / "index.html").read_text("utf-8"))
    html = re.sub(r'<html lang="[^"]*"', '<html lang="en-GB"', html)
    html = html.replace("</head>", f"{_head()}</head>", 1)
    html = html.replace("</body>", f"<style>{_page_styles()}</style></body>", 1)
    html = html.replace("<body>", f"<body>{_fill('shell.html')}{_script()}", 1)
    return html.replace('<div id="root">', f'<div id="root">{_fill("waiting.html")}', 1)


def first_files() -> list[str]:
    """Return the paths of the scripts and styles that the document names."""
    return _FILE.findall(document())


@cache
def exit_document() -> str:
    """Return the page at /exit, for a link that must work without anything else of ours."""
    return _fill("exit.html", script=f'location.replace("{settings.exit_url()}");')


@cache
def full_document(seconds: int) -> str:
    """Return the page for someone who finds no room; it loads again after some seconds."""
    full = words("full")
    return _fill(
        "full.html",
        seconds=str(seconds),
        full_title=escape(full["title"]),
        full_says=escape(full["says"]),
        full_kept=escape(full["kept"]),
        full_help=escape(full["help"]),
    )


@cache
def script_hashes() -> str:
    """Return the Content-Security-Policy sources of every inline script of ours."""
    scripts = _INLINE_SCRIPT.findall(document() + exit_document())
    digests = (base64.b64encode(sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{digest}'" for digest in digests)


def _head() -> str:
    icon = base64.b64encode(_client("mark.svg").encode()).decode()
    return (
        f"<title>{words('frame')['brand']}</title>"
        f'<link rel="icon" href="data:image/svg+xml;base64,{icon}">'
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_client('shell.css')}</style>{_preloads()}"
    )


def _preloads() -> str:
    scripts = STREAMLIT_FILES / "static" / "js"
    names = [file.name for stem in _SOON_NEEDED for file in scripts.glob(f"{stem}.*.js")]
    return "".join(
        f'<link rel="modulepreload" crossorigin href="./static/js/{name}">' for name in names
    )


def _page_styles() -> str:
    """Return the look of what pages draw: after Streamlit's own, which it overrules.

    Here once, and not drawn by each page: a run would send and apply it again at every click.
    """
    return "\n".join([*map(_client, _STYLES), charts.style()])


def _script() -> str:
    return "<script>" + "\n".join(_client(name) for name in _SCRIPTS) + "</script>"


def _fill(name: str, **more: str) -> str:
    frame = words("frame")
    values: dict[str, Any] = {
        "brand": frame["brand"],
        "menu": frame["menu"],
        "starting": frame["starting"],
        "needs_script": frame["needs_script"],
        "exit_button": frame["exit"]["button"],
        "exit_url": settings.exit_url(),
        **frame["exit"],
        **frame["connection"],
        "not_made": frame["downloads"]["not_made"],
    }
    escaped = {key: escape(str(value)) for key, value in values.items()}
    ours = {"safety": frame["safety"]["html"], "mark": _client("mark.svg")}
    return _client(name).format_map(escaped | ours | more)


def _client(name: str) -> str:
    return files(__package__).joinpath("client", name).read_text("utf-8").strip()
