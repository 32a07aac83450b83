"""The passphrase of a record: handed over by whoever called us, or asked without showing it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from agenda.error import N_, Refused
from facilitator.language import _
from facilitator.own_memory import keep_to_ourselves

VARIABLE = "FACILITATOR_PASSPHRASE"
DESCRIPTOR = "FACILITATOR_PASSPHRASE_FD"
FILE = "FACILITATOR_PASSPHRASE_FILE"
MOST_BYTES = 4096


def given_passphrase() -> str | None:
    """What was handed over: in the environment, by an open file descriptor, or in a file; none if nothing was.

    It is read once: then it is gone from the environment, so that no program we start is handed it as well.

    Raises:
        Refused: if a descriptor or file is named that cannot be read.
    """
    keep_to_ourselves()
    named = {name: os.environ.pop(name, "") for name in (VARIABLE, DESCRIPTOR, FILE)}
    if named[VARIABLE]:
        return named[VARIABLE]
    try:
        if named[DESCRIPTOR]:
            with os.fdopen(int(named[DESCRIPTOR]), "rb") as handed:
                return _first_line(handed.read(MOST_BYTES))
        if named[FILE]:
            with Path(named[FILE]).open("rb") as file:
                return _first_line(file.read(MOST_BYTES))
    except (OSError, ValueError, OverflowError, TypeError):
        raise Refused(
            N_("The passphrase cannot be read where it was said to be."),
            N_("Look at FACILITATOR_PASSPHRASE_FD or FACILITATOR_PASSPHRASE_FILE, or type it when asked."),
        ) from None
    return None


def _first_line(data: bytes) -> str:
    line = data.decode("utf-8").splitlines()[:1]
    if not line or not line[0]:
        raise ValueError("empty")
    return line[0]


def asked_passphrase() -> str:
    """What was handed over, else what is typed now; asked on standard error, so that output can be piped away.

    Raises:
        Refused: if it is not given and there is nobody to ask, or what comes is no text.
    """
    given = given_passphrase()
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise Refused(
            N_("The passphrase is missing, and without a terminal it cannot be asked."),
            N_("Put it into the variable FACILITATOR_PASSPHRASE for this one command."),
        )
    try:
        return str(click.prompt(_("Passphrase"), hide_input=True, err=True))
    except UnicodeError:
        raise Refused(
            N_("What was typed is no text: the terminal sends other bytes than UTF-8."),
            N_("Set the terminal to UTF-8 and try again. Nothing was changed."),
        ) from None
