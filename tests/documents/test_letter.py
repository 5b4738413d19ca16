"""The application letter says what the assessment says, and nothing else."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings

from selfcheck import examples
from selfcheck.areas import procedure
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case, Harm
from selfcheck.complaints import Verdict
from selfcheck.content import long_date, words
from selfcheck.documents.letter import NoLetter, letter_text, make_letter
from selfcheck.documents.parts import Details, Letter, blanks
from selfcheck.documents.word import letter_file
from selfcheck.procedure import ConditionKind, LocalCondition, Procedure, Standing
from selfcheck.review import ReviewOutcome
from selfcheck.routes import RouteName
from tests.documents import hostile
from tests.documents.reading import (
    days,
    faults,
    headings,
    read,
    table_under,
    tamed,
    under,
)
from tests.documents.reading import words as said
from tests.stories import case, incident
from tests.strategies import TODAY, cases

LETTER = words("letter")
OPEN = (ReviewOutcome.MET, ReviewOutcome.ARGUABLE, ReviewOutcome.DISCRETIONARY)
THREE = case(
    incident("2026-06-01", "2026-06-02"),
    incident("2026-07-01", "2026-07-02"),
    incident("2026-08-01", "2026-08-02"),
    area="E08000003",
)


def text_of(letter: Letter, code: str) -> str:
    return next(passage.text for passage in letter.passages if passage.code == code)


# ---- it agrees with the assessment -----------------------------------------------


def agrees(told: Case, assessment: Assessment) -> None:
    """Assert that a letter read back holds the assessment's outcome, verdicts and days."""
    review, letter = assessment.review, make_letter(told, assessment)
    document, text = read(letter), said(read(letter))
    known = {c.report: c for c in review.complaints if c.verdict is not Verdict.AFTER_THIS_DAY}
    shown = table_under(document, LETTER["qualifying"][review.outcome])
    others = table_under(document, LETTER["others"]["heading"])

    assert faults(letter) == []
    assert LETTER["argument"][review.outcome] in headings(document)
    assert "None" not in text
    assert "{" not in text
    assert "}" not in text
    assert sorted(row[1] for row in (*shown, *others)) == sorted(
        long_date(complaint.reported_on) for complaint in known.values()
    )
    assert days(document) <= days_of(told, assessment)
    assert counted(review.outcome, assessment, shown, text)


def counted(
    outcome: ReviewOutcome, assessment: Assessment, shown: list[list[str]], text: str
) -> bool:
    """Say whether the table and the sentence give the count of the route they rest on."""
    review = assessment.review
    qualify = [c for c in review.complaints if c.verdict in (Verdict.COUNTS, Verdict.SAME_INCIDENT)]
    if outcome is ReviewOutcome.DISCRETIONARY:
        (route, *_) = review.routes
        sentence = {0: "No complaint counts on", 1: "Of the complaints, one counts"}
        short = sentence.get(route.have or 0, f"Of the complaints, {route.have} count")
        return len(shown) == len(qualify) and (short in text or "no_distress" in review.notices)
    route = next(route for route in review.routes if route.outcome == str(outcome))
    if outcome is ReviewOutcome.ARGUABLE:
        return len(shown) >= (route.need or 0)
    if route.route is RouteName.COMPLAINTS:
        rows = sorted((long_date(c.reported_on), c.window.last) for c in qualify)
        told = all(any(long_date(last) in row[4] for row in shown) for _, last in rows)
        separate = f"{route.have} separate incidents" in text
        return told and separate and len(shown) == len(qualify)
    return f"{route.have}" in text and len(shown) >= (route.have or 0)


def days_of(told: Case, assessment: Assessment) -> set[str]:
    """Return every day a letter may name, written out."""
    review = assessment.review
    found: set[date | None] = {assessment.on, review.lapsed_on}
    for complaint in review.complaints:
        found |= {complaint.happened_on, complaint.reported_on}
        found |= {complaint.report_by, complaint.window.last}
    found |= {incident.date for incident in told.incidents}
    found |= {report.date for _, report in told.reports()}
    if review.procedure and review.procedure.source:
        found.add(review.procedure.source.checked_on)
    return {long_date(day) for day in found if day}


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_the_letter_of_each_example_agrees_with_its_assessment(name: str) -> None:
    told = tamed(examples.load(name))
    assessment = assess(told, examples.TOLD_ON)

    if assessment.review.outcome in OPEN:
        agrees(told, assessment)
    else:
        with pytest.raises(NoLetter):
            make_letter(told, assessment)


@settings(max_examples=200)
@given(cases(most_incidents=8))
def test_the_letter_of_any_case_agrees_with_its_assessment(told: Case) -> None:
    told = tamed(told)
    assessment = assess(told, TODAY)

    if assessment.review.outcome in OPEN:
        agrees(told, assessment)
    else:
        with pytest.raises(NoLetter) as none:
            letter_text(told, assessment)
        assert none.value.says().endswith(".")


def test_the_same_case_on_the_same_day_makes_the_same_file() -> None:
    assessment = assess(THREE, TODAY)

    assert make_letter(THREE, assessment) == make_letter(THREE, assessment)


# ---- what it argues --------------------------------------------------------------


def test_a_met_threshold_quotes_section_104_4_and_the_dated_facts() -> None:
    letter = letter_text(THREE, assess(THREE, TODAY))

    assert text_of(letter, "argument").startswith(
        "Under section 104(4) you must decide that the threshold is met if there are at least 3 "
        "qualifying complaints. On 22 November 2026 they are about 3 separate "
        "incidents. So the number is reached."
    )


def test_a_hate_route_is_argued_from_the_areas_own_number() -> None:
    told = examples.load("hate_route")
    letter = letter_text(told, assess(told, examples.TOLD_ON))

    assert "They accept one reported hate incident." in text_of(letter, "argument")


def test_several_reports_of_one_incident_are_argued_not_claimed() -> None:
    told = examples.load("same_incident")
    letter = letter_text(told, assess(told, examples.TOLD_ON))
    argument = text_of(letter, "argument")

    assert "Counted by separate incident the number is 1, and 3 are needed." in argument
    assert "But 3 complaints were made" in argument
    assert "please decide under section 104(5) as well" in argument


def test_a_limit_shorter_than_the_acts_month_is_answered_with_the_act() -> None:
    late = tuple(incident(f"2026-0{month}-01", f"2026-0{month}-20") for month in (6, 7, 8))
    told = case(*late, area="E07000227")
    assessment = assess(told, TODAY)
    letter = letter_text(told, assessment)

    assert assessment.review.outcome is ReviewOutcome.ARGUABLE
    assert "Your procedures give 7 days to report." in text_of(letter, "argument")
    assert "Made within the month that section 104(11) gives." in said(read(letter_file(letter)))


def test_short_of_the_number_it_argues_persistence_harm_and_response() -> None:
    told = examples.load("lapsed")
    argument = text_of(letter_text(told, assess(told, examples.TOLD_ON)), "argument")

    assert "Of the complaints, 2 count on 22 November 2026, and 3 are needed." in argument
    assert "It stopped being met on 16 November 2026" in argument
    assert "- How long it has gone on. This letter tells of 4 incidents" in argument
    assert "- The harm. It affects sleep or health." in argument
    assert "- The response. Something was done, but it was not enough." in argument


def with_condition(kind: ConditionKind, standing: Standing) -> Procedure:
    held = procedure("E08000003")
    return held.model_copy(update={"conditions": (LocalCondition(kind=kind, standing=standing),)})


@pytest.mark.parametrize(
    ("standing", "answered"), [(Standing.DOUBTFUL, True), (Standing.LOCAL, False)]
)
def test_a_doubtful_condition_the_person_fails_is_answered_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, standing: Standing, answered: bool
) -> None:
    changed = with_condition(ConditionKind.CASE_CLOSED, standing)
    monkeypatch.setattr("selfcheck.areas.procedure", lambda _: changed)
    told = case(*THREE.incidents, area=THREE.area, answers={"case_closed": "no"})
    letter = letter_text(told, assess(told, TODAY))

    assert (LETTER["answer"]["case_closed"] in text_of(letter, "argument")) is answered


def test_every_condition_that_can_fail_has_an_answer() -> None:
    can_fail = {
        ConditionKind.CASE_CLOSED,
        ConditionKind.NOT_LIVE_CASE,
        ConditionKind.NO_ACTION_TAKEN,
        ConditionKind.RECENT_REPORT,
        ConditionKind.WINDOW_FROM_FIRST_REPORT,
    }

    assert set(LETTER["answer"]) == can_fail


# ---- the rest of it --------------------------------------------------------------


def test_it_goes_to_the_areas_own_point_of_contact() -> None:
    told = examples.load("lapsed")
    letter = letter_text(told, assess(told, examples.TOLD_ON))

    assert letter.recipient[:2] == (
        "ASB Case Review, North Somerset council",
        "Community Safety Team, North Somerset Council, Town Hall, Weston-super-Mare, BS23 1UJ",
    )


def test_without_an_area_its_name_and_address_are_marked_blanks() -> None:
    told = THREE.model_copy(update={"area": None})
    letter = letter_text(told, assess(told, TODAY))

    assert letter.recipient == (
        "ASB Case Review contact for [the name of the council]",
        "[where you send this]",
    )


def test_the_reply_is_expected_under_the_areas_own_clocks() -> None:
    told = THREE.model_copy(update={"area": "E07000209"})
    reply = text_of(letter_text(told, assess(told, TODAY)), "reply")

    assert "- Within 3 working days of the application, you write to say that you have it." in reply
    assert "- Within 25 working days, you hold the review." in reply


def test_typed_words_are_quoted_as_typed() -> None:
    told = case(
        incident("2026-11-01", "2026-11-02", effect="I can't   sleep. <b>Help</b> & {me}"),
        area="E08000003",
    )
    document = read(make_letter(told, assess(told, TODAY)))

    assert "1 November 2026: “I can't   sleep. <b>Help</b> & {me}”" in under(
        document, "How it affects me"
    )


def test_thoughts_of_self_harm_are_not_passed_on_unasked() -> None:
    answers = THREE.answers.model_copy(update={"harm": (Harm.THOUGHTS_OF_SELF_HARM,)})
    told = THREE.model_copy(update={"answers": answers})

    assert "harm" not in said(read(make_letter(told, assess(told, TODAY)))).replace(
        "the harm and the response", ""
    )


@pytest.mark.parametrize(
    ("consent", "agreed"), [("yes", True), ("no", False), ("unsure", False), (None, False)]
)
def test_a_helper_says_that_the_person_agrees_only_where_they_do(
    consent: str | None, agreed: bool
) -> None:
    told = case(*THREE.incidents, area=THREE.area, applicant="on_behalf", consent=consent)
    opening = text_of(letter_text(told, assess(told, TODAY)), "opening")

    assert "[the name of the person you are helping]" in opening
    assert ("They have agreed to this." in opening) is agreed
    assert ("[Say here that they agree." in opening) is not agreed


def test_what_is_not_given_is_a_marked_blank_in_a_style_of_its_own() -> None:
    document = read(make_letter(THREE, assess(THREE, TODAY)))
    marked = {
        run.text
        for paragraph in document.paragraphs
        for run in paragraph.runs
        if run.style.name == "Blank To Fill"
    }

    assert marked == {
        "[your name]",
        "[your address]",
        "[the date you sign this]",
        "[your signature]",
        "[How it affects the people it happens to, in your own words]",
        "[What you would like to happen]",
        "[a safe way and a safe time to reach you]",
    }
    assert marked <= set(blanks())


def test_what_is_given_for_the_document_alone_fills_the_blanks() -> None:
    details = Details(
        name="Ada Example",
        address="1 Any Street\nAnytown",
        contact="by text after six",
        wanted="I want it to stop.",
        signed_on=date(2026, 11, 23),
    )
    letter = letter_text(THREE, assess(THREE, TODAY), details)

    assert letter.sender == ("Ada Example", "1 Any Street", "Anytown", "23 November 2026")
    assert "This is what I would like to happen: I want it to stop." in text_of(letter, "asks")
    assert "[your name]" not in letter.closing


# ---- changed on the page ---------------------------------------------------------


@pytest.mark.parametrize("name", ["clearly_met", "same_incident", "one_short"])
def test_a_letter_nobody_changed_reads_the_same(name: str) -> None:
    told = examples.load(name)
    letter = letter_text(told, assess(told, examples.TOLD_ON))

    assert letter.changed({passage.code: passage.text for passage in letter.passages}) == letter


def test_a_changed_passage_goes_into_the_file_as_it_was_typed() -> None:
    letter = letter_text(THREE, assess(THREE, TODAY))
    changed = letter.changed({"effect": "First.\n\n- One.\n\n> Two.", "reply": " \n "})
    document = read(letter_file(changed))

    assert under(document, "How it affects me") == ["First.", "One.", "Two."]
    assert "When I expect to hear" not in headings(document)


# ---- hostile text ----------------------------------------------------------------


@pytest.mark.parametrize("kind", hostile.TEXTS)
def test_any_text_makes_a_sound_letter(kind: str) -> None:
    told = hostile.case_of(hostile.TEXTS[kind], incidents=4)
    details = hostile.details_full_of(hostile.TEXTS[kind])

    assert faults(make_letter(told, assess(told, hostile.ON), details)) == []


def test_three_hundred_incidents_make_a_letter() -> None:
    told = hostile.case_of("He shouted at me again.", incidents=300)
    assessment = assess(told, hostile.ON)
    letter = make_letter(told, assessment)
    rows = table_under(read(letter), LETTER["qualifying"]["met"])

    assert faults(letter) == []
    assert len(rows) == assessment.review.counts.complaints
    assert assessment.review.counts.separate_incidents == len(rows)


def test_the_signature_never_stands_on_a_page_alone() -> None:
    paragraphs = docx.Document(BytesIO(make_letter(THREE, assess(THREE, TODAY)))).paragraphs
    signing = [p.text for p in paragraphs].index("Yours faithfully")

    assert paragraphs[signing - 1].paragraph_format.keep_with_next
