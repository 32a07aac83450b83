"""The key file: what unlocks a record."""
