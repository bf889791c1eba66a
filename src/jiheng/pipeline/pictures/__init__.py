"""What was read, shown on the pages that it was read from."""
