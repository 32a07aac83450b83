"""When a group meets, and what each session is planned to be."""
