"""What a key costs: counted statements and drawings, so that nothing depends on a clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from textual._styles_cache import StylesCache
from textual.strip import Strip

from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.statements import statements

MOST = 25
"""SQL statements a mark may take, transaction, journal and reading included."""
COUNTED = "counted"


@pytest.fixture(autouse=True)
def no_beat_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """The screen looks at the clock when the test says so, and not while a key is counted."""
    monkeypatch.setattr("facilitator.console.hour.screen.BEAT", 3600.0)


@dataclass
class Cost:
    """Of one key."""

    sql: list[str] = field(default_factory=list)
    drawings: int = 0


@contextmanager
def counted(hour: AnHour, monkeypatch: pytest.MonkeyPatch) -> Iterator[Cost]:
    cost = Cost()
    draw = SessionScreen.draw

    def drawn(screen: SessionScreen) -> None:
        cost.drawings += 1
        draw(screen)

    with monkeypatch.context() as patched, statements(hour.workplace.record) as seen:
        patched.setattr(SessionScreen, "draw", drawn)
        yield cost
    cost.sql = list(seen)


@pytest.mark.parametrize(
    ("before", "key"),
    [(("1",), "h"), (("1", "h"), "y"), (("1", "h", "a"), "1"), (("1", "h"), "t"), (("1", "h"), "g"), (("1", "h"), "u")],
    ids=["h", "y", "a 1", "t", "g", "u"],
)
async def test_a_mark_is_written_read_back_and_drawn_once(
    before: tuple[str, ...],
    key: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press(*before)
        with counted(hour, monkeypatch) as cost:
            await hour.press(key)
        record_property(COUNTED, f"{len(cost.sql)} statements, {cost.drawings} drawing")
        assert len(cost.sql) <= MOST, "\n".join(cost.sql)
        assert cost.sql.count("COMMIT") == 1
        assert cost.drawings == 1


async def test_a_mark_renders_the_lines_it_changes_and_home_beneath_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("1", "h", "x")
        rendered: list[str] = []
        render_line = StylesCache.render_line

        def counted(cache: StylesCache, *given: Any) -> Strip:
            rendered.append(str(given[1]))
            return render_line(cache, *given)

        monkeypatch.setattr(StylesCache, "render_line", counted)
        await hour.press("h", "x")
        assert len(rendered) <= 2 * len(["the summary", "the member", "what was done"])


async def test_a_page_turned_reads_no_table_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        with counted(hour, monkeypatch) as cost:
            await hour.press("space")
        record_property(COUNTED, f"{len(cost.sql)} statements, {cost.drawings} drawing")
        assert [sql for sql in cost.sql if sql.lstrip().startswith("SELECT")] == []
        assert cost.drawings == 1


async def test_a_beat_with_nothing_new_reads_no_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, record_property: Callable[[str, object], None]
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("1", "h")
        with counted(hour, monkeypatch) as cost:
            await hour.passes(1)
        record_property(COUNTED, f"{len(cost.sql)} statements, {cost.drawings} drawing")
        assert cost.sql == []
        assert cost.drawings == 1


async def test_home_beneath_the_hour_reads_nothing_when_it_is_time_to_look_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        [home] = (screen for screen in hour.app.screen_stack if isinstance(screen, HomeScreen))
        with counted(hour, monkeypatch) as cost:
            home.look_again()
        assert cost.sql == []


async def test_drawing_lists_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:

        def listed(*_given: object) -> int:
            raise AssertionError("the folder of walls was listed")

        monkeypatch.setattr("facilitator.console.projector.broadcast.open_walls", listed)
        hour.screen.draw()
        hour.screen.show_people()
