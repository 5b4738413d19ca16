"""The application for an ASB Case Review, as a good adviser would write it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selfcheck import content, explain
from selfcheck.assessment import Assessment
from selfcheck.case import Case, FromWhom, YesNo
from selfcheck.documents import complaint_table
from selfcheck.documents.addresses import agreement, closing, for_whom, point_of_contact, sender
from selfcheck.documents.argument import argument, harm
from selfcheck.documents.facts import Facts, counted_incidents, gather, on_day, speaker
from selfcheck.documents.parts import (
    Details,
    Letter,
    Line,
    Look,
    Passage,
    blank,
    given,
    lines,
    points,
    quoted,
    typed,
)
from selfcheck.procedure import Clock, Span
from selfcheck.review import ReviewOutcome

MOST_EFFECTS = 5
MOST_OTHERS = 20


class NoLetter(Exception):
    """There is nothing to apply for yet; `code` has its words in `content/letter.toml`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code

    def says(self) -> str:
        """Return why, in a sentence."""
        return str(content.words("letter")["no_letter"][self.code])


def make_letter(case: Case, assessment: Assessment, details: Details | None = None) -> bytes:
    """Return the application as a Word file; NoLetter where there is none to write."""
    from selfcheck.documents.word import letter_file  # noqa: PLC0415 - a text alone needs no Word

    return letter_file(letter_text(case, assessment, details))


def letter_text(case: Case, assessment: Assessment, details: Details | None = None) -> Letter:
    """Return what the application says; NoLetter where there is none to write."""
    check_there_is_a_letter(assessment)
    facts = gather(case, assessment, details or Details())
    return Letter(
        code="application",
        title=_words()["title"],
        on=assessment.on,
        sender=sender(facts.details),
        recipient=point_of_contact(facts),
        greeting=_words()["greeting"],
        passages=tuple(_passages(facts)),
        closing=closing(facts, enclosed=True),
    )


def check_there_is_a_letter(assessment: Assessment) -> None:
    """Raise NoLetter where no case review exists or nothing was reported yet."""
    if assessment.review.outcome in (ReviewOutcome.NOT_AVAILABLE, ReviewOutcome.REPORT_FIRST):
        raise NoLetter(str(assessment.review.outcome))


def _passages(facts: Facts) -> Iterator[Passage]:
    yield Passage("opening", None, tuple(_opening(facts)))
    yield Passage("happening", _words()["happening"]["heading"], lines(_happening(facts)))
    yield from qualifying(facts)
    yield from _others(facts)
    yield argument(facts)
    yield _effect(facts)
    yield _asks(facts)
    yield _reply(facts)


# ---- who asks, and about what ----------------------------------------------------------


def _opening(facts: Facts) -> Iterator[Line]:
    words = _words()["opening"]
    who = for_whom(facts)
    yield from lines(words[speaker(facts.case)].format(area=facts.place, for_whom=who))
    yield from agreement(facts)
    yield from lines(_words()["in_short"][facts.review.outcome])


def _happening(facts: Facts) -> str:
    words, answers = _words()["happening"], facts.case.answers
    one = len(facts.case.incidents) == 1
    says = [counted_incidents(facts, words, "one", "one_day", "some")]
    if kinds := complaint_table.kinds(facts.incidents):
        says.append(words["kinds_one" if one else "kinds"].format(kinds=kinds))
    if whom := _whom(facts):
        says.append(whom)
    if answers.still_happening is YesNo.YES:
        says.append(words["still"])
    return " ".join([*says, _distress(facts), words["log"]])


def _distress(facts: Facts) -> str:
    if {"no_distress", "distress_unanswered"} & set(facts.review.notices):
        return blank("distress")
    return str(_words()["happening"]["distress"])


def _whom(facts: Facts) -> str | None:
    answers, words = facts.case.answers, _words()
    if answers.from_whom in (None, FromWhom.UNKNOWN):
        return None
    who = words["who"].get(answers.relationship or "")
    if answers.from_whom is FromWhom.ONE_PERSON and who:
        return str(words["from_whom"]["one_person_who"]).format(who=facts.say(who))
    return str(words["from_whom"][answers.from_whom])


# ---- the reports -------------------------------------------------------------------------


def qualifying(facts: Facts) -> Iterator[Passage]:
    """Yield the reports the letter rests on, with the Act's two tests; nothing where none is."""
    rows = complaint_table.rests_on(facts)
    if not rows:
        return
    words = _words()["qualifying"]
    said = lines(_tests(facts, len(rows)))
    held = complaint_table.table(facts, rows, words["says"], "why")
    yield Passage("complaints", words[facts.review.outcome], said, held)


def _tests(facts: Facts, count: int) -> str:
    words = _words()["qualifying"]
    if facts.review.outcome is ReviewOutcome.ARGUABLE or not facts.route:
        return str(words["arguable_lead"])
    threshold = facts.route.threshold or facts.review.threshold
    tests = words["tests"].format(
        report_within=explain.period(threshold.report_within),
        period=explain.period(threshold.apply_within),
    )
    passes = facts.say(words["pass_one" if count == 1 else "pass_some"], on=facts.on, count=count)
    return f"{tests} {passes}"


def _others(facts: Facts) -> Iterator[Passage]:
    rows = complaint_table.others(facts)
    if not rows:
        return
    words = _words()["others"]
    newest = rows[-MOST_OTHERS:]
    says = [words["lead"]]
    if len(newest) < len(rows):
        says.append(words["newest"].format(shown=len(newest), count=len(rows)))
    table = complaint_table.table(facts, newest, words["says"], "stands")
    yield Passage("others", words["heading"], lines(" ".join(says)), table)


# ---- the effect, what is asked for, the reply --------------------------------------------


def _effect(facts: Facts) -> Passage:
    words = _words()["effect"]
    told = [(i, effect) for i in facts.incidents if (effect := typed(i.effect))]
    entries = [
        words["entry"].format(day=on_day(incident), words=quoted(effect))
        for incident, effect in told[-MOST_EFFECTS:]
    ]
    # Where section 104(5) is argued, the harm has been told there.
    met = facts.review.outcome is ReviewOutcome.MET
    said = lines(" ".join(harm(facts))) if met else ()
    from_log = (*lines(words["log"]), *lines(*entries, look=Look.QUOTE)) if entries else ()
    heading = facts.say(words["heading"])
    return Passage("effect", heading, (*said, *from_log) or lines(blank("effect")))


def _asks(facts: Facts) -> Passage:
    words = _words()["asks"]
    number = facts.review.outcome in (ReviewOutcome.MET, ReviewOutcome.ARGUABLE)
    decide = "decide_met" if number else "decide"
    asked = points(words[code] for code in ("pass_on", decide, "reasons", "review", "person"))
    wanted = facts.say(words["wanted"], wanted=given(facts.details.wanted, "wanted"))
    return Passage("asks", words["heading"], (*asked, *lines(wanted)))


def _reply(facts: Facts) -> Passage:
    words = _words()["reply"]
    reach = words["reach"].format(contact=given(facts.details.contact, "contact"))
    times = clock_lines(facts, words["clocks"]) or lines(words["none"])
    return Passage("reply", words["heading"], (*times, *lines(reach)))


def clock_lines(facts: Facts, lead: str) -> tuple[Line, ...]:
    """Return the area's own clocks after a lead that says when they were read, if any."""
    procedure = facts.review.procedure
    if facts.area is None or procedure is None or not (procedure.source and procedure.clocks):
        return ()
    read = lines(facts.say(lead, day=procedure.source.checked_on))
    return (*read, *points(clock_says(clock) for clock in procedure.clocks))


def clock_says(clock: Clock) -> str:
    """Return what an area says of a step and its time, said to the area."""
    words = _words()
    unit = "working_day" if clock.days_kind == "working" else "day"
    within = explain.span(Span(amount=clock.days, unit=unit))
    after = words["after"][clock.after] if clock.after else ""
    return str(words["clock"][clock.event]).format(within=within, after=after)


def _words() -> dict[str, Any]:
    return dict(content.words("letter"))
