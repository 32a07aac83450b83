"""What the projector shows, and the curtain over it."""
