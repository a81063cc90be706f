"""What a reader types, and what the search shows, in a real browser on the real site."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route
from visiting import Visit

pytestmark = pytest.mark.browser

SJOJGU, KOREA, SOUTH, PUTIN = "Sergej Sjojgu", "North Korea", "South Korea", "Vladimir Putin"
KIM, TASS, CHINA = "Kim Jong-un", "Tass", "China"


@pytest.fixture
def desk(browser: Browser, site_url: str) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 1440, "height": 900}) as context:
        yield Visit(context, site_url)


@pytest.fixture
def phone(browser: Browser, site_url: str) -> Iterator[Visit]:
    with browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True) as context:
        yield Visit(context, site_url)


def test_every_spelling_of_a_name_finds_its_page_among_the_first_three(desk: Visit) -> None:
    desk.go()
    missed = {}
    for words, wanted in {
        "sjojgu": SJOJGU,
        "Shoigu": SJOJGU,
        "Schoigu": SJOJGU,
        "Sergey Shoygu": SJOJGU,
        "Šojgu": SJOJGU,
        "nordkorea": KOREA,
        "nord korea": KOREA,
        "Nord-Korea": KOREA,
        "North Korea": KOREA,
        "sor-korea": SOUTH,
        "sorkorea": SOUTH,
        "soer korea": SOUTH,
        "Sør-Korea": SOUTH,
        "Sydkorea": SOUTH,
        "Putins": PUTIN,
        "kim jong un": KIM,
        "kimjongun": KIM,
        "China": CHINA,
        "krivorushko": "Aleksej Krivorusjko",
    }.items():
        desk.ask(words)
        if wanted not in desk.found()[:3]:
            missed[words] = desk.found()[:5]
        desk.page.keyboard.press("Escape")
    assert missed == {}


def test_words_of_the_text_are_found_inflected_and_without_their_letters(desk: Visit) -> None:
    desk.go()
    for words in ("Eg støttar din heilage kamp", "stottar heilage", "støtter", "gjestearbeidar"):
        desk.ask(words)
        assert desk.found(), words
        desk.page.keyboard.press("Escape")


def test_a_result_shows_kind_date_and_the_page_s_own_summary_and_nothing_invisible(desk: Visit) -> None:
    page = desk.go()
    desk.ask("jakutsk")
    result = page.locator(".briefings-found").first.inner_text().splitlines()
    assert [line for line in result if line][:3] == [
        "Putin stopped over in Yakutsk on his way to North Korea",
        "Putin mellomlandet i Jakutsk på vei til Nord-Korea",
        "Briefing · June 2024",
    ]
    page.keyboard.press("Escape")
    summary = page.locator(".md-content h3:has-text('Yakutsk') ~ p:not(.strip, .original)").first.inner_text()
    assert summary in " ".join(result)
    assert "sorkorea" not in " ".join(result)
    assert "sorkorea" not in page.locator("body").inner_text()


def test_filters_narrow_by_kind_actor_year_and_language(desk: Visit) -> None:
    page = desk.go()
    desk.ask("korea")
    everything = desk.count()
    for name, value in (("type", "Briefing"), ("actor", PUTIN), ("year", "2024"), ("language", "Danish")):
        select = page.locator(f"select[data-filter={name}]")
        select.select_option(value)
        desk.settle("korea")
        assert 0 < desk.count() < everything, name
        select.select_option("")
        desk.settle("korea")
        assert desk.count() == everything
    page.locator("select[data-filter=year]").select_option("2024")
    desk.until("() => document.querySelectorAll('.briefings-found').length === 1")
    assert page.locator(".briefings-found__about").all_inner_texts() == ["Briefing · June 2024"]


def test_filters_alone_list_pages_the_newest_first(desk: Visit) -> None:
    page = desk.go()
    desk.ask("korea")
    page.locator("dialog input[type=search]").fill("")
    page.locator("select[data-filter=type]").select_option("Briefing")
    desk.until(
        """() => document.querySelector('.pf-summary').textContent === '5 results'
            && document.querySelectorAll('.briefings-found').length === 5"""
    )
    dates = [text.split(" · ")[1] for text in page.locator(".briefings-found__about").all_inner_texts()]
    assert dates == ["June 2024", "September 2023", "September 2023", "July 2023", "July 2023"]


def test_results_far_down_still_come_once_the_browser_has_cleared_its_memory(desk: Visit) -> None:
    page = desk.go()
    desk.ask("korea")
    assert page.locator(".pf-results > li[aria-hidden]").count() > 0
    memory = page.context.new_cdp_session(page)
    for _ in range(5):
        memory.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(50)
    page.locator(".pf-results > li").last.scroll_into_view_if_needed()
    desk.until("() => !document.querySelector('.pf-results > li:last-child[aria-hidden]')")
    assert page.locator(".briefings-found__link").last.inner_text()


def test_what_is_typed_while_the_index_is_on_its_way_is_asked_and_narrowed(desk: Visit) -> None:
    page = desk.go()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/pagefind/pagefind.js", hold)
    page.keyboard.press("/")
    page.locator("dialog[open] input[type=search]").fill("korea")
    desk.until("() => document.querySelector('.pf-summary')?.textContent.startsWith('Searching for korea')")
    held[0].continue_()
    desk.settle("korea")
    everything = desk.count()
    page.locator("select[data-filter=type]").select_option("Briefing")
    desk.settle("korea")
    assert 0 < desk.count() < everything


def test_all_filters_are_offered_though_one_comes_later_than_the_words(desk: Visit) -> None:
    page = desk.go()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    def let_pass(route: Route) -> None:
        route.continue_()

    page.route("**/*.pf_filter", hold, times=1)
    # The first file of the index holds the keys, the next one the word as typed.
    page.route("**/*.pf_index", hold)
    page.route("**/*.pf_index", let_pass, times=1)
    page.keyboard.press("/")
    page.locator("dialog[open] input[type=search]").fill("vladimir")
    page.wait_for_timeout(1000)  # enough for a search that would not wait for the filters
    held.pop(0).continue_()
    all_offered = "() => [...document.querySelectorAll('select[data-filter]')].every(select => select.length > 1)"
    desk.until(all_offered)
    page.route("**/*.pf_index", let_pass)
    for route in held:
        route.continue_()
    desk.settle("vladimir")
    assert page.evaluate(all_offered)


def test_letters_typed_the_moment_the_search_opens_are_kept(desk: Visit) -> None:
    page = desk.go()
    desk.ask("korea")
    page.keyboard.press("Escape")
    desk.until("() => !document.activeElement.closest('dialog')")
    page.evaluate(
        """async () => {
            document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
            while (!document.activeElement.matches("dialog[open] input[type=search]")) await null;
            document.execCommand("insertText", false, "p");
            for (const _ of "12") await new Promise(requestAnimationFrame);
            document.execCommand("insertText", false, "utin");
        }"""
    )
    desk.settle("putin")


@pytest.mark.parametrize("keys", ["/", "s", "Control+k", "Shift+Digit7"])
def test_the_keyboard_alone_opens_the_search_on_any_layout(desk: Visit, keys: str) -> None:
    page = desk.go()
    if keys == "Shift+Digit7":  # what a Nordic keyboard sends for a slash
        page.evaluate(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', "
            "{key: '/', code: 'Digit7', shiftKey: true, bubbles: true, cancelable: true}))"
        )
    else:
        page.keyboard.press(keys)
    page.locator("dialog[open] input[type=search]").wait_for()
    desk.until("() => document.activeElement.matches('dialog input[type=search]')")
    assert page.locator("dialog input[type=search]").input_value() == ""


def test_arrow_and_enter_lead_to_the_page(desk: Visit) -> None:
    page = desk.go("about/")
    desk.ask("Shoigu")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/actors/sergej-sjojgu/")


def test_escape_closes_and_gives_the_focus_back(visit: Visit) -> None:
    page = visit.go()
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] input[type=search]").wait_for()
    page.keyboard.press("Escape")
    assert page.locator("dialog[open]").count() == 0
    assert page.evaluate("document.activeElement.className").find("briefings-search") >= 0
    page.keyboard.press("/")
    page.locator("dialog[open]").wait_for()
    assert visit.complaints == []


def test_a_phone_shows_filters_and_results_in_its_width(phone: Visit) -> None:
    page = phone.go()
    page.get_by_role("button", name="Search").tap()
    page.locator("dialog[open] input[type=search]").fill("putin")
    phone.settle("putin")
    page.locator("select[data-filter=type]").select_option("Person")
    phone.until("() => document.querySelector('.briefings-found__about')?.textContent.startsWith('Person')")
    assert page.evaluate("document.querySelector('dialog').scrollWidth <= window.innerWidth")
    for box in (each.bounding_box() for each in page.locator(".briefings-filters select").all()):
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
    page.locator(".briefings-found__link").first.tap()
    page.wait_for_url("**/actors/**")


def test_nothing_of_the_search_is_fetched_before_it_is_opened(desk: Visit) -> None:
    desk.go()
    assert not [url for url in desk.requests if "pagefind" in url]


def test_without_javascript_the_page_reads_and_offers_no_search(browser: Browser, site_url: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(site_url)
        assert page.locator(".md-content h3").count() == 5
        assert page.get_by_role("button", name="Search").count() == 0
        assert "Narrow the results" not in page.locator("body").inner_text()
