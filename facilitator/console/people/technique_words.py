"""The vocabulary of responses, techniques and skills, as it stands on screens."""

from __future__ import annotations

from agenda.error import N_
from content.lesson import Lesson

CHIP_WORDS = {
    "listened": N_("listened"),
    "shared": N_("shared"),
    "practised": N_("practised"),
    "helped": N_("helped another"),
    "quiet": N_("quiet today"),
}
SKILL = "skill"
FAMILY_WORDS = {
    "motivational": N_("motivational"),
    "educational": N_("educational"),
    "cognitive-behavioural": N_("cognitive-behavioural"),
    "skill": N_("skill taught"),
}
OFFERED = {
    "motivational": (
        N_("connected information and skills with goals"),
        N_("promoted hope"),
        N_("explored pros and cons of change"),
        N_("reframed"),
    ),
    "educational": (
        N_("interactive teaching"),
        N_("broke down information"),
        N_("checked for understanding"),
        N_("reviewed"),
    ),
    "cognitive-behavioural": (
        N_("reinforcement"),
        N_("shaping"),
        N_("modelling"),
        N_("role play"),
        N_("cognitive restructuring"),
        N_("relaxation training"),
    ),
    "skill": (N_("coping"), N_("relapse prevention"), N_("behavioural tailoring"), N_("social")),
}
"""The vocabulary of docs/domain.md 5: B."""


def offered(lesson: Lesson | None) -> tuple[tuple[str, str], ...]:
    """Family and name of all that can be ticked.

    First the skills the lesson teaches, then the families in the order in which its guide uses them most.
    """
    taught = lesson.entry.skills if lesson else ()
    tags = [tag for step in lesson.guide for tag in step.techniques] if lesson else []
    families = sorted((family for family in OFFERED if family != SKILL), key=lambda family: -tags.count(family))
    skills = sorted(OFFERED[SKILL], key=lambda name: name not in taught)
    first = [(SKILL, name) for name in skills if name in taught]
    return (
        *first,
        *((family, name) for family in families for name in OFFERED[family]),
        *((SKILL, name) for name in skills if name not in taught),
    )
