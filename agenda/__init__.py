"""What is true: sessions, attendance, the timeline, and the record that keeps them."""
