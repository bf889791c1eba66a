"""How right forms on pages are read, whoever printed the PDF: made-up ones, compared with their truth."""
