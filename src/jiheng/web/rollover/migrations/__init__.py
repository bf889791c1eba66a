"""How the table of successions came about."""
