"""Home: the groups, what comes next, what was left open."""
