"""The keys of the group screen."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from facilitator.language import _

GROUP_KEYS: list[BindingType] = [
    Binding("a,A", "add", _("add"), id="group.add", tooltip=_("A new member")),
    Binding("r,R", "rename", _("rename"), id="group.rename",
            tooltip=_("Another name to be called by, for the highlighted member")),
    Binding("d,D", "identify", _("details"), id="group.identify",
            tooltip=_("Full name and record number of the highlighted member, as they stand on notes")),
    Binding("s,S", "suspend", _("suspend"), id="group.suspend",
            tooltip=_("The highlighted member does not come for a while: a job, school, an admission")),
    Binding("e,E", "bring_back", _("comes again"), id="group.bring-back",
            tooltip=_("The highlighted member comes again")),
    Binding("x,X", "goodbye", _("goodbye"), id="group.goodbye",
            tooltip=_("The highlighted member leaves the group for good; what is recorded stays")),
    Binding("c,C", "closed_dates", _("closed days"), id="group.closed-dates",
            tooltip=_("Days on which the group does not meet")),
    Binding("w,W", "agreements", _("agreements"), id="group.agreements",
            tooltip=_("The group's own agreements, as the wall shows them at the welcome")),
    Binding("m,M", "minutes", _("minutes"), id="group.minutes",
            tooltip=_("Minutes of the parts, for each kind of session")),
    Binding("v,V", "reviews", _("goal reviews"), id="group.reviews",
            tooltip=_("How many members' goals are looked at in each session")),
    Binding("o,O", "consent", _("supporter"), id="group.consent",
            tooltip=_("Whether a supporter of the highlighted member may have a copy of the handouts")),
    Binding("l,L", "large_print", _("large print"), id="group.large-print",
            tooltip=_("Whether what the highlighted member takes home is in large letters")),
    Binding("p,P", "copy", _("their copy"), id="group.copy",
            tooltip=_("All that is kept about the highlighted member, as a PDF to hand to them")),
    Binding("z,Z,delete", "erase", _("erase"), id="group.erase",
            tooltip=_("What is kept about the highlighted member goes for good, once they have left")),
    Binding("i,I", "address", _("web address"), id="group.address",
            tooltip=_("Where the printed codes lead, and the title of the next session in calendars")),
    Binding("k,K", "codes", _("codes"), id="group.codes",
            tooltip=_("The code each member types to check in at the kiosk")),
    Binding("t,T", "change", _("name and time"), id="group.change",
            tooltip=_("Name, day, time and length of the group's meetings")),
    Binding("u,U", "undo", _("undo"), id="group.undo", tooltip=_("Take the last change back")),
    Binding("ctrl+r", "redo", _("redo"), id="group.redo", tooltip=_("Make the change taken back again")),
    Binding("escape", "close", _("back"), id="group.close", tooltip=_("Back to Home")),
]  # fmt: skip

FOOTER = (
    ("b", _("curtain")), ("a", _("add")), ("r", _("rename")), ("d", _("details")), ("s", _("suspend")),
    ("e", _("comes again")), ("x", _("goodbye")), ("o", _("supporter")), ("l", _("large print")),
    ("p", _("their copy")), ("u", _("undo")),
    ("c", _("closed days")), ("w", _("agreements")), ("m", _("minutes")), ("v", _("goal reviews")),
    ("i", _("web address")), ("k", _("codes")), ("t", _("name, time")), ("F1", _("keys")),
)  # fmt: skip
