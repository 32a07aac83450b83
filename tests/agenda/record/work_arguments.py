"""Arguments for the verbs of homework, goals, turns, techniques, responses and handouts."""

from __future__ import annotations

from collections.abc import Callable

from agenda.homework import HomeworkStatus
from agenda.record.rows.taught import CHIPS, FAMILIES
from agenda.record.rows.turn import NOT_TODAY
from agenda.record.rows.turn import TODAY as TAKES_A_TURN
from tests.agenda.record.picking import Arguments, Pick, in_session, maybe, of_group

WORK_ARGUMENTS: dict[str, Callable[[Pick], Arguments]] = {
    "goal.achieve": lambda p: {"goal": p.id("goals"), "on": maybe(p, p.day()), "session": maybe(p, p.session())},
    "goal.add_short_term": lambda p: {
        "goal": p.id("goals"),
        "text": p.text(),
        "starts": p.day(),
        "how_known": p.words(),
        "session": maybe(p, p.session()),
    },
    "goal.add_step": lambda p: {
        "short_term_goal": p.id("short_term_goals"),
        "text": p.text(),
        "starts": p.day(),
        "session": maybe(p, p.session()),
    },
    "goal.change": lambda p: {
        "goal": p.id("goals"),
        "text": p.text(),
        "how_known": p.words(),
        "on": p.day(),
        "session": maybe(p, p.session()),
    },
    "goal.change_short_term": lambda p: {
        "short_term_goal": p.id("short_term_goals"),
        "text": p.text(),
        "how_known": p.words(),
        "due": maybe(p, p.day()),
        "session": maybe(p, p.session()),
    },
    "goal.change_step": lambda p: {
        "step": p.id("steps"),
        "text": p.text(),
        "achieved": p.achieved(),
        "session": maybe(p, p.session()),
    },
    "goal.review_short_term": lambda p: {
        "short_term_goal": p.id("short_term_goals"),
        "achieved": p.achieved(),
        "on": p.day(),
        "method": p.words(),
        "session": maybe(p, p.session()),
    },
    "goal.set": lambda p: {
        "member": p.id("members"),
        "text": p.text(),
        "on": p.day(),
        "how_known": p.words(),
        "due": maybe(p, p.day()),
        "session": maybe(p, p.session()),
    },
    "group.set_reviews": of_group(lambda p: {"reviews": p.of((1, 2, 3, 8, 0, 9))}),
    "handout.give": in_session(lambda p, s: {"member": p.member(s), "lesson": p.of(("abcdefgh", "ijklmnop"))}),
    "homework.agree": in_session(
        lambda p, s: {
            "member": p.member(s),
            "plan": p.plan(),
            "option": p.of((1, 2, None)),
            "lesson": p.of((None, None, "abcdefgh")),
        }
    ),
    "homework.agree_all": in_session(lambda p, s: {"plan": p.plan(), "option": p.of((1, 2, None))}),
    "homework.drop": in_session(lambda p, s: {"homework": p.id("homework")}),
    "homework.review": in_session(
        lambda p, s: {
            "homework": p.id("homework"),
            "status": p.of(tuple(HomeworkStatus)),
            "obstacle": maybe(p, p.words()),
            "differently": maybe(p, p.words()),
        }
    ),
    "homework.reword": in_session(lambda p, s: {"homework": p.id("homework"), "plan": p.plan()}),
    "homework.when_and_where": in_session(
        lambda p, s: {"homework": p.id("homework"), "day": maybe(p, p.day()), "where": maybe(p, p.words())}
    ),
    "homework.unreview": in_session(lambda p, s: {"homework": p.id("homework")}),
    "response.chips": in_session(
        lambda p, s: {"member": p.member(s), "chips": tuple(p.of((*CHIPS, "tired")) for _ in range(p.of((0, 1, 2))))}
    ),
    "response.words": in_session(lambda p, s: {"member": p.member(s), "words": p.text()}),
    "technique.mark": in_session(
        lambda p, s: {
            "family": p.of((*FAMILIES, "magic")),
            "name": p.of(("role play", "coping", " ")),
            "used": p.of((True, True, False)),
        }
    ),
    "turn.answer": in_session(lambda p, s: {"member": p.member(s), "said": p.of((TAKES_A_TURN, NOT_TODAY, None, "?"))}),
    "turn.hold": in_session(lambda p, s: {"member": p.member(s), "held": p.of((True, True, False))}),
    "turn.rest": in_session(lambda p, s: {"member": p.member(s), "until": p.day()}),
    "turn.small_step": in_session(lambda p, s: {"member": p.member(s), "text": p.text()}),
    "turn.write": in_session(
        lambda p, s: {"member": p.member(s), "achieved": p.achieved(), "helped": p.words(), "next_step": p.text()}
    ),
}
