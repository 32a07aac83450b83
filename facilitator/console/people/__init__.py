"""People: who is here, and what their keys write about each of them."""
