"""An adviser's own reference for a client: short, and never a name or a way to find someone.

Nobody can list every name there is. So a reference is taken only if it is figures with
short letter codes or one of a few plain words; what looks like a person gets its own reason.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date

from selfcheck.findings import Reason

MAX_LENGTH = 30
LONGEST_CODE = 3
# Words that tell of paper, not of people.
PLAIN_WORDS = frozenset(
    "asb case client example file job matter number record ref reference review".split()
)
_TITLES = frozenset(
    "mr mrs ms miss mx dr sir dame lady lord prof professor rev reverend master madam".split()
)
_SHORT_NAMES = frozenset(
    "abi ada ali amy ana ann ash ava ben bob dan dee deb don eve eva fay gus guy huw ian ida isa "
    "ivy jan jay jim joe jon joy kai kay ken kim kit lea lee leo les lia liz lou lyn mae max may "
    "meg mia mo nia pam pat peg pip rae raj ray rob ron roy sal sam sid sue tim tom una val van "
    "viv wes wyn zac zoe".split()
)
_STREETS = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|lane|drive|crescent|terrace|gardens|grove|flat|"
    r"apartment|house|place|close|court|square|cottage|room)\b",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?[ -]?\d[A-Z]{2}\b", re.IGNORECASE)
_INSURANCE = re.compile(r"\b[A-Z]{2} ?-?(?:\d{2}[ -]?){3}[A-D]\b", re.IGNORECASE)
_HEALTH = re.compile(r"\b\d{3}[ -]\d{3}[ -]\d{4}\b")
_PHONE = re.compile(r"(?:\+|00)\d{8,13}|0\d{8,10}|7\d{9}")
_DAY = re.compile(
    r"\b\d{1,2}([-/. ])\d{1,2}\1(?:\d{4}|\d{2})\b"
    r"|\b(?:19|20)\d{2}([-/. ])\d{1,2}\2\d{1,2}\b"
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_DAY_NAMED = re.compile(
    rf"\b\d{{1,2}}[-/. ]*(?:{'|'.join(_MONTHS)})[a-z]*[-/. ]*\d{{2,4}}\b", re.IGNORECASE
)
_EIGHT = re.compile(r"(?<!\d)\d{8}(?!\d)")
_TWO_NAMES = re.compile(r"\b[^\W\d_a-z][^\W\d_]+[ '’-]+[^\W\d_a-z][^\W\d_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ALLOWED = re.compile(r"[A-Za-z0-9 /-]+")


def tidy(text: str) -> str:
    """Return a reference as it is kept: without spaces at its ends or two in a row."""
    return " ".join(text.split())


def refusal(text: str, taken: Iterable[str] = ()) -> Reason | None:
    """Return why a text cannot be a reference, or None where it can.

    `taken` are the references of other clients; capitals make no difference there.
    """
    given = tidy(text)
    if not given:
        return Reason("empty")
    found = next((code for code, looks_so in _CHECKS if looks_so(given)), None)
    if found:
        return Reason(found, {"most": MAX_LENGTH} if found == "too_long" else {})
    if given.casefold() in {one.casefold() for one in taken}:
        return Reason("taken", {"reference": given})
    return None


def _is_email(text: str) -> bool:
    return "@" in text


def _is_phone(text: str) -> bool:
    return bool(_PHONE.fullmatch(re.sub(r"[ ().-]", "", text)))


def _is_personal_number(text: str) -> bool:
    return bool(_INSURANCE.search(text) or _HEALTH.search(text))


def _is_day(text: str) -> bool:
    return bool(_DAY.search(text) or _DAY_NAMED.search(text)) or any(
        _is_eight_figure_day(found) for found in _EIGHT.findall(text)
    )


def _is_eight_figure_day(figures: str) -> bool:
    """Say whether eight figures in a row make a day of a life: 03111980 or 19801103."""
    for year, month, day in (
        (figures[4:], figures[2:4], figures[:2]),
        (figures[:4], figures[4:6], figures[6:]),
    ):
        if 1900 <= int(year) < 2100:
            try:
                date(int(year), int(month), int(day))
            except ValueError:
                continue
            return True
    return False


def _is_address(text: str) -> bool:
    return bool(_POSTCODE.search(text) or _STREETS.search(text))


def _is_name(text: str) -> bool:
    words = _LETTERS.findall(text)
    return (
        bool(_TITLES.intersection(word.lower() for word in words))
        or bool(_SHORT_NAMES.intersection(word.lower() for word in words))
        or (bool(_TWO_NAMES.search(text)) and not _all_plain(words))
    )


def _may_be_name(text: str) -> bool:
    return not _all_plain(_LETTERS.findall(text))


def _all_plain(words: Iterable[str]) -> bool:
    return all(len(word) <= LONGEST_CODE or word.lower() in PLAIN_WORDS for word in words)


def _has_odd_signs(text: str) -> bool:
    return not _ALLOWED.fullmatch(text)


def _has_no_figure(text: str) -> bool:
    return not any("0" <= sign <= "9" for sign in text)


def _is_too_long(text: str) -> bool:
    return len(text) > MAX_LENGTH


_CHECKS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("email", _is_email),
    ("phone", _is_phone),
    ("personal_number", _is_personal_number),
    ("address", _is_address),
    ("day", _is_day),
    ("name", _is_name),
    ("may_be_name", _may_be_name),
    ("odd_signs", _has_odd_signs),
    ("no_figure", _has_no_figure),
    ("too_long", _is_too_long),
)
