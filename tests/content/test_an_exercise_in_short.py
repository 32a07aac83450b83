"""The steps of an exercise for the wall: the first sentence of each, whole, and none for who leads."""

from __future__ import annotations

from content.load import builtin_pack_folder, load_lesson, load_pack
from content.practice import LONGEST_STEP, MOST_LETTERS, MOST_STEPS, steps_in_short

LAST = "Those who would rather watch keep the time."


def test_a_step_is_its_first_sentence() -> None:
    assert steps_in_short(("Think of a word. Keep it to yourself.", "Change roles.", LAST)) == (
        "Think of a word.",
        "Change roles.",
    )


def test_a_sentence_ends_where_no_quotation_is_open() -> None:
    step = 'Ask: "How? Where? When?" Then change roles.'
    assert steps_in_short((step, LAST)) == ('Ask: "How? Where? When?"',)
    assert steps_in_short(('She says "No." and goes', LAST)) == ('She says "No." and goes',)


def test_what_shows_how_it_is_done_and_what_is_too_long_stays_with_who_leads() -> None:
    assert steps_in_short(("The facilitators show it. " + "And so on. " * 40, "Go.", LAST)) == ("Go.",)
    assert steps_in_short(("many words " * 9, "Go.", LAST)) == ("Go.",)


def test_the_last_item_says_who_may_do_something_else() -> None:
    assert steps_in_short((LAST,)) == steps_in_short(()) == ()


def test_every_exercise_of_the_curriculum_has_steps_that_can_be_read() -> None:
    for entry in load_pack(builtin_pack_folder()).lessons():
        steps = steps_in_short(load_lesson(entry).practice[1:])
        assert 1 <= len(steps) <= MOST_STEPS, entry.slug
        assert sum(map(len, steps)) <= MOST_LETTERS
        assert max(map(len, steps)) <= LONGEST_STEP
        assert all(step.count('"') % 2 == 0 for step in steps), entry.slug
