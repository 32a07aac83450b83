"""The first start: questions in calm steps, then the record, then the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from agenda.record.connection import Record
from agenda.record.key_file import USUAL_COST, KdfCost
from facilitator.console.desk import Desk, the_pack
from facilitator.console.founding import found_record
from facilitator.console.icon_flow import offer_icon
from facilitator.console.screens.guided import GuidedScreen
from facilitator.console.screens.recovery_code import RecoveryCodeScreen
from facilitator.console.screens.setup_place import laptop_zone, path_of
from facilitator.console.screens.setup_steps import passphrase_step, person_step, place_step, steps_of_a_group
from facilitator.console.widgets.form import Texts
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


class SetupScreen(GuidedScreen):
    """Nothing is made before the last answer; what cannot be made leaves every answer where it is."""

    def __init__(self, path: Path, furnish: Callable[[Record], Desk], *, cost: KdfCost = USUAL_COST) -> None:
        own = (place_step(path), passphrase_step(), person_step())
        super().__init__(_("Setting up"), (*own, *steps_of_a_group(the_pack(), laptop_zone())), self._found, more=1)
        self._furnish = furnish
        self._cost = cost

    def leave(self) -> None:
        self.notify(_("This is the first question. Ctrl+Q quits; nothing has been made."), markup=False)

    def _found(self, answers: Texts) -> None:
        desk, code = found_record(answers, self._furnish, cost=self._cost)
        console = cast("ConsoleApp", self.app)
        console.desk_or_none = desk
        place = path_of(answers["path"])
        console.switch_screen(RecoveryCodeScreen(code, lambda: offer_icon(console, place)))
