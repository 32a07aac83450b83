"""The lesson handout as other programs read it: words in order, codes, large print, markup left alone."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from itertools import chain

import pikepdf
import pypdfium2
import pytest

from agenda.address import public_address
from agenda.error import Refused
from content.lesson import Lesson
from content.markdown import Item, items_in
from facilitator.paperwork.code import lesson_address
from facilitator.paperwork.handout import QUESTIONS, lesson_handout
from facilitator.paperwork.paper import Paper, PaperSize
from tests.facilitator.paperwork.opened import a_lesson, alternatives_of, codes_of, pressed, shipped_lesson, words_of

ADDRESS = "https://imr.example.org/handouts"
MARKUP = '#emph[x] $x^2$ @ref <b>h</b> [red]r[/red] \\#sym #read("/etc/passwd") // no /* none */ = none "#"'
PLAN = ("My plan until next time", "I will", "When", "Where", "Who can help")


def handout(lesson: Lesson, paper: Paper | None = None, address: str | None = None) -> bytes:
    chosen = paper or Paper()
    return pressed(lesson_handout(lesson, chosen, "A module", address), paper=chosen).pdf


def assert_in_order(words: str, wanted: Iterable[str]) -> None:
    place = 0
    for text in wanted:
        found = words.find(" ".join(text.split()), place)
        assert found >= 0, f"not there, or not in its place: {text}"
        place = found


def flat(items: Iterable[Item]) -> list[str]:
    return list(chain.from_iterable((item.text, *flat(item.inner)) for item in items))


def test_all_words_of_the_lesson_are_there_and_in_order() -> None:
    lesson = shipped_lesson()
    wanted = ["A module", lesson.entry.title, lesson.entry.idea, *lesson.points, *PLAN, "If you need help at once"]
    wanted += [*flat(items_in(lesson.reading)), *(one.what for one in lesson.homework), *lesson.questions[:QUESTIONS]]
    assert_in_order(without_feet(handout(lesson), lesson), wanted)


def test_no_stage_direction_goes_home() -> None:
    lesson = shipped_lesson()
    assert lesson.practice
    words = words_of(handout(lesson))
    assert not [line for line in flat(items_in(lesson.exercise)) if len(line) > 60 and line in words]


def without_feet(pdf: bytes, lesson: Lesson) -> str:
    words = words_of(pdf)
    for page in range(1, 9):
        for pages in range(1, 9):
            words = words.replace(f"{lesson.entry.title} {page} of {pages}", "")
    return " ".join(words.split())


def test_markup_of_any_kind_is_literal() -> None:
    lesson = a_lesson(title=MARKUP, aim=MARKUP)
    pdf = handout(lesson)
    assert words_of(pdf).count(MARKUP) >= 3  # title, aim, foot
    with pikepdf.open(BytesIO(pdf)) as document:
        assert document.docinfo["/Title"] == MARKUP


def test_markdown_becomes_parts_and_html_stays_text() -> None:
    words = words_of(
        handout(a_lesson("Be **strong**, *be calm*, <i>be</i> [there](https://example.org/x).\n\n- one\n  1. two"))
    )
    assert_in_order(words, ["Be strong, be calm, <i>be</i> there (https://example.org/x).", "one", "1.", "two"])


def test_a_paragraph_that_waits_for_words_has_room_and_others_have_not() -> None:
    from facilitator.paperwork.prose import blocks_of

    waiting, begun, listed, plain = (
        blocks_of(a_lesson(text).handout)
        for text in ("One thing:", "And then I …", "Some things:\n\n- a\n- b", "A thing.")
    )
    assert [block["kind"] for block in waiting] == ["together"]
    assert [block["kind"] for block in begun] == ["together"]
    assert [block["kind"] for block in listed] == ["paragraph", "list"]
    assert [block["kind"] for block in plain] == ["paragraph"]


@pytest.mark.slow
@pytest.mark.parametrize("paper", [Paper(), Paper(is_large=True), Paper(size=PaperSize.LETTER)])
def test_the_code_says_the_address_beside_it_which_can_be_copied_and_followed(paper: Paper) -> None:
    lesson = shipped_lesson()
    pdf = handout(lesson, paper, ADDRESS)
    address = f"{ADDRESS}/{lesson.entry.id}"
    assert codes_of(pdf) == [address]
    with pikepdf.open(BytesIO(pdf)) as document:
        links = [str(note.A.URI) for page in document.pages for note in page.get("/Annots", [])]
    assert set(links) == {address}
    texts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    assert address in "".join("".join(texts).split())
    assert "\u200b" not in "".join(texts)


def test_without_an_address_there_is_no_code_that_only_repeats_the_title() -> None:
    assert codes_of(handout(shipped_lesson())) == []


def test_the_code_is_described_for_those_who_cannot_see_it() -> None:
    said = list(alternatives_of(handout(a_lesson(), address=ADDRESS)))
    assert said == ["not ticked"] * 7 + ["QR code: this lesson on the web"]


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org", "example.org", "https://", "https:///x", "https://example.org/?member=7",
        "https://example.org/#x", "https://me:secret@example.org", "https://example.org/a b", "https://exämple.org",
        "javascript:alert(1)", "https://example.org:99999", "https://" + "a" * 200, "", "https://[::1",
        "https://example.org/\n",
    ],
)  # fmt: skip
def test_an_address_that_is_not_public_https_or_could_tell_on_a_reader_is_refused(address: str) -> None:
    if address.endswith("\n"):
        assert public_address(address) == "https://example.org"
        return
    with pytest.raises(Refused) as refusal:
        lesson_handout(a_lesson(), Paper(), address=address)
    assert refusal.value.hint


def test_an_address_loses_its_closing_slash() -> None:
    assert lesson_address("abcd2345", f" {ADDRESS}/ ") == f"{ADDRESS}/abcd2345"


@pytest.mark.parametrize(("paper", "points"), [(Paper(), 14), (Paper(is_large=True), 18)])
def test_letters_are_as_large_as_promised(paper: Paper, points: int) -> None:
    page = pypdfium2.PdfDocument(handout(a_lesson("Some words to read."), paper))[0]
    sizes = {round(one.get_font_size(), 1) for one in page.get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT}
    assert points in sizes
    assert min(sizes) >= points * 0.8 - 0.1  # the foot


@pytest.mark.parametrize(("size", "width", "height"), [(PaperSize.A4, 595.3, 841.9), (PaperSize.LETTER, 612, 792)])
def test_the_paper_is_the_one_in_the_printer(size: PaperSize, width: float, height: float) -> None:
    page = pypdfium2.PdfDocument(handout(a_lesson(), Paper(size=size)))[0]
    assert page.get_size() == pytest.approx((width, height), abs=0.5)


def test_a_line_holds_sixty_to_seventy_letters() -> None:
    document = pypdfium2.PdfDocument(handout(a_lesson("The quick brown fox jumps over a lazy dog near us. " * 30)))
    lines = document[1].get_textpage().get_text_bounded().splitlines()
    full = [len(line) for line in lines if line.startswith(("The", "fox", "dog", "over", "quick", "jumps"))]
    assert 58 <= sum(full) / len(full) <= 75


def test_a_lesson_with_missing_parts_still_prints() -> None:
    lesson = Lesson(a_lesson().entry)
    assert_in_order(words_of(handout(lesson)), ["A title", "An aim.", *PLAN])


def test_what_was_never_written_in_one_line_is_kept_whole() -> None:
    long = "word " * 2000
    assert words_of(handout(a_lesson(long))).count("word") == 2000
