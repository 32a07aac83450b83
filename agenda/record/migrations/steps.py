"""The set that numbered steps register with."""

from sqlite_utils import Migrations

STEPS = Migrations("record")
