"""The questions in order, and when each is still worth asking.

A question follows from earlier answers (consent only where someone helps another), and
it matters while its answer could still change a result or is needed for the letter.
An answer is dropped only when its question no longer follows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from selfcheck import areas
from selfcheck import conditions as c
from selfcheck.case import Answers, Case, FromWhom, Kind, Nation, YesNo
from selfcheck.classify import outcome_of
from selfcheck.findings import Outcome, Value
from selfcheck.procedure import ConditionKind, kinds_of

Test = Callable[[Case], bool]


def _always(_: Case) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question by the field it fills.

    `follows`: earlier answers lead to it. `matters`: its answer could still change
    something.
    """

    key: str
    follows: Test = _always
    matters: Test = _always


# ---- when a question follows -------------------------------------------------------


def _has_case_reviews(case: Case) -> bool:
    return case.nation in (None, Nation.ENGLAND, Nation.WALES)


def _one_party_named(case: Case) -> bool:
    return case.answers.from_whom in (FromWhom.ONE_PERSON, FromWhom.ONE_GROUP)


def _not_different_people(case: Case) -> bool:
    return case.answers.from_whom is not FromWhom.DIFFERENT_PEOPLE


def _may_be_fixed(case: Case) -> bool:
    fixed = c.fixed_attention(case)
    return fixed.value is Value.YES or case.answers.obsessive_attention is YesNo.UNSURE


def _targeted(case: Case) -> bool:
    return c.targeted(case).value is Value.YES or case.answers.targeted is YesNo.UNSURE


# ---- when its answer could still change something ------------------------------------


def _could_be(rules: tuple[c.ConditionRule, ...]) -> Test:
    def still_open(case: Case) -> bool:
        return outcome_of(rule(case) for rule in rules) is not Outcome.DOES_NOT_FIT

    return still_open


_harassment = _could_be(c.HARASSMENT)
_stalking = _could_be(c.STALKING)
_repeated_and_unwanted = _could_be((c.repeated, c.unwanted))


def _not_settled_by_diary(case: Case) -> bool:
    because = c.repeated(case).because
    return case.answers.repeated is not None or not because


def _harassment_or_bullying(case: Case) -> bool:
    return _harassment(case) or _repeated_and_unwanted(case)


def _attention_not_named(case: Case) -> bool:
    return _repeated_and_unwanted(case) and not _named(Kind.STALKING, case)


def _bullying_not_named(case: Case) -> bool:
    return _repeated_and_unwanted(case) and not _named(Kind.BULLYING, case)


def _hate_not_named(case: Case) -> bool:
    return not _named(Kind.HATE_INCIDENT, case)


def _may_be_online(case: Case) -> bool:
    messages = (Kind.MALICIOUS_COMMUNICATIONS, Kind.STALKING, Kind.ABUSIVE_LANGUAGE)
    picked_on = c.picked_on(case)
    bullied = picked_on.answered and picked_on.value is not Value.NO
    return bullied or any(_named(kind, case) for kind in messages)


def _area_asks_if_closed(case: Case) -> bool:
    asks = {ConditionKind.CASE_CLOSED, ConditionKind.NOT_LIVE_CASE}
    if case.area is None or areas.area(case.area) is None:
        return False
    return not asks.isdisjoint(kinds_of(areas.procedure(case.area).conditions))


def _named(kind: Kind, case: Case) -> bool:
    return c.named(kind)(case).value is Value.YES


QUESTIONS = (
    Question("immediate_danger"),
    Question("applicant"),
    Question("consent", follows=lambda case: case.on_behalf),
    Question("nation"),
    Question("area", follows=_has_case_reviews),
    Question("kinds"),
    Question("unwanted"),
    Question("repeated", matters=_not_settled_by_diary),
    Question("from_whom"),
    Question("relationship", follows=_not_different_people),
    Question("two_sided", follows=_one_party_named, matters=_harassment),
    Question("reasonable_purpose", matters=_harassment),
    Question("threats_or_demands", matters=_harassment_or_bullying),
    Question("obsessive_attention", matters=_attention_not_named),
    Question("stalking_acts", follows=_may_be_fixed, matters=_stalking),
    Question("fear_of_violence"),
    Question("targeted", matters=_hate_not_named),
    Question("targeted_because_of", follows=_targeted),
    Question("bullying", matters=_bullying_not_named),
    Question("school_or_work", matters=_repeated_and_unwanted),
    Question("online", matters=_may_be_online),
    Question("distress"),
    Question("harm"),
    Question("still_happening"),
    Question("vulnerable", follows=_has_case_reviews),
    Question("response", follows=_has_case_reviews),
    Question("home"),
    Question("case_closed", follows=_has_case_reviews, matters=_area_asks_if_closed),
)
KEYS = tuple(question.key for question in QUESTIONS)


def answer_to(case: Case, key: str) -> Any:
    """Return what was answered to one question, None where nothing was."""
    return getattr(case.answers if key in Answers.model_fields else case, key)


def with_answer(case: Case, key: str, answer: Any) -> tuple[Case, tuple[str, ...]]:
    """Return the case with one answer changed, and the answers that fell away with it.

    Only answers whose questions no longer follow fall away. An answer of None takes it
    back.
    """
    return _keep_following(_set(case, key, answer), key)


def asked(case: Case) -> tuple[str, ...]:
    """Return the questions that follow and matter, in order, answered or not."""
    return tuple(q.key for q in QUESTIONS if q.follows(case) and q.matters(case))


def next_question(case: Case, after: str | None = None) -> str | None:
    """Return the next unanswered question after one, or from the start; None at the end."""
    later = KEYS[KEYS.index(after) + 1 :] if after else KEYS
    open_ones = (key for key in asked(case) if key in later and answer_to(case, key) is None)
    return next(open_ones, None)


def previous_question(case: Case, before: str) -> str | None:
    """Return the question asked before one, or None at the first."""
    earlier = [key for key in asked(case) if KEYS.index(key) < KEYS.index(before)]
    return earlier[-1] if earlier else None


def progress(case: Case, key: str) -> tuple[int, int]:
    """Return a question's number and about how many there will be, both from 1."""
    among = {key, *asked(case)}
    keys = [k for k in KEYS if k in among]
    return keys.index(key) + 1, len(keys)


def _set(case: Case, key: str, answer: Any) -> Case:
    if key not in Answers.model_fields:
        return Case.model_validate({**_fields(case), key: answer})
    answers = Answers.model_validate({**_fields(case.answers), key: answer})
    return case.model_copy(update={"answers": answers})


def _fields(model: Any) -> dict[str, Any]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def _keep_following(case: Case, changed: str) -> tuple[Case, tuple[str, ...]]:
    dropped: list[str] = []
    for question in QUESTIONS:
        if answer_to(case, question.key) is None or question.key == changed:
            continue
        if not question.follows(case) or _of_another_nation(case, question.key):
            case = _set(case, question.key, None)
            dropped.append(question.key)
    return case, tuple(dropped)


def _of_another_nation(case: Case, key: str) -> bool:
    """Say whether the chosen council lies in another nation than the one now named."""
    if key != "area" or case.area is None or case.nation is None:
        return False
    area = areas.area(case.area)
    return area is not None and area.nation != case.nation
