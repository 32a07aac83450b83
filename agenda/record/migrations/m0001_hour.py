"""Groups, people, sessions, attendance, and what keeps them: journal, drafts, lease, restore points."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

TABLES = """
CREATE TABLE facilitators (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, credentials TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE groups (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, weekday INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    starts TEXT NOT NULL, minutes INTEGER NOT NULL CHECK (minutes BETWEEN 20 AND 180),
    interval_days INTEGER NOT NULL CHECK (interval_days > 0), zone TEXT NOT NULL, module TEXT NOT NULL,
    agreements TEXT NOT NULL DEFAULT '', created_at TEXT NOT NULL);
CREATE TABLE group_phases (
    id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES groups(id), kind TEXT NOT NULL, key TEXT NOT NULL,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 90), UNIQUE (group_id, kind, key));
CREATE TABLE closed_dates (
    id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES groups(id), day TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '', UNIQUE (group_id, day));
CREATE TABLE participants (
    id TEXT PRIMARY KEY, full_name TEXT NOT NULL, record_number TEXT NOT NULL, created_at TEXT NOT NULL);
CREATE TABLE members (
    id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES groups(id),
    participant_id TEXT NOT NULL REFERENCES participants(id), digit INTEGER NOT NULL CHECK (digit BETWEEN 1 AND 9),
    name TEXT NOT NULL, name_folded TEXT NOT NULL, UNIQUE (group_id, name_folded), UNIQUE (group_id, participant_id));
CREATE TABLE membership_periods (
    id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES members(id),
    status TEXT NOT NULL CHECK (status IN ('active', 'suspended', 'left')),
    reason TEXT NOT NULL DEFAULT '', begins TEXT NOT NULL, ends TEXT);
CREATE TABLE sessions (
    id TEXT PRIMARY KEY, group_id TEXT NOT NULL REFERENCES groups(id), number INTEGER, kind TEXT NOT NULL,
    day TEXT NOT NULL, planned_at TEXT NOT NULL, minutes INTEGER NOT NULL, zone TEXT NOT NULL, locale TEXT NOT NULL,
    started_at TEXT, ended_at TEXT, clock_shift_ms INTEGER NOT NULL DEFAULT 0, reason TEXT NOT NULL DEFAULT '',
    UNIQUE (group_id, number));
CREATE TABLE session_phases (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), position INTEGER NOT NULL,
    key TEXT NOT NULL, minutes INTEGER NOT NULL);
CREATE TABLE session_lessons (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), lesson TEXT NOT NULL, module TEXT NOT NULL,
    title TEXT NOT NULL, pages_from INTEGER, pages_to INTEGER);
CREATE TABLE session_staff (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    facilitator_id TEXT REFERENCES facilitators(id), name TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('lead', 'co', 'trainee', 'peer', 'interpreter')));
CREATE TABLE guests (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), count INTEGER NOT NULL CHECK (count > 0),
    kind TEXT NOT NULL);
CREATE TABLE session_roster (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), position INTEGER NOT NULL, UNIQUE (session_id, member_id));
CREATE TABLE attendance (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id),
    status TEXT NOT NULL CHECK (status IN ('unknown', 'here', 'late', 'excused', 'absent')),
    arrived_at TEXT, mode TEXT NOT NULL DEFAULT 'room' CHECK (mode IN ('room', 'video', 'phone')),
    reason TEXT NOT NULL DEFAULT '', source TEXT CHECK (source IN ('console', 'kiosk')),
    confirmed INTEGER NOT NULL DEFAULT 0, UNIQUE (session_id, member_id));
CREATE TABLE absences_in_session (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), out_at TEXT NOT NULL, back_at TEXT);
CREATE TABLE phase_runs (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    phase_id TEXT NOT NULL REFERENCES session_phases(id), began_at TEXT NOT NULL, ended_at TEXT);
CREATE TABLE pauses (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), began_at TEXT NOT NULL, ended_at TEXT);
CREATE TABLE minute_changes (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    phase_id TEXT NOT NULL REFERENCES session_phases(id), minutes INTEGER NOT NULL,
    taken_from TEXT REFERENCES session_phases(id), at TEXT NOT NULL);
CREATE TABLE follow_ups (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id), member_id TEXT REFERENCES members(id),
    what TEXT NOT NULL, who TEXT NOT NULL DEFAULT '', due TEXT, created_at TEXT NOT NULL, done_at TEXT);
CREATE TABLE contacts (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), kind TEXT NOT NULL CHECK (kind IN ('called', 'message', 'none')),
    at TEXT NOT NULL, UNIQUE (session_id, member_id));

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY, action TEXT NOT NULL, verb TEXT NOT NULL, session TEXT, member TEXT, facilitator TEXT,
    at TEXT NOT NULL, undoable INTEGER NOT NULL, undoes TEXT, "table" TEXT NOT NULL, "row" TEXT NOT NULL,
    operation TEXT NOT NULL, before TEXT, after TEXT);
CREATE TABLE current_action (
    only INTEGER PRIMARY KEY CHECK (only = 1), id TEXT NOT NULL, verb TEXT NOT NULL, session TEXT, member TEXT,
    facilitator TEXT, at TEXT NOT NULL, undoable INTEGER NOT NULL, undoes TEXT);
CREATE TABLE lease (only INTEGER PRIMARY KEY CHECK (only = 1), who TEXT NOT NULL, since TEXT NOT NULL);
CREATE TABLE drafts (key TEXT PRIMARY KEY, text TEXT NOT NULL, saved_at TEXT NOT NULL);
CREATE TABLE restore_points (
    session_id TEXT PRIMARY KEY REFERENCES sessions(id), place TEXT NOT NULL, page INTEGER NOT NULL);

CREATE INDEX journal_action ON journal(session, action);
CREATE INDEX members_group ON members(group_id);
CREATE INDEX membership_periods_member ON membership_periods(member_id);
CREATE INDEX sessions_group ON sessions(group_id, day);
CREATE INDEX sessions_to_come ON sessions(group_id, day) WHERE ended_at IS NULL;
CREATE INDEX attendance_unknown ON attendance(session_id) WHERE status = 'unknown';
CREATE INDEX follow_ups_open ON follow_ups(session_id) WHERE done_at IS NULL;
CREATE INDEX session_phases_session ON session_phases(session_id);
CREATE INDEX session_lessons_session ON session_lessons(session_id);
CREATE INDEX absences_session ON absences_in_session(session_id);
CREATE INDEX phase_runs_session ON phase_runs(session_id);
CREATE INDEX pauses_session ON pauses(session_id);
CREATE INDEX minute_changes_session ON minute_changes(session_id);
CREATE INDEX follow_ups_session ON follow_ups(session_id);
"""


@STEPS(name="0001-hour")
def the_hour(db: sqlite_utils.Database) -> None:
    """Everything the hour needs. Statement by statement: ``executescript`` would commit the transaction."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
