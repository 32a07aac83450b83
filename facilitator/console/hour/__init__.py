"""The hour: its screen, its keys, and how one page or phase follows another."""
