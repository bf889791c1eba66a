"""Tags of the years."""
