"""What people see when the program itself fails: one sentence and a number, never code, values or paths.

Textual prints the source and every local variable, which may be a name or somebody's words, on a screen that may be
a projector. Nothing is written to disk either. The number is made from the kind of error and the place in the code,
so the same fault has the same number on every laptop.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from rich.text import Text

from facilitator.error_number import error_number
from facilitator.language import _

if TYPE_CHECKING:
    from textual.app import App
    from textual.driver import Driver

    _Base = App[Any]
else:
    _Base = object


UNKNOWN = "000-000"


class QuietCrash(_Base):
    """Mix in before ``App``; say in ``on_crash`` what people should know and do."""

    def on_crash(self, number: str) -> str:
        """The one sentence to print after the screen is gone; a place for last things, which must not fail."""
        return _("Something went wrong that should not have (error number {number}).").format(number=number)

    def get_driver_class(self) -> type[Driver]:
        """Bytes that nobody meant end programs, too: every screen of ours reads through our own sieve."""
        from facilitator.terminal.driver import sure_driver  # only what is drawn needs it

        return sure_driver()

    def panic(self, *renderables: object) -> None:
        # Textual's input thread comes here with a finished traceback; that must not be printed either.
        self._crash(UNKNOWN)

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error  # run_test raises it again, for tests
            self._exception_event.set()
        self._crash(error_number(error))

    def _crash(self, number: str) -> None:
        self._return_code = 1
        if not self._exit_renderables:
            self._exit_renderables.append(Text(self.on_crash(number)))
        self._close_messages_no_wait()


def run_quietly(app: QuietCrash, **options: Any) -> int:
    """Run the app to its end and give back the exit code, with every other way to a traceback closed.

    ``options`` are those of ``App.run_async``.
    """

    def say(error: BaseException | None) -> int:
        with suppress(OSError):  # a window that was closed
            print(app.on_crash(error_number(error) if error else UNKNOWN), file=sys.stderr)  # noqa: T201 - no screen
        return 1

    def thread_failed(failed: threading.ExceptHookArgs) -> None:
        say(failed.exc_value)

    hook, threading.excepthook = threading.excepthook, thread_failed
    try:
        with asyncio.Runner() as runner:
            # A task nobody waited for would be logged with its source lines when it is forgotten.
            runner.get_loop().set_exception_handler(lambda loop, context: None)
            for told in ("SIGTERM", "SIGHUP"):
                # Told to end, as when the laptop shuts down or the window is closed: it ends as if asked, and no name
                # stays on the screen that is left behind. Not every system has signals.
                with suppress(NotImplementedError, AttributeError):
                    runner.get_loop().add_signal_handler(getattr(signal, told), app.exit)
            runner.run(app.run_async(**options))
    except Exception as error:
        return say(error)
    finally:
        threading.excepthook = hook
    return app.return_code or 0
