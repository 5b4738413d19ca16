"""Whether it is harassment, and whether you qualify for an ASB Case Review.

A case file in, an assessment out; the day is always given, never read from a clock.

>>> from datetime import date
>>> day = date(2026, 11, 22)
>>> case = open_case(b'''{
...     "format": "selfcheck-case", "version": 1, "nation": "england", "area": "E08000035",
...     "answers": {"unwanted": "yes", "distress": "yes"},
...     "incidents": [
...         {"id": "i1", "date": "2026-09-02",
...          "reports": [{"id": "r1", "date": "2026-09-03", "to": "police"}]},
...         {"id": "i2", "date": "2026-10-05",
...          "reports": [{"id": "r2", "date": "2026-10-05", "to": "council"}]},
...         {"id": "i3", "date": "2026-10-19",
...          "reports": [{"id": "r3", "date": "2026-10-20", "to": "council"}]}
...     ]
... }''', day)
>>> review = assess(case, day).review
>>> review.outcome.value, review.met_from, review.apply_by
('met', datetime.date(2026, 10, 20), datetime.date(2027, 3, 2))
>>> [complaint.verdict.value for complaint in review.complaints]
['counts', 'counts', 'counts']
>>> find_area("LS1 4AP", day).areas[0].code
'E08000035'

What is named here is the library's face and stays. Everything else may change.
"""

from selfcheck.areas import find as find_area
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case
from selfcheck.casefile import CaseFileError, open_case, save_case

__all__ = ["Assessment", "Case", "CaseFileError", "assess", "find_area", "open_case", "save_case"]
