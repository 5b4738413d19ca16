"""Names as people write them, brought to one spelling before they are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_BEFORE = re.compile(
    r"(the|greater|council of|corporation of"
    r"|((london|royal|metropolitan|county) )?borough of|(metropolitan )?(city|county|district) of"
    r"|city and (county|district|borough) of|cyngor|dinas|sir|bwrdeistref sirol) "
)
_AFTER = re.compile(
    r" (council|corporation|authority|unitary|(london |royal )?borough|city|county|district"
    r"|metropolitan|mbc|cbc|bc|cc|dc)$"
)


def plain(text: str) -> str:
    """Return a text in small letters and figures, with single spaces.

    Accents and punctuation go, "&" becomes "and", "Saint" becomes "St".
    """
    parts = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    words = re.findall(r"[a-z0-9]+", re.sub(r"['’`.]", "", bare).replace("&", " and "))
    return " ".join("st" if word == "saint" else word for word in words)


def slug(name: str) -> str:
    """Return the file name, without its ending, that belongs to an area's name."""
    return plain(name).replace(" ", "-")


def shorter_forms(key: str) -> Iterator[str]:
    """Yield a plain name as it is, then with "council", "city of" and so on taken off.

    Words at the end go first, so that "City of London Corporation" passes through
    "city of london" before it becomes "london".
    """
    while True:
        yield from _without_endings(key)
        found = _BEFORE.match(key)
        if not found:
            return
        key = key[found.end() :]


def _without_endings(key: str) -> Iterator[str]:
    yield key
    while found := _AFTER.search(key):
        key = key[: found.start()]
        yield key
