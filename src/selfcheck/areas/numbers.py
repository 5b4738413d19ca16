"""Whether a phone number can be rung in Britain: by the numbering plan, not by trying it."""

from __future__ import annotations

from phonenumbers import (
    NumberParseException,
    is_valid_number_for_region,
    is_valid_short_number_for_region,
    parse,
)

HERE = "GB"


def can_be_rung(written: str) -> bool:
    """Say whether a number as people write it stands in the numbering plan, 101 included."""
    try:
        number = parse(written, HERE)
    except NumberParseException:
        return False
    return is_valid_number_for_region(number, HERE) or is_valid_short_number_for_region(
        number, HERE
    )
