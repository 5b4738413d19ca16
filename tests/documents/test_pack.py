"""The pack says what the assessment says, in a file every reader can read."""

from __future__ import annotations

import io
import re
import sys
from collections import Counter
from datetime import date
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import example, given, settings

from selfcheck import content, diary, examples, explain, law, picture
from selfcheck.assessment import Assessment, assess
from selfcheck.case import Case, Incident, Report
from selfcheck.classify import is_to_be_shown
from selfcheck.complaints import Complaint, Verdict
from selfcheck.documents.pack import MOST_STEPS, make_pack
from selfcheck.documents.sheet_pdf import make_sheet_pdf
from selfcheck.documents.typeset import PdfNotInstalledError
from selfcheck.documents.unprinted import fit, named
from selfcheck.examples import EXAMPLES, TOLD_ON
from selfcheck.review import ReviewOutcome
from tests.documents import hostile
from tests.documents.pdf import elements, faults, outside, page_count, words_of
from tests.strategies import TODAY, cases

WORDS = content.words("pack")
FURNITURE = (
    r"Page \d+ of \d+",
    r"(?:ASB Case Review pack|Record of what happened) As it stood on \d+ \w+ \d+(?! ·)",
    r"No\. Happened Reported Told Does it count\?",
)
DAY = re.compile(r"\b\d{1,2} (?:" + "|".join(content.MONTHS) + r") \d{4}\b")
# What no page takes lightly, beside what no document does.
TEXTS = {
    **hostile.TEXTS,
    "only wide letters": "W" * 4_000,
    "thousands of pictures": "😀👩‍👩‍👧‍👦🏳️‍🌈👍🏽❤️ " * 300,
    "scripts without a font": "আমি ਪੰਜਾਬੀ 漢字 ไทย தமிழ் " * 60,
    "signs that mean nothing": "\ufdd0\ufeff\u200b\u2029\ue000\u0378\u00ad " * 90,
    "typst": '#panic("x") #read("/etc/passwd") $x^2$ *b* _i_ `c` @a <b>\n= H\n- p \\ ]#[ //' * 25,
    "thousands of lines": "a\n" * 1_900,
}
# The text stands 59.5 points from each side; a space at a line's end may hang over.
MARGIN = 56


def told(case: Case, assessment: Assessment) -> str:
    return words_of(make_pack(case, assessment), *FURNITURE)


def part(text: str, code: str) -> str:
    """Return the words from one heading to the next; fails where it is not there."""
    headings = [WORDS["heading"][name] for name in WORDS["heading"]]
    ends = "|".join(re.escape(heading) for heading in headings)
    found = re.search(rf"{re.escape(WORDS['heading'][code])} (.*?)(?= (?:{ends}) |$)", text)
    assert found, code
    return found[1]


def plain(text: str) -> str:
    return " ".join(fit(text).replace("\u200b", "").split())


def days(text: str) -> set[str]:
    return set(DAY.findall(text))


def long_dates(*found: date | None) -> set[str]:
    return {content.long_date(day) for day in found if day}


# ---- the same as the assessment --------------------------------------------------


def hold_against(text: str, case: Case, assessment: Assessment) -> None:
    """Fail where the pack says anything else than the assessment."""
    answer_is_the_same(part(text, "answer"), case, assessment)
    kinds_are_the_same(part(text, "kinds"), assessment)
    if assessment.review.outcome is ReviewOutcome.NOT_AVAILABLE:
        assert WORDS["heading"]["reports"] not in text
        return
    steps_are_the_same(text, assessment)
    reports_are_the_same(part(text, "reports"), case, assessment)
    routes_are_the_same(text, assessment)


def answer_is_the_same(text: str, case: Case, assessment: Assessment) -> None:
    review, names = assessment.review, WORDS["facts"]
    said = [explain.headline(review), explain.act_by(review), explain.outcome(review)]
    said += [explain.lapsed(review), *(explain.notice(code) for code in review.notices)]
    figures = {
        names["incidents_all"]: len(case.incidents),
        names["reports_all"]: sum(1 for _ in case.reports()),
    }
    days_told: dict[str, date | None] = {}
    if review.outcome is not ReviewOutcome.NOT_AVAILABLE:
        figures |= {
            names["needed"]: review.threshold.needed,
            names["incidents"]: review.counts.separate_incidents,
            names["complaints"]: review.counts.complaints,
        }
        days_told = {
            names["met_from"]: review.met_from,
            names["apply_by"]: review.apply_advised,
            names["lapsed_on"]: review.lapsed_on,
        }

    assert [line for line in said if line and plain(line) not in text] == []
    for name, figure in figures.items():
        assert re.search(rf"{re.escape(name)} {figure}(?!\d)", text), name
    for name, day in days_told.items():
        assert bool(day) == bool(re.search(rf"{re.escape(name)} \d", text)), name
        assert not day or f"{name} {content.long_date(day)}" in text
    lapsed = days(explain.lapsed(review) or "")
    notices = days(" ".join(explain.notice(code) for code in review.notices))
    known = long_dates(review.met_from, review.apply_advised, review.apply_by, review.lapsed_on)
    assert days(text) <= known | lapsed | notices


def steps_are_the_same(text: str, assessment: Assessment) -> None:
    says = [content.say("next_steps", step.reason) for step in assessment.next_steps]
    shown = part(text, "steps") if says else ""

    assert shown.count("• ") == min(len(says), MOST_STEPS + 1)
    for line in says[:MOST_STEPS]:
        assert line in shown
    assert days(shown) == days(" ".join(says[:MOST_STEPS]))


def reports_are_the_same(text: str, case: Case, assessment: Assessment) -> None:
    reports = {report.id: (incident, report) for incident, report in case.reports()}
    verdicts = Counter(explain.verdict(c).partition(". ")[0] for c in assessment.review.complaints)
    rows = [
        row(number, complaint, *reports[complaint.report])
        for number, complaint in picture.numbered(assessment.review)
    ]

    assert " ".join(rows) in text if rows else text == WORDS["reports"]["none"]
    for verdict, count in verdicts.items():
        assert text.count(f" {verdict}.") == count, verdict


def row(number: int, complaint: Complaint, incident: Incident, report: Report) -> str:
    """Return what a row must say, from the assessment and the case alone."""
    happened = content.long_date(complaint.happened_on)
    reference = plain(report.reference or "")
    close = content.words("review")["borderline"]["verdict"] if complaint.borderline else ""
    cells = (
        str(number),
        f"about {happened}" if incident.approximate else happened,
        content.long_date(complaint.reported_on),
        content.words("choices")["Body"][complaint.to],
        f"Ref. {reference}" if reference else "",
        explain.verdict(complaint),
        close,
    )
    return " ".join(cell for cell in cells if cell)


def routes_are_the_same(text: str, assessment: Assessment) -> None:
    review = assessment.review
    outcomes = content.words("review")["route_outcome"]
    shown = part(text, "routes")
    expected = [
        ". ".join(p for p in (explain.route_count(route), outcomes[route.outcome]) if p)
        for route in review.routes
        if route.route != "discretion"
    ]
    stretches = [
        f"from {content.long_date(s.first)} to {content.long_date(s.last)}"
        for s in review.stretches
    ]

    assert [outcome for outcome in expected if outcome not in shown] == []
    assert shown.count("• ") == len(expected)
    assert re.findall(r"from \d+ \w+ \d+ to \d+ \w+ \d+", text) == stretches


def kinds_are_the_same(text: str, assessment: Assessment) -> None:
    shown = [finding for finding in assessment.findings if is_to_be_shown(finding)]
    words = content.words("definitions")
    outcomes = [words[f.label][f.outcome] for f in shown]
    other = {
        words[f.label][f.outcome]: f.label for f in assessment.findings if not is_to_be_shown(f)
    }

    assert re.findall("|".join(map(re.escape, outcomes)) or "x^", text) == outcomes
    assert [label for says, label in other.items() if says in text and says not in outcomes] == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_pack_of_an_example_says_what_the_assessment_says(name: str) -> None:
    case = examples.load(name)
    assessment = assess(case, TOLD_ON)

    text = told(case, assessment)

    hold_against(text, case, assessment)
    assert "None" not in text
    assert "{" not in text


def typed_plainly(case: Case) -> Case:
    """Return a case whose texts any font has: what they say is tested elsewhere."""
    incidents = tuple(
        incident.model_copy(
            update={
                "what_happened": "Shouting.",
                "where": None,
                "reports": tuple(
                    report.model_copy(update={"reference": f"Ref-{report.id}"})
                    for report in incident.reports
                ),
            }
        )
        for incident in case.incidents
    )
    return case.model_copy(update={"incidents": incidents, "reference": "Q"})


@settings(max_examples=200)
@given(cases())
@example(Case())
def test_the_pack_of_any_case_says_what_the_assessment_says(case: Case) -> None:
    case = typed_plainly(case)
    assessment = assess(case, TODAY)

    text = told(case, assessment)

    hold_against(text, case, assessment)
    assert "None" not in text


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_diary_stands_in_the_pack_word_for_word(name: str) -> None:
    case = examples.load(name)

    log = part(told(case, assess(case, TOLD_ON)), "log")

    in_order = sorted(case.incidents, key=lambda i: (i.date, i.time or ""))
    places = [log.index(diary.when_says(incident)) for incident in in_order]
    assert places == sorted(places)
    for incident in case.incidents:
        for field in ("what_happened", "where", "effect", "evidence", "witnesses"):
            assert plain(getattr(incident, field) or "") in log
        for report in incident.reports:
            assert f"{content.long_date(report.date)}: {diary.choice('Body', report.to)}." in log
            assert plain(report.reference or "") in log
            assert plain(report.response or "") in log


def test_every_source_is_named_with_its_day() -> None:
    case = examples.load("clearly_met")
    assessment = assess(case, TOLD_ON)
    source = assessment.review.procedure and assessment.review.procedure.source

    text = part(told(case, assessment), "sources")

    assert source
    assert f"Checked on {content.long_date(source.checked_on)}" in text
    assert law.SOURCES["asbcpa2014.s104.4"].cite in text
    assert f"Read or checked on {content.long_date(law.LAW_CHECKED_ON)}." in text


def test_what_is_said_to_an_adviser_and_what_is_urgent_stay_out() -> None:
    case = examples.load("stalking_danger").model_copy(update={"adviser_notes": "Only for me."})

    text = told(case, assess(case, TOLD_ON))

    assert "Only for me." not in text
    assert content.words("urgent")["crisis_support"]["title"] not in text


# ---- for every reader ------------------------------------------------------------


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_screen_reader_can_read_the_pack(name: str) -> None:
    case = examples.load(name)

    assert faults(make_pack(case, assess(case, TOLD_ON))) == []


def test_a_screen_reader_can_read_the_blank_sheet_and_it_is_one_page() -> None:
    sheet = make_sheet_pdf(TOLD_ON)
    words = content.words("diary_table")["sheet"]
    text = words_of(sheet)

    assert faults(sheet) == []
    assert page_count(sheet) == 1
    assert [one for one in words.values() if isinstance(one, str) and one not in text] == []


def test_what_a_screen_reader_would_miss_is_noticed() -> None:
    case = examples.load("clearly_met")
    made = pikepdf.open(io.BytesIO(make_pack(case, assess(case, TOLD_ON))))
    figure = next(e for role, e in elements(made.Root.StructTreeRoot.K) if role == "Figure")
    del figure["/Alt"]
    del made.Root["/Lang"]
    spoiled = io.BytesIO()
    made.save(spoiled)

    assert faults(spoiled.getvalue()) == ["has no language", "a picture without words"]


def test_bookmarks_name_each_part_and_each_incident() -> None:
    case = examples.load("one_short")
    with pikepdf.open(io.BytesIO(make_pack(case, assess(case, TOLD_ON)))) as made:
        with made.open_outline() as outline:
            found = {item.title: [child.title for child in item.children] for item in outline.root}
        title = str(made.docinfo["/Title"])

    assert title == "ASB Case Review pack"
    assert list(found) == [h for h in WORDS["heading"].values() if h in found]
    assert len(found[WORDS["heading"]["log"]]) == len(case.incidents)


def test_the_same_case_makes_the_same_file() -> None:
    case = examples.load("lapsed")
    assessment = assess(case, TOLD_ON)

    assert make_pack(case, assessment) == make_pack(case, assessment)


# ---- hostile text ----------------------------------------------------------------


@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_makes_a_pack_that_can_be_read_and_stays_on_the_page(kind: str) -> None:
    case = hostile.case_of(TEXTS[kind])
    assessment = assess(case, hostile.ON)

    pack = make_pack(case, assessment)

    assert faults(pack) == []
    assert outside(pack, MARGIN) == []
    assert explain.headline(assessment.review) in words_of(pack)


@settings(max_examples=60)
@given(cases(most_incidents=3))
def test_whatever_people_type_the_pack_can_be_read(case: Case) -> None:
    pack = make_pack(case, assess(case, TODAY))

    assert faults(pack) == []
    assert outside(pack, MARGIN) == []


def test_three_hundred_incidents_make_a_pack() -> None:
    case = hostile.case_of("He shouted at me again. " * 12, incidents=300)
    assessment = assess(case, hostile.ON)

    pack = make_pack(case, assessment)

    assert faults(pack) == []
    assert words_of(pack).count("He shouted at me again.") >= 300 * 12 * 5
    assert f"{WORDS['facts']['incidents_all']} 300" in words_of(pack)


def test_typst_commands_are_only_text() -> None:
    case = hostile.case_of('#panic("x") #read("/etc/passwd") $x^2$ *b* \\ ]#[')

    text = told(case, assess(case, hostile.ON))

    assert '#panic("x") #read("/etc/passwd") $x^2$ *b* \\ ]#[' in text


def test_signs_no_font_has_are_named_and_the_pack_says_so() -> None:
    case = hostile.case_of("He wrote আমি to me 😀 twice.")

    pack = make_pack(case, assess(case, hostile.ON))

    assert "He wrote [3 letters, Bengali] to me [grinning face] twice." in words_of(pack)
    assert WORDS["unprinted_note"] in words_of(pack)
    assert faults(pack) == []


def test_a_pack_that_could_print_everything_says_nothing_of_signs() -> None:
    case = examples.load("one_short")

    assert WORDS["unprinted_note"] not in told(case, assess(case, TOLD_ON))


def test_a_long_word_may_break_but_never_between_a_letter_and_its_marks() -> None:
    broken = fit("e\u0301" * 20).split("\u200b")

    assert len(broken) > 1
    assert all(before.endswith("\u0301") and after[0] == "e" for before, after in pairwise(broken))


def test_words_of_a_usual_length_are_left_whole() -> None:
    assert fit("neighbourhood watch, 22:15") == "neighbourhood watch, 22:15"


def test_signs_that_turn_the_direction_of_the_page_are_taken_out() -> None:
    assert fit("abc \u202etxt.exe\u202c") == "abc txt.exe"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("😀😀😀", "[3 signs: grinning face]"),
        ("😀👍🎉🔥😡", "[5 signs: grinning face, thumbs up sign, party popper and so on]"),
        ("漢字", "[2 letters, Chinese or Japanese]"),
        ("a 😀 b", "a [grinning face] b"),
        ("漢 😀", "[1 letter, Chinese or Japanese] [grinning face]"),
    ],
)
def test_missing_signs_are_told_in_a_few_words(typed: str, shown: str) -> None:
    (told,) = named([{"text": typed}], set("😀👍🎉🔥😡漢字"))

    assert told["text"].replace("\u200b", "") == shown


# ---- without the typesetter ------------------------------------------------------


def test_without_the_typesetter_it_is_said_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    case = examples.load("one_short")

    with pytest.raises(PdfNotInstalledError):
        make_pack(case, assess(case, TOLD_ON))


def test_every_verdict_comes_up_in_the_examples_or_is_told_apart() -> None:
    said = {content.words("review")["verdict"][v].partition(". ")[0] for v in Verdict}

    assert len(said) == len(Verdict)
