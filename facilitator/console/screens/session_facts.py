"""What the dialogs of a session show, as values."""

from __future__ import annotations

from agenda.instant import from_text, maybe_from_text
from agenda.record import follow_up as follow_ups
from agenda.record import session as sessions
from agenda.session import PhaseKey
from facilitator.console.desk import Desk
from facilitator.console.dialogs.member import MemberSheet
from facilitator.console.dialogs.move import Move
from facilitator.console.leading import Leading
from facilitator.console.marking import Marking
from facilitator.console.planning import plan_next
from facilitator.language import _, clock_time, long_date


def moves(leading: Leading) -> tuple[tuple[Move, ...], int]:
    """Every way to go on, and which of them the cursor starts on."""
    words = leading.source.words
    ways = [
        Move("phase", p.id, words.phase(p.key.value).heading, p.id == leading.running.id)
        for p in leading.hour.phases
        if p.key is not PhaseKey.BREAK or p.id == leading.running.id
    ]
    ahead = leading.phase_to_go_on_with()
    cursor = next((i for i, way in enumerate(ways) if ahead is not None and way.what == ahead.id), None)
    if leading.running.key is PhaseKey.BREAK:
        ways.append(Move("catch-up", "", _("Catch-up: what is still open")))
    else:
        ways.append(Move("break", "", _("Break, 10 minutes")))
    if len(leading.hour.runs) == 1:
        ways.append(Move("earlier", "", _("We started 5 minutes ago")))
    for phase in leading.hour.phases:
        if phase.guarded and phase.id != leading.running.id and phase not in leading.hour.phases[: _here(leading)]:
            title = words.phase(phase.key.value).title
            ways.append(Move("minute", phase.key.value, _("A minute more now, from {phase}").format(phase=title)))
    ways.append(Move("end", "", _("End the session")))
    return tuple(ways), len(ways) - 1 if cursor is None else cursor


def _here(leading: Leading) -> int:
    return leading.hour.phases.index(leading.running)


def member_sheet(leading: Leading, marking: Marking) -> MemberSheet | None:
    """What the record has on the chosen member for this session."""
    member = marking.member
    if member is None:
        return None
    zone = leading.session.zone
    away = leading.desk.record.rows(
        "SELECT out_at, back_at FROM absences_in_session WHERE session_id = ? AND member_id = ? ORDER BY out_at",
        leading.id,
        member.member,
    )
    absences = []
    for row in away:
        out, back = clock_time(from_text(row["out_at"]), zone), maybe_from_text(row["back_at"])
        if back is None:
            absences.append(_("Out since {out}").format(out=out))
        else:
            absences.append(_("Out from {out} to {back}").format(out=out, back=clock_time(back, zone)))
    to_do = follow_ups.of_session(leading.desk.record, leading.id)
    mine = tuple(_("To do: {what}").format(what=f.what) for f in to_do if f.member == member.member and not f.done_at)
    return MemberSheet(member, tuple(absences), mine, zone)


def next_time(desk: Desk, group_id: str) -> tuple[str, str]:
    """When the group meets again, planned now if it was not, in two lines for the wall."""
    found = sessions.next_session(desk.record, group_id)
    if found is None:
        found = sessions.session(desk.record, plan_next(desk, group_id))
    time = clock_time(found.planned_at, found.zone)
    return _("We meet again on"), _("{day} at {time}").format(day=long_date(found.day), time=time)
