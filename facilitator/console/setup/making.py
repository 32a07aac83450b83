"""Making a record and its groups from the answers of the guided set-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from agenda.error import N_, Refused
from agenda.record.action import action
from agenda.record.connection import Record
from agenda.record.keys.key_file import USUAL_COST, KdfCost, key_file_path
from agenda.record.left_over import journal_path
from agenda.record.lock import lock_path
from agenda.record.opening import create_record
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from facilitator.console.calendar import next_session as planning
from facilitator.console.parts.reading import number_of, time_of
from facilitator.console.setup.place import path_of
from facilitator.console.setup.steps import names_of
from facilitator.console.workplace import Workplace

Answers = Mapping[str, str]
DAYS_A_WEEK = 7


def make_record(
    answers: Answers, furnish: Callable[[Record], Workplace], *, cost: KdfCost = USUAL_COST
) -> tuple[Workplace, str]:
    """The new record with its first group, and the recovery code to show once.

    Raises:
        Refused: if it cannot be made; then nothing is left behind.
    """
    path = path_of(answers["path"])
    record, code = create_record(
        path, answers["passphrase"], name=answers["name"], credentials=answers["credentials"], cost=cost
    )
    try:
        workplace = furnish(record)
        make_group(workplace, answers)
    except BaseException:
        record.close()
        _take_away(path)
        raise
    return workplace, code


def make_group(workplace: Workplace, answers: Answers) -> str:
    """A group with its members and its first session planned: one action; the group's id."""
    starts = time_of(answers["starts"])
    if starts is None:
        raise Refused(N_("The group needs a time at which it begins."))
    with action(workplace.record, "group.found", undoable=False):
        group_id = groups.create(
            workplace.record,
            answers["group"],
            weekday=int(answers["weekday"]),
            starts=starts,
            zone=answers["zone"].strip(),
            module=answers["module"],
            minutes=number_of(answers["minutes"]),
            interval_days=number_of(answers["weeks"]) * DAYS_A_WEEK,
        )
        begins = planning.today(workplace, answers["zone"].strip())
        for name in names_of(answers):
            members.add(workplace.record, group_id, name, begins=begins)
        planning.plan_next(workplace, group_id)
    return group_id


def _take_away(path: Path) -> None:
    """Only what was made a moment ago: the folder held no record of this name before."""
    for file in (path, key_file_path(path), lock_path(path), journal_path(path)):
        with suppress(OSError):
            file.unlink(missing_ok=True)
