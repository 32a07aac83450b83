"""The command ``facilitator``. A command's module is imported when it is called, and not before.

So ``--help`` and ``--version`` stay as quick as a bare command, and a command that draws nothing never loads the
screens. What the list of commands says about each therefore stands here.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from typing import Any, NamedTuple

import click
from click.exceptions import Exit

from agenda.error import N_, Damaged
from facilitator import __version__
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _
from facilitator.own_record import own_record

__all__ = ["COMMANDS", "chosen_record", "cli", "main", "own_record", "record_option"]

INTERRUPTED = 130
"""What a shell expects of a program that was stopped by Ctrl+C."""


class Entry(NamedTuple):
    """A command's place (``module:attribute``) and its line in the list; without a line it is not listed."""

    place: str
    line: str = ""


CONSOLE = "console"
COMMANDS = {
    CONSOLE: Entry("facilitator.cli.console:console"),
    "demo": Entry("facilitator.cli.demo:demo", N_("The console on a practice group that is thrown away.")),
    "wall": Entry("facilitator.cli.wall:wall", N_("The public screen, in a second window on the projector.")),
    "kiosk": Entry("facilitator.cli.kiosk:kiosk", N_("Self check-in on another screen.")),
    "serve": Entry("facilitator.cli.serve:serve", N_("The public screen as a page, for a browser on the projector.")),
    "notes": Entry("facilitator.cli.notes:notes", N_("List, show and write out the notes of sessions held.")),
    "pack": Entry("facilitator.cli.pack:pack", N_("The session pack: everything one session needs on paper.")),
    "handout": Entry("facilitator.cli.handout:handout", N_("Make the handout of a lesson as a PDF to print.")),
    "worksheet": Entry("facilitator.cli.worksheet:worksheet", N_("Make a worksheet as a PDF to fill in by hand.")),
    "sheet": Entry("facilitator.cli.sheet:sheet", N_("Certificate, poster, cards, codes: one sheet as a PDF.")),
    "site": Entry("facilitator.cli.site:site", N_("The handouts as pages for any web host.")),
    "member": Entry("facilitator.cli.member:member", N_("Who is who; a copy of what is kept about one; erasing it.")),
    "journal": Entry("facilitator.cli.journal:journal", N_("Who did what when, in plain words.")),
    "backup": Entry("facilitator.cli.backup:backup", N_("Back the record up: one file, checked before it counts.")),
    "restore": Entry("facilitator.cli.restore:restore", N_("Put a backup back; what is there is set aside.")),
    "rescue": Entry("facilitator.cli.rescue:rescue", N_("Save what a damaged record can still give.")),
    "verify": Entry("facilitator.cli.verify:verify", N_("Look at the whole of a record or a backup for damage.")),
    "export": Entry("facilitator.cli.export:export", N_("Write the whole record as a documented file.")),
    "content": Entry("facilitator.cli.content:content", N_("List and check the lessons.")),
}


class LazyGroup(click.Group):
    """Commands by name; without one, the console."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name, entry in COMMANDS.items() if entry.line]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _colon, attribute = COMMANDS[cmd_name].place.partition(":")
        command = getattr(import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name].place} is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(COMMANDS[name].line)) for name in self.list_commands(ctx)])

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_command(args))

    def invoke(self, ctx: click.Context) -> None:
        # What a command returns is for Python; only ``ctx.exit`` gives an exit code.
        try:
            super().invoke(ctx)
        except Damaged as error:
            from facilitator.backups.offer import with_offer  # reads backups, once in the life of a record

            raise with_offer(error, chosen_record(ctx)) from None
        except Exit as done:
            if done.exit_code == Damaged.exit_code and ctx.invoked_subcommand == CONSOLE:  # which has said so
                from facilitator.backups.offer import offer

                click.echo(offer(chosen_record(ctx)), err=True)
            raise


def with_command(args: Sequence[str]) -> list[str]:
    """The words of the command line with ``console`` put in where no command is named."""
    place = 0
    while place < len(args) and args[place].startswith("-"):
        if args[place] in ("--help", "-h", "--version"):
            return list(args)
        if args[place] != "--record" and not args[place].startswith("--record="):
            break
        place += 2 if args[place] == "--record" else 1
    is_named = place < len(args) and not args[place].startswith("-")
    return list(args) if is_named else [*args[:place], CONSOLE, *args[place:]]


def _show_version(ctx: click.Context, _parameter: click.Parameter, is_asked: bool) -> None:
    if not is_asked or ctx.resilient_parsing:
        return
    click.echo(f"facilitator {__version__}")
    ctx.exit()


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=_("Runs the hour of an Illness Management and Recovery group. Without a command, opens the console."),
    options_metavar="[--record PATH]",
    subcommand_metavar=_("[COMMAND]"),
)
@record_option
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help=_("Show the version and exit."),
)
def cli() -> None:
    pass


def main(args: Sequence[str] | None = None) -> None:
    """Run one command line and exit: 0 done, 1 refused, 2 usage, 3 damaged data."""
    _never_fail_to_print()
    exit_code = _run(args)
    _finish_printing()
    if args is None:
        # This process ends here. Python would look through all that was loaded for cycles once more: an eighth of the
        # time an export takes, for nothing.
        gc.freeze()
    sys.exit(exit_code)


def _run(args: Sequence[str] | None) -> int:
    try:
        return cli.main(args, prog_name="facilitator", standalone_mode=False) or 0
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 0 if error.code is None else 1
    except Exception as error:
        from facilitator.error_words import error_words

        shown = error_words(error)
        click.echo(str(shown), err=True)
        return shown.exit_code


def _never_fail_to_print() -> None:
    """A terminal that does not know a letter shows a question mark for it; no command fails over that."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _finish_printing() -> None:
    """Whoever read our output may be gone; that is no error, and Python must not report it on its way out."""
    streams: tuple[Any, ...] = (sys.stdout, sys.stderr)
    for stream in streams:
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
