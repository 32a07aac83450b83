"""The rows of each thing: reading them, and the verbs that write them."""
