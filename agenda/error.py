"""What can be refused, and in which words.

    AgendaError            carries a sentence and a hint
    ├── Refused            the request makes no sense now; nothing was written     (exit 1)
    │   ├── WrongKey       no slot of the key file opens with what was typed
    │   ├── RecordBusy     another process uses this record
    │   ├── Protected      it can be read there, but not written
    │   └── NotWritten     the disk did not take it; it can be done once more, and all before is safe
    └── Damaged            a file is not what it should be                          (exit 3)
        ├── TooNew         it is whole, but only a newer version understands it
        └── DamagedBackup  it is a backup; the record itself is not concerned

The sentences are marked here and translated where they are shown: this package knows no language. Values are
put into the translated sentence with ``str.format``, and never contain a member's name or words.
"""


def N_(text: str) -> str:  # noqa: N802 - the name gettext looks for
    """Mark a sentence for translation; it is translated where it is shown."""
    return text


class AgendaError(Exception):
    """A sentence for the facilitator (``message``), what to do (``hint``), and the values they hold."""

    exit_code = 1

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values


class Refused(AgendaError):
    """The request cannot be done as things stand; nothing was written."""


class WrongKey(Refused):
    """No slot of the key file opens with what was typed."""


class RecordBusy(Refused):
    """Another process uses this record."""


class Protected(Refused):
    """It can be read there, but not written."""


class NotWritten(Refused):
    """The disk did not take it: full, protected, gone. The same can be done once more, and all before is safe."""


class Damaged(AgendaError):
    """A file of ours is not what it should be."""

    exit_code = 3


class TooNew(Damaged):
    """A file of ours is whole, but only a newer version understands it."""


class DamagedBackup(Damaged):
    """A backup is not what it should be."""
