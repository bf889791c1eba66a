"""How the tables of the review came about."""
