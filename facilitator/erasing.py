"""What is said before somebody is erased, on the screen and in the terminal: what goes, what stays, and who may."""

from __future__ import annotations

from facilitator.language import _, ngettext


def what_goes_and_stays() -> tuple[str, ...]:
    """In five sentences; none promises what the program cannot do."""
    return (
        _(
            "Gone for good: name and record number, goals, homework, notes, responses, follow-ups, consents, the code "
            "for the kiosk, what was half typed; in the journal, too. It cannot be taken back."
        ),
        _("What stays: in which sessions a former member was expected and came, and who did something when."),
        _(
            "Backups and copies made before still hold it until newer ones take their place or they are deleted by "
            "hand; putting one back brings it back. So do files and paper. Where the name was typed about others, it "
            "stays."
        ),
        _(
            "Records may have to be kept for years by law. Erase only if whoever answers for the records here has "
            "agreed. A copy for the member can be made first."
        ),
    )


def still_named_words(count: int) -> str:
    """Where the name is still to be looked for by hand; empty if nowhere."""
    if not count:
        return ""
    return ngettext(
        "The name still stands in {n} field about others or about the group.",
        "The name still stands in {n} fields about others or about the group.",
        count,
    ).format(n=count)
