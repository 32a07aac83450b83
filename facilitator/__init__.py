"""What people touch: commands, console, wall."""
