"""From a public state to the words of a page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agenda.public import Dots, PublicPage, Scene, WorkSign
from facilitator.wall.scenes import Words, hour, sign_word, words
from facilitator.wall.typography import typographic
from legible import one_line
from tests.facilitator.wall.states import ADDRESS, EVERY_SCENE, HOUR, LESSON, NOW, a_state

SET = ["Everyone’s glass has a size.", *LESSON.lines[1:]]
"""The lines of the lesson as the wall sets them."""


def said(words: Words) -> list[str]:
    return [line.sign + line.text for line in words.lines]


def test_a_page_says_its_title_and_lines_with_dots_and_the_clock() -> None:
    page = words(a_state(dots=Dots(2, 5)), NOW)
    assert (page.title, said(page)) == (LESSON.title, SET)
    assert (page.dots, page.clock) == ("● ● ○ ○ ○", "14:11")


def test_a_lesson_of_one_page_has_no_dots() -> None:
    assert words(a_state(dots=Dots(1, 1)), NOW).dots == ""


def test_the_agenda_marks_where_we_are_by_a_sign_and_in_bold() -> None:
    agenda = words(a_state(Scene.AGENDA, HOUR, dots=Dots(3, 5)), NOW)
    assert said(agenda) == ["✓ Welcome", "✓ Homework from last time", "► Goals", "  Stress", "  New homework"]
    assert [line.part for line in agenda.lines] == ["done", "done", "now", "plain", "plain"]
    assert agenda.dots == ""


@pytest.mark.parametrize(("at", "signs"), [(0, ["  "] * 5), (None, ["  "] * 5), (6, ["✓ "] * 5)])
def test_before_and_after_the_hour_no_part_is_on(at: int | None, signs: list[str]) -> None:
    dots = None if at is None else Dots(at, 7)
    assert [line.sign for line in words(a_state(Scene.AGENDA, HOUR, dots=dots), NOW).lines] == signs


def test_the_break_says_when_we_come_back_in_the_zone_of_the_group() -> None:
    state = a_state(Scene.BREAK, PublicPage(), until=NOW + timedelta(minutes=24))
    lines = words(state, NOW).lines
    assert [(line.text, line.part) for line in lines] == [("We come back at", "lead"), ("14:35", "hero")]


def test_at_a_break_all_else_is_smaller_than_the_time() -> None:
    lines = words(a_state(Scene.BREAK, until=NOW + timedelta(minutes=24)), NOW).lines
    assert [line.part for line in lines] == ["lead", "hero", "small", "small", "small"]


@pytest.mark.parametrize(
    ("hero", "parts"),
    [
        (0, ["plain"] * 3),
        (1, ["hero", "small", "small"]),
        (2, ["lead", "hero", "small"]),
        (3, ["lead", "lead", "hero"]),
    ],
)
def test_the_hero_of_a_page_is_the_line_it_names(hero: int, parts: list[str]) -> None:
    page = PublicPage(LESSON.title, LESSON.lines, hero)
    assert [line.part for line in words(a_state(page=page), NOW).lines] == parts


def test_a_number_stands_before_its_line_and_other_figures_stay_in_it() -> None:
    page = PublicPage("Options", ("1  Walk to the river", "12  Rest", "3 apples", "2026  was long", "4  "))
    lines = words(a_state(page=page), NOW).lines
    assert [(line.sign, line.text) for line in lines] == [
        ("1  ", "Walk to the river"), ("12  ", "Rest"), ("", "3 apples"), ("", "2026 was long"), ("", "4"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "locale", "shown"),
    [
        ("Everyone's glass", "en", "Everyone’s glass"),
        ("'It' said \"so\"", "en-GB", "‘It’ said “so”"),
        ('("Did you?")', "en_US", "(“Did you?”)"),
        ('"\'Twas"', "en", "“‘Twas”"),
        ("the parents' mistakes", "en", "the parents’ mistakes"),
        ('l\'aria "buona"', "it", 'l’aria "buona"'),
        ("„gut“ 5' 6\"", "de", "„gut“ 5' 6\""),
    ],
)
def test_quotation_marks_are_set_as_a_printer_does(text: str, locale: str, shown: str) -> None:
    assert typographic(text, locale) == shown


@given(some.text(), some.sampled_from(["en", "de"]))
def test_setting_marks_changes_nothing_else(text: str, locale: str) -> None:
    straight = str.maketrans("‘’“”", "''\"\"")
    assert typographic(text, locale).translate(straight) == text.translate(straight)


@pytest.mark.parametrize("sign", WorkSign)
def test_each_way_to_work_has_its_words(sign: WorkSign) -> None:
    assert words(a_state(page=PublicPage("A", ("b",), sign=sign)), NOW).sign is sign
    assert sign_word(sign)


@pytest.mark.parametrize(("seconds", "disc"), [(-9, 120), (0, 120), (120, 90), (240, 60), (480, 0), (999, 0)])
def test_the_disc_of_an_exercise_empties_as_its_time_goes(seconds: int, disc: int) -> None:
    state = a_state(Scene.EXERCISE, since=NOW, until=NOW + timedelta(minutes=8))
    assert words(state, NOW + timedelta(seconds=seconds)).disc == disc


def test_without_a_beginning_there_is_no_disc() -> None:
    assert words(a_state(Scene.EXERCISE, until=NOW), NOW).disc is None
    assert words(a_state(Scene.EXERCISE, until=NOW, since=NOW), NOW).disc is None


def test_a_break_without_an_end_promises_no_hour() -> None:
    assert said(words(a_state(Scene.BREAK, PublicPage()), NOW)) == []


@pytest.mark.parametrize("scene", [each for each in Scene if each is not Scene.PAGE])
def test_no_scene_is_ever_without_words(scene: Scene) -> None:
    assert words(a_state(scene, PublicPage()), NOW).title


@pytest.mark.parametrize("scene", [Scene.WELCOME, Scene.PAUSE, Scene.BREAK, Scene.GOODBYE])
def test_a_scene_says_the_page_it_was_given(scene: Scene) -> None:
    page = words(a_state(scene), NOW)
    assert (page.title, said(page)) == (LESSON.title, SET)


@pytest.mark.parametrize("scene", Scene)
def test_the_curtain_covers_every_scene_and_shows_no_clock(scene: Scene) -> None:
    covered = words(a_state(scene, dots=Dots(1, 2), qr=ADDRESS, curtain=True), NOW)
    assert covered == words(EVERY_SCENE["curtain"], NOW)
    assert (covered.clock, covered.dots, covered.qr, covered.ground) == ("", "", None, "curtain")
    assert LESSON.title not in covered.title


def test_without_a_state_the_page_is_calm_and_tells_no_reason() -> None:
    calm = words(None, NOW)
    assert calm == words(a_state(Scene.HOLDING), NOW)
    assert (calm.clock, calm.ground) == ("", "holding")


def test_the_address_stands_beside_its_code_once() -> None:
    assert said(words(a_state(page=PublicPage("Home"), qr=ADDRESS), NOW)) == ["group.example/h/abcd2345"]
    page = PublicPage("Home", ("See Group.example/h/abcd2345",))
    assert said(words(a_state(page=page, qr=ADDRESS), NOW)) == ["See Group.example/h/abcd2345"]


@pytest.mark.parametrize("zone", ["", "Nowhere/Town", "../../etc/passwd", "Europe", "/etc", "a\0b", "x" * 400])
def test_an_unknown_zone_shows_no_hour(zone: str) -> None:
    assert hour(NOW, zone) == ""


def test_the_ends_of_time_show_no_hour_and_no_error() -> None:
    assert hour(datetime.max.replace(tzinfo=UTC), "Asia/Tokyo") == ""


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("[red]Stop[/red] <b>now</b>", "[red]Stop[/red] <b>now</b>"),
        ("a\x1b[31mb\x07", "a[31mb"),
        ("one\ntwo\tthree\u2028four", "one two three four"),
        ("abc\u202edef\u2066", "abcdef"),
        ("שלום 🙂", "שלום 🙂"),
    ],
)
def test_text_is_shown_literally_and_commands_the_terminal_nothing(given_text: str, shown: str) -> None:
    assert one_line(given_text) == shown


@pytest.mark.slow
@given(some.text())
def test_no_control_character_is_ever_left(anything: str) -> None:
    assert one_line(anything).isprintable() or not any(
        ord(each) < 32 or 127 <= ord(each) < 160 for each in one_line(anything)
    )


@pytest.mark.parametrize(
    ("seconds", "left"),
    [(450, "about 8 minutes"), (60, "about 1 minute"), (1, "about 1 minute"), (0, "When you are ready"),
     (-3600, "When you are ready")],
)  # fmt: skip
def test_an_exercise_counts_down_in_whole_minutes_and_never_below_zero(seconds: int, left: str) -> None:
    state = a_state(Scene.EXERCISE, PublicPage("Good news"), until=NOW + timedelta(seconds=seconds))
    assert words(state, NOW).left == left


def test_an_exercise_without_an_end_promises_none() -> None:
    assert words(a_state(Scene.EXERCISE), NOW).left == ""


def test_the_hour_can_be_hidden() -> None:
    assert words(a_state(clock=False), NOW).clock == ""


def test_applause_says_no_name_and_nothing_else() -> None:
    applause = words(a_state(Scene.APPLAUSE, PublicPage("Well done")), NOW)
    assert (applause.title, applause.lines, applause.qr) == ("Well done", (), None)
