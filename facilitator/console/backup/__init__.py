"""Backups from the console: by themselves, now, and into a second place."""
