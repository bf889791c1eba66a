"""How right files with pages are read, beside what people use today, on the same files."""
