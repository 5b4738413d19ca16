"""The page For advisers: several clients in one tab, and never one in another."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from selfcheck import explain, law
from selfcheck.assessment import assess
from selfcheck.case import Answers, Applicant, Body, Case, Incident, Report, YesNo
from selfcheck.casefile import save_case
from selfcheck.content import words
from selfcheck.documents.clients_file import save_all
from selfcheck.examples import EXAMPLES, load
from selfcheck.trace import as_text, trace
from selfcheck.web import menu, shards
from selfcheck.web.clients import MOST, Clients
from tests.pages.told import button, heading, labels, links, stay_on, text
from tests.web.conftest import OpenPage, kept

SAYS = words("clients")
TODAY = date(2026, 11, 22)
MINE = Case(reference="JB-0412", answers=Answers(repeated=YesNo.YES), adviser_notes="about JB")
OTHER = Case(
    reference="2026/118",
    incidents=(Incident(id="i1", date=date(2026, 9, 2), what_happened="Shouting"),),
)


def clients(page: AppTest) -> Clients:
    held = page.session_state["_clients"]
    assert isinstance(held, Clients)
    return held


def drafts(page: AppTest) -> dict[str, object]:
    found: dict[str, object] = page.session_state["_drafts"]
    return found


def type_reference(page: AppTest, reference: str) -> AppTest:
    (field,) = [one for one in page.text_input if one.label.startswith(SAYS["new"]["label"])]
    return field.set_value(reference).run()


def open_new(page: AppTest, reference: str) -> AppTest:
    page = type_reference(page, reference)
    first = "_clients" not in page.session_state or not clients(page).order
    code = "button_first" if first and kept(page) != Case() else "button"
    return button(page, SAYS["new"][code]).click().run()


@pytest.fixture
def two(open_page: OpenPage) -> AppTest:
    """Return the page with two clients open, the second on screen."""
    page = open_page("for_advisers", MINE)
    page.session_state["_clients"] = Clients(open=1, order=(1, 2), put_by={2: OTHER}, last=2)
    return page.run()


# ---- a resident ------------------------------------------------------------------------


def test_it_opens_empty_and_says_what_is_kept_where(open_page: OpenPage) -> None:
    page = open_page("for_advisers")

    assert heading(page) == "For advisers"
    assert "They are gone when you close it" in text(page)
    assert SAYS["new"]["button"] in labels(page)
    assert not page.code


@pytest.mark.parametrize("name", menu.names())
def test_a_resident_sees_no_trace_of_clients(open_page: OpenPage, name: str) -> None:
    page = open_page(name, MINE)

    assert "Client open" not in text(page)
    assert "_clients" not in page.session_state


# ---- opening ---------------------------------------------------------------------------


def test_a_new_client_is_opened_under_a_reference(open_page: OpenPage) -> None:
    page = open_new(open_page("for_advisers"), " JB-0412 ")

    assert kept(page) == Case(reference="JB-0412", applicant=Applicant.ON_BEHALF)
    assert clients(page).order == (1,)
    assert "Client open: <strong>JB-0412</strong>" in text(page)


def test_answers_that_are_here_become_the_first_client(open_page: OpenPage) -> None:
    page = open_page("for_advisers", OTHER.model_copy(update={"reference": None}))
    page.session_state["_drafts"] = {"draft_incident_where": "by the shop"}
    page = open_new(page, "case 14")

    assert kept(page).incidents == OTHER.incidents
    assert kept(page).reference == "case 14"
    assert drafts(page)["draft_client1_incident_where"] == "by the shop"
    assert "draft_incident_where" not in drafts(page)


@pytest.mark.parametrize(
    ("reference", "why"),
    [("Sarah Jones", "name"), ("07700 900123", "phone"), ("LS1 4AP", "address"), ("", "empty")],
)
def test_what_could_tell_who_it_is_is_refused_kindly(
    open_page: OpenPage, reference: str, why: str
) -> None:
    page = open_new(open_page("for_advisers"), reference)

    assert SAYS["refused"][why] in text(page)
    assert "_clients" not in page.session_state
    assert kept(page) == Case()


def test_a_reference_that_is_open_already_is_refused(two: AppTest) -> None:
    page = open_new(two, "2026/118")

    assert "You have a client 2026/118 open already." in text(page)
    assert clients(page).order == (1, 2)


def test_the_form_is_empty_for_the_next_client(open_page: OpenPage) -> None:
    page = open_new(open_page("for_advisers"), "JB-0412")
    (field,) = [one for one in page.text_input if one.label.startswith(SAYS["new"]["label"])]

    assert field.value == ""
    assert not [key for key, value in drafts(page).items() if value == "JB-0412"]


def test_there_is_an_end_to_how_many_can_be_open(two: AppTest) -> None:
    put_by = dict.fromkeys(range(2, MOST + 1), OTHER)
    two.session_state["_clients"] = Clients(1, tuple(range(1, MOST + 1)), put_by, MOST)
    page = open_new(two.run(), "case 99")

    assert f"You have {MOST} clients open, which is the most." in text(page)


# ---- switching -------------------------------------------------------------------------


def test_another_client_is_put_on_screen_whole_and_the_first_waits(two: AppTest) -> None:
    page = button(two, "Open 2026/118").click().run()

    assert kept(page) == OTHER
    assert clients(page).put_by == {1: MINE}
    assert "Client open: <strong>2026/118</strong>" in text(page)
    assert kept(button(page, "Open JB-0412").click().run()) == MINE


def test_what_is_half_filled_stays_with_its_client(two: AppTest) -> None:
    two.session_state["_drafts"] = {"draft_client1_incident_where": "marker of JB"}
    page = button(two, "Open 2026/118").click().run()
    page = stay_on(page, "incidents")
    page.button(key="incident_add").click().run()

    assert "marker of JB" not in [field.value for field in page.text_input]
    assert "marker of JB" not in [field.value for field in page.text_area]
    assert drafts(page)["draft_client1_incident_where"] == "marker of JB"


@pytest.mark.parametrize("name", menu.names())
def test_every_page_says_which_client_is_open_and_leads_to_the_others(
    open_page: OpenPage, name: str
) -> None:
    page = open_page(name, MINE)
    page.session_state["_clients"] = Clients(open=1, order=(1, 2), put_by={2: OTHER}, last=2)
    page.run()

    assert "Client open: <strong>JB-0412</strong>" in text(page)
    assert "2026/118" not in text(page) or name == "for_advisers"
    assert ("Change client" in links(page)) == (name != "for_advisers")


def test_the_list_says_how_each_case_stands_today(open_page: OpenPage) -> None:
    cases = {2: load("lapsed"), 3: Case(reference="case 9")}
    page = open_page("for_advisers", load("clearly_met"))
    page.session_state["_clients"] = Clients(open=1, order=(1, 2, 3), put_by=cases, last=3)
    drawn = text(page.run())

    for case in (load("clearly_met"), load("lapsed")):
        review = assess(case, TODAY).review
        stands = explain.act_by(review) or explain.headline(review)
        assert f"<strong>{case.reference}</strong>" in drawn
        assert f"<br>{stands}</p>" in drawn
    assert "<strong>case 9</strong><br>Nothing is written down yet." in drawn


def test_undo_never_brings_one_clients_answers_to_another(two: AppTest) -> None:
    two.session_state["_undo"] = MINE
    page = button(two, "Open 2026/118").click().run()

    assert "Undo" not in labels(page)
    assert page.session_state["_undo"] is None


def test_whatever_takes_the_place_of_a_case_keeps_its_clients_reference(
    open_page: OpenPage,
) -> None:
    page = open_page("start", MINE)
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    page = button(page.run(), "Start again with nothing").click().run()

    assert kept(page) == Case(reference="JB-0412")


def test_files_are_opened_as_clients_of_their_own_not_over_one(open_page: OpenPage) -> None:
    page = open_page("start", MINE)
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    page.run()

    assert not page.file_uploader
    assert SAYS["elsewhere"]["go"] in links(page)


# ---- notes -----------------------------------------------------------------------------


def test_notes_go_into_the_case_of_their_client(two: AppTest) -> None:
    page = two.text_area[0].set_value("rings on Tuesdays").run()

    assert kept(page).adviser_notes == "rings on Tuesdays"
    assert clients(page).put_by[2].adviser_notes is None


def test_notes_left_in_the_moment_of_switching_stay_with_their_client(two: AppTest) -> None:
    two.text_area[0].set_value("marker of JB")
    page = button(two, "Open 2026/118").click().run()

    assert clients(page).put_by[1].adviser_notes == "marker of JB"
    assert kept(page).adviser_notes is None
    assert page.text_area[0].value == ""


def test_notes_typed_just_before_a_reload_are_kept_as_well(open_page: OpenPage) -> None:
    page = open_page("for_advisers", MINE)
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    page.session_state["_drafts"] = {
        "draft_client1_notes_of": "about JB",
        "draft_client1_notes_text": "about JB, rings on Tuesdays",
    }

    assert kept(page.run()).adviser_notes == "about JB, rings on Tuesdays"


# ---- changing the reference, closing ---------------------------------------------------


def test_a_reference_can_be_changed_and_put_back(two: AppTest) -> None:
    (field,) = [one for one in two.text_input if one.label.startswith(SAYS["rename"]["label"])]
    field.set_value("case 15").run()
    page = button(two, SAYS["rename"]["button"]).click().run()

    assert kept(page) == MINE.model_copy(update={"reference": "case 15"})
    assert kept(button(page, "Undo").click().run()) == MINE


def test_closing_asks_first_and_offers_to_save(two: AppTest) -> None:
    page = button(two, "Close JB-0412").click().run()

    assert kept(page) == MINE
    assert "If you close JB-0412, its answers leave this tab." in text(page)
    assert page.get("download_button")
    assert kept(button(page, SAYS["close"]["no"]).click().run()) == MINE


def test_a_closed_client_can_be_brought_back_with_all_that_was_half_filled(two: AppTest) -> None:
    two.session_state["_drafts"]["draft_client1_incident_where"] = "by the shop"
    page = fill(two, WHAT_IF["on"]["label"], "1 7 2026")
    page = button(page, "Close JB-0412").click().run()
    page = button(page, SAYS["close"]["yes"]).click().run()

    assert kept(page) == OTHER
    assert clients(page).order == (2,)
    assert not [key for key in drafts(page) if "client1" in key]

    page = button(page, "Undo").click().run()

    assert kept(page) == MINE
    assert page.text_area[0].value == "about JB"
    assert "Applied on 1 July 2026." in text(page)
    assert clients(page).order == (1, 2)
    assert drafts(page)["draft_client1_incident_where"] == "by the shop"


def test_nothing_is_left_when_the_last_client_is_closed(open_page: OpenPage) -> None:
    page = open_new(open_page("for_advisers"), "JB-0412")
    page = button(page, "Close JB-0412").click().run()
    page = button(page, SAYS["close"]["yes"]).click().run()

    assert kept(page) == Case()
    assert clients(page).order == ()
    assert "Client open" not in text(page)


# ---- the trace -------------------------------------------------------------------------


def test_the_text_to_copy_is_what_the_command_line_prints(open_page: OpenPage) -> None:
    case = load("clearly_met")
    page = open_page("for_advisers", case)
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    page.run()

    assert page.code[0].value == as_text(case, assess(case, TODAY)).rstrip("\n")


def test_each_step_of_the_trace_is_on_the_page_with_a_link_to_its_law(open_page: OpenPage) -> None:
    case = load("clearly_met")
    page = open_page("for_advisers", case)
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    drawn = text(page.run())
    sections = trace(case, assess(case, TODAY))

    for line in (line for section in sections for line in section.lines):
        assert escape(line.text) in drawn
        for key in line.sources:
            source = law.SOURCES[key]
            assert source.url is None or f'href="{source.url}"' in drawn


def test_the_trace_of_very_many_reports_is_drawn_when_it_is_asked_for(
    open_page: OpenPage,
) -> None:
    day = date(2026, 9, 2)
    told = (Report(id=f"r{n}", date=day, to=Body.POLICE) for n in range(120))
    incidents = tuple(Incident(id=f"i{n}", date=day, reports=(r,)) for n, r in enumerate(told))
    page = open_page("for_advisers", Case(reference="JB-0412", incidents=incidents))
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    page.run()

    assert not page.code

    page = page.checkbox(key="draft_client1_trace_shown").check().run()

    assert "Report 120: told to Police" in page.code[0].value


def test_what_was_typed_is_never_markup_in_the_trace(open_page: OpenPage) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    report = Report(id="r1", date=date(2026, 9, 3), to=Body.POLICE, reference=hostile)
    incident = Incident(id="i1", date=date(2026, 9, 2), reports=(report,))
    page = open_page("for_advisers", Case(reference="JB-0412", incidents=(incident,)))
    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)
    drawn = text(page.run())

    assert escape(hostile) in drawn
    assert hostile not in drawn


# ---- what if ---------------------------------------------------------------------------

WHAT_IF = words("imagined")


def with_example(open_page: OpenPage, name: str) -> AppTest:
    page = open_page("for_advisers", load(name))
    put_by = {2: OTHER}
    page.session_state["_clients"] = Clients(open=1, order=(1, 2), put_by=put_by, last=2)
    return page.run()


def fill(page: AppTest, label: str, value: str) -> AppTest:
    (field,) = [one for one in page.text_input if one.label.startswith(label)]
    return field.set_value(value).run()


def test_an_earlier_day_shows_how_it_stood_then_beside_the_present(open_page: OpenPage) -> None:
    case = load("clearly_met")
    page = fill(with_example(open_page, "clearly_met"), WHAT_IF["on"]["label"], "1 7 2026")
    drawn = text(page)

    assert "Imagined, not in the case:" in drawn
    assert "Applied on 1 July 2026." in drawn
    assert "You can ask for a case review, but they can say no." in drawn
    assert kept(page) == case


def test_playing_with_every_field_leaves_the_case_the_same_byte_for_byte(
    open_page: OpenPage,
) -> None:
    case = load("clearly_met")
    page = with_example(open_page, "clearly_met")
    before = save_case(kept(page)), shards.written(kept(page), {}, {})
    page = fill(page, WHAT_IF["on"]["label"], "1 12 2026")
    page = fill(page, WHAT_IF["area"]["label"], "Leeds")
    first = page.selectbox(key="draft_client1_imagined_report")
    page = first.select_index(1).run()
    page = page.radio(key="draft_client1_imagined_how").set_value("unmade").run()
    page = page.checkbox(key="draft_client1_imagined_added").check().run()
    page = fill(page, WHAT_IF["added"]["happened"], "20 11 2026")
    page = fill(page, WHAT_IF["added"]["reported"], "21 11 2026")
    drawn = text(page)

    for change in ("Applied on 1 December 2026.", "In Leeds.", "never made.", "One more report on"):
        assert change in drawn
    assert (save_case(kept(page)), shards.written(kept(page), {}, {})) == before
    assert kept(page) == case
    assert clients(page).put_by == {2: OTHER}


def test_what_is_imagined_for_one_client_is_not_for_another(open_page: OpenPage) -> None:
    page = fill(with_example(open_page, "clearly_met"), WHAT_IF["on"]["label"], "1 7 2026")
    page = button(page, "Open 2026/118").click().run()

    assert "Applied on" not in text(page)
    assert WHAT_IF["nothing_yet"] in text(page)


def test_all_changes_can_be_taken_away_at_once(open_page: OpenPage) -> None:
    page = fill(with_example(open_page, "clearly_met"), WHAT_IF["on"]["label"], "1 7 2026")
    page = button(page, WHAT_IF["reset"]).click().run()

    assert WHAT_IF["nothing_yet"] in text(page)


@pytest.mark.parametrize("typed", ["soon", "31 2 2026", "3 11", "<b>1</b>"])
def test_a_day_that_cannot_be_read_is_told_and_changes_nothing(
    open_page: OpenPage, typed: str
) -> None:
    page = fill(with_example(open_page, "clearly_met"), WHAT_IF["on"]["label"], typed)

    assert WHAT_IF["day"]["unreadable"] in text(page)
    assert WHAT_IF["nothing_yet"] in text(page)


def test_a_report_before_its_incident_is_refused_in_words(open_page: OpenPage) -> None:
    page = with_example(open_page, "clearly_met")
    page = page.checkbox(key="draft_client1_imagined_added").check().run()
    page = fill(page, WHAT_IF["added"]["happened"], "20 11 2026")
    page = fill(page, WHAT_IF["added"]["reported"], "19 11 2026")

    assert "The report of 19 November 2026 would come before" in text(page)


# ---- files -----------------------------------------------------------------------------

FILES = SAYS["files"]


def upload(page: AppTest, *files: tuple[str, bytes]) -> AppTest:
    given = [(name, data, "application/octet-stream") for name, data in files]
    return page.file_uploader[0].set_value(given).run()


def test_saved_clients_are_opened_again_beside_what_is_open(two: AppTest) -> None:
    saved = save_all([load("lapsed"), load("one_short")], TODAY)
    page = upload(two, ("all.zip", saved))

    assert kept(page) == MINE
    assert clients(page).put_by == {2: OTHER, 3: load("lapsed"), 4: load("one_short")}
    assert "01-Example-4.json: Open as Example 4." in text(page)
    assert page.file_uploader[0].value == []


def test_a_client_that_is_open_already_is_not_opened_twice(two: AppTest) -> None:
    page = upload(two, ("all.zip", save_all([MINE, OTHER], TODAY)))

    assert clients(page).order == (1, 2)
    assert "This very client is open already, as JB-0412." in text(page)


def test_one_changed_since_it_was_saved_is_opened_beside_it_never_over_it(two: AppTest) -> None:
    older = MINE.model_copy(update={"adviser_notes": "older"})
    page = upload(two, ("1.json", save_case(older)))

    assert kept(page) == MINE
    assert clients(page).put_by[3] == older.model_copy(update={"reference": "client 1"})
    assert "Open as client 1, because the reference" in text(page)


@pytest.mark.parametrize("reference", ["Sarah Jones", "**1**", None])
def test_a_reference_in_a_file_that_may_be_a_name_is_not_shown(
    two: AppTest, reference: str | None
) -> None:
    page = upload(two, ("1.json", save_case(Case(reference=reference, adviser_notes="x"))))

    assert clients(page).put_by[3].reference == "client 1"
    assert not reference or reference not in text(page)


def test_what_could_not_be_read_is_told_file_by_file(two: AppTest) -> None:
    bad = b'{"format":"selfcheck-case","version":1,"incidents":[{"id":"i1","date":"2026-02-31"}]}'
    page = upload(two, ("1.json", b"{"), ("<b>2</b>.json", bad), ("3.json", save_case(OTHER)))
    drawn = text(page)

    assert "1.json: The file ends too soon." in drawn
    assert "&lt;b&gt;2&lt;/b&gt;.json: Open as client 1" in drawn
    assert FILES["in_part"] in drawn
    assert "draft_client3_unread_pieces" in drafts(page)

    page = button(page, FILES["told_done"]).click().run()

    assert "1.json" not in text(page)


def test_answers_that_were_here_are_kept_as_a_client_when_others_are_opened(
    open_page: OpenPage,
) -> None:
    page = open_page("for_advisers", OTHER.model_copy(update={"reference": None}))
    page = upload(page, ("all.zip", save_all([load("lapsed")], TODAY)))

    assert kept(page) == OTHER.model_copy(update={"reference": "client 1"})
    assert clients(page).put_by == {2: load("lapsed")}


def test_the_first_client_of_a_file_is_on_screen_where_there_was_none(open_page: OpenPage) -> None:
    page = upload(open_page("for_advisers"), ("all.zip", save_all([OTHER, MINE], TODAY)))

    assert kept(page) == OTHER
    assert clients(page).put_by == {2: MINE}


def test_no_more_is_opened_than_the_tab_can_keep(
    two: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "TAB_HOLDS", 1_500)
    page = upload(two, ("all.zip", save_all([load("lapsed"), Case(reference="case 9")], TODAY)))

    assert FILES["no_room"] in text(page)
    assert not any(case == load("lapsed") for case in clients(page).put_by.values())


def test_a_tab_that_is_nearly_full_says_so_on_every_page(
    open_page: OpenPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "NEARLY_FULL", 100)

    page = open_page("timeline", load("lapsed"))

    assert "This tab is nearly full." in text(page)
    assert FILES["save_all"] not in links(page)

    page.session_state["_clients"] = Clients(open=1, order=(1,), put_by={}, last=1)

    assert FILES["save_all"] in links(page.run())


def test_examples_can_be_opened_as_clients(two: AppTest) -> None:
    page = button(two, FILES["examples"]).click().run()

    assert len(clients(page).order) == 2 + len(EXAMPLES)
    assert kept(page) == MINE


def test_both_summaries_are_offered_in_both_kinds_of_file(two: AppTest) -> None:
    offered = [one.proto.label for one in two.get("download_button")]

    for code in ("plain_pdf", "plain_word", "technical_pdf", "technical_word"):
        assert SAYS["summary"][code] in offered
    assert FILES["save_all"] in offered
