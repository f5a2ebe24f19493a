"""Searching as readers do: by keyboard, by an address, narrowed, without JavaScript, by a reference."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, Response, Route, expect
from ruamel.yaml import YAML

from tests.browser.axe import axe
from tests.browser.keyboard import wrong_on_the_way
from tests.browser.kinds import MODES
from tests.browser.looking import Look, looking

SEARCHES = (Path(__file__).parents[1] / "cases" / "searches.yml").read_text(encoding="utf-8")

pytestmark = pytest.mark.browser


@pytest.fixture
def look(browser: Browser, root: str) -> Iterator[Look]:
    with looking(browser, f"{root}search/", MODES["light"]) as look:
        yield look


def search(page: Page, root: str, words: str, more: str = "") -> None:
    page.goto(f"{root}search/?q={quote_plus(words)}{more}")
    counted(page, words)


def counted(page: Page, words: str) -> int:
    """Wait until the count is told, and give it."""
    told = page.get_by_role("status")
    expect(told).to_contain_text(f"for {words}")
    expect(told).not_to_contain_text("Searching")
    first = told.inner_text().split()[0]
    return int(first) if first.isdigit() else 0


def targets(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator("#search-results a").all()]


def links(page: Page) -> list[str]:
    return page.locator("#search-results a").all_inner_texts()


def test_words_typed_and_sent_with_enter_give_results_and_the_focus_stays(look: Look) -> None:
    look.page.get_by_role("searchbox").focus()
    look.page.keyboard.type("crime reporting")
    look.page.keyboard.press("Enter")
    assert counted(look.page, "crime reporting") > 10
    assert len(links(look.page)) == 10
    assert look.page.url.endswith("?q=crime+reporting")
    assert look.page.title().startswith("crime reporting – Search")
    expect(look.page.get_by_role("searchbox")).to_be_focused()
    assert not look.complaints, "\n".join(look.complaints)


def test_each_result_has_a_heading_with_its_link_kind_and_meeting_and_marked_words(look: Look, root: str) -> None:
    search(look.page, root, "near misses", "&kind=Minutes")
    result = look.page.locator("#search-results > li").first
    link = result.get_by_role("heading", level=3).get_by_role("link")
    assert link.inner_text().endswith("in: Minutes of 17 November 2025")
    assert "Minutes, meeting of 17 November 2025" in result.inner_text()
    mark = result.locator("b").first
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
    link.click()
    place = look.page.locator(f"[id='{look.page.url.partition('#')[2]}']")
    expect(place).to_contain_text("near misses")


def test_nothing_is_focused_and_nothing_said_before_somebody_searches(look: Look) -> None:
    assert look.page.evaluate("document.activeElement === document.body")
    assert look.page.get_by_role("status").inner_text() == ""
    assert look.page.locator("#search-found").is_hidden()


def test_the_form_of_every_page_leads_to_the_results(look: Look, root: str) -> None:
    look.page.goto(root)
    look.page.get_by_role("searchbox").fill("near misses")
    look.page.get_by_role("button", name="Search").click()
    assert counted(look.page, "near misses") == len(links(look.page)) > 0


def test_back_and_forward_lead_through_the_searches(look: Look, root: str) -> None:
    search(look.page, root, "near misses")
    near = links(look.page)
    look.page.get_by_role("searchbox").fill("victims")
    look.page.keyboard.press("Enter")
    counted(look.page, "victims")
    look.page.go_back()
    counted(look.page, "near misses")
    assert links(look.page) == near
    expect(look.page.get_by_role("searchbox")).to_have_value("near misses")
    look.page.go_forward()
    counted(look.page, "victims")


def test_a_search_is_narrowed_by_kind_and_year(look: Look, root: str) -> None:
    search(look.page, root, "crime reporting")
    everything = counted(look.page, "crime reporting")
    look.page.locator("summary").press("Enter")
    look.page.get_by_label("Paper", exact=True).press("Space")
    look.page.get_by_label("2026").press("Space")
    assert counted(look.page, "crime reporting") == everything, "nothing changes before the form is sent"
    look.page.get_by_role("searchbox").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text("narrowed to Paper, 2026")
    assert 0 < counted(look.page, "crime reporting") < everything
    told = look.page.locator("#search-results .found-as").all_inner_texts()
    assert all(one.startswith("Paper, ") and one.endswith("2026") for one in told)
    assert look.page.url.endswith("?q=crime+reporting&kind=Paper&year=2026")
    look.page.reload()
    counted(look.page, "crime reporting")
    assert look.page.get_by_label("Paper", exact=True).is_checked()


def test_the_searches_of_the_list_have_their_first_answers(look: Look, root: str, root_of_several: str) -> None:
    """What people type, and what comes first: tests/cases/searches.yml."""
    roots = {"first": root, "alder-creek": root_of_several}
    wrong = []
    for case in YAML(typ="safe").load(SEARCHES):
        look.page.goto(f"{roots[case['on']]}search/?q={quote_plus(case['typed'])}")
        told = look.page.get_by_role("status")
        expect(told).not_to_contain_text("Searching")
        first, places = (links(look.page) or [""])[0], targets(look.page)
        if not first.startswith(case["first"]) or bool(first) != bool(case["first"]):
            wrong.append(f"{case['typed']}: {first or told.inner_text()}")
        if len(places) != len(set(places)):
            wrong.append(f"{case['typed']}: one place twice in {places}")
        if "offers" in case and case["offers"] not in told.locator("a").all_inner_texts():
            wrong.append(f"{case['typed']}: {told.inner_text()}")
    assert not wrong, "\n".join(wrong)


def test_what_is_offered_for_a_slip_is_searched_by_keyboard(look: Look, root: str) -> None:
    look.page.goto(f"{root}search/?q=victms+code&kind=Paper")
    look.page.get_by_role("status").get_by_role("link", name="victims code").press("Enter")
    assert counted(look.page, "victims code, narrowed to Paper") > 0
    assert look.page.url.endswith("?q=victims+code&kind=Paper")


def test_help_is_searched_when_somebody_asks_for_it(look: Look, root: str) -> None:
    look.page.goto(f"{root}search/?q=abstained")
    look.page.get_by_role("link", name="Search the help and the guide for editors too").press("Enter")
    assert counted(look.page, "abstained") > 0
    assert any("Guide for editors" in found for found in links(look.page))
    look.page.get_by_label("Search the help and the guide for editors too").press("Space")
    look.page.get_by_role("searchbox").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text("Nothing was found for abstained")


def test_an_empty_search_says_what_to_do(look: Look, root: str) -> None:
    look.page.goto(root)
    look.page.get_by_label("Search this site").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text("Type a word, a name, a number or a day")
    look.page.get_by_role("searchbox").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text("Type a word, a name, a number or a day")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("921", "Minute 921 of 17 November 2025: "),
        ("minute 921 ii", "Resolution 921 (ii) of 17 November 2025: "),
        ("Resolution 921(ii)", "Resolution 921 (ii) of 17 November 2025: "),
        ("paragraph 28", "Paragraph 28 of Bringing Offenders to Justice, 5 January 2026"),
        ("item 8", "Agenda item 8 of 5 January 2026: "),
        ("commitment 225", "Commitment 225: "),
        ("action 921 iv", "Action 921 (iv) of 17 November 2025: "),
    ],
)
def test_what_is_named_comes_first(look: Look, root: str, typed: str, first: str) -> None:
    search(look.page, root, typed)
    result = look.page.locator("#search-results > li").first
    assert result.get_by_role("link").inner_text().startswith(first)
    assert "This is the place you named" in result.inner_text()
    result.get_by_role("link").click()
    assert look.page.locator(f"[id='{look.page.url.partition('#')[2]}']").count() == 1


def test_a_reference_that_names_several_places_lists_them_all(look: Look, root: str) -> None:
    search(look.page, root, "paragraph 1.1")
    named = [one for one in links(look.page) if one.startswith("Paragraph 1.1 of ")]
    assert len(named) > 1
    search(look.page, root, "paragraph 1.1 annex one")
    assert len([one for one in links(look.page) if one.startswith("Paragraph 1.1 of ")]) < len(named)


def test_a_narrowed_search_names_only_places_of_that_kind(look: Look, root: str) -> None:
    search(look.page, root, "921", "&kind=Paper")
    assert not [one for one in links(look.page) if one.startswith("Minute 921 of")]


def test_more_results_come_on_request_and_the_keyboard_goes_on_there(look: Look, root: str) -> None:
    search(look.page, root, "crime reporting")
    total = counted(look.page, "crime reporting")
    look.page.get_by_role("button", name="Show more results").press("Enter")
    expect(look.page.locator("#search-results > li")).to_have_count(min(20, total))
    expect(look.page.locator("#search-results a").nth(10)).to_be_focused()
    expect(look.page.get_by_role("status")).to_have_text(f"Results 11 to {min(20, total)} of {total} were added.")


@pytest.mark.parametrize("words", ["zzyzx", "wombat", "99999", "crime wombat"])
def test_nothing_found_is_told(look: Look, root: str, words: str) -> None:
    look.page.goto(f"{root}search/?q={quote_plus(words)}")
    expect(look.page.get_by_role("status")).to_contain_text(f"Nothing was found for {words}")
    assert look.page.locator("#search-found").is_hidden()


def test_markup_that_is_typed_stays_text(look: Look, root: str) -> None:
    search(look.page, root, "<b>crime</b>")
    assert look.page.locator("#search-count b").count() == 0


def test_without_javascript_the_page_says_so_and_leads_on(browser: Browser, root: str) -> None:
    with looking(browser, f"{root}search/?q=921", MODES["no JavaScript"]) as look:
        assert "Searching needs JavaScript" in look.page.locator("main").inner_text()
        targets = {link.get_attribute("href") for link in look.page.locator("main ul.links a").all()}
        assert targets >= {"../meetings/", "../decisions/", "../actions/", "../indicators/", "../a-to-z/"}
        verdict = axe(look)
    assert not verdict.violations, "\n".join(verdict.violations)


@pytest.mark.parametrize("mode", ["light", "dark", "more contrast", "phone", "400% zoom", "forced colours"])
def test_the_results_have_no_barrier(browser: Browser, root: str, mode: str) -> None:
    with looking(browser, f"{root}search/?q=minute+921&kind=Minutes&kind=Action", MODES[mode]) as look:
        counted(look.page, "minute 921")
        verdict = axe(look)
        found = [*look.ask("sideways"), *look.ask("lostText"), *look.ask("smallTargets"), *wrong_on_the_way(look)]
        complaints = look.complaints
    assert not verdict.violations, "\n".join(verdict.violations)
    assert not [one for one in verdict.undecided if one.startswith("color-contrast")]
    assert not found, "\n".join(found)
    assert not complaints, "\n".join(complaints)


def test_a_search_loads_only_the_pieces_it_needs(look: Look, root: str) -> None:
    loaded: list[int] = []

    def weigh(answer: Response) -> None:
        if answer.request.resource_type in ("script", "fetch"):
            # Pagefind's own files are compressed already; others are on their way, by any public server.
            loaded.append(min(len(answer.body()), len(gzip.compress(answer.body()))))

    look.page.on("response", weigh)
    search(look.page, root, "victims code")
    look.page.wait_for_load_state("networkidle")
    assert 0 < sum(loaded) < 300_000


def with_budget(page: Page, **changes: object) -> None:
    """Let a search have another budget than that of this small site."""

    def changed(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), **changes})

    page.route("**/pagefind/budget.json", changed)


def test_what_a_large_archive_cannot_answer_at_once_is_left_out_and_told(look: Look, root: str) -> None:
    with_budget(look.page, left=60_000, pieces=[["a", 25_000]], filters={}, text=1_000, suggestions=0)
    search(look.page, root, "victims misses near")
    told = look.page.get_by_role("status").inner_text()
    assert told.endswith("Left out, because a search for all of these words would load too much: near.")
    assert len(links(look.page)) > 0


def test_the_commonest_words_are_left_out_first(look: Look, root: str) -> None:
    pieces = [["a", 100], ["crime", 9_000], ["crj", 100], ["polic", 8_000], ["polj", 100]]
    with_budget(look.page, left=2_000, pieces=pieces, filters={}, text=1_000, suggestions=0)
    search(look.page, root, "crime police misses")
    assert look.page.get_by_role("status").inner_text().endswith("too much: crime, police.")
    search(look.page, root, "crime")
    told = "A search for crime would load too much. Add a rarer word, or try the lists below."
    expect(look.page.get_by_role("status")).to_contain_text(told)


def test_long_texts_come_on_request(look: Look, root: str) -> None:
    with_budget(look.page, left=40_000, pieces=[["a", 1_000]], text=30_000)
    search(look.page, root, "crime")
    first = len(links(look.page))
    assert 0 < first < 10
    look.page.get_by_role("button", name="Show more results").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text(f"Results {first + 1} to {first + 10} of ")


def test_words_on_every_page_are_not_looked_up(look: Look, root: str) -> None:
    look.page.goto(f"{root}search/?q=the")
    expect(look.page.get_by_role("status")).to_contain_text("Not searched: the is on most pages.")


@pytest.mark.parametrize("phrase", ["near misses", "Police and Crime Panel", "violence against women and girls"])
def test_a_phrase_is_found_as_it_is_typed(look: Look, root: str, phrase: str) -> None:
    search(look.page, root, f'"{phrase}"')
    assert len(links(look.page)) > 0
    look.page.locator("#search-results a").first.click()
    expect(look.page.locator("main")).to_contain_text(phrase, ignore_case=True)


def test_words_in_another_order_are_no_phrase(look: Look, root: str) -> None:
    search(look.page, root, "misses near")
    look.page.goto(f"{root}search/?q=%22misses+near%22")
    expect(look.page.get_by_role("status")).to_contain_text('Nothing was found for "misses near"')


def test_a_phrase_is_looked_for_further_on_request(look: Look, root: str) -> None:
    with_budget(look.page, left=4_000, pieces=[["a", 500]], filters={}, text=1_900, suggestions=0)
    look.page.goto(f"{root}search/?q=%22of+the+crime+figures+for+the%22")
    expect(look.page.get_by_role("status")).to_contain_text("Nothing so far")
    look.page.get_by_role("button", name="Show more results").press("Enter")
    expect(look.page.get_by_role("status")).to_contain_text("No more results were found.")


def test_no_sign_of_the_index_is_shown(look: Look, root: str) -> None:
    for words in ("indicator", "report", '"of the"', "minutes"):
        look.page.goto(f"{root}search/?q={quote_plus(words)}")
        expect(look.page.get_by_role("status")).not_to_contain_text("Searching")
        assert "\u3164" not in look.page.locator("main").inner_text()


def test_when_the_index_is_missing_the_page_says_so(look: Look, root: str) -> None:
    look.page.route("**/pagefind/*", lambda route: route.abort())
    look.page.goto(f"{root}search/?q=crime")
    expect(look.page.get_by_role("status")).to_contain_text("The search did not work")
