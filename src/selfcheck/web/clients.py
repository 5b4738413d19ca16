"""Which clients an adviser has open in this tab, and which of them is on screen.

The case on screen is the session's own; the others are put by here, whole. A resident
has no clients at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from selfcheck.case import Case

MOST = 60


@dataclass(frozen=True, slots=True)
class Clients:
    """Clients by number, in the order they were opened; a number is never used twice.

    `open` is the one on screen, None where there are no clients. `put_by` are the rest.
    """

    open: int | None = None
    order: tuple[int, ...] = ()
    put_by: Mapping[int, Case] = field(default_factory=dict)
    last: int = 0

    def cases(self, on_screen: Case) -> list[tuple[int, Case]]:
        """Return each client's number and case, in order."""
        return [(n, on_screen if n == self.open else self.put_by[n]) for n in self.order]

    def with_new(self, on_screen: Case) -> Clients:
        """Return the clients with one more, on screen; the one before it is put by."""
        number = self.last + 1
        return Clients(number, (*self.order, number), self._with(on_screen), number)

    def with_one_put_by(self, case: Case) -> Clients:
        """Return the clients with one more that is not on screen."""
        number = self.last + 1
        put_by = {**self.put_by, number: case}
        return replace(self, order=(*self.order, number), put_by=put_by, last=number)

    def switched(self, to: int, on_screen: Case) -> tuple[Clients, Case]:
        """Return the clients with another one on screen, and its case."""
        put_by = self._with(on_screen)
        case = put_by.pop(to)
        return replace(self, open=to, put_by=put_by), case

    def closed(self) -> tuple[Clients, Case]:
        """Return the clients without the one on screen, and the case now on screen."""
        order = tuple(number for number in self.order if number != self.open)
        if not order or self.open is None:
            return Clients(last=self.last), Case()
        place = min(self.order.index(self.open), len(order) - 1)
        put_by = dict(self.put_by)
        case = put_by.pop(order[place])
        return Clients(order[place], order, put_by, self.last), case

    def _with(self, on_screen: Case) -> dict[int, Case]:
        return {**self.put_by, **({} if self.open is None else {self.open: on_screen})}


def prefix(number: int | None) -> str:
    """Return what the names of a client's half-filled fields begin with; nothing for a resident.

    So no field of one client can be a field of another, on the server or in the browser.
    """
    return "" if number is None else f"client{number}_"
