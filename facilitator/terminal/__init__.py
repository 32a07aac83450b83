"""What a terminal sends, made into keys for console, wall and kiosk: only what makes sense comes through."""
