"""Which record a command is about, in whatever order it was said."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from agenda.error import Refused
from facilitator.cli import Entry, chosen_record, cli, own_record, record_option


@click.command()
@record_option
@click.pass_context
def show(ctx: click.Context) -> None:
    click.echo(str(chosen_record(ctx)))


@pytest.fixture(autouse=True)
def _commands(monkeypatch: pytest.MonkeyPatch) -> None:
    place = f"{__name__}:show"
    monkeypatch.setattr("facilitator.cli.COMMANDS", {"show": Entry(place, "Show."), "console": Entry(place)})


def shown(*args: str, **env: str) -> str:
    result = CliRunner(env=env).invoke(cli, args, catch_exceptions=False)
    return result.output.strip()


def test_the_record_is_named_before_or_after_the_command() -> None:
    assert shown("--record", "a", "show") == "a"
    assert shown("--record=a", "show") == "a"
    assert shown("show", "--record", "a") == "a"
    assert shown("--record", "a", "show", "--record", "b") == "b"


def test_the_environment_names_it_unless_the_line_does() -> None:
    assert shown("show", FACILITATOR_RECORD="e") == "e"
    assert shown("show", "--record", "a", FACILITATOR_RECORD="e") == "a"


def test_no_command_is_the_console_on_the_same_record() -> None:
    assert shown("--record", "a") == "a"
    assert shown(FACILITATOR_RECORD="e") == "e"


def test_an_empty_name_is_no_record() -> None:
    assert "name of a file" in shown("show", "--record", "")
    assert Path(shown("show", FACILITATOR_RECORD="")) == own_record()


def test_asking_where_ones_own_record_lies_makes_nothing(home: Path) -> None:
    before = sorted(home.rglob("*"))
    assert Path(shown("show")).is_relative_to(home)
    assert sorted(home.rglob("*")) == before


def test_where_there_is_no_home_there_is_no_record_of_ones_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: Path("~/.local/share/facilitator"))
    with pytest.raises(Refused, match="home"):
        own_record()
