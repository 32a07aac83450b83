"""A worksheet is typed fields in sections; a malformed one is named with its line, and the others are kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.error import DamagedFile, UnknownWorksheet
from content.load import builtin_pack_folder, load_pack
from content.pack import Origin
from content.worksheet import ChoiceField, DateField, LineField, ListField, ParagraphField, ScaleField, Worksheet
from content.worksheet_check import worksheet_problems
from content.worksheet_reading import worksheet_from
from content.worksheet_shelf import load_worksheet, worksheets_of
from tests.content.building import a_pack, check_pack, lesson_text, line_with

SHEET = """\
slug = "my-week"
title = "My week"
intro = "Fill in what you like."

[[sections]]
title = "Now"
text = "Take your time."

[[sections.fields]]
key = "name"
kind = "line"
label = "My name"
hint = "Any name"

[[sections.fields]]
key = "hope"
kind = "paragraph"
label = "What I hope for"
rows = 2

[[sections]]
title = "Later"

[[sections.fields]]
key = "mood"
kind = "choice"
label = "How it is"
options = ["good", "so-so"]
several = true

[[sections.fields]]
key = "strength"
kind = "scale"
label = "How strong"
from = 0
to = 10
low = "not at all"
high = "very"

[[sections.fields]]
key = "day"
kind = "date"
label = "On which day"

[[sections.fields]]
key = "steps"
kind = "list"
label = "My steps"
columns = ["What", "When"]
rows = 3
"""
FILE = "worksheets/my-week.toml"


def sheet(old: str = "", new: str = "") -> Worksheet:
    """The worksheet with this piece of its text replaced."""
    assert old in SHEET
    return worksheet_from(SHEET.replace(old, new, 1) if old else SHEET, FILE)


def on_a_shelf(folder: Path, text: str = SHEET, name: str = "my-week.toml") -> Path:
    """A faultless pack with this file among its worksheets."""
    a_pack(folder, {"finding-hope": {"1-hope.md": lesson_text(worksheets=["my-week"])}})
    (folder / "worksheets").mkdir()
    (folder / "worksheets" / name).write_text(text, "utf-8")
    return folder


def test_a_worksheet_has_sections_of_typed_fields() -> None:
    found = sheet()
    assert (found.slug, found.title, found.intro, found.problems) == (
        "my-week",
        "My week",
        "Fill in what you like.",
        (),
    )
    assert [(one.title, one.text, len(one.fields)) for one in found.sections] == [
        ("Now", "Take your time.", 2),
        ("Later", "", 4),
    ]
    assert found.fields() == (
        LineField(key="name", label="My name", hint="Any name"),
        ParagraphField(key="hope", label="What I hope for", rows=2),
        ChoiceField(key="mood", label="How it is", options=("good", "so-so"), several=True),
        ScaleField(key="strength", label="How strong", lowest=0, highest=10, low="not at all", high="very"),
        DateField(key="day", label="On which day"),
        ListField(key="steps", label="My steps", rows=3, columns=("What", "When")),
    )


def test_a_scale_knows_its_numbers() -> None:
    scale = sheet().fields()[3]
    assert isinstance(scale, ScaleField)
    assert list(scale.numbers) == list(range(11))


def test_a_field_knows_its_line() -> None:
    lines = SHEET.split("\n")
    assert [lines[field.at - 1] for field in sheet().fields()] == ["[[sections.fields]]"] * 6
    assert [lines[section.at] for section in sheet().sections] == ['title = "Now"', 'title = "Later"']


@pytest.mark.parametrize(
    ("old", "new", "words", "message", "left"),
    [
        ('kind = "date"', 'kind = "day"', 'kind = "day"', "“day” is no kind of field; there are line, paragraph,", 5),
        ('key = "day"', 'key = "mood"', None, "“mood” is used twice; the second is left out.", 5),
        ('key = "day"', 'key = "Day!"', 'key = "Day!"', "“Day!” is no key: use a-z, 0-9 and hyphens.", 5),
        ('label = "On which day"', "", None, "“label” is missing.", 5),
        ('options = ["good", "so-so"]', 'options = ["good"]', 'options = ["good"]', "A choice needs two options", 5),
        ('options = ["good", "so-so"]', 'options = ["a", "a"]', "options = ", "A choice needs two options", 5),
        ("several = true", 'several = "yes"', "several = ", "“several” must be true or false.", 5),
        ("to = 10", "to = 0", "to = 0", "A scale must end above its beginning.", 5),
        ("to = 10", "", None, "“to” is missing.", 5),
        ("rows = 3", "rows = 0", "rows = 0", "There must be room for one row at least.", 5),
        ("rows = 3", "", None, "“rows” is missing.", 5),
        ("rows = 3", "row = 3\nrows = 3", "row = 3", "“row” is not known here.", 6),
        ('title = "Later"', "", None, "“title” is missing.", 2),
        ('intro = "', 'colour = "red"\nintro = "', "colour", "“colour” is not known here.", 6),
    ],
)
def test_what_is_malformed_is_named_and_the_rest_is_kept(
    old: str, new: str, words: str | None, message: str, left: int
) -> None:
    found = sheet(old, new)
    (one,) = found.problems
    assert one.sentence().startswith(message)
    assert len(found.fields()) == left
    text = SHEET.replace(old, new, 1)
    if words is not None:
        assert one.line == line_with(text, words)


def test_the_second_key_of_one_name_is_named_at_its_own_line() -> None:
    (one,) = sheet('key = "day"', 'key = "mood"').problems
    assert one.line == line_with(SHEET, 'key = "day"')


def test_a_section_with_nothing_to_fill_in_is_named() -> None:
    found = worksheet_from(SHEET + '\n[[sections]]\ntitle = "Empty"\n', FILE)
    assert [one.sentence() for one in found.problems] == ["This section has nothing to fill in."]


@pytest.mark.parametrize("text", ["", "[[[", 'slug = "my-week"', 'slug = "a"\ntitle = "A"\nintro = "B"\nsections = 3'])
def test_a_file_that_is_no_worksheet_is_an_error_with_its_file(text: str) -> None:
    with pytest.raises(DamagedFile) as caught:
        worksheet_from(text, FILE)
    assert caught.value.problem.file == FILE


@given(noise=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40), place=st.integers(0, len(SHEET)))
def test_noise_anywhere_is_either_named_or_an_error_with_its_file(noise: str, place: int) -> None:
    try:
        problems = worksheet_from(SHEET[:place] + noise + SHEET[place:], FILE).problems
    except DamagedFile as error:
        problems = (error.problem,)
    assert all(one.line >= 1 and one.file == FILE and one.sentence() for one in problems)


def test_the_shelf_lists_every_worksheet_and_loads_one(tmp_path: Path) -> None:
    pack = load_pack(on_a_shelf(tmp_path))
    assert [(one.slug, one.file, one.origin) for one in worksheets_of(pack)] == [("my-week", FILE, Origin.OURS)]
    assert load_worksheet(pack, "my-week").title == "My week"


@pytest.mark.parametrize("slug", ["my-month", "../pack", "", "My-Week"])
def test_an_unknown_worksheet_is_refused_by_name(tmp_path: Path, slug: str) -> None:
    with pytest.raises(UnknownWorksheet) as caught:
        load_worksheet(load_pack(on_a_shelf(tmp_path)), slug)
    assert caught.value.exit_code == 1
    assert caught.value.values == {"name": slug}


def test_a_worksheet_under_another_slug_is_known_by_its_file(tmp_path: Path) -> None:
    found = load_worksheet(load_pack(on_a_shelf(tmp_path, name="our-week.toml")), "our-week")
    assert found.slug == "our-week"
    assert [one.sentence() for one in found.problems] == ["The slug must be the name of the file, “our-week”."]


def test_a_worksheet_that_a_lesson_names_must_be_there(tmp_path: Path) -> None:
    assert check_pack(on_a_shelf(tmp_path / "one")).problems == ()
    folder = on_a_shelf(tmp_path / "two", SHEET.replace("my-week", "our-week"), "our-week.toml")
    assert [str(one) for one in check_pack(folder).problems] == [
        "finding-hope/1-hope.md:1 No worksheet is called “my-week”."
    ]


def test_a_check_names_a_damaged_worksheet(tmp_path: Path) -> None:
    assert [str(one) for one in check_pack(on_a_shelf(tmp_path, "title = ")).problems] == [
        "worksheets/my-week.toml:1 This line is not valid TOML."
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("rows = 3", "rows = 13", "13 rows are too many; there may be 12."),
        ("rows = 2", "rows = 13", "13 rows are too many; there may be 12."),
        ("to = 10", "to = 11", "12 numbers are too many; there may be 11."),
        ('["good", "so-so"]', '["a", "b", "c", "d", "e", "f"]', "6 options are too many; there may be 5."),
        ('["What", "When"]', '["a", "b", "c", "d", "e"]', "5 columns are too many; there may be 4."),
        ("so-so", "s" * 51, f"“{'s' * 40}” has 51 letters; there is room for 50."),
        ("My name", "n" * 91, f"“{'n' * 40}” has 91 letters; there is room for 90."),
        ("Any name", "h" * 161, f"“{'h' * 40}” has 161 letters; there is room for 160."),
        ("Later", "t" * 71, f"“{'t' * 40}” has 71 letters; there is room for 70."),
        ("Take your time.", "x" * 401, f"“{'x' * 40}” has 401 letters; there is room for 400."),
        ("Any name", "word " * 21, "A sentence has 21 words, at most 20: “word word word word word word word word …”"),
        ("Any name", "Stay clean", "“Stay clean”: say “stay off it”."),
    ],
)
def test_a_worksheet_has_limits(old: str, new: str, message: str) -> None:
    assert [one.sentence() for one in worksheet_problems(sheet(old, new), "en")] == [message]


def test_thirty_one_fields_are_too_many() -> None:
    more = "".join(f'\n[[sections.fields]]\nkey = "k{n}"\nkind = "line"\nlabel = "L{n}"\n' for n in range(25))
    found = worksheet_problems(worksheet_from(SHEET + more, FILE), "en")
    assert [one.sentence() for one in found] == ["31 fields are too many; there may be 30."]


def test_ours_are_all_there() -> None:
    pack = load_pack(builtin_pack_folder())
    slugs = {entry.slug for entry in worksheets_of(pack)}
    assert len(slugs) >= 12
    assert {slug for lesson in pack.lessons() for slug in lesson.worksheets} <= slugs
    for slug in slugs:
        assert load_worksheet(pack, slug).fields()
