"""Word documents: paragraphs and tables, each with its XML."""
