"""One group: its members, what it agreed, how it meets."""
