"""Parts of screens; they are given values and post messages."""
