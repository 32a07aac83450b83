"""What people touch: commands, console, wall."""

__version__ = "0.1.0"
