"""The keys of the library."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitator.language import _

PARTS = ("overview", "wall", "guide", "handout", "questions", "practice", "homework", "supporters")
"""What a digit opens, in this order."""

LIBRARY_KEYS: list[BindingType] = [
    *(Binding(str(digit), f"part({digit})", _("part"), id=f"library.{digit}", show=False,
              tooltip=_("Overview, wall pages, guide, handout, questions, practice, homework, supporters"))
      for digit in range(1, len(PARTS) + 1)),
    Binding("tab", "turn_part(1)", _("next part"), id="library.next-part", priority=True,
            tooltip=_("The next part of the lesson; with Shift the one before")),
    Binding("shift+tab", "turn_part(-1)", _("part before"), id="library.previous-part", priority=True,
            tooltip=_("The next part of the lesson; with Shift the one before")),
    Binding("space,right,pagedown", "page(1)", _("page on"), id="library.page-on", priority=True,
            tooltip=_("The next wall page; in a text, further down")),
    Binding("left,pageup", "page(-1)", _("page back"), id="library.page-back", priority=True,
            tooltip=_("The wall page before; in a text, further up")),
    Binding("enter", "choose", _("choose"), id="library.choose", tooltip=_("This lesson for the next session")),
    Binding("s,S", "split", _("split"), id="library.split",
            tooltip=_("Its first pages for the next session; the rest comes in the one after")),
    Binding("r,R", "repeat", _("repeat"), id="library.repeat",
            tooltip=_("The lesson the group had last once more")),
    Binding("x,X", "skip", _("skip"), id="library.skip",
            tooltip=_("The group goes without this lesson; again: it is suggested as before")),
    Binding("e,E", "edition", _("edition"), id="library.edition",
            tooltip=_("Whose order and numbers of modules the group follows")),
    Binding("u,U", "undo", _("undo"), id="library.undo", tooltip=_("Take back a skip or a change of edition")),
    Binding("ctrl+r", "redo", _("redo"), id="library.redo", tooltip=_("Make the change taken back again")),
    Binding("escape", "close", _("back"), id="library.close", tooltip=_("Back; what was chosen stays chosen")),
]  # fmt: skip

FOOTER = (
    ("b", _("curtain")), ("Enter", _("choose")), ("1-8", _("parts")), ("s", _("split")), ("x", _("skip")),
    ("Esc", _("back")), ("Space", _("page")), ("r", _("repeat")), ("e", _("edition")), ("F1", _("keys")),
)  # fmt: skip
