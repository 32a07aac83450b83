"""The console: what the facilitator sees and presses. It opens the record; nothing else on a screen does."""
