"""Nothing a person typed reaches a log, at any level.

An exception's text may quote an answer, and at level "debug" so do the messages between
browser and server. So a log record keeps its own words, and of everything put into them
no more than numbers and short names; exceptions are told by their type.
"""

from __future__ import annotations

import logging
from typing import Any


def keep_answers_out() -> None:
    """Make every logger of this process write types where it would write values."""
    usual = logging.getLogRecordFactory()

    def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
        return _without_values(usual(*args, **kwargs))

    logging.setLogRecordFactory(record)


def _without_values(record: logging.LogRecord) -> logging.LogRecord:
    if isinstance(record.args, tuple):
        record.args = tuple(_safe(value) for value in record.args)
    if record.exc_info:
        kind = record.exc_info[0]
        record.msg = f"{record.getMessage()}: {kind.__name__ if kind else 'no exception'}"
        record.args, record.exc_info = (), None
    return record


def _safe(value: object) -> object:
    if value is None or isinstance(value, (int, float, str)):
        return value
    return type(value).__name__
