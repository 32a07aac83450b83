"""What is made into PDFs, and how it reaches a printer."""
