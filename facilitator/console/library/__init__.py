"""The lessons: as they will appear, and which comes next."""
