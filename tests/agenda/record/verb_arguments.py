"""For every verb of the record, arguments made from what is in it: mostly fitting, sometimes to be refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta

from agenda.access import Access
from agenda.attendance import Excuse, Mode, Source, Status
from agenda.consent import ConsentKind
from agenda.follow_up import ContactKind, FollowUpKind
from agenda.member import MembershipStatus
from agenda.notes.note import SectionKey
from agenda.record.rows.follow_up import ROLES
from agenda.session import PhaseKey, SessionKind
from tests.agenda.record.picking import Arguments, in_session, maybe, of_group
from tests.agenda.record.picking import Pick as Pick
from tests.agenda.record.work_arguments import WORK_ARGUMENTS

ARGUMENTS: dict[str, Callable[[Pick], Arguments]] = {
    **WORK_ARGUMENTS,
    "access.open": lambda p: {"kind": p.of(tuple(Access)), "member": p.id("members"), "session": maybe(p, p.session())},
    "access.take_out": lambda p: {"kind": p.of(tuple(Access)), "member": maybe(p, p.id("members"))},
    "attendance.check_in": in_session(
        lambda p, s: {"member": p.member(s), "at": p.record.clock.now() - timedelta(minutes=p.of((0, 3, 20)))}
    ),
    "attendance.everyone_here": in_session(lambda p, s: {}),
    "attendance.give_reason": in_session(lambda p, s: {"member": p.member(s), "reason": p.words()}),
    "attendance.mark": in_session(
        lambda p, s: {
            "member": p.member(s),
            "status": p.of(tuple(Status)),
            "reason": p.words(),
            "excuse": p.of((*Excuse, None)),
            "source": p.of(tuple(Source)),
        }
    ),
    "attendance.out_or_back": in_session(lambda p, s: {"member": p.member(s)}),
    "attendance.set_mode": in_session(lambda p, s: {"member": p.member(s), "mode": p.of(tuple(Mode))}),
    "attendance.take_back_check_in": in_session(lambda p, s: {"member": p.member(s)}),
    "code.complete": of_group(lambda p: {}),
    "code.renew": lambda p: {"member": p.id("members")},
    "consent.give": lambda p: {"member": p.id("members"), "kind": ConsentKind.SUPPORTER, "on": p.day()},
    "consent.withdraw": lambda p: {"member": p.id("members"), "kind": ConsentKind.SUPPORTER, "on": p.day()},
    "contact.record": in_session(lambda p, s: {"member": p.member(s), "kind": p.of(tuple(ContactKind))}),
    "facilitator.add": lambda p: {"name": p.name(), "credentials": p.words()},
    "follow_up.add": in_session(
        lambda p, s: {
            "what": p.words(),
            "member": maybe(p, p.id("members")),
            "who": p.words(),
            "by": maybe(p, p.day()),
            "kind": p.of((*FollowUpKind, None)),
        }
    ),
    "follow_up.appointment": in_session(lambda p, s: {"member": p.member(s), "by": maybe(p, p.day())}),
    "follow_up.came_of": in_session(lambda p, s: {"follow_up": p.id("follow_ups"), "words": p.words()}),
    "follow_up.change": in_session(
        lambda p, s: {"follow_up": p.id("follow_ups"), "what": p.words(), "who": p.words(), "by": maybe(p, p.day())}
    ),
    "flip_chart.write": in_session(
        lambda p, s: {"text": p.of(("tea", "a walk", " ", "x" * 41)), "heading": p.of(("", "", "What helps?"))}
    ),
    "flip_chart.take_back": in_session(lambda p, s: {}),
    "follow_up.done": in_session(lambda p, s: {"follow_up": p.id("follow_ups")}),
    "group.agree": of_group(lambda p: {"lines": tuple(p.words() for _ in range(p.of((0, 2, 7))))}),
    "group.change": of_group(
        lambda p: {
            "name": p.name(),
            "weekday": p.of((1, 3, 8)),
            "starts": p.of((time(9), time(14, 30))),
            "minutes": p.of((45, 60, 7)),
        }
    ),
    "group.close_date": of_group(lambda p: {"day": p.day(), "reason": p.words()}),
    "group.create": lambda p: {
        "name": p.name(),
        "weekday": p.of((0, 4, 7)),
        "starts": time(10),
        "zone": p.of(("UTC", "Europe/Rome", "nowhere")),
        "module": "medication",
    },
    "group.open_date": lambda p: {"closed_id": p.id("closed_dates")},
    "group.set_clock": of_group(lambda p: {"shown": p.of((True, False))}),
    "group.set_address": of_group(lambda p: {"text": p.of(("https://example.org/imr/", "", "http://example.org"))}),
    "group.set_calendar_title": of_group(lambda p: {"text": p.of(("Coffee", "", "IMR group", "x" * 41))}),
    "group.set_edition": of_group(lambda p: {"name": p.of(("9", "10", ""))}),
    "group.set_minutes": of_group(
        lambda p: {"kind": p.of(tuple(SessionKind)), "key": p.of(tuple(PhaseKey)), "minutes": p.minutes()}
    ),
    "guests.set": in_session(lambda p, s: {"count": p.of((0, 1, 3, -1)), "kind": p.of(("students", "family"))}),
    "lesson.skip": of_group(lambda p: {"lesson": p.lesson(), "reason": p.text()}),
    "lesson.take_up": lambda p: {"skip_id": p.id("lesson_skips")},
    "lesson.taught": in_session(lambda p, s: {"page": p.of((1, 2, 5))}),
    "member.add": of_group(
        lambda p: {"name": p.name(), "begins": p.day(), "full_name": p.words(), "record_number": p.words()}
    ),
    "member.identify": lambda p: {"member": p.id("members"), "full_name": p.words(), "record_number": p.words()},
    "member.join": in_session(lambda p, s: {"name": p.name()}),
    "member.large_print": lambda p: {"member": p.id("members"), "wanted": p.of((True, False))},
    "member.rename": lambda p: {"member": p.id("members"), "name": p.name()},
    "membership.change": lambda p: {
        "member": p.id("members"),
        "status": p.of(tuple(MembershipStatus)),
        "begins": p.day(),
        "reason": p.words(),
    },
    "note.edit": in_session(lambda p, s: {"member": p.member(s), "section": p.of(tuple(SectionKey)), "text": p.text()}),
    "note.review": in_session(lambda p, s: {"member": p.member(s), "confirmed": p.of((True, False))}),
    "note.unreview": in_session(lambda p, s: {"member": p.member(s)}),
    "phase.begin": in_session(lambda p, s: {"phase": p.phase(s)}),
    "phase.break": in_session(lambda p, s: {"minutes": p.minutes()}),
    "phase.minutes": in_session(
        lambda p, s: {"phase": p.phase(s), "minutes": p.minutes(), "taken_from": maybe(p, p.phase(s))}
    ),
    "phase.skip": in_session(lambda p, s: {"phases": tuple(p.phase(s) for _ in range(p.of((1, 2))))}),
    "phase.take_back": in_session(lambda p, s: {}),
    "session.cancel": lambda p: {"session": p.id("sessions"), "reason": p.words()},
    "session.change_lesson": in_session(lambda p, s: {"lesson": p.lesson(), "part": maybe(p, p.part())}),
    "session.choose_lesson": lambda p: {"session": p.id("sessions"), "lesson": p.lesson(), "part": maybe(p, p.part())},
    "session.clock_set_back": in_session(lambda p, s: {"jump": timedelta(seconds=p.minutes())}),
    "session.clock_set_forward": in_session(lambda p, s: {"jump": timedelta(seconds=p.minutes())}),
    "session.end": in_session(lambda p, s: {}),
    "session.ended_at": in_session(lambda p, s: {"at": p.record.clock.now() - timedelta(minutes=p.of((0, 1, 30, 90)))}),
    "session.move": lambda p: {"session": p.id("sessions"), "day": p.day()},
    "session.pause": in_session(lambda p, s: {}),
    "session.plan": of_group(
        lambda p: {
            "day": p.day(),
            "kind": p.of(tuple(SessionKind)),
            "lesson": maybe(p, p.lesson()),
            "part": maybe(p, p.part()),
        }
    ),
    "session.reopen": lambda p: {"session": p.id("sessions")},
    "session.replan": lambda p: {"session": p.id("sessions"), "kind": p.of(tuple(SessionKind))},
    "session.resume": in_session(lambda p, s: {}),
    "session.start": lambda p: {"session": p.id("sessions")},
    "session.started_earlier": in_session(lambda p, s: {"minutes": p.minutes()}),
    "session.take_back_start": in_session(lambda p, s: {}),
    "staff.add": in_session(lambda p, s: {"name": p.name(), "role": p.of((*ROLES, "king"))}),
}
