"""A prompt is told apart into the verb and the words, whatever the pack writes before its colon."""

from __future__ import annotations

from content.prompt import Prompt, prompts


def test_each_thing_to_say_or_ask_is_a_prompt_of_its_own() -> None:
    assert prompts(("Praise every try. Ask: What helped? Listen for: a first step",)) == (
        Prompt("", "Praise every try."),
        Prompt("ask", "What helped?"),
        Prompt("listen for", "a first step"),
    )


def test_a_question_without_a_verb_is_when_to_say_what_follows() -> None:
    assert prompts(("Nobody did it? Say: Then it was too big.",)) == (
        Prompt("", "Nobody did it? Say: Then it was too big."),
    )


def test_what_is_longer_than_a_verb_stays_a_sentence() -> None:
    assert prompts(("If nobody speaks: wait.", "Read it: slowly: twice")) == (
        Prompt("", "If nobody speaks: wait."),
        Prompt("read it", "slowly: twice"),
    )


def test_then_is_left_out() -> None:
    assert prompts(("Do: Breathe out. Then say: Again.",)) == (Prompt("do", "Breathe out."), Prompt("say", "Again."))
