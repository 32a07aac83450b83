"""The words for what went wrong, and the number for what nobody foresaw."""

from __future__ import annotations

import re

import pytest

from agenda.error import Refused
from facilitator.error_words import error_words


def caught(fault: str, data: str) -> Exception:
    try:
        if fault == "number":
            int(data)
        else:
            data.index(fault)
    except ValueError as error:
        return error
    raise AssertionError("nothing failed")


def test_one_fault_has_one_number_whatever_it_was_working_on() -> None:
    anna, bert = (error_words(caught("number", data)) for data in ("Anna", "Bert"))
    assert anna == bert
    assert re.search(r"error number \d{3}-\d{3}\b", anna.message)
    assert (anna.exit_code, "Anna" in str(anna)) == (1, False)


def test_another_fault_has_another_number() -> None:
    assert error_words(caught("number", "x")) != error_words(caught("name", "x"))


def test_a_refusal_keeps_its_own_words_and_exit_code() -> None:
    shown = error_words(Refused("Digit {digit} is taken.", "Take another.", digit=3))
    assert (str(shown), shown.exit_code) == ("Digit 3 is taken.\nTake another.", 1)


@pytest.mark.parametrize("message", ["a { brace", "{unknown}", "{0}", "{digit!x}"])
def test_a_sentence_that_does_not_fit_its_values_is_shown_as_it_is(message: str) -> None:
    assert error_words(Refused(message, digit=3)).message == message
