"""Another group, by the same questions as at set-up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from facilitator.console.parts.form import Texts
from facilitator.console.setup.guided import GuidedScreen
from facilitator.console.setup.making import make_group
from facilitator.console.setup.place import laptop_zone
from facilitator.console.setup.steps import steps_of_a_group
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


def ask_for_group(app: ConsoleApp, made: Callable[[], object]) -> None:
    """Ask for a new group; ``made`` is called when it is in the record."""

    def found(answers: Texts) -> None:
        make_group(app.workplace, answers)
        screen.dismiss(True)
        made()

    screen = GuidedScreen(_("A new group"), steps_of_a_group(app.workplace.pack, laptop_zone()), found)
    app.push_screen(screen)
