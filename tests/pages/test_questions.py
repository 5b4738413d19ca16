from __future__ import annotations

import json
from datetime import date
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck import examples, interview
from selfcheck.case import Answers, Applicant, Case, FromWhom, Incident, Kind, Nation, YesNo
from selfcheck.casefile import open_case, save_case
from selfcheck.content import words
from selfcheck.web import question_widgets
from tests.pages.told import button, heading, labels, links, text
from tests.web.conftest import OpenPage, kept

ENGLAND = Case(
    applicant=Applicant.SELF, nation=Nation.ENGLAND, answers=Answers(immediate_danger=YesNo.NO)
)


def ask(page: AppTest, key: str, back_to: str | None = None) -> AppTest:
    """Show one question, as a link from another page does."""
    for field, value in {"at": key, "back_to": back_to}.items():
        page.session_state[f"draft_asking_{field}"] = value
        page.session_state["_drafts"][f"draft_asking_{field}"] = value
    return page.run()


def choose(page: AppTest, choice: str) -> AppTest:
    return page.radio[0].set_value(choice).run()


def tick(page: AppTest, label: str) -> AppTest:
    (box,) = [one for one in page.checkbox if plain(one.label) == label]
    return box.check().run()


def plain(label: str) -> str:
    """Return a choice's label without what stands under it."""
    return label.partition("\n")[0]


def press(page: AppTest, label: str) -> AppTest:
    return button(page, label).click().run()


def search(page: AppTest, query: str) -> AppTest:
    return page.text_input[0].set_value(query).run()


# ---- one question a screen -----------------------------------------------------------


def test_the_first_question_is_about_danger_and_nothing_is_chosen_yet(open_page: OpenPage) -> None:
    page = open_page("questions")

    assert heading(page) == "Are you, or is anyone else, in danger right now?"
    assert page.radio[0].value is None
    assert "Question 1 of about 22" in text(page)


def test_an_answer_is_kept_and_the_next_question_asked(open_page: OpenPage) -> None:
    page = press(choose(open_page("questions"), "no"), "Continue")

    assert kept(page).answers.immediate_danger is YesNo.NO
    assert heading(page) == "Who is this for?"


def test_continue_without_an_answer_says_so_and_stays(open_page: OpenPage) -> None:
    page = press(open_page("questions"), "Continue")

    assert heading(page) == "Are you, or is anyone else, in danger right now?"
    assert words("asking")["nothing_chosen"] in text(page)


def test_any_question_can_be_skipped(open_page: OpenPage) -> None:
    page = open_page("questions")
    asked = [heading(page)]
    for _ in range(40):
        if "Skip" not in labels(page):
            break
        asked.append(heading(press(page, "Skip")))

    assert kept(page) == Case()
    assert len(asked) == len(set(asked)) == len(interview.asked(Case())) + 1
    assert asked[-1] == "Check your answers"


def test_back_shows_the_question_before_with_its_answer(open_page: OpenPage) -> None:
    page = press(press(choose(open_page("questions"), "no"), "Continue"), "Back")

    assert heading(page) == "Are you, or is anyone else, in danger right now?"
    assert page.radio[0].value == "no"


def test_back_from_the_first_question_leads_to_start(open_page: OpenPage) -> None:
    page = press(open_page("questions"), "Back")

    assert heading(page) == words("start")["title"]


def test_an_answer_can_be_taken_out(open_page: OpenPage) -> None:
    page = press(ask(open_page("questions", ENGLAND), "nation"), "Take my answer out")

    assert kept(page).nation is None


def test_several_choices_are_kept_together(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "kinds")
    page = press(tick(tick(page, "Stalking"), "Begging"), "Continue")

    assert kept(page).answers.kinds == (Kind.STALKING, Kind.BEGGING)


def test_none_of_these_is_an_answer_that_excludes_the_others(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "kinds")
    page = tick(tick(page, "Begging"), "None of these")

    assert [plain(box.label) for box in page.checkbox if box.value] == ["None of these"]
    assert kept(press(page, "Continue")).answers.kinds == ()


def test_a_choice_unticks_none_of_these(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "kinds")
    page = tick(tick(page, "None of these"), "Begging")

    assert [plain(box.label) for box in page.checkbox if box.value] == ["Begging"]


def test_someone_who_helps_is_asked_about_the_other_person(open_page: OpenPage) -> None:
    case = ENGLAND.model_copy(update={"applicant": Applicant.ON_BEHALF})

    page = ask(open_page("questions", case), "harm")

    assert heading(page) == "How has it affected them?"


@pytest.mark.parametrize("key", interview.KEYS)
def test_every_question_has_a_screen_with_why_we_ask(open_page: OpenPage, key: str) -> None:
    case = Case(
        applicant=Applicant.ON_BEHALF,
        nation=Nation.ENGLAND,
        answers=Answers(kinds=(Kind.STALKING,), from_whom=FromWhom.ONE_PERSON, targeted=YesNo.YES),
    )

    page = ask(open_page("questions", case), key)

    assert heading(page) == words("questions")[key]["ask_on_behalf"]
    assert "<summary>Why we ask</summary>" in text(page)
    assert escape(words("questions")[key]["why"]) in text(page)


@pytest.mark.parametrize("key", interview.KEYS)
def test_no_two_forms_can_be_taken_for_each_other(key: str) -> None:
    others = [question_widgets.form(other) for other in interview.KEYS if other != key]

    assert not any(f"{other}_".startswith(f"{question_widgets.form(key)}_") for other in others)


@pytest.mark.parametrize("name", examples.EXAMPLES)
def test_an_example_opens_at_its_next_question_or_at_the_end(
    open_page: OpenPage, name: str
) -> None:
    case = examples.load(name)
    following = interview.next_question(case)

    page = open_page("questions", case)

    asked = following and question_wording(case, following)
    assert heading(page) == (asked or words("asking")["end"]["title"])


def question_wording(case: Case, key: str) -> str:
    on_behalf = case.applicant is Applicant.ON_BEHALF
    return str(words("questions")[key]["ask_on_behalf" if on_behalf else "ask"])


# ---- a question is not lost ------------------------------------------------------------


def test_the_question_and_a_choice_half_made_are_there_again_after_another_page(
    open_page: OpenPage,
) -> None:
    page = choose(ask(open_page("questions", ENGLAND), "home"), "owner")
    left = json.dumps({k: v for k, v in page.session_state["_drafts"].items() if "ask" in k})

    again = open_page("questions", ENGLAND)
    again.session_state["_drafts"] = json.loads(left)
    again.run()

    assert heading(again) == "What kind of home do you live in?"
    assert again.radio[0].value == "owner"


def test_a_question_that_no_longer_follows_is_left(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "consent")

    assert heading(page) == "Which council area is it happening in?"


def test_an_answer_changed_elsewhere_is_shown_as_it_is_now(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "nation")
    page.session_state["_case"] = ENGLAND.model_copy(update={"nation": Nation.WALES})
    page.run()

    assert page.radio[0].value == "wales"


def test_changed_from_another_page_the_way_leads_back_there(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "nation", back_to="check_answers")
    page = press(choose(page, "wales"), "Continue")

    assert kept(page).nation is Nation.WALES
    assert heading(page) == "Check your answers"


def test_answers_that_fall_away_are_named_and_can_be_brought_back(open_page: OpenPage) -> None:
    case = ENGLAND.model_copy(update={"applicant": Applicant.ON_BEHALF, "consent": YesNo.YES})
    page = ask(open_page("questions", case), "applicant")
    page = press(choose(page, "self"), "Continue")

    assert kept(page).consent is None
    assert "Do they agree to you doing this for them?" in text(page)
    assert kept(press(page, "Undo")) == case


# ---- danger, and what is settled -------------------------------------------------------


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_danger_brings_the_999_words_before_anything_else(open_page: OpenPage, answer: str) -> None:
    page = choose(open_page("questions"), answer)
    before = "".join(one.proto.body for one in page.get("html")).partition("<h1")[0]

    assert 'role="alert"' in before
    assert "If you are in danger now, call 999" in before


def test_no_danger_brings_no_box(open_page: OpenPage) -> None:
    page = choose(open_page("questions"), "no")

    assert "sc-urgent" not in text(page)


def test_thoughts_of_self_harm_bring_the_crisis_words_at_once(open_page: OpenPage) -> None:
    page = ask(open_page("questions", ENGLAND), "harm")
    before = text(page)
    page = tick(page, "Thoughts of self-harm or suicide")

    assert "If you have thoughts of hurting yourself" not in before
    assert "If you have thoughts of hurting yourself" in text(page)
    assert 'href="tel:116123"' in text(page)


def test_what_already_fits_is_told_with_a_way_to_see_it(open_page: OpenPage) -> None:
    answers = ENGLAND.answers.model_copy(
        update={
            "unwanted": YesNo.YES,
            "repeated": YesNo.YES,
            "from_whom": FromWhom.ONE_PERSON,
            "reasonable_purpose": YesNo.NO,
            "two_sided": YesNo.NO,
        }
    )
    page = open_page("questions", ENGLAND.model_copy(update={"answers": answers}))

    assert "this fits: <strong>Harassment</strong>" in text(page)
    assert "See what this is now" in links(page)


def test_a_kind_somebody_named_is_not_told_back_as_a_result(open_page: OpenPage) -> None:
    answers = ENGLAND.answers.model_copy(update={"kinds": (Kind.BEGGING,)})

    page = open_page("questions", ENGLAND.model_copy(update={"answers": answers}))

    assert "See what this is now" not in links(page)


# ---- the council -----------------------------------------------------------------------


def at_the_area(open_page: OpenPage, case: Case = ENGLAND) -> AppTest:
    return ask(open_page("questions", case), "area")


def test_a_postcode_is_an_answer_only_once_it_is_confirmed(open_page: OpenPage) -> None:
    page = search(at_the_area(open_page), "LS1 4AP")

    assert kept(page).area is None
    assert "We found it from the postcode LS1 4AP." in text(page)

    page = press(page, "Yes, it is Leeds")

    assert kept(page).area == "E08000035"
    assert heading(page) == "What has been happening?"


def test_a_near_miss_is_a_hint(open_page: OpenPage) -> None:
    page = search(at_the_area(open_page), "Barnsly")

    assert "Is your council Barnsley? Please check before you go on." in text(page)


def test_several_councils_are_a_list_to_choose_from(open_page: OpenPage) -> None:
    page = search(at_the_area(open_page), "Kent")
    nothing_chosen = press(page, "Choose this council")

    assert kept(nothing_chosen).area is None
    assert words("asking")["area"]["choose_first"] in text(nothing_chosen)

    page = press(choose(page, "E07000106"), "Choose this council")

    assert kept(page).area == "E07000106"


def test_a_list_chosen_from_does_not_outlive_its_search(open_page: OpenPage) -> None:
    page = choose(search(at_the_area(open_page), "Kent"), "E07000106")
    page = search(page, "Surrey")

    assert page.radio[0].value is None


def test_a_council_of_the_other_nation_changes_the_nation_only_by_consent(
    open_page: OpenPage,
) -> None:
    page = search(at_the_area(open_page), "Cardiff")

    assert "Cardiff is in Wales. You told us that it is happening in England." in text(page)
    assert kept(page).nation is Nation.ENGLAND

    page = press(page, "Yes, it is Cardiff, in Wales")

    assert (kept(page).nation, kept(page).area) == (Nation.WALES, "W06000015")
    assert open_case(save_case(kept(page)), date(2026, 11, 22)) == kept(page)


def test_scotland_is_answered_in_its_own_words_and_set_by_consent(open_page: OpenPage) -> None:
    page = search(at_the_area(open_page), "EH1 1AA")

    assert "That is in Scotland." in text(page)
    assert kept(page).nation is Nation.ENGLAND

    page = press(page, "Yes, it is happening in Scotland")

    assert kept(page).nation is Nation.SCOTLAND
    assert heading(page) == "What has been happening?"


@pytest.mark.parametrize("query", ["JE2 3AA", "IM1 1AA", "zz9 9zz", "nowhere at all", "x" * 200])
def test_what_leads_to_no_council_says_so_and_can_be_skipped(
    open_page: OpenPage, query: str
) -> None:
    page = search(at_the_area(open_page), query)

    assert words("asking")["area"]["without"] in text(page)
    assert kept(press(page, "Skip")).area is None


@pytest.mark.parametrize("query", ["<b>x</b>", "**Leeds**", "$x$", "[a](http://a)", "![](//a)"])
def test_what_is_typed_into_the_search_is_never_drawn(open_page: OpenPage, query: str) -> None:
    page = search(at_the_area(open_page), query)

    assert query not in text(page)


def test_a_chosen_council_is_shown_and_kept_until_another_is_confirmed(
    open_page: OpenPage,
) -> None:
    case = ENGLAND.model_copy(update={"area": "E08000035"})
    page = at_the_area(open_page, case)

    assert "Your council is **Leeds**." in text(page)

    page = press(page, "Change the council")

    assert kept(page).area == "E08000035"
    assert kept(press(search(page, "York"), "Yes, it is York")).area == "E06000014"


def test_the_diary_settles_whether_it_happened_more_than_once(open_page: OpenPage) -> None:
    incidents = (
        Incident(id="i1", date=date(2026, 9, 2)),
        Incident(id="i2", date=date(2026, 9, 9)),
    )
    case = ENGLAND.model_copy(
        update={
            "area": "E08000035",
            "incidents": incidents,
            "answers": Answers(
                immediate_danger=YesNo.NO, kinds=(Kind.BEGGING,), unwanted=YesNo.YES
            ),
        }
    )

    assert heading(open_page("questions", case)) == "Who is doing it?"
