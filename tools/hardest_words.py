"""Prints the reading age of every resident's page and its hardest sentences: `make words`.

`python -m tools.hardest_words help 20` prints the twenty hardest of one page.
"""

from __future__ import annotations

import logging
import os
import sys

from tests.pages.screens import RESIDENTS_PAGES, said, screens
from tests.readability import LONGEST_SENTENCE, hardest, reading_age
from tests.web.conftest import TODAY


def main(pages: list[str], most: int) -> None:
    """Print page by page; the age is that of the hardest screen."""
    os.environ["SELFCHECK_TODAY"] = TODAY
    for name in pages:
        drawn = [said(screen) for screen in screens(name)]
        age = max(reading_age(screen) for screen in drawn)
        every = {sentence for screen in drawn for sentence in screen}
        longest = max(len(sentence.split()) for sentence in every)
        print(f"\n{name}: {len(every)} sentences, reading age {age:.1f},", end=" ")
        print(f"longest sentence {longest} words of {LONGEST_SENTENCE}")
        print(hardest(every, most))


if __name__ == "__main__":
    logging.disable()
    page = sys.argv[1:2]
    main(page or RESIDENTS_PAGES, int(sys.argv[2]) if page[0:1] and sys.argv[2:] else 5)
