"""What a print queue answers, read from the words of ``lpstat`` and ``lp`` in their plain English."""

from __future__ import annotations

import re

from agenda.error import N_

_REQUEST = re.compile(r"^request id is (\S+)", re.MULTILINE)
_KIND_OF_REASON = re.compile(r"-(?:error|warning|report)$")
_UNREACHABLE = ("may not exist or is unavailable", "is not responding", "Unable to locate", "to become available")
"""What CUPS writes beside a printer that it looks for in vain; some backends give no reason besides."""

REASONS = {
    "media-empty": N_("It is out of paper."),
    "media-needed": N_("It is out of paper."),
    "media-jam": N_("Paper is stuck in it."),
    "offline": N_("It is switched off or cannot be reached."),
    "connecting-to-device": N_("It is switched off or cannot be reached."),
    "timed-out": N_("It is switched off or cannot be reached."),
    "shutdown": N_("It is switched off or cannot be reached."),
    "paused": N_("It has been stopped."),
    "stopped": N_("It has been stopped."),
    "door-open": N_("A cover of it is open."),
    "cover-open": N_("A cover of it is open."),
    "interlock-open": N_("A cover of it is open."),
    "toner-empty": N_("Its toner or ink is used up."),
    "marker-supply-empty": N_("Its toner or ink is used up."),
    "output-tray-missing": N_("A tray of it is missing."),
    "output-area-full": N_("Its tray is full."),
}
"""What a person can do something about, by the queue's own words for it (RFC 8011, 5.4.12)."""


def request(said: str) -> str:
    """The name of the job that was taken; empty for an answer that names none."""
    found = _REQUEST.search(said)
    return found[1] if found else ""


def trouble(said: str) -> str:
    """The first reason of a printer that a person should hear, as a marked sentence; empty if there is none."""
    reasons = [_KIND_OF_REASON.sub("", one) for one in _alerts(said.splitlines())]
    if any(words in said for words in _UNREACHABLE):
        reasons.append("offline")
    return next((REASONS[one] for one in reasons if one in REASONS), "")


def is_stopped(said: str) -> bool:
    """True for a printer that somebody has to start again before it prints anything."""
    return " disabled since " in (said.splitlines() or [""])[0]


def is_over(said: str, name: str) -> bool:
    """True when this job stands in the list of those that the queue has let go of."""
    return any(line.split(" ")[0] == name for line in said.splitlines())


def _alerts(lines: list[str]) -> list[str]:
    found = [line.partition("Alerts:")[2] for line in lines if line.lstrip().startswith("Alerts:")]
    return found[0].split() if found else []
