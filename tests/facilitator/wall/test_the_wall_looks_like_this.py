"""Four scenes at 48x14, letter by letter."""

from __future__ import annotations

import pytest

from tests.facilitator.wall.states import EVERY_SCENE, AStage, text

LOOKS = {
    "page": """

   Stress is like water in a glass

   Everyone’s glass has a size.

   Stress pours in.

   Rest, people and good habits let some out.





   ● ● ○ ○ ○                            14:11""",
    "agenda": """

   Today

   ✓ Welcome

   ✓ Homework from last time

   ► Goals

     Stress

     New homework

                                        14:11""",
    "break": """

   Break

   We come back at
     ██  ██  ██      ██  ██    ████
   ████  ██  ██  ██  ██  ██  ██    ██
     ██  ██████      ██████  ██    ██
     ██      ██  ██      ██  ██    ██
     ██      ██          ██    ████
   Stretch. Drink something.
   Step outside if you like.
   We go on together.

                                        14:11""",
    "curtain": """

   A quiet moment

   We will go on together.









""",
}


@pytest.mark.parametrize("scene", LOOKS)
async def test_the_scene_looks_like_this(scene: str, stage: AStage) -> None:
    stage.publish(EVERY_SCENE[scene])
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)):
        assert "\n" + text(wall) == LOOKS[scene]


async def test_nothing_in_a_text_is_read_as_markup(stage: AStage) -> None:
    from agenda.public import PublicPage
    from tests.facilitator.wall.states import a_state

    odd = ("[red]not red[/red]", "<b>not bold</b> [/]", "[@click=app.quit]no[/]", "😀 é 日本", "שלום")
    stage.publish(a_state(page=PublicPage("[bold]A[/bold] $x {y} %s", odd)))
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)):
        shown = text(wall)
    for each in ("[bold]A[/bold] $x {y} %s", *odd):
        assert each in shown
