"""The practice group: its words and its lessons."""
