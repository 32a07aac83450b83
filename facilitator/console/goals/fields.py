"""What is typed about one line of the goal-tracking sheet: its fields, their faults, how they are written."""

from __future__ import annotations

from datetime import date

from agenda.record.connection import Record
from agenda.record.rows import goal as goals
from facilitator.console.goals.lines import GoalLine
from facilitator.console.parts.ask_words import Words
from facilitator.console.parts.reading import date_of, day_hint, heard_day, no_day
from facilitator.language import _, long_date, short_date

Texts = dict[str, str]


def line_words(line: GoalLine, today: date) -> list[Words]:
    """The fields of a line, with what stands there; the day is the one of the Rule of Six's until it is changed."""
    words = [Words("text", _("In their own words"), line.text)]
    if not line.kind.endswith("step"):
        words.append(Words("how_known", _("How will we know?"), line.how_known))
    if line.kind.endswith("short-term"):
        words.append(Words("method", _("How, and what comes next"), line.method))
    due = "" if line.due is None else line.due.isoformat()
    words.append(Words("due", _("Until"), due, day_hint(), lambda text: heard_day(text, today)))
    return words


def faults_in(line: GoalLine, texts: Texts, today: date) -> Texts:
    """A sentence for each field that cannot stay so."""
    faults = {}
    if not texts["text"].strip():
        faults["text"] = _("Write it down in the member's own words.")
    if typed := texts["due"].strip():
        day = date_of(typed, today)
        if day is None:
            faults["due"] = no_day()
        elif line.begins is not None and day < line.begins:
            faults["due"] = _("It began on {day}. Choose a later day.").format(day=short_date(line.begins))
    return faults


def doubt_about(line: GoalLine, texts: Texts, today: date) -> str:
    """A question about a day that is over already, where it is a new one; nothing if it is well."""
    day = date_of(texts["due"], today) if texts["due"].strip() else None
    if day is None or day == line.due or day >= today:
        return ""
    return _("{day} is over. Is it meant?").format(day=f"{long_date(day)} {day.year}")


def save_line(record: Record, session: str | None, member: str, today: date, line: GoalLine, texts: Texts) -> None:
    """Write one line of the sheet. Raises ``Refused`` for what the sheet cannot hold."""
    text, known, method = texts["text"], texts.get("how_known", ""), texts.get("method", "")
    due = date_of(texts["due"], today) if texts["due"].strip() else None
    if line.kind == "new-goal":
        goals.set_goal(record, member, text, on=today, how_known=known, due=due, session=session)
    elif line.kind == "goal":
        goals.change_goal(record, line.row, text=text, how_known=known, on=today, due=due, session=session)
    elif line.kind == "new-short-term":
        goals.add_short_term_goal(
            record, line.row, text, starts=today, how_known=known, due=due, method=method, session=session
        )
    elif line.kind == "short-term":
        goals.change_short_term_goal(
            record, line.row, text=text, how_known=known, due=due, method=method, session=session
        )
    elif line.kind == "new-step":
        goals.add_step(record, line.row, text, starts=today, due=due, session=session)
    else:
        goals.change_step(record, line.row, text=text, due=due, session=session)
