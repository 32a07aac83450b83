"""The kiosk file: what the console tells the kiosk, small, owner-only, there only while the kiosk is switched on.

Beside the state it names a drawing of the curriculum, the one of today's lesson: nothing about anybody.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from agenda.public import DRAWING_NAME, KIOSK_SCHEMA, KioskMode, KioskName, KioskState
from facilitator.stage.folder import KIOSK
from facilitator.stage.message import instant, short_text, written
from facilitator.stage.reader import read_raw

FORGOTTEN_AFTER = timedelta(hours=3)
"""Without news for so long the session is long over: names of yesterday must not stand on a screen.

The console may be down for much less: the kiosk goes on taking check-ins meanwhile.
"""
LONGEST = 200
"""Letters of any text in the file."""
MOST_NAMES = 40
LEAVE_DIGITS = 6
_COST = {"n": 2**14, "r": 8, "p": 1, "maxmem": 2**26}
"""scrypt, about 50 ms: somebody who reads the file needs many hours for all codes, and the hour is over."""


def hashed(code: str, salt: str = "") -> tuple[str, str]:
    """A salt and the slow hash of a leave code under it."""
    salt = salt or secrets.token_hex(16)
    return salt, hashlib.scrypt(code.encode(), salt=salt.encode(), dklen=32, **_COST).hex()


def opens(state: KioskState, code: str) -> bool:
    """Whether this code closes the kiosk."""
    return hmac.compare_digest(hashed(code, state.salt)[1], state.leave)


def kiosk_json(state: KioskState, drawing: str = "") -> bytes:
    """The state as UTF-8 JSON, with the name of a drawing; equal states give equal bytes."""
    fields = asdict(state)
    fields["drawing"] = drawing
    fields["published_at"] = written(state.published_at)
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def read_kiosk(folder: Path, now: datetime) -> KioskState | None:
    """What the kiosk may show; none if it is off, or the file is no kiosk file of this version, or a forgotten one."""
    state = kiosk_from(read_raw(folder, KIOSK))
    return state if state is not None and now - state.published_at < FORGOTTEN_AFTER else None


def read_drawing(folder: Path, now: datetime) -> str:
    """The name of today's drawing; empty where there is none, or no kiosk."""
    raw = read_raw(folder, KIOSK)
    state = kiosk_from(raw)
    if raw is None or state is None or now - state.published_at >= FORGOTTEN_AFTER:
        return ""
    name = json.loads(raw).get("drawing")
    return name if isinstance(name, str) and DRAWING_NAME.fullmatch(name) else ""


def kiosk_from(raw: bytes | None) -> KioskState | None:
    """The state in these bytes, or none."""
    if raw is None:
        return None
    try:
        fields = json.loads(raw)
        if fields["schema"] != KIOSK_SCHEMA or len(fields["names"]) > MOST_NAMES:
            return None
        names = tuple(KioskName(_text(one["key"]), _text(one["name"])) for one in fields["names"])
        return KioskState(
            revision=int(fields["revision"]),
            published_at=instant(fields["published_at"]),
            mode=KioskMode(fields["mode"]),
            token=_text(fields["token"]),
            salt=_text(fields["salt"]),
            leave=_text(fields["leave"]),
            names=names,
        )
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def _text(value: Any) -> str:
    return short_text(value, LONGEST)
