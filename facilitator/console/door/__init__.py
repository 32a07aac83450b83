"""Before anything private is shown: opening the record."""
