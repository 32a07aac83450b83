"""The encrypted record: the only place that touches a database."""
