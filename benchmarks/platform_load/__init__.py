"""Fifty clerks who type at once: the platform under load, on both databases."""
