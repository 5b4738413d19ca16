"""The trace: every step from a case to its assessment, for a page, a document or a terminal."""

from selfcheck.trace.line import Line
from selfcheck.trace.whole import Section, as_text, head, trace

__all__ = ["Line", "Section", "as_text", "head", "trace"]
