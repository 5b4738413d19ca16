"""A page to print and fill in by hand: one file that needs nothing else."""

from __future__ import annotations

from html import escape
from importlib.resources import files
from string import Template
from typing import Any

from selfcheck import content
from selfcheck.case import Kind, YesNo

# How many who were told fit on the page.
TOLD = 2


def blank_sheet() -> bytes:
    """Return the page as HTML, in UTF-8."""
    says = content.words("diary_table")["sheet"]
    page = files("selfcheck.diary_table").joinpath("blank_sheet.html").read_text("utf-8")
    filled = Template(page).substitute(
        title=escape(says["title"]),
        lead=escape(says["lead"]),
        again=escape(says["again"]),
        tips="".join(f"<li>{escape(tip)}</li>" for tip in says["tips"]),
        box=_box(says),
    )
    return filled.encode()


def _box(says: Any) -> str:
    choices = content.words("choices")
    return "".join(
        [
            '<section><div class="row">',
            _line(says["date"]),
            _line(says["time"]),
            f'<div class="line tick">{escape(says["unsure"])}</div></div>',
            _ticks(says["kinds"], [choices["Kind"][kind] for kind in Kind]),
            '<div class="row">',
            _line(says["what_happened"], "tall"),
            _line(says["where"]),
            _line(says["witnesses"]),
            _line(says["effect"], "wide"),
            _line(says["evidence"], "wide"),
            "</div>",
            _ticks(says["targeted"], [choices["YesNo"][answer] for answer in YesNo]),
            '<div class="row">',
            *(_told(says) for _ in range(TOLD)),
            "</div></section>",
        ]
    )


def _told(says: Any) -> str:
    first = "".join(_line(says[name]) for name in ("to", "reported", "by", "reference"))
    return first + _line(says["response"], "wide")


def _line(label: str, size: str = "") -> str:
    return f'<div class="line {size}">{escape(label)}</div>'


def _ticks(label: str, choices: list[str]) -> str:
    items = "".join(f"<li>{escape(choice)}</li>" for choice in choices)
    return f'<p>{escape(label)}</p><ul class="ticks">{items}</ul>'
