"""Rounds and catch-up: one question asked of each member in turn."""
