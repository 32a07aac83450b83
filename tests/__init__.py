"""The tests. A package, because one of our libraries installs a package of this very name."""
