"""Each document made for one diary, the assessment already at hand as it is on a page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from bench.diaries import AS_OF
from selfcheck.assessment import assess
from selfcheck.case import Case
from selfcheck.documents.bundle import make_bundle
from selfcheck.documents.contacts import make_contacts, to_save
from selfcheck.documents.incident_log import make_incident_log
from selfcheck.documents.letter import make_letter
from selfcheck.documents.pack import make_pack
from selfcheck.documents.reminders import make_reminders


def documents(case: Case) -> Iterator[tuple[str, Callable[[], object]]]:
    """Yield the name of each document and how to make it."""
    assessment = assess(case, AS_OF)
    yield "letter (Word)", partial(make_letter, case, assessment)
    yield "incident log (Word)", partial(make_incident_log, case, assessment)
    yield "pack (PDF)", partial(make_pack, case, assessment)
    yield "reminders", partial(make_reminders, case, assessment)
    yield "contacts", partial(make_contacts, to_save(assessment))
    yield "everything in one file", partial(make_bundle, case, assessment)
