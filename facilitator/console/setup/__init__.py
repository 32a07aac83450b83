"""The first start: a record, a group, a recovery code, a start icon."""
