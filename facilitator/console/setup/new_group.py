"""Another group, by the same questions as at set-up."""

from __future__ import annotations

from content.pack import Pack
from facilitator.console.parts.form import Texts
from facilitator.console.setup.guided import GuidedScreen
from facilitator.console.setup.making import make_group
from facilitator.console.setup.place import laptop_zone
from facilitator.console.setup.steps import steps_of_a_group
from facilitator.language import _


class NewGroupScreen(GuidedScreen):
    """Asks for a new group; it is in the record when the last question is answered."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(_("A new group"), steps_of_a_group(pack, laptop_zone()), self._make)

    def _make(self, answers: Texts) -> None:
        make_group(self.console.workplace, answers)
        self.dismiss(None)
