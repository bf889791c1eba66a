"""How the tables of read forms came about."""
