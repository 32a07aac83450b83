"""Every lesson, standard and large: codes, tags, words in order, margins, contrast, as other programs see them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import chain, pairwise

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from markdown_it.token import Token
from PIL import ImageFilter
from PIL.Image import Image

from content.worksheet import ChoiceField, ListField, ScaleField, Worksheet
from facilitator.paperwork.appointment import event
from facilitator.paperwork.code import payload
from tests.facilitator.paperwork.every_lesson import CRISIS, MODULE, NEXT, SLUGS, Handed, handed
from tests.facilitator.paperwork.looked_at import contrasts_of, outside, overlapping, places_of
from tests.facilitator.paperwork.opened import POINTS, pages_of, tags_of

SCAN = 150 / POINTS
FIXED = (
    "• 1. 2. 3. 4. 5. 6. 7. 8. 9. 10. 11. 12. Questions to think about Exercise Homework Choose one, or find one of "
    "your own. When: Where: What could get in the way: My plan until next time I will When Where Done on Mon Tue Wed "
    "Thu Fri Sat Sun What could get in the way Who can help My next step Next session 1 Dec 2026 If you need help "
    "at once This lesson in one line Add the next session to your calendar"
)
OURS = frozenset(FIXED.split())
"""Words that every handout has beside those of its lesson."""

every = pytest.mark.parametrize(
    ("slug", "is_large"), [(slug, is_large) for slug in SLUGS for is_large in (False, True)]
)


@pytest.mark.slow
@every
def test_each_code_is_read_from_a_scan_and_from_a_bad_picture(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    entry = made.lesson.entry
    wanted = {payload(entry.id, entry.title, entry.aim), event(NEXT, "Appointment")}
    scan = _page_with_codes(made)
    assert _read(scan) == wanted
    assert _read(scan.rotate(11, expand=True, fillcolor="white").filter(ImageFilter.GaussianBlur(1))) == wanted


def _page_with_codes(made: Handed) -> Image:
    document = pypdfium2.PdfDocument(made.pdf)
    (page,) = (page for page in document if page.get_textpage().search("Add the next session").get_next())
    picture: Image = page.render(scale=SCAN, grayscale=True).to_pil()
    return picture


def _read(picture: Image) -> set[str]:
    return {code.text for code in zxingcpp.read_barcodes(picture)}


@pytest.mark.slow
@every
def test_it_is_tagged_in_its_language_with_headings_in_steps(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang) == "en-GB"
        assert pdf.docinfo["/Title"] == made.lesson.entry.title
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
    levels = [int(tag[1:]) for tag in tags_of(made.pdf) if tag[:1] == "H" and tag[1:].isdigit()]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(lower - upper <= 1 for upper, lower in pairwise(levels))


@pytest.mark.slow
@every
def test_its_words_are_those_of_the_lesson_in_their_order_and_no_others(slug: str, is_large: bool) -> None:
    made = handed(slug, is_large)
    rest = _without(_words(made), _source(made))
    heads = " ".join(option for sheet in made.worksheets for option in _options(sheet))
    assert set(rest.split()) <= OURS | set(heads.split())


def _options(sheet: Worksheet) -> list[str]:
    """A table that goes on overleaf says again what its columns are."""
    choices = [option for field in sheet.fields() if isinstance(field, ChoiceField) for option in field.options]
    return choices + [title for field in sheet.fields() if isinstance(field, ListField) for title in field.columns]


def _words(made: Handed) -> str:
    """The words of all pages without their feet."""
    pages = pages_of(made.pdf)
    feet = [f"{made.lesson.entry.title} {number} of {len(pages)}" for number in range(1, len(pages) + 1)]
    assert all(foot in page for foot, page in zip(feet, pages, strict=True))
    parts = ("".join(page.rsplit(foot, 1)) for foot, page in zip(feet, pages, strict=True))
    return " ".join(" ".join(parts).split())


def _source(made: Handed) -> list[str]:
    lesson = made.lesson
    options = ((one.what, one.when, one.where, one.obstacle) for one in lesson.homework)
    entry = lesson.entry
    return [
        *(MODULE, entry.title, entry.aim, *_flat(lesson.handout), *lesson.questions),
        *("Exercise", *_flat(lesson.exercise), *chain.from_iterable(options), "My plan", *CRISIS),
        *(payload(entry.id, entry.title, entry.aim), "Appointment: Tuesday 1 December, 15:00–16:00"),
        *chain.from_iterable(map(_form, made.worksheets)),
    ]


def _flat(tokens: Sequence[Token]) -> list[str]:
    """Every heading, paragraph and item, read from the Markdown itself."""
    return ["".join(map(_said, one.children or ())) for one in tokens if one.type == "inline"]


def _said(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _form(sheet: Worksheet) -> list[str]:
    said = [sheet.title, sheet.intro]
    for section in sheet.sections:
        said += [section.title, section.text]
        alike: tuple[str, ...] = ()
        for field in section.fields:
            options = field.options if isinstance(field, ChoiceField) else ()
            in_a_table = sum(isinstance(one, ChoiceField) and one.options == options for one in section.fields) > 1
            if in_a_table and len({type(one) for one in section.fields}) == 1:
                said += [] if alike == options else options
                said.append(field.label)
                alike = options
            else:
                said += [field.label, field.hint, *options]
            if isinstance(field, ScaleField):
                said += [*map(str, field.numbers), field.low, field.high]
            if isinstance(field, ListField):
                said += field.columns
    return said


def _without(words: str, wanted: Iterable[str]) -> str:
    """What is left when these texts, one after the other, are taken out."""
    rest, place = [], 0
    for text in filter(None, (" ".join(text.split()) for text in wanted)):
        found = words.find(text, place)
        assert found >= 0, f"not there, or not in its place: {text}"
        rest.append(words[place:found])
        place = found + len(text)
    return " ".join((*rest, words[place:]))


@pytest.mark.slow
@every
def test_nothing_stands_in_a_margin_or_over_something_else(slug: str, is_large: bool) -> None:
    for page in pypdfium2.PdfDocument(handed(slug, is_large).pdf):
        assert outside(page, 19 if is_large else 27) == []
        assert overlapping(places_of(page)) == []


@pytest.mark.slow
@every
def test_every_letter_stands_out_seven_to_one(slug: str, is_large: bool) -> None:
    for page in pypdfium2.PdfDocument(handed(slug, is_large).pdf):
        assert min(contrasts_of(page)) >= 7
