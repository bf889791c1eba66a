"""How the tables of surveys came about."""
