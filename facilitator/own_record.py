"""Where a person's own record lies when nothing else was said."""

from __future__ import annotations

from pathlib import Path

from agenda.error import N_, Refused

NAME = "record.facilitator"


def own_record() -> Path:
    """Where a person's own record lies when nothing else was said."""
    from platformdirs import user_data_path

    folder = user_data_path("facilitator", appauthor=False)
    if not folder.is_absolute():  # nobody's home: a relative path would put it wherever we happen to be
        raise Refused(
            N_("There is no home folder to keep a record in."), N_("Say where it is: facilitator --record PATH")
        )
    return folder / NAME
