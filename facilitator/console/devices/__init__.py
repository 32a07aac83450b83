"""What stands around the laptop: kiosk, telephone, browser, clicker, its power."""
