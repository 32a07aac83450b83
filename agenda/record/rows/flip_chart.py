"""The flip chart in the record: kept with its session, meant for the wall."""

from __future__ import annotations

from agenda.error import N_, Refused
from agenda.flip_chart import LONGEST_LINE, ChartLine, next_page
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import session as sessions


@verb("flip_chart.write")
def write(record: Record, session: str, text: str, *, heading: str = "", parked: bool = False) -> str:
    """One more line on the page of this heading, or on the parking place; its id."""
    sessions.running(record, session)
    line = " ".join(text.split())
    if not line:
        raise Refused(N_("Write a line first."))
    if len(line) > LONGEST_LINE:
        raise Refused(N_("A line of the flip chart has forty letters at most."), N_("Say it in fewer words."))
    page = next_page(lines(record, session), heading, parked=parked)
    new = record.ids()
    row = {"id": new, "session_id": session, "page": page, "heading": heading, "text": line}
    record.insert("flip_chart_lines", {**row, "parked": int(parked)})
    return new


@verb("flip_chart.take_back")
def take_back(record: Record, session: str, *, parked: bool = False) -> None:
    """The last line goes, of the chart or of the parking place."""
    sessions.running(record, session)
    before = [line for line in lines(record, session) if line.parked is parked]
    if not before:
        raise Refused(N_("The flip chart is empty."))
    record.delete("flip_chart_lines", before[-1].id)


def lines(record: Record, session_id: str) -> tuple[ChartLine, ...]:
    """All lines of a session, in the order in which they were written."""
    rows = record.rows("SELECT * FROM flip_chart_lines WHERE session_id = ? ORDER BY page, id", session_id)
    return tuple(ChartLine(row["id"], row["page"], row["heading"], row["text"], bool(row["parked"])) for row in rows)
