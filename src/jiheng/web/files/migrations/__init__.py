"""How the stored files' table came about."""
