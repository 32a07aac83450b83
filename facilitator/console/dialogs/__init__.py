"""Questions in the middle of the screen; each gives back one answer."""
