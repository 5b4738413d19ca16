"""Areas, their procedures, and how to find one.

To correct an area you need no Python:

- what a council's page says: `procedures/<name>.toml`, for example `procedures/leeds.toml`.
  Change the line, then put today's date in `checked_on` and the page in `url`. Take a
  line out when the page does not say it: what is missing means "not seen", never "no",
  and the Act's own rule is used. Lengths of time read "6 months", "30 days" or
  "10 working days".
- the list of councils: `areas.csv`. A council that ends has its last day in `ends_on`
  and the new one in `followed_by`. A new council gets a row of its own, with its first
  day in `starts_on`, and a file in `procedures/` with at least its code and name.
- former districts, other spellings and towns: `other_names.csv`.

Run `make test` after a change: it says which file and which line of it is wrong.
Postcodes come from `tools/build_postcodes.py`; see README.md here for their source.
"""

from selfcheck.areas.found import Found, MatchedBy, Outcome
from selfcheck.areas.index import Area, all_areas, area
from selfcheck.areas.lookup import LONGEST_QUERY, find, find_exactly
from selfcheck.areas.procedure_files import UnknownArea, procedure

__all__ = [
    "LONGEST_QUERY",
    "Area",
    "Found",
    "MatchedBy",
    "Outcome",
    "UnknownArea",
    "all_areas",
    "area",
    "find",
    "find_exactly",
    "procedure",
]
