"""Measures on the platform."""
