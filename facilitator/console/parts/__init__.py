"""Parts of screens, and dialogs that know no feature."""
