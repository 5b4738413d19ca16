"""What a screening comes to: how many cases stand how, and how many end soon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import pyarrow as pa

from selfcheck.review import ReviewOutcome

SOON, LATER = 14, 28  # days


@dataclass(frozen=True, slots=True)
class Summary:
    """Cases by outcome, those whose time to apply ends soon, and bad rows by reason.

    `within` counts the cases that meet the threshold now and must apply within so many
    days, the day assessed left out.
    """

    outcomes: dict[ReviewOutcome, int]
    within: dict[int, int]
    rejected: dict[str, int]
    cases: int
    no_area: int


def summary(cases: pa.Table, rejected: pa.Table) -> Summary:
    """Return the summary of one row a case and of the rows left out."""
    outcomes = Counter(cases["outcome"].to_pylist())
    left = zip(cases["outcome"].to_pylist(), cases["days_left"].to_pylist(), strict=True)
    days = [days for outcome, days in left if outcome == ReviewOutcome.MET]
    return Summary(
        outcomes={outcome: outcomes[outcome.value] for outcome in ReviewOutcome},
        within={limit: sum(day <= limit for day in days) for limit in (SOON, LATER)},
        rejected=dict(Counter(rejected["reason"].to_pylist()).most_common()),
        cases=len(cases),
        no_area=cases["area"].null_count,
    )
