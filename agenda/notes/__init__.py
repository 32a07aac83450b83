"""The progress note: facts, sentences, and what a review is about."""
