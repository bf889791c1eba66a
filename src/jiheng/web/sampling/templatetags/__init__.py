"""How draws word their numbers."""
