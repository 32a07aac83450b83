"""A number for what nobody foresaw: it says where in our code, and nothing of what the program was working on."""

from __future__ import annotations

import hashlib
from types import TracebackType

OURS = ("facilitator", "agenda", "content", "legible")


def error_number(error: BaseException) -> str:
    """Six digits in two groups: the same for the same fault, whatever data it met."""
    place = f"{type(error).__module__}.{type(error).__qualname__} {_where(error.__traceback__)}"
    number = int.from_bytes(hashlib.sha256(place.encode("utf-8", "replace")).digest()[:8]) % 1_000_000
    return f"{number // 1000:03}-{number % 1000:03}"


def _where(trace: TracebackType | None) -> str:
    """The innermost place in our own code, or the innermost at all."""
    place = ours = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        place = f"{module}:{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"
        if module.partition(".")[0] in OURS:
            ours = place
        trace = trace.tb_next
    return ours or place
