"""How the tables of publication came about."""
