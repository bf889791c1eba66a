"""How the tables of draws came about."""
