"""The objects of PDF files, found by their tables."""
