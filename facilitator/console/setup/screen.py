"""The first start: questions in calm steps, then the record, then the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from agenda.record.connection import Record
from agenda.record.keys.key_file import USUAL_COST, KdfCost
from facilitator.backups.second_place import choose
from facilitator.console.parts.form import Texts
from facilitator.console.setup.guided import GuidedScreen
from facilitator.console.setup.making import make_record
from facilitator.console.setup.offer_icon import offer_icon
from facilitator.console.setup.place import laptop_zone, path_of
from facilitator.console.setup.steps import (
    crisis_of,
    crisis_step,
    passphrase_step,
    person_step,
    place_step,
    second_place_step,
    steps_of_a_group,
)
from facilitator.console.workplace import Workplace, the_pack
from facilitator.crisis_help import remember
from facilitator.language import _


class SetupScreen(GuidedScreen):
    """Nothing is made before the last answer; what cannot be made leaves every answer where it is."""

    CAN_LEAVE = False

    def __init__(self, path: Path, furnish: Callable[[Record], Workplace], *, cost: KdfCost = USUAL_COST) -> None:
        own = (place_step(path), passphrase_step(), person_step())
        super().__init__(
            _("Setting up"),
            (*own, *steps_of_a_group(the_pack(), laptop_zone()), crisis_step(), second_place_step()),
            self._found,
            more=1,
        )
        self._furnish = furnish
        self._cost = cost

    def leave(self) -> None:
        self.notify(_("This is the first question. Ctrl+Q quits; nothing has been made."), markup=False)

    def _found(self, answers: Texts) -> None:
        workplace, code = make_record(answers, self._furnish, cost=self._cost)
        self.console.enter(workplace)
        help_ = crisis_of(answers, workplace.clock.now().astimezone().date())
        if help_.is_known and not remember(help_):
            self.console.say(_("The crisis help could not be kept. h on Home asks again."), is_problem=True)
        if answers["second_place"].strip():
            self.tried(lambda: choose(path_of(answers["second_place"])))
        place = path_of(answers["path"])
        self.app.switch_screen(self.console.rooms.recovery_code(code, lambda: self._go_home(place)))

    def _go_home(self, place: Path) -> None:
        console, app = self.console, self.app
        app.switch_screen(console.rooms.home())
        app.call_later(lambda: console.begin(offer_icon(console, place)))
