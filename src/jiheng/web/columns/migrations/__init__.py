"""How the tables of mapped columns came about."""
