"""The blank diary sheet as a PDF: one page to print for each thing that happens."""

from __future__ import annotations

from datetime import date

from selfcheck import content
from selfcheck.case import Kind, YesNo
from selfcheck.documents.typeset import pdf

# How many who were told fit on the page.
TOLD = 2


def make_sheet_pdf(on: date) -> bytes:
    """Return the sheet, dated a day; PdfNotInstalledError without the typesetter."""
    choices = content.words("choices")
    data = {
        **content.words("diary_table")["sheet"],
        "all_kinds": [choices["Kind"][kind] for kind in Kind],
        "answers": [choices["YesNo"][answer] for answer in YesNo],
        "told": TOLD,
    }
    return pdf("sheet.typ", data, on)
