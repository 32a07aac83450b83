"""The goal-tracking sheet of one member."""
