"""What happens to a running session: phases, pauses, minutes, pages, the laptop's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from agenda.attendance import Status
from agenda.error import N_, Refused
from agenda.instant import from_text, maybe_from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import session as sessions
from agenda.session import (
    MAY_BE_SKIPPED,
    LessonGiven,
    LessonPart,
    MinuteChange,
    Pause,
    PhaseKey,
    PhaseRun,
    PlannedPhase,
    Session,
)
from agenda.timeline import Timeline, timeline


@dataclass(frozen=True, slots=True)
class Hour:
    """A running session as the record has it; ``at`` reads its clock."""

    session: Session
    phases: tuple[PlannedPhase, ...]
    runs: tuple[PhaseRun, ...]
    pauses: tuple[Pause, ...]
    changes: tuple[MinuteChange, ...]

    def at(self, now: datetime) -> Timeline:
        return timeline(self.session, self.phases, self.runs, self.pauses, self.changes, now)

    @property
    def phase(self) -> PlannedPhase | None:
        """The phase that is on."""
        running = next((run.phase for run in self.runs if run.ended_at is None), None)
        return next((p for p in self.phases if p.id == running), None)


def hour(record: Record, session_id: str) -> Hour:
    """All that the timeline needs of one session."""
    return Hour(
        session=sessions.session(record, session_id),
        phases=sessions.planned_phases(record, session_id),
        runs=tuple(
            PhaseRun(r["id"], r["phase_id"], from_text(r["began_at"]), maybe_from_text(r["ended_at"]))
            for r in record.rows("SELECT * FROM phase_runs WHERE session_id = ? ORDER BY rowid", session_id)
        ),
        pauses=tuple(
            Pause(r["id"], from_text(r["began_at"]), maybe_from_text(r["ended_at"]))
            for r in record.rows("SELECT * FROM pauses WHERE session_id = ? ORDER BY rowid", session_id)
        ),
        changes=tuple(
            MinuteChange(r["phase_id"], r["minutes"], r["taken_from"])
            for r in record.rows("SELECT * FROM minute_changes WHERE session_id = ? ORDER BY id", session_id)
        ),
    )


@verb("phase.begin", undoable=False)
def begin_phase(record: Record, session: str, phase: str, *, at: datetime | None = None) -> None:
    """Move on (or back): the phase that was on ends, this one begins, now or at the instant given."""
    shift = sessions.running(record, session).clock_shift
    if phase not in {planned.id for planned in sessions.planned_phases(record, session)}:
        raise Refused(N_("This session has no such phase."))
    moment = to_text((at or record.clock.now()) + shift)
    for run in record.rows("SELECT * FROM phase_runs WHERE session_id = ? AND ended_at IS NULL", session):
        moment = max(moment, run["began_at"])  # as text they sort as they happened
        record.update("phase_runs", run["id"], {"ended_at": moment})
    new = {"id": record.ids(), "session_id": session, "phase_id": phase}
    record.insert("phase_runs", {**new, "began_at": moment, "ended_at": None})


@verb("phase.skip")
def skip_phases(record: Record, session: str, phases: tuple[str, ...]) -> None:
    """The group goes without these phases today, so that others have their minutes."""
    sessions.running(record, session)
    planned = {phase.id: phase for phase in sessions.planned_phases(record, session)}
    for phase in phases:
        found = planned.get(phase)
        if found is None:
            raise Refused(N_("This session has no such phase."))
        if found.key not in MAY_BE_SKIPPED:
            raise Refused(N_("This phase is not skipped."), N_("Take minutes from it, or move on when it is time."))
        if found.skipped or record.row("SELECT id FROM phase_runs WHERE phase_id = ?", phase) is not None:
            raise Refused(N_("This phase has been on, or is skipped already."))
        record.update("session_phases", phase, {"minutes": 0})


@verb("phase.take_back", undoable=False)
def take_back(record: Record, session: str) -> None:
    """A phase opened by mistake: its run goes, and the one before goes on as if never left. A break goes altogether."""
    sessions.running(record, session)
    runs = _runs(record, session)
    if len(runs) < 2:
        raise Refused(N_("This is the first phase."))
    record.delete("phase_runs", runs[-1]["id"])
    record.update("phase_runs", runs[-2]["id"], {"ended_at": None})
    record.write(
        "DELETE FROM session_phases WHERE id = ? AND key = ? AND id NOT IN (SELECT phase_id FROM phase_runs) "
        "AND id NOT IN (SELECT phase_id FROM minute_changes)",
        runs[-1]["phase_id"],
        PhaseKey.BREAK.value,
    )


def _runs(record: Record, session_id: str) -> list[dict[str, Any]]:
    """The runs of a session in the order they were made, which no change of the clock can touch."""
    return record.rows("SELECT * FROM phase_runs WHERE session_id = ? ORDER BY rowid", session_id)


@verb("phase.break", undoable=False)
def take_break(record: Record, session: str, minutes: int) -> None:
    """A break of so many minutes begins after the phase that is on; going on returns to that phase."""
    if not 1 <= minutes <= 60:
        raise Refused(N_("A break lasts from 1 to 60 minutes."))
    sessions.running(record, session)
    phases = sessions.planned_phases(record, session)
    now = hour(record, session).phase
    place = 1 + next((i for i, p in enumerate(phases) if now and p.id == now.id), len(phases) - 1)
    for position, phase in list(enumerate(phases))[place:]:
        record.update("session_phases", phase.id, {"position": position + 1})
    new = record.ids()
    row = {"id": new, "session_id": session, "position": place, "key": PhaseKey.BREAK.value, "minutes": minutes}
    record.insert("session_phases", row)
    begin_phase(record, session, new)


@verb("session.pause", undoable=False)
def pause(record: Record, session: str) -> None:
    """Something came up: the clock stands."""
    sessions.running(record, session)
    if record.row("SELECT id FROM pauses WHERE session_id = ? AND ended_at IS NULL", session) is not None:
        raise Refused(N_("The session is paused already."))
    row = {"id": record.ids(), "session_id": session, "began_at": _now(record, session), "ended_at": None}
    record.insert("pauses", row)


@verb("session.resume", undoable=False)
def resume(record: Record, session: str) -> None:
    """The group goes on."""
    for row in record.rows("SELECT id FROM pauses WHERE session_id = ? AND ended_at IS NULL", session):
        record.update("pauses", row["id"], {"ended_at": _now(record, session)})


def _now(record: Record, session_id: str) -> str:
    return to_text(sessions.moment(record, session_id))


@verb("phase.minutes")
def change_minutes(record: Record, session: str, phase: str, minutes: int, *, taken_from: str | None = None) -> None:
    """Minutes more or less for a phase. ``taken_from`` names the phase that pays; none means the end moves."""
    sessions.running(record, session)
    now = {time.phase.id: time.planned for time in hour(record, session).at(record.clock.now()).phases}
    for changed, by in ((phase, minutes), (taken_from, -minutes)):
        if changed is not None and changed not in now:
            raise Refused(N_("This session has no such phase."))
        if changed is not None and now[changed] + timedelta(minutes=by) < timedelta():
            raise Refused(N_("This phase has no minutes left to give."))
    row = {"id": record.ids(), "session_id": session, "phase_id": phase, "minutes": minutes}
    record.insert("minute_changes", {**row, "taken_from": taken_from, "at": _now(record, session)})


@verb("session.started_earlier")
def started_earlier(record: Record, session: str, minutes: int) -> None:
    """The hour began so many minutes before the key was pressed; only while its first phase is on.

    Who is here has been here since the start, so their arrival moves with it.
    """
    sessions.running(record, session)
    runs = _runs(record, session)
    if len(runs) != 1:
        raise Refused(N_("The first phase is over; the start stays as it is."))
    if minutes < 1:
        raise Refused(N_("Say how many minutes ago the session began."))
    before = runs[0]["began_at"]
    began = to_text(from_text(before) - timedelta(minutes=minutes))
    record.update("phase_runs", runs[0]["id"], {"began_at": began})
    record.update("sessions", session, {"started_at": began})
    here = f"SELECT id FROM attendance WHERE session_id = ? AND status = '{Status.HERE}' AND arrived_at = ?"
    for row in record.rows(here, session, before):
        record.update("attendance", row["id"], {"arrived_at": began})


@verb("session.clock_set_back", undoable=False)
def clock_set_back(record: Record, session: str, jump: timedelta) -> None:
    """The laptop's clock went back by ``jump`` (positive). The session counts on as if it had not, so nothing turns
    negative and nothing is charged twice; what people read is the laptop's clock again (``Hour.at``).
    """
    if jump <= timedelta():
        raise Refused(N_("The clock was not set back."))
    _shift_by(record, session, jump)


@verb("session.clock_set_forward", undoable=False)
def clock_set_forward(record: Record, session: str, jump: timedelta) -> None:
    """The laptop's clock went forward by ``jump`` (positive) while no time passed: nothing of it is counted."""
    if jump <= timedelta():
        raise Refused(N_("The clock was not set forward."))
    _shift_by(record, session, -jump)


def _shift_by(record: Record, session: str, step: timedelta) -> None:
    found = sessions.running(record, session)
    # Rounded up: half a millisecond too little would be a negative moment.
    shift = -((found.clock_shift + step) // -timedelta(milliseconds=1))
    record.update("sessions", session, {"clock_shift_ms": shift})


@verb("session.change_lesson", undoable=False)
def change_lesson(record: Record, session: str, lesson: LessonGiven, part: LessonPart | None = None) -> None:
    """Another lesson in the middle of the hour. One that was on the wall stays, as far as its pages were shown; one
    of which nothing was shown was not given, and is put off.
    """
    sessions.running(record, session)
    before = record.row(f"{sessions.LESSON_LED} LIMIT 1", session)
    if before is not None and before["lesson"] == lesson.lesson:
        raise Refused(N_("This is the lesson of today already."))
    put_off: dict[str, object] = {}
    if before is not None and before["pages_to"] is None:
        meant = sessions.part_of(record, session)
        put_off = {"put_off": before["lesson"], "put_off_from": meant.pages_from if meant else None}
        if before["put_off"] is not None:  # changed twice: what was planned is what waits
            put_off = {key: before[key] for key in put_off}
        record.delete("session_lessons", before["id"])
    record.delete_of_session("lesson_parts", session)
    sessions.set_lesson(record, session, lesson, part)
    if put_off and put_off["put_off"] != lesson.lesson:
        row = record.row(f"{sessions.LESSON_LED} LIMIT 1", session)
        assert row is not None
        record.update("session_lessons", row["id"], put_off)


@verb("lesson.taught", undoable=False)
def page_shown(record: Record, session: str, page: int) -> None:
    """A lesson page was on the wall; the session remembers from which page to which it got (from 1)."""
    row = record.row(f"{sessions.LESSON_LED} LIMIT 1", session)
    if row is None:
        return
    first = min(page, row["pages_from"] or page)
    last = max(page, row["pages_to"] or page)
    if (first, last) != (row["pages_from"], row["pages_to"]):
        record.update("session_lessons", row["id"], {"pages_from": first, "pages_to": last})
