"""TOML with typed access, because a wrong kind of value must name its file and line, not fail later."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import rtoml

from content.error import N_, DamagedFile, damaged
from legible import legible

_LINE_IN_MESSAGE = re.compile(r"at line (\d+)")


class Table:
    """The values of one TOML text, each read as one type.

    Every method raises ``DamagedFile`` at the key's line when the key is missing or holds something else.
    """

    __slots__ = ("data", "file", "first_line", "source")

    def __init__(self, file: str, source: str, first_line: int = 1, data: Mapping[str, object] | None = None) -> None:
        """``first_line`` is where ``source`` starts in its file; ``data`` is what was parsed of it already."""
        self.file = file
        self.source = source
        self.first_line = first_line
        self.data: Mapping[str, object] = self._parsed() if data is None else data

    def text(self, key: str) -> str:
        """A string with something in it."""
        value = self._value(key)
        if not isinstance(value, str) or not value.strip():
            raise self.wrong(key, N_("“{key}” must be a text in quotes."))
        return value.strip()

    def optional_text(self, key: str) -> str | None:
        """The string, or None when the key is absent."""
        return self.text(key) if key in self.data else None

    def whole(self, key: str, otherwise: int | None = None) -> int:
        """A whole number; ``otherwise``, if that is given, when the key is absent."""
        if otherwise is not None and key not in self.data:
            return otherwise
        value = self._value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(key, N_("“{key}” must be a whole number."))
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of strings; it may be empty."""
        value = self._value(key)
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            raise self.wrong(key, N_("“{key}” must be a list of texts in quotes."))
        return tuple(value)

    def flag(self, key: str) -> bool:
        """True or false; false when the key is absent."""
        value = self.data.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key, N_("“{key}” must be true or false."))
        return value

    def table(self, key: str) -> Table:
        """A table in this one; empty when the key is absent."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            raise self.wrong(key, N_("“{key}” must be a table."))
        return Table(self.file, self.source, self.first_line, value)

    def line_of(self, key: str) -> int:
        """The line on which the key is set, or the first line when it is nowhere."""
        pattern = re.compile(rf"^\s*{re.escape(key)}\s*=")
        for offset, line in enumerate(self.source.splitlines()):
            if pattern.match(line):
                return self.first_line + offset
        return self.first_line

    def wrong(self, key: str, message: str, **values: object) -> DamagedFile:
        """The error for what this key holds, ready to raise."""
        return damaged(self.file, self.line_of(key), message, key=key, **values)

    def _value(self, key: str) -> object:
        if key not in self.data:
            raise self.wrong(key, N_("“{key}” is missing."))
        return self.data[key]

    def _parsed(self) -> Mapping[str, object]:
        try:
            return {legible(key): _legible(value) for key, value in rtoml.loads(self.source).items()}
        except (ValueError, RecursionError) as error:
            raise damaged(self.file, self._line_in(error), N_("This line is not valid TOML.")) from error

    def _line_in(self, error: Exception) -> int:
        found = _LINE_IN_MESSAGE.search(str(error))
        last = max(0, len(self.source.splitlines()) - 1)
        return self.first_line + (min(int(found.group(1)) - 1, last) if found else last)


def _legible(value: object) -> object:
    """The value with every text in it cleaned: a character may have been written as its number."""
    if isinstance(value, str):
        return legible(value)
    if isinstance(value, list):
        return [_legible(one) for one in value]
    if isinstance(value, dict):
        return {legible(key): _legible(one) for key, one in value.items()}
    return value


def read_table(path: Path, file: str) -> Table:
    """A whole TOML file; ``file`` is its name in messages. Raises ``DamagedFile``."""
    return Table(file, read_text(path, file))


def read_text(path: Path, file: str) -> str:
    """A whole UTF-8 file, with or without a byte order mark. Raises ``DamagedFile``."""
    try:
        return decoded(path.read_bytes(), file)
    except OSError as error:
        raise damaged(file, 1, N_("This file cannot be read.")) from error


def decoded(data: bytes, file: str) -> str:
    """Bytes as text with plain line ends, or ``DamagedFile`` at the line with the wrong byte."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise damaged(file, line, N_("This line is not UTF-8 text.")) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
