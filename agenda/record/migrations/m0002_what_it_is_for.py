"""Homework, goals and their reviews, resting, techniques, responses, notes."""

from __future__ import annotations

import sqlite_utils

from agenda.record.migrations.steps import STEPS

TABLES = """
CREATE TABLE homework (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), option INTEGER, lesson TEXT, what TEXT NOT NULL,
    "when" TEXT NOT NULL DEFAULT '', "where" TEXT NOT NULL DEFAULT '', obstacle TEXT NOT NULL DEFAULT '',
    helper TEXT NOT NULL DEFAULT '', agreed_at TEXT NOT NULL, dropped_in TEXT REFERENCES sessions(id));
CREATE TABLE homework_reviews (
    id TEXT PRIMARY KEY, homework_id TEXT NOT NULL UNIQUE REFERENCES homework(id),
    session_id TEXT NOT NULL REFERENCES sessions(id),
    status TEXT NOT NULL CHECK (status IN ('done', 'some', 'not yet')), obstacle TEXT NOT NULL DEFAULT '',
    differently TEXT NOT NULL DEFAULT '', at TEXT NOT NULL);
CREATE TABLE goals (
    id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES members(id), text TEXT NOT NULL,
    how_known TEXT NOT NULL DEFAULT '', set_on TEXT NOT NULL, due TEXT, modified_on TEXT, achieved_on TEXT);
CREATE TABLE short_term_goals (
    id TEXT PRIMARY KEY, goal_id TEXT NOT NULL REFERENCES goals(id), position INTEGER NOT NULL, text TEXT NOT NULL,
    how_known TEXT NOT NULL DEFAULT '', starts TEXT, due TEXT, reviewed_on TEXT,
    achieved TEXT CHECK (achieved IN ('fully', 'partially', 'not at all')), method TEXT NOT NULL DEFAULT '');
CREATE TABLE steps (
    id TEXT PRIMARY KEY, short_term_goal_id TEXT NOT NULL REFERENCES short_term_goals(id), position INTEGER NOT NULL,
    text TEXT NOT NULL, starts TEXT, due TEXT, achieved TEXT CHECK (achieved IN ('fully', 'partially', 'not at all')));
CREATE TABLE goal_reviews (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), goal_id TEXT REFERENCES goals(id),
    why TEXT NOT NULL, answer TEXT CHECK (answer IN ('today', 'not today')), overridden INTEGER NOT NULL DEFAULT 0,
    held INTEGER NOT NULL DEFAULT 0, at TEXT NOT NULL,
    achieved TEXT CHECK (achieved IN ('fully', 'partially', 'not at all')), helped TEXT NOT NULL DEFAULT '',
    next_step TEXT NOT NULL DEFAULT '', UNIQUE (session_id, member_id));
CREATE TABLE rests (
    id TEXT PRIMARY KEY, member_id TEXT NOT NULL REFERENCES members(id), begins TEXT NOT NULL, until TEXT NOT NULL);
CREATE TABLE small_steps (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), text TEXT NOT NULL, UNIQUE (session_id, member_id));
CREATE TABLE session_techniques (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    family TEXT NOT NULL CHECK (family IN ('motivational', 'educational', 'cognitive-behavioural', 'skill')),
    name TEXT NOT NULL, UNIQUE (session_id, family, name));
CREATE TABLE responses (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), chips TEXT NOT NULL DEFAULT '', words TEXT NOT NULL DEFAULT '',
    UNIQUE (session_id, member_id));
CREATE TABLE handouts_given (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), lesson TEXT NOT NULL, UNIQUE (session_id, member_id, lesson));
CREATE TABLE notes (
    id TEXT PRIMARY KEY, session_id TEXT NOT NULL REFERENCES sessions(id),
    member_id TEXT NOT NULL REFERENCES members(id), reviewed_hash TEXT, reviewed_at TEXT, reviewed_by TEXT,
    UNIQUE (session_id, member_id));
CREATE TABLE note_sections (
    id TEXT PRIMARY KEY, note_id TEXT NOT NULL REFERENCES notes(id), key TEXT NOT NULL, edited TEXT NOT NULL,
    facts_hash TEXT NOT NULL, UNIQUE (note_id, key));

CREATE INDEX homework_member ON homework(member_id);
CREATE INDEX homework_session ON homework(session_id);
CREATE INDEX goals_member ON goals(member_id);
CREATE INDEX short_term_goals_goal ON short_term_goals(goal_id);
CREATE INDEX steps_goal ON steps(short_term_goal_id);
CREATE INDEX goal_reviews_member ON goal_reviews(member_id);
CREATE INDEX rests_member ON rests(member_id);
"""

GROUP_COLUMNS = (
    "ALTER TABLE groups ADD COLUMN reviews INTEGER NOT NULL DEFAULT 2 CHECK (reviews BETWEEN 1 AND 8)",
    "ALTER TABLE groups ADD COLUMN address TEXT NOT NULL DEFAULT ''",
)


@STEPS(name="0002-what-it-is-for")
def what_it_is_for(db: sqlite_utils.Database) -> None:
    """Everything between the hour and the note."""
    for statement in (*TABLES.split(";"), *GROUP_COLUMNS):
        if statement.strip():
            db.execute(statement)
