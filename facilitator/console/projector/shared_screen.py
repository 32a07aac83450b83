"""While the console's own screen is the wall: what is drawn, and which of the app's keys are silent."""

from __future__ import annotations

ON = "-one-screen"
"""The app's class meanwhile; a screen that is not ``PUBLIC`` is then not drawn."""
PUBLIC = "-public"
SILENT = frozenset({"came_up", "help", "command_palette", "leave", "help_quit", "show_help_panel", "screenshot"})
"""Only paging, ``m``, ``p``, the curtain and F4 work."""
