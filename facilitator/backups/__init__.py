"""Where backups go besides the folder beside the record, and what is known of them."""
