"""How the tables of notices and of the use of results came about."""
