"""From the record to paper: the values that sheets are made of."""
