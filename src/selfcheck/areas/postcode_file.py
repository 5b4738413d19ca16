"""The file `postcodes.bin`: which postcodes exist, and the area of each.

A sector is a postcode without its last two letters ("LS1 4"). The sectors stand in
order, and each has one place for every pair of last letters, so each possible postcode
has a number. One bit a number says whether the postcode is known. Known postcodes in
order form runs that share an area: `firsts` holds the number of the first postcode of
each run, and the area is found by bisection. `tools/build_postcodes.py` writes the file.
"""

from __future__ import annotations

import struct
import zlib
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate

LETTERS = "ABDEFGHJLNPQRSTUVWXYZ"
ROW = 24  # one bit a last letter, filled up to whole bytes
SECTOR = ROW * len(LETTERS)
HEADER = struct.Struct("<III")  # how many sectors, runs and places
SECTOR_NAME, PLACE_CODE = 5, 9  # characters


@dataclass(frozen=True, slots=True)
class Postcodes:
    """The unpacked file. A place is the code of an area, or of Scotland."""

    sectors: tuple[str, ...]
    known: bytes
    firsts: tuple[int, ...]
    run_places: tuple[int, ...]
    places: tuple[str, ...]

    def place(self, sector: str, letters: str) -> str | None:
        """Return the place of a known postcode, None for one that is not known."""
        index = bisect_left(self.sectors, sector)
        if self.sectors[index : index + 1] != (sector,) or not set(letters) <= set(LETTERS):
            return None
        number = postcode_number(index, letters)
        return self._place_of(number) if self._knows(number) else None

    def places_beginning(self, start: str) -> tuple[str, ...]:
        """Return the places that have a known postcode beginning so, each once."""
        index = bisect_left(self.sectors, start)
        places: dict[str, None] = {}
        while index < len(self.sectors) and self.sectors[index].startswith(start):
            numbers = range(index * SECTOR, (index + 1) * SECTOR)
            places |= {self._place_of(number): None for number in numbers if self._knows(number)}
            index += 1
        return tuple(places)

    def _knows(self, number: int) -> bool:
        return bool(self.known[number // 8] >> number % 8 & 1)

    def _place_of(self, number: int) -> str:
        return self.places[self.run_places[bisect_right(self.firsts, number) - 1]]


def postcode_number(sector_index: int, letters: str) -> int:
    """Return the number of a postcode from its sector's place in the order."""
    first, second = (LETTERS.index(letter) for letter in letters)
    return sector_index * SECTOR + first * ROW + second


def sector_name(first_half: str, figure: str) -> str:
    """Return a sector in five characters: "LS1 4", "SW1A1", "E1  6"."""
    return f"{first_half:<4}{figure}"


def pack(places: dict[tuple[str, str], str]) -> bytes:
    """Return the file for a place by (sector, last two letters)."""
    sectors = sorted({sector for sector, _ in places})
    index = {sector: number for number, sector in enumerate(sectors)}
    numbered = sorted(
        (postcode_number(index[sector], letters), place)
        for (sector, letters), place in places.items()
    )
    known = bytearray(len(sectors) * SECTOR // 8)
    for number, _ in numbered:
        known[number // 8] |= 1 << number % 8
    runs = _runs(numbered)
    codes = sorted(set(places.values()))
    gaps = [first - before for (first, _), (before, _) in zip(runs, [(0, ""), *runs], strict=False)]
    parts = (
        HEADER.pack(len(sectors), len(runs), len(codes)),
        "".join(sectors).encode("ascii"),
        known,
        struct.pack(f"<{len(runs)}I", *gaps),
        struct.pack(f"<{len(runs)}H", *(codes.index(place) for _, place in runs)),
        "".join(codes).encode("ascii"),
    )
    return zlib.compress(b"".join(parts), level=9)


def _runs(numbered: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the first postcode of each run of postcodes that share a place."""
    before = [("", ""), *numbered]
    return [here for here, last in zip(numbered, before, strict=False) if here[1] != last[1]]


def unpack(packed: bytes) -> Postcodes:
    """Return the contents of a packed file."""
    data = zlib.decompress(packed)
    sector_count, run_count, place_count = HEADER.unpack_from(data)
    sectors_end = HEADER.size + sector_count * SECTOR_NAME
    known_end = sectors_end + sector_count * SECTOR // 8
    firsts_end = known_end + 4 * run_count
    places_start = firsts_end + 2 * run_count
    return Postcodes(
        sectors=_names(data[HEADER.size : sectors_end], SECTOR_NAME),
        known=data[sectors_end:known_end],
        firsts=tuple(accumulate(struct.unpack_from(f"<{run_count}I", data, known_end))),
        run_places=struct.unpack_from(f"<{run_count}H", data, firsts_end),
        places=_names(data[places_start : places_start + place_count * PLACE_CODE], PLACE_CODE),
    )


def _names(data: bytes, length: int) -> tuple[str, ...]:
    text = data.decode("ascii")
    return tuple(text[start : start + length] for start in range(0, len(text), length))
