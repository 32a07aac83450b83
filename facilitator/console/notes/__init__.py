"""The progress notes of one session."""
