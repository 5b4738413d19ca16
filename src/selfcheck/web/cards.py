"""One card a definition: how it stands, in whose words, why, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from selfcheck import content, explain, law, signposting
from selfcheck.case import Case
from selfcheck.definitions import PLAIN_KINDS
from selfcheck.findings import Condition, Finding, Value
from selfcheck.web import assessed, markup, parts, question_place
from selfcheck.web.question_widgets import wording

_PAGE = "what_this_is"
_DIARY = "incidents"
_SHAPES = {Value.YES: "✓", Value.NO: "–", Value.UNKNOWN: "?"}


def draw(finding: Finding, case: Case) -> None:
    """Draw the card of a definition that fits or may fit."""
    with st.container(border=True, key=f"sc_card_{finding.label}"):
        if finding.label in PLAIN_KINDS:
            _draw_kind(finding, case)
            return
        markup.draw(*_meaning(finding), *_why(finding, case))
        missing = open_questions(finding.missing)
        if missing:
            markup.draw(markup.heading(_words("card")["missing"], 3))
            draw_questions(missing, finding.label)
        markup.draw(*_where(finding, case), *_behind_it(finding))


def _draw_kind(finding: Finding, case: Case) -> None:
    """Draw the card of a kind of behaviour that was named, which is why it fits."""
    named = [_condition(condition, case) for condition in finding.conditions]
    says, words = content.words("definitions")[finding.label], _words("card")
    law_adds = markup.heading(words["law"], 3) + markup.paragraph(says["law_adds"])
    inner = "".join(_where(finding, case)) + law_adds + _sources(finding)
    folded = markup.folded(words["kind"].format(title=says["title"]), inner)
    markup.draw(*_meaning(finding), markup.items(named, look="sc-why"), folded)


def summary(findings: Iterable[Finding]) -> str:
    """Return which definitions are shown, those that fit first, as HTML."""
    titles: dict[str, list[str]] = {}
    for finding in findings:
        title = content.words("definitions")[finding.label]["title"]
        titles.setdefault(finding.outcome, []).append(title)
    said = (
        f"<strong>{markup.text(label)}:</strong> {markup.text(', '.join(titles[outcome]))}."
        for outcome, label in _words("summary").items()
        if outcome in titles
    )
    return "".join(markup.element("p", line, "sc-lead") for line in said)


def other(finding: Finding, case: Case) -> str:
    """Return a definition that is not shown as a card: its outcome and the reasons against."""
    says = content.words("definitions")[finding.label]
    reasons = (
        markup.text(explain.why(condition.reason, case))
        for condition in finding.conditions
        # That a kind was not named is what its outcome says already.
        if condition.value is not Value.YES and condition.answered and condition.name != "named"
    )
    notes = (markup.text(explain.note(note, case)) for note in finding.notes)
    title = f"<strong>{markup.text(says['title'])}.</strong> {markup.text(says[finding.outcome])}"
    return f"{title}{markup.items([*reasons, *notes])}"


def open_questions(missing: Iterable[str]) -> list[str]:
    """Return what could still be answered: questions that are asked now, and the diary."""
    can_ask = {*assessed.asked(), _DIARY}
    return [key for key in dict.fromkeys(missing) if key in can_ask]


def draw_questions(keys: Iterable[str], place: str) -> None:
    """Draw a way straight to each question; once answered, the reader comes back here."""
    words = content.words(_PAGE)
    for key in keys:
        if key == _DIARY:
            parts.link(_DIARY, words["add_incidents"])
            continue
        label = words["answer"].format(question=wording(key)["ask"])
        if st.button(label, key=f"sc_answer_{place}_{key}"):
            question_place.ask(key, back_to=_PAGE)
            parts.go("questions")


# ---- the parts of a card -----------------------------------------------------------


def _meaning(finding: Finding) -> Iterable[str]:
    says = content.words("definitions")[finding.label]
    yield markup.heading(says["title"])
    tag = markup.text(_words("outcome")[finding.outcome])
    yield f'<span class="sc-tag sc-tag-{finding.outcome}">{tag}</span>'
    yield markup.paragraph(says[finding.outcome], "sc-lead")
    if "document" in says:
        source = law.SOURCES["document"]
        quoted = markup.text(content.words(_PAGE)["quoted"])
        quoted += f" <q>{markup.text(says['document'])}</q>"
        cite = markup.link(source.url or "", source.cite)
        yield f'<div class="sc-quote"><p>{quoted}</p><p class="sc-reach">{cite}</p></div>'
    yield markup.paragraph(says["plain"])


def _why(finding: Finding, case: Case) -> Iterable[str]:
    words = _words("card")
    yield markup.heading(words["why"], 3)
    yield markup.items((_condition(c, case) for c in finding.conditions), look="sc-why")
    if finding.weight:
        yield markup.heading(words["weight"], 3)
        yield markup.items(markup.text(explain.why(w.reason, case)) for w in finding.weight)
    for note in finding.notes:
        says = markup.paragraph(explain.note(note, case))
        yield markup.element("div", says, "sc-note")


def _condition(condition: Condition, case: Case) -> str:
    name = f"{_words('condition')[condition.name]}: {_words('value')[condition.value]}."
    says = explain.why(condition.reason, case)
    evidence = explain.evidence(condition, case)
    small = markup.element("small", markup.text(evidence)) if evidence else ""
    shape = f'<span class="sc-shape sc-shape-{condition.value}" aria-hidden="true">'
    return (
        f"{shape}{_SHAPES[condition.value]}</span><div><strong>{markup.text(name)}</strong> "
        f"{markup.text(says)}{small}</div>"
    )


def _where(finding: Finding, case: Case) -> Iterable[str]:
    places = signposting.report_to(case, (finding.label,))
    words = content.words("report_to")
    yield markup.heading(_words("card")["report"], 3)
    yield markup.items((markup.text(words[code]["title"]) for code in places), ordered=True)


def _behind_it(finding: Finding) -> Iterable[str]:
    says = content.words("definitions")[finding.label]
    title = _words("card")["law_of"].format(title=says["title"])
    yield markup.folded(title, markup.paragraph(says["law_adds"]) + _sources(finding))


def _sources(finding: Finding) -> str:
    listed = markup.items(_source(law.SOURCES[key]) for key in finding.sources)
    return markup.heading(_words("card")["sources"], 3) + listed


def _source(source: law.Provision) -> str:
    cite = markup.link(source.url, source.cite) if source.url else markup.text(source.cite)
    if source.basis == "read":
        return cite
    return f"{cite} <small>{markup.text(_words('basis')[source.basis])}</small>"


def _words(part: str) -> dict[str, str]:
    words: dict[str, str] = content.words(_PAGE)[part]
    return words
