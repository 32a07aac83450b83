"""The passphrase of a record: from the environment, or asked without showing it."""

from __future__ import annotations

import os
import sys

import click

from agenda.error import N_, Refused
from facilitator.language import _

VARIABLE = "FACILITATOR_PASSPHRASE"


def given_passphrase() -> str | None:
    """What the environment says, if it says anything."""
    return os.environ.get(VARIABLE) or None


def asked_passphrase() -> str:
    """The environment's, else what is typed now; asked on standard error, so that output can be piped away.

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
