"""Every page of the site in a real browser: can everybody use it, does it fit, does it ask anybody for anything."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from content.load import builtin_pack_folder, load_pack
from facilitator.pages.site import Site
from facilitator.palette import DARK_DRAWN, DRAWN, PRINTED_DRAWN, Drawn
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.facilitator.pages.browsing import opened, pages

pytestmark = [pytest.mark.system, pytest.mark.timeout(600), pytest.mark.xdist_group("site")]
PHONE, DESK = {"width": 320, "height": 640}, {"width": 1280, "height": 900}
FIRST_SCREEN = {"width": 360, "height": 740}
ZOOMED = {"width": 180, "height": 370}
"""The same telephone at 200 %."""
HELP = CrisisHelp(
    (CrisisLine("crisis line", "0800 111 0 111", "day and night"),), CrisisLine("when a life is in danger", "112")
)
HERE = '[{ lang: "de-DE", localService: true }, { lang: "en_GB", localService: true }]'
ELSEWHERE = '[{ lang: "en-GB", localService: false }, { lang: "de-DE", localService: true }]'
BOTTOMS = """() => [".drawing", ".idea", ".crisis", ".points", ".plan li:last-child"].map((name) =>
  [name, document.querySelector(name)?.getBoundingClientRect().bottom ?? 0])"""
RULES = {
    "resultTypes": ["violations"],
    "rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_every_page(browser: Browser, site: Path, address: str, scheme: str) -> None:
    page, axe = opened(browser, PHONE, scheme), Axe()
    assert len(pages(site)) > 50
    for name in pages(site):
        page.goto(f"{address}/{name}")
        results = axe.run(page, options=RULES)
        assert results.violations_count == 0, f"{name}: {results.generate_report()}"
    page.context.close()


def test_the_check_finds_what_is_pale_or_has_no_name(browser: Browser) -> None:
    page = opened(browser, PHONE)
    page.set_content("<h1>A page</h1><p style='color:#666'>Pale</p><a href='#'></a>")
    found = {one["id"] for one in Axe().run(page, options=RULES).response["violations"]}
    assert {"color-contrast-enhanced", "html-has-lang", "link-name"} <= found
    page.context.close()


def test_nothing_lies_beyond_the_edge_of_a_small_telephone(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, PHONE)
    for name in pages(site):
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], name
    page.context.close()


def test_nothing_lies_beyond_the_edge_at_twice_the_size(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, ZOOMED)
    for name in pages(site):
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth") <= ZOOMED["width"], name
    page.context.close()


def test_the_first_screen_of_a_telephone_holds_whom_to_call_the_points_and_the_plan(browser: Browser) -> None:
    page, pack = opened(browser, FIRST_SCREEN, voices=HERE), load_pack(builtin_pack_folder())
    made = Site(pack, HELP)
    lowest: dict[str, float] = {}
    for entry in pack.lessons():
        page.set_content(made.page(entry.id).decode())
        assert page.locator(".aloud .start").is_visible()
        for name, bottom in page.evaluate(BOTTOMS):
            assert bottom <= FIRST_SCREEN["height"], f"{entry.slug}: {name}"
            lowest[name] = max(bottom, lowest.get(name, 0))
    print(lowest)
    page.context.close()


def test_numbers_to_call_are_large_and_can_be_touched(browser: Browser) -> None:
    page = opened(browser, FIRST_SCREEN)
    page.set_content(Site(load_pack(builtin_pack_folder()), HELP).page("recmean2").decode())
    for link in page.locator(".crisis a").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 40
        assert link.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") >= 22
        assert "Hyperlegible" not in link.evaluate("each => getComputedStyle(each).fontFamily")
    page.context.close()


@pytest.mark.parametrize(
    ("scheme", "media", "drawn"),
    [("light", "screen", DRAWN), ("dark", "screen", DARK_DRAWN), ("dark", "print", PRINTED_DRAWN)],
)
def test_a_drawing_has_the_colours_of_the_page_it_stands_on(
    browser: Browser, scheme: str, media: Any, drawn: Drawn
) -> None:
    page = opened(browser, FIRST_SCREEN, scheme)
    page.set_content(Site(load_pack(builtin_pack_folder())).page("which-platform").decode())
    page.emulate_media(media=media, color_scheme="light" if scheme == "light" else "dark")
    for colour, value in drawn._asdict().items():
        for looks in ("fill", "stroke"):
            found = page.locator(f".drawing [{looks}='var(--drawing-{colour})']")
            for one in found.all():
                assert one.evaluate(f"each => getComputedStyle(each).{looks}") == in_numbers(value)
    assert page.locator(".drawing [stroke='var(--drawing-ink)']").count() > 0
    page.context.close()


def in_numbers(value: str) -> str:
    return f"rgb({', '.join(str(int(value[at : at + 2], 16)) for at in (1, 3, 5))})"


def reading(browser: Browser, address: str, voices: str) -> Page:
    page = opened(browser, FIRST_SCREEN, voices=voices)
    page.goto(f"{address}/nlsbvq5b")
    return page


def test_a_page_is_read_aloud_sentence_by_sentence_whom_to_call_last(browser: Browser, address: str) -> None:
    page = reading(browser, address, HERE)
    start, stop = page.locator(".aloud button").all()
    assert start.inner_text().strip() == "Read this aloud"
    assert not stop.is_visible()
    assert not page.get_by_text("cannot read aloud").is_visible()
    start.click()
    assert start.inner_text().strip() == "Pause"
    assert page.locator(".heard").inner_text() == "Which platform, please?"
    assert page.evaluate("[saying.lang, saying.voice.lang]") == ["en_GB", "en_GB"]
    page.evaluate("over('onend')")
    start.click()
    assert start.inner_text().strip() == "Go on"
    assert page.locator(".heard").count() == 0
    start.click()  # the sentence it was silenced in comes again
    while page.evaluate("saying !== null"):
        page.evaluate("over('onend')")
    spoken = page.evaluate("spoken")
    idea = "You need not know every train, only your next platform."
    assert spoken[:4] == ["Which platform, please?", idea, idea, "Key points"]
    assert spoken.index("My plan") > spoken.index("Write down the name and the day.")
    assert spoken[-2:] == ["In danger: call 1 1 2.", "The line of the town, 8:00 to 20:00: 0 8 0 0, 1 2 3, 4 5 6."]
    assert start.inner_text().strip() == "Read this aloud"
    assert not stop.is_visible()
    page.context.close()


def test_stop_begins_anew(browser: Browser, address: str) -> None:
    page = reading(browser, address, HERE)
    start, stop = page.locator(".aloud button").all()
    start.click()
    page.evaluate("over('onend')")
    stop.click()
    assert start.inner_text().strip() == "Read this aloud"
    assert start.evaluate("each => document.activeElement === each")
    start.click()
    assert page.evaluate("spoken").count("Which platform, please?") == 2
    page.context.close()


@pytest.mark.parametrize("voices", ["[]", ELSEWHERE], ids=["none", "one that would send the words away"])
def test_where_no_voice_lives_in_the_device_the_page_says_so(browser: Browser, address: str, voices: str) -> None:
    page = reading(browser, address, voices)
    assert page.get_by_text("This browser cannot read aloud.").is_visible()
    assert not page.locator(".aloud button").first.is_visible()
    page.context.close()


def test_voices_that_come_late_are_heard_of(browser: Browser, address: str) -> None:
    page = reading(browser, address, "(window.late ?? [])")
    assert page.get_by_text("This browser cannot read aloud.").is_visible()
    page.evaluate(f"window.late = {HERE}; speechSynthesis.onvoiceschanged()")
    assert page.locator(".aloud .start").is_visible()
    assert not page.get_by_text("This browser cannot read aloud.").is_visible()
    page.context.close()


def test_a_voice_that_fails_is_said_to_be_none(browser: Browser, address: str) -> None:
    page = reading(browser, address, HERE)
    page.locator(".aloud .start").click()
    page.evaluate("over('onerror')")
    assert page.get_by_text("This browser cannot read aloud.").is_visible()
    page.context.close()


def test_without_scripts_everything_is_there_to_read(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/nlsbvq5b")
    assert page.get_by_text("This browser cannot read aloud.").is_visible()
    assert not page.locator(".aloud button").first.is_visible()
    for name in (".crisis", ".points", ".plan", ".reading", ".options", ".family"):
        assert page.locator(name).is_visible(), name
    context.close()


def test_it_can_be_used_while_it_reads(browser: Browser, address: str) -> None:
    for scheme in ("light", "dark"):
        page = opened(browser, FIRST_SCREEN, scheme, HERE)
        page.goto(f"{address}/nlsbvq5b")
        page.locator(".aloud .start").click()
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, results.generate_report()
        page.context.close()


def test_each_page_is_one_request_to_this_site_and_none_to_another(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, DESK)
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for name in pages(site):
        page.goto(f"{address}/{name}")
    own = {f"{address}/{name}{slash}" for name in pages(site) for slash in ("", "/")}
    assert {url for url in asked if not url.startswith("data:")} <= own
    assert len([url for url in asked if not url.startswith("data:")]) <= 2 * len(pages(site))
    assert said == []
    page.context.close()


def test_every_link_leads_to_a_page_or_a_place_in_it(browser: Browser, site: Path, address: str) -> None:
    page = opened(browser, DESK)
    links: set[str] = set()
    for name in pages(site):
        page.goto(f"{address}/{name}")
        links |= set(page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"))
    for link in sorted(links):
        if link.startswith("tel:"):
            assert link.removeprefix("tel:").isdecimal()
            continue
        answer = page.goto(link)
        assert answer is None or answer.ok, link  # none: another place in the same page
        if "#" in link:
            assert page.locator(f"[id='{link.partition('#')[2]}']").count() == 1, link
    assert len(links) > len(pages(site))
    page.context.close()


def test_it_prints_without_what_is_only_of_use_on_a_screen(browser: Browser, address: str) -> None:
    page = opened(browser, DESK, "dark")
    page.goto(f"{address}/recmean2")
    page.emulate_media(media="print")
    assert not page.locator("header").is_visible()
    assert not page.locator("footer").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.context.close()
