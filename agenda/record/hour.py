"""What happens to a running session: phases, pauses, minutes, pages, the laptop's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.error import N_, Refused
from agenda.instant import from_text, maybe_from_text, to_text
from agenda.record import session as sessions
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.session import MinuteChange, Pause, PhaseKey, PhaseRun, PlannedPhase, Session
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
            for r in record.rows("SELECT * FROM phase_runs WHERE session_id = ? ORDER BY began_at, id", session_id)
        ),
        pauses=tuple(
            Pause(r["id"], from_text(r["began_at"]), maybe_from_text(r["ended_at"]))
            for r in record.rows("SELECT * FROM pauses WHERE session_id = ? ORDER BY began_at, id", session_id)
        ),
        changes=tuple(
            MinuteChange(r["phase_id"], r["minutes"], r["taken_from"])
            for r in record.rows("SELECT * FROM minute_changes WHERE session_id = ? ORDER BY id", session_id)
        ),
    )


@verb("phase.begin", undoable=False)
def begin_phase(record: Record, session: str, phase: str, *, at: datetime | None = None) -> None:
    """Move on (or back): the phase that was on ends, this one begins, now or at the instant given."""
    moment = to_text(at or record.clock.now())
    for run in record.rows("SELECT id FROM phase_runs WHERE session_id = ? AND ended_at IS NULL", session):
        record.table("phase_runs").update(run["id"], {"ended_at": moment})
    new = {"id": record.ids(), "session_id": session, "phase_id": phase}
    record.table("phase_runs").insert({**new, "began_at": moment, "ended_at": None})


@verb("phase.take_back", undoable=False)
def take_back(record: Record, session: str) -> None:
    """A phase opened by mistake: its run goes, and the one before goes on as if never left."""
    runs = record.rows("SELECT * FROM phase_runs WHERE session_id = ? ORDER BY began_at, id", session)
    if len(runs) < 2:
        raise Refused(N_("This is the first phase."))
    record.table("phase_runs").delete(runs[-1]["id"])
    record.table("phase_runs").update(runs[-2]["id"], {"ended_at": None})


@verb("phase.break", undoable=False)
def take_break(record: Record, session: str, minutes: int) -> None:
    """A break of so many minutes begins after the phase that is on; going on returns to that phase."""
    if not 1 <= minutes <= 60:
        raise Refused(N_("A break lasts from 1 to 60 minutes."))
    phases = sessions.planned_phases(record, session)
    now = hour(record, session).phase
    place = 1 + next((i for i, p in enumerate(phases) if now and p.id == now.id), len(phases) - 1)
    for position, phase in list(enumerate(phases))[place:]:
        record.table("session_phases").update(phase.id, {"position": position + 1})
    new = record.ids()
    row = {"id": new, "session_id": session, "position": place, "key": PhaseKey.BREAK.value, "minutes": minutes}
    record.table("session_phases").insert(row)
    begin_phase(record, session, new)


@verb("session.pause", undoable=False)
def pause(record: Record, session: str) -> None:
    """Something came up: the clock stands."""
    if record.row("SELECT id FROM pauses WHERE session_id = ? AND ended_at IS NULL", session) is not None:
        raise Refused(N_("The session is paused already."))
    row = {"id": record.ids(), "session_id": session, "began_at": to_text(record.clock.now()), "ended_at": None}
    record.table("pauses").insert(row)


@verb("session.resume", undoable=False)
def resume(record: Record, session: str) -> None:
    """The group goes on."""
    for row in record.rows("SELECT id FROM pauses WHERE session_id = ? AND ended_at IS NULL", session):
        record.table("pauses").update(row["id"], {"ended_at": to_text(record.clock.now())})


@verb("phase.minutes")
def change_minutes(record: Record, session: str, phase: str, minutes: int, *, taken_from: str | None = None) -> None:
    """Minutes more or less for a phase. ``taken_from`` names the phase that pays; none means the end moves."""
    row = {"id": record.ids(), "session_id": session, "phase_id": phase, "minutes": minutes}
    record.table("minute_changes").insert({**row, "taken_from": taken_from, "at": to_text(record.clock.now())})


@verb("session.started_earlier", undoable=False)
def started_earlier(record: Record, session: str, minutes: int) -> None:
    """The hour began so many minutes before the key was pressed; only while its first phase is on."""
    runs = record.rows("SELECT * FROM phase_runs WHERE session_id = ? ORDER BY began_at, id", session)
    if len(runs) != 1:
        raise Refused(N_("The first phase is over; the start stays as it is."))
    began = to_text(from_text(runs[0]["began_at"]) - timedelta(minutes=minutes))
    record.table("phase_runs").update(runs[0]["id"], {"began_at": began})
    record.table("sessions").update(session, {"started_at": began})


@verb("session.clock_set_back", undoable=False)
def clock_set_back(record: Record, session: str, jump: timedelta) -> None:
    """The laptop's clock went back by ``jump`` (positive): what is on moves with it, so nothing turns negative."""
    found = sessions.session(record, session)
    shift = int((found.clock_shift + jump) / timedelta(milliseconds=1))
    record.table("sessions").update(session, {"clock_shift_ms": shift})
    for table in ("phase_runs", "pauses"):
        for row in record.rows(f"SELECT * FROM {table} WHERE session_id = ? AND ended_at IS NULL", session):
            record.table(table).update(row["id"], {"began_at": to_text(from_text(row["began_at"]) - jump)})


@verb("lesson.taught", undoable=False)
def page_shown(record: Record, session: str, page: int) -> None:
    """A lesson page was on the wall; the session remembers from which page to which it got (from 1)."""
    row = record.row("SELECT * FROM session_lessons WHERE session_id = ? ORDER BY id LIMIT 1", session)
    if row is None:
        return
    first = min(page, row["pages_from"] or page)
    last = max(page, row["pages_to"] or page)
    if (first, last) != (row["pages_from"], row["pages_to"]):
        record.table("session_lessons").update(row["id"], {"pages_from": first, "pages_to": last})
