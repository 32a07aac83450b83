"""The vocabulary of responses, techniques and skills, as it stands on screens."""

from __future__ import annotations

from agenda.error import N_
from agenda.response import Chip
from agenda.technique import Family
from content.lesson import Lesson

CHIP_WORDS = {
    Chip.LISTENED: N_("listened"),
    Chip.SHARED: N_("shared"),
    Chip.PRACTISED: N_("practised"),
    Chip.HELPED: N_("helped another"),
    Chip.QUIET: N_("quiet today"),
}
FAMILY_WORDS = {
    Family.MOTIVATIONAL: N_("motivational"),
    Family.EDUCATIONAL: N_("educational"),
    Family.COGNITIVE_BEHAVIOURAL: N_("cognitive-behavioural"),
    Family.SKILL: N_("skill taught"),
}
OFFERED = {
    Family.MOTIVATIONAL: (
        N_("connected information and skills with goals"),
        N_("promoted hope"),
        N_("explored pros and cons of change"),
        N_("reframed"),
    ),
    Family.EDUCATIONAL: (
        N_("interactive teaching"),
        N_("broke down information"),
        N_("checked for understanding"),
        N_("reviewed"),
    ),
    Family.COGNITIVE_BEHAVIOURAL: (
        N_("reinforcement"),
        N_("shaping"),
        N_("modelling"),
        N_("role play"),
        N_("cognitive restructuring"),
        N_("relaxation training"),
    ),
    Family.SKILL: (N_("coping"), N_("relapse prevention"), N_("behavioural tailoring"), N_("social")),
}
"""The vocabulary of docs/domain.md 5: B."""


def offered(lesson: Lesson | None) -> tuple[tuple[Family, str], ...]:
    """Family and name of all that can be ticked.

    First the skills the lesson teaches, then the families in the order in which its guide uses them most.
    """
    taught = lesson.entry.skills if lesson else ()
    tags = [tag for step in lesson.guide for tag in step.techniques] if lesson else []
    families = sorted(
        (family for family in OFFERED if family is not Family.SKILL), key=lambda family: -tags.count(family)
    )
    skills = sorted(OFFERED[Family.SKILL], key=lambda name: name not in taught)
    first = [(Family.SKILL, name) for name in skills if name in taught]
    return (
        *first,
        *((family, name) for family in families for name in OFFERED[family]),
        *((Family.SKILL, name) for name in skills if name not in taught),
    )
