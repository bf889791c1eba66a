"""What is read of scans and photos, and what it costs."""
