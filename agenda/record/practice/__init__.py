"""A made-up group with a past, to try the program on."""
