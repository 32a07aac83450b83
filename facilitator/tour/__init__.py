"""The tour: the hour played by itself, for pictures and for those who have no terminal at hand."""
