"""Links are touched as somebody would, on a small telephone and in the PDF: each leads where its words say."""

from __future__ import annotations

import re
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from playwright.sync_api import Browser, Locator, Page, Route

from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.paperwork.handout import lesson_handout
from facilitator.paperwork.paper import Paper, PaperSize
from tests.facilitator.pages.browsing import opened, pages
from tests.facilitator.paperwork.opened import HYPHEN, POINTS, pressed

pytestmark = [pytest.mark.system, pytest.mark.timeout(600), pytest.mark.xdist_group("site")]
PACK = load_pack(builtin_pack_folder())
PHONE = {"width": 360, "height": 640}
PUBLIC = "https://example.org/our-site"
LONG = "https://a-health-service-with-a-long-name.example.org/groups/illness-management-and-recovery/handouts/of-every-week"
CALLS = ["tel:112", "tel:0800123456"]
"""Whom to call in the site of these tests, in the order of its words."""
HEADING = """(id) => (document.getElementById(id)?.querySelector("h1, h2") ?? document.getElementById(id)).innerText"""
PIXELS = 96
"""An inch on a screen, where a PDF is shown in its own size."""
READER = {"width": 900, "height": 1200}
FOOT = 7
"""Pixels that Chromium leaves below the last page of a PDF."""
LONGEST = 60.0


def of_the_page(page: Page) -> Locator:
    """Its links, but the one that only the keyboard shows."""
    return page.locator("a[href]:not(.skip)")


def words(text: str) -> str:
    return " ".join(text.split())


def touched(page: Page, link: Locator) -> None:
    """Touch it, and see that what it promised stands there: the page of this title, or the part with this heading."""
    promised, href = words(link.inner_text()), link.get_attribute("href") or ""
    link.click()
    if href.startswith("#"):
        part = href.removeprefix("#")
        assert words(page.evaluate(HEADING, part)) == promised
        top = page.locator(f"[id='{part}']").evaluate("each => each.getBoundingClientRect().top")
        assert top < PHONE["height"], f"{promised} is in sight"
        return
    page.wait_for_load_state()
    title = words(page.locator("h1").inner_text())
    if promised == "All lessons":
        assert page.title() == title == PACK.title
    else:
        assert page.title() == f"{title} – {PACK.title}"
        assert promised.removeprefix("Lesson before").removeprefix("Next lesson").strip() == title


def test_from_the_first_page_every_page_is_reached_by_touch_and_none_is_missing(
    browser: Browser, site: Path, address: str
) -> None:
    page = opened(browser, PHONE)
    refused: list[str] = []
    page.on("response", lambda answer: None if answer.ok or answer.status == 301 else refused.append(answer.url))
    reached, ahead, links = {""}, [""], 0
    while ahead:
        here = f"{address}/{ahead.pop()}"
        page.goto(here)
        for place in range(of_the_page(page).count()):
            link = of_the_page(page).nth(place)
            if (link.get_attribute("href") or "").startswith("tel:"):
                continue
            touched(page, link)
            links += 1
            name = page.url.partition("#")[0].removeprefix(f"{address}/").removesuffix("index.html").strip("/")
            if name not in reached:
                reached.add(name)
                ahead.append(name)
            if page.url.partition("#")[0].rstrip("/") != here.rstrip("/"):
                page.goto(here)
    assert links > len(reached)
    assert reached == set(pages(site))
    assert refused == []
    page.context.close()


def test_whom_to_call_comes_first_and_is_called_by_the_number_that_is_read(
    browser: Browser, site: Path, address: str
) -> None:
    page = opened(browser, PHONE)
    for name in pages(site):
        page.goto(f"{address}/{name}")
        all_links = page.locator("main a[href]").all()
        first = all_links[: len(CALLS)]
        assert [link.get_attribute("href") for link in first] == CALLS, name
        for link in first:
            assert f"tel:{re.sub('[^0-9]', '', link.inner_text())}" == link.get_attribute("href")
            box = link.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= PHONE["height"], f"{name or 'the list'}: seen without scrolling"
        assert not [link for link in all_links[len(CALLS) :] if (link.get_attribute("href") or "").startswith("tel:")]
    page.context.close()


@pytest.mark.parametrize("public", [PUBLIC, LONG], ids=["short", "long"])
@pytest.mark.parametrize(
    "paper", [Paper(), Paper(size=PaperSize.LETTER), Paper(is_large=True)], ids=["A4", "Letter", "large"]
)
def test_links_of_a_pdf_are_the_addresses_printed_there_and_each_has_its_page(
    paper: Paper, public: str, site: Path
) -> None:
    lessons = [load_lesson(entry) for entry in PACK.lessons()]
    pdf = pressed(*(lesson_handout(one, paper, address=public) for one in lessons), paper=paper).pdf
    found = links_of(pdf)
    assert [uri for uri, _printed in found] == [f"{public}/{one.entry.id}" for one in lessons]
    assert [printed for _uri, printed in found] == [uri for uri, _printed in found]
    assert {uri.rpartition("/")[2] for uri, _printed in found} == {name for name in pages(site) if name}
    with pypdfium2.PdfDocument(pdf) as document:
        printed = as_printed("".join(page.get_textpage().get_text_bounded() for page in document))
    assert printed.count("https://") == len(found), "no address without a link"


def as_printed(text: str) -> str:
    """Sign by sign, whatever lines it is in."""
    return "".join(HYPHEN.sub("-", text).split())


def links_of(pdf: bytes) -> list[tuple[str, str]]:
    """Each link as address and words: a long one has an area a line, one after the other."""
    found: list[tuple[str, str]] = []
    with pikepdf.open(BytesIO(pdf)) as document, pypdfium2.PdfDocument(pdf) as read:
        for number, page in enumerate(document.pages):
            for note in page.get("/Annots", []):
                assert str(note.Subtype) == "/Link"
                uri = str(note.A.URI)
                left, bottom, right, top = (float(edge) for edge in note.Rect)
                line = as_printed(read[number].get_textpage().get_text_bounded(left, bottom, right, top))
                if found and found[-1][0] == uri:
                    found[-1] = (uri, found[-1][1] + line)
                else:
                    found.append((uri, line))
    return found


def test_a_link_of_the_pdf_opens_the_page_of_its_lesson_in_chromium(reader: Browser, site: Path, address: str) -> None:
    lesson = load_lesson(PACK.lesson_named("which-platform"))
    paper = site / "which-platform.pdf"
    paper.write_bytes(pressed(lesson_handout(lesson, Paper(), address=PUBLIC)).pdf)
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        name = route.request.url.removeprefix(f"{PUBLIC}/").strip("/")
        route.fulfill(body=(site / name / "index.html").read_bytes(), content_type="text/html; charset=utf-8")

    page = opened(reader, READER)
    page.context.route(f"{PUBLIC}/**", answer)
    page.goto(f"{address}/{paper.name}#page=4&zoom=100&toolbar=0")  # its last page lies at the foot of the window
    left, above_foot = middle_of_the_link(paper.read_bytes())
    deadline = time.monotonic() + LONGEST
    while not asked:  # the viewer is there some time after its page
        assert time.monotonic() < deadline, "no link of the PDF was opened"
        page.mouse.click(left, READER["height"] - FOOT - above_foot)
        page.wait_for_timeout(50)
    page.locator("h1").wait_for()
    assert asked[0] == f"{PUBLIC}/{lesson.entry.id}"
    assert page.title() == f"{lesson.entry.title} – {PACK.title}"
    page.context.close()


def middle_of_the_link(pdf: bytes) -> tuple[float, float]:
    """Of the only link, in pixels: from the left of a window that has the page in its middle, and from its foot."""
    with pikepdf.open(BytesIO(pdf)) as document:
        last = document.pages[-1]
        (note,) = last.Annots
        left, bottom, right, top = (float(edge) for edge in note.Rect)
        width = float(last.MediaBox[2])
    scale = PIXELS / POINTS
    return READER["width"] / 2 + ((left + right) / 2 - width / 2) * scale, (bottom + top) / 2 * scale
