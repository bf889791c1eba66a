"""How the table of scans came about."""
