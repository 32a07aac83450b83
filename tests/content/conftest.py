"""Examples write real files: how long one takes says how busy the disk is, and every test has a timeout anyway."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("real files", deadline=None)
settings.load_profile("real files")
