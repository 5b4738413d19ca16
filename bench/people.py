"""What people do in a tab: press the one button of the least app, or go about in ours."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator

from bench.diaries import long_case
from bench.tab import Run, Tab
from selfcheck.content import words
from selfcheck.web.shards import written

DIARY = 10
# What people look at when they have answered some questions.
RESULTS = ("incidents", "what_this_is", "timeline", "case_review", "how_to_apply")


def with_diary(tab: Tab, incidents: int, told: int = 3) -> None:
    """Give a tab what it would hold of a case with some incidents, each told to some bodies."""
    case = long_case(incidents, told)
    tab.kept = {name: shard.body for name, shard in written(case, {}, {}).items()}


async def presses(tab: Tab) -> AsyncIterator[Run]:
    """Press the least app's button, again and again."""
    while True:
        yield await tab.click("Add")


async def goes_about(tab: Tab, luck: random.Random) -> AsyncIterator[Run]:
    """Answer questions, two runs each, and look at a page of results after every third.

    Who has answered all of them changes one answer each time.
    """
    while True:
        yield await tab.go("questions")
        if _way_on(tab) is None:
            yield await tab.go("check_answers")
            yield await tab.click(luck.choice(_ways_to_change(tab)))
        for _ in range(3):
            if way := _way_on(tab):
                fields = [one for one in tab.shown("radio") if one.options]
                if fields:
                    field = luck.choice(fields)
                    yield await tab.choose(field.label.split("\n")[0], luck.choice(field.options))
                yield await tab.click(_way_on(tab) or way)
        yield await tab.go(luck.choice(RESULTS))


def _ways_to_change(tab: Tab) -> list[str]:
    says = words("check_answers")
    starts = (says["answered"]["change"], says["unanswered"]["answer"])
    return [button.label for button in tab.shown("button") if button.label.startswith(starts)]


def _way_on(tab: Tab) -> str | None:
    """Return the button that leads to the next question; None once there is none."""
    ways = words("asking")["buttons"]
    shown = {button.label for button in tab.shown("button")}
    answered = any(tab.values.get(field.id) for field in tab.shown("radio"))
    wanted = [ways["continue"], ways["skip"]] if answered else [ways["skip"], ways["continue"]]
    return next((str(way) for way in wanted if way in shown), None)
