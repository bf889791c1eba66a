"""How well copied texts are found, and what a million texts cost."""
