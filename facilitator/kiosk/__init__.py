"""Self check-in on another screen, in a terminal or a browser: it sees the kiosk file and nothing else."""
