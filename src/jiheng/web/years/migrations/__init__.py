"""The tables of the years."""
